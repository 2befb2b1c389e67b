import { Download } from 'lucide-react';
import type { Group, Order, Suggested } from '../../core/passages';
import { useSession } from '../state';
import { exportPassages } from './act';
import { showList } from './read';
import type { Shown } from './shown';

const groups: readonly (readonly [Group, string])[] = [
  ['none', 'No groups'],
  ['label', 'By label'],
  ['document', 'By document'],
  ['annotator', 'By annotator'],
];

const orders: readonly (readonly [Order, string])[] = [
  ['text', 'As in the text'],
  ['newest', 'Newest first'],
  ['quote', 'A to Z'],
];

const states: readonly (readonly [Suggested, string])[] = [
  ['all', 'Any state'],
  ['only', 'Suggested'],
  ['none', 'Accepted'],
];

/** Search, filter, group and sort what is listed, and write it down. */
export function ListTools({ shown }: { shown: Shown }) {
  const view = useSession((state) => state.list);
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  return (
    <div className="panel-tools list-tools">
      <div className="list-search">
        <input
          type="search"
          aria-label="Search annotations"
          placeholder="Search words, notes, labels"
          value={view.search}
          onChange={(event) => showList({ search: event.target.value })}
        />
        <button
          type="button"
          className="icon-button"
          aria-label="Export this list as CSV"
          title="Export this list as CSV"
          disabled={shown.passages.length === 0}
          onClick={() => void exportPassages(shown.passages)}
        >
          <Download size={15} />
        </button>
      </div>
      <select
        aria-label="Filter by label"
        value={view.label}
        onChange={(event) => showList({ label: event.target.value })}
      >
        <option value="">All labels</option>
        {labels.map((it) => (
          <option key={it.id} value={it.id}>
            {it.name}
          </option>
        ))}
      </select>
      {(shown.suggested > 0 || view.suggested !== 'all') && (
        <Choice
          name="Suggestions"
          value={view.suggested}
          of={states}
          onChoose={(suggested) => showList({ suggested })}
        />
      )}
      <Choice
        name="Group"
        value={view.group}
        of={groups.filter(([group]) => view.scope === 'project' || group === 'none' || group === 'label')}
        onChoose={(group) => showList({ group })}
      />
      <Choice name="Order" value={view.order} of={orders} onChoose={(order) => showList({ order })} />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly of: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, value, of, onChoose }: ChoiceProps<T>) {
  return (
    <select aria-label={name} value={value} onChange={(event) => onChoose(event.target.value as T)}>
      {of.map(([it, title]) => (
        <option key={it} value={it}>
          {title}
        </option>
      ))}
    </select>
  );
}
