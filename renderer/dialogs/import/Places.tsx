import { importFolder } from '../../../core/exchange/names';
import type { DocumentMatch, ImportReport, ImportView, MatchedBy } from '../../../core/exchange/report';
import { plural } from '../../search/hit-rows';
import { Choice } from '../Choice';
import type { Choices } from './choices';

interface Props {
  readonly view: ImportView;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** What would be done; null before it is known. */
  readonly report: ImportReport | null;
}

const hows: Readonly<Record<MatchedBy, string>> = {
  sha256: 'the same file',
  path: 'the same path',
  name: 'the same name',
  text: 'the same text',
  lines: 'the same text but for line ends',
  new: 'new',
  none: 'left out',
};

/** So many rows are shown; more say nothing more. */
const MOST = 200;

/** Where the documents go: onto what is there, or as new ones. */
export function Places({ view, choices, onChoose, report }: Props) {
  const { documents } = choices.options;
  const choose = (how: typeof documents) =>
    onChoose({ ...choices, options: { ...choices.options, documents: how } });
  const rows = report?.documents ?? view.documents;
  return (
    <>
      <fieldset>
        <legend>Where its documents go</legend>
        <Choice
          name="documents"
          text="Onto those that are there; the others become new"
          checked={documents === 'auto'}
          onChoose={() => choose('auto')}
        />
        <Choice
          name="documents"
          text={`All as new ones, in ${importFolder(view.name)}/`}
          checked={documents === 'new'}
          onChoose={() => choose('new')}
        />
        <Choice
          name="documents"
          text="Only onto those that are there"
          checked={documents === 'existing'}
          onChoose={() => choose('existing')}
        />
      </fieldset>
      {rows.length > 0 && (
        <ul className="import-places" aria-label="Where each document goes">
          {rows.slice(0, MOST).map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two documents alike, and nothing moves
            <Place key={n} row={row} />
          ))}
          {rows.length > MOST && (
            <li className="muted">… and {plural(rows.length - MOST, 'more document')}</li>
          )}
        </ul>
      )}
    </>
  );
}

function Place({ row: { name, path, by, differs, annotations } }: { readonly row: DocumentMatch }) {
  return (
    <li className={path === null ? 'is-out' : undefined}>
      <span className="clip" title={path ?? name}>
        {path ?? (name || 'a document without a name')}
      </span>
      <span className="muted">
        {differs ? `${hows[by]}, another text` : hows[by]} · {annotations.toLocaleString()}
      </span>
    </li>
  );
}
