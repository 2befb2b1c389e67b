import { useState } from 'react';
import type { ExportFilter } from '../../../core/formats/choose';
import type { Status } from '../../../core/model';
import { CheckList } from '../../search/CheckList';
import { useSession } from '../../state';
import { Choice } from '../Choice';
import { useAnnotators } from '../use-annotators';
import { Checks } from './Checks';

const statuses: readonly { readonly id: Status; readonly name: string }[] = [
  { id: 'todo', name: 'to do' },
  { id: 'in-progress', name: 'in progress' },
  { id: 'done', name: 'done' },
  { id: 'skipped', name: 'skipped' },
];

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
        Labels, status, annotators{' '}
        <span className="muted">{narrowed === 0 ? 'all' : 'only some: the rest is left out'}</span>
      </summary>
      <div className="export-checks">
        <Checks
          title="Labels"
          all={labels}
          chosen={filter.labels}
          onChange={(chosen) => onChange({ ...filter, labels: chosen })}
        />
        <Checks
          title="Status"
          all={statuses}
          chosen={filter.status}
          onChange={(chosen) => onChange({ ...filter, status: chosen as readonly Status[] | null })}
        />
        <Checks
          title="Annotators"
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
          Also suggestions that nobody has accepted
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
      <legend>What</legend>
      <Choice
        name="what"
        checked={chosen === null}
        onChoose={() => choose(false, null)}
        text="The whole project"
      />
      <Choice
        name="what"
        checked={chosen !== null && !some}
        disabled={!open}
        onChoose={() => open && choose(false, [open])}
        text={`This document${open ? ` (${open})` : ''}`}
      />
      <Choice
        name="what"
        checked={some}
        disabled={paths.length < 2}
        onChoose={() => choose(true, open ? [open] : [])}
        text={some ? `Some documents (${chosen?.length ?? 0} of ${paths.length})` : 'Some documents'}
      />
      {some && (
        <CheckList
          label="Documents to export"
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
