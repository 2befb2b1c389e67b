import { useEffect, useState } from 'react';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { Label } from '../../core/model';
import { type Passage, quoteOf } from '../../core/passages';
import { readPassages } from '../passages/read';
import { useOwnPassages } from '../passages/shown';
import { CheckList } from '../search/CheckList';
import { Context } from '../search/Context';
import { whenSaved } from '../session/saving';
import { useSession } from '../state';

interface Props {
  readonly label: Label;
  /** Ids of annotations. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

type Row =
  | { readonly kind: 'document'; readonly path: string; readonly passages: readonly Passage[] }
  | { readonly kind: 'passage'; readonly passage: Passage };

/** A heading for each document, its passages below. */
function rowsOf(passages: readonly Passage[]): Row[] {
  const byDocument = new Map<string, Passage[]>();
  for (const passage of passages) {
    const held = byDocument.get(passage.document);
    if (held) held.push(passage);
    else byDocument.set(passage.document, [passage]);
  }
  return [...byDocument].flatMap(([path, held]): Row[] => [
    { kind: 'document', path, passages: held },
    ...held.map((passage): Row => ({ kind: 'passage', passage })),
  ]);
}

/** The own annotations of LABEL in the whole project, in context, to be checked one by one. */
export function ChosenPassages({ label, chosen, onChoose }: Props) {
  const [words, setWords] = useState('');
  // What is not on the disk yet would be missing.
  useEffect(() => whenSaved(() => void readPassages()), []);
  const failure = useSession((state) => state.passages?.failure);
  const passages = useOwnPassages(label.id);
  const wanted = words.trim().toLowerCase();
  const shown =
    passages?.filter(({ annotation }) => quoteOf(annotation).toLowerCase().includes(wanted)) ?? [];
  const rows = rowsOf(shown);
  const toggle = (some: readonly Passage[]) => {
    const ids = some.map(({ annotation }) => annotation.id);
    const next = new Set(chosen);
    const isFull = ids.every((id) => next.has(id));
    for (const id of ids) isFull ? next.delete(id) : next.add(id);
    onChoose(next);
  };
  const isChecked = (some: readonly Passage[]) => {
    const count = some.filter(({ annotation }) => chosen.has(annotation.id)).length;
    return count === some.length ? true : count === 0 ? false : null;
  };
  return (
    <>
      <label className="field">
        {t('schema.passages-with')}
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {failure && (
        <p className="error" role="alert">
          {failure}
        </p>
      )}
      <p className="muted">
        {passages === null
          ? t('schema.passages-reading')
          : t('schema.passages-chosen', { count: shown.length, chosen: chosen.size })}
      </p>
      <CheckList
        label={t('schema.passages-of', { label: label.name })}
        count={rows.length}
        item={(index) => {
          const row = rows[index] as Row;
          const some = row.kind === 'document' ? row.passages : [row.passage];
          return {
            content: <RowContent row={row} />,
            checked: isChecked(some),
            leftOut: null,
            heading: row.kind === 'document',
            toggle: () => toggle(some),
          };
        }}
      />
    </>
  );
}

function RowContent({ row }: { row: Row }) {
  if (row.kind === 'document') {
    return (
      <>
        <span className="clip grow">{row.path}</span>
        <span className="muted">{number(row.passages.length)}</span>
      </>
    );
  }
  const [first] = row.passage.annotation.spans;
  return first ? <Context span={first} aligned /> : null;
}
