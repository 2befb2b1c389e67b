import { Download } from 'lucide-react';
import { t } from '../../core/locale/t';
import type { Group, Order, Suggested } from '../../core/passages';
import { useSession } from '../state';
import { exportPassages } from './act';
import { showList } from './read';
import type { Shown } from './shown';

const groups: readonly Group[] = ['none', 'label', 'document', 'annotator'];

const orders: readonly Order[] = ['text', 'newest', 'quote'];

const states: readonly Suggested[] = ['all', 'only', 'none'];

/** Search, filter, group and sort what is listed, and write it down. */
export function ListTools({ shown }: { shown: Shown }) {
  const view = useSession((state) => state.list);
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  return (
    <div className="panel-tools list-tools">
      <div className="list-search">
        <input
          type="search"
          aria-label={t('passages.search')}
          placeholder={t('passages.search-hint')}
          value={view.search}
          onChange={(event) => showList({ search: event.target.value })}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={t('passages.csv')}
          title={t('passages.csv')}
          disabled={shown.passages.length === 0}
          onClick={() => void exportPassages(shown.passages)}
        >
          <Download size={15} />
        </button>
      </div>
      <select
        aria-label={t('passages.filter')}
        value={view.label}
        onChange={(event) => showList({ label: event.target.value })}
      >
        <option value="">{t('passages.all-labels')}</option>
        {labels.map((it) => (
          <option key={it.id} value={it.id}>
            {it.name}
          </option>
        ))}
      </select>
      {(shown.suggested > 0 || view.suggested !== 'all') && (
        <Choice
          name={t('passages.suggestions')}
          value={view.suggested}
          of={states}
          titleOf={(it) => t(`passages.state.${it}`)}
          onChoose={(suggested) => showList({ suggested })}
        />
      )}
      <Choice
        name={t('passages.group')}
        value={view.group}
        of={groups.filter((it) => view.scope === 'project' || it === 'none' || it === 'label')}
        titleOf={(it) => t(`passages.group.${it}`)}
        onChoose={(group) => showList({ group })}
      />
      <Choice
        name={t('passages.order')}
        value={view.order}
        of={orders}
        titleOf={(it) => t(`passages.order.${it}`)}
        onChoose={(order) => showList({ order })}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly of: readonly T[];
  readonly titleOf: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, value, of, titleOf, onChoose }: ChoiceProps<T>) {
  return (
    <select aria-label={name} value={value} onChange={(event) => onChoose(event.target.value as T)}>
      {of.map((it) => (
        <option key={it} value={it}>
          {titleOf(it)}
        </option>
      ))}
    </select>
  );
}
