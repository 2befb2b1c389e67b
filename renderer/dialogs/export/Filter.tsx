import { useState } from 'react';
import type { ExportFilter } from '../../../core/formats/choose';
import { t } from '../../../core/locale/t';
import type { Status } from '../../../core/model';
import { statuses, statusName } from '../../facts/write';
import { CheckList } from '../../search/CheckList';
import { useSession } from '../../state';
import { Choice } from '../Choice';
import { useAnnotators } from '../use-annotators';
import { Checks } from './Checks';

interface Props {
  readonly filter: ExportFilter;
  readonly onChange: (filter: ExportFilter) => void;
  readonly withSuggestions: boolean;
  readonly onSuggestions: (on: boolean) => void;
}

/** Which annotations go out. */
export function Filter({ filter, onChange, withSuggestions, onSuggestions }: Props) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const annotators = useAnnotators();
  const narrowed = [filter.labels, filter.status, filter.annotators].filter((it) => it !== null).length;
  return (
    <details>
      <summary>
        {t('export.filter')}{' '}
        <span className="muted">{t(narrowed === 0 ? 'export.filter.all' : 'export.filter.some')}</span>
      </summary>
      <div className="export-checks">
        <Checks
          what="labels"
          all={labels}
          chosen={filter.labels}
          onChange={(chosen) => onChange({ ...filter, labels: chosen })}
        />
        <Checks
          what="status"
          all={statuses.map((id) => ({ id, name: statusName(id).toLowerCase() }))}
          chosen={filter.status}
          onChange={(chosen) => onChange({ ...filter, status: chosen as readonly Status[] | null })}
        />
        <Checks
          what="annotators"
          all={annotators}
          chosen={filter.annotators}
          onChange={(chosen) => onChange({ ...filter, annotators: chosen })}
        />
        <label className="choice">
          <input
            type="checkbox"
            checked={withSuggestions}
            onChange={(event) => onSuggestions(event.target.checked)}
          />
          {t('export.suggestions')}
        </label>
      </div>
    </details>
  );
}

interface DocumentsProps {
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** The whole project, the open document, or some. */
export function Documents({ chosen, onChange }: DocumentsProps) {
  const all = useSession((state) => state.project?.documents) ?? [];
  const open = useSession((state) => state.document?.path) ?? null;
  const [some, setSome] = useState(false);
  const paths = all.filter((row) => row.refused === null).map((row) => row.path);
  const toggle = (path: string) => {
    const next = new Set(chosen ?? []);
    if (!next.delete(path)) next.add(path);
    onChange(paths.filter((it) => next.has(it)));
  };
  const choose = (isSome: boolean, documents: readonly string[] | null) => {
    setSome(isSome);
    onChange(documents);
  };
  return (
    <fieldset>
      <legend>{t('export.what')}</legend>
      <Choice
        name="what"
        checked={chosen === null}
        onChoose={() => choose(false, null)}
        text={t('export.what.project')}
      />
      <Choice
        name="what"
        checked={chosen !== null && !some}
        disabled={!open}
        onChoose={() => open && choose(false, [open])}
        text={open ? t('export.what.this-named', { path: open }) : t('export.what.this')}
      />
      <Choice
        name="what"
        checked={some}
        disabled={paths.length < 2}
        onChoose={() => choose(true, open ? [open] : [])}
        text={
          some
            ? t('export.what.some-chosen', { chosen: chosen?.length ?? 0, all: paths.length })
            : t('export.what.some')
        }
      />
      {some && (
        <CheckList
          label={t('export.what.choose')}
          count={paths.length}
          item={(index) => {
            const path = paths[index] as string;
            return {
              content: <span className="clip grow">{path}</span>,
              checked: chosen?.includes(path) ?? false,
              leftOut: null,
              toggle: () => toggle(path),
            };
          }}
        />
      )}
    </fieldset>
  );
}
