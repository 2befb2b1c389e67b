/** Reads CoNLL-2003 and its kin by the last column. The text is built again: the format does not keep it. */

import { t } from '../locale/t';
import { partsOf, rebuilt } from './bio';
import {
  type ImportedDocument,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
  type SourceFile,
} from './imported';
import { notReadable, plainAnnotation, plainDocument } from './read-json';
import { atLine } from './where';

interface Row {
  readonly columns: readonly string[];
  readonly line: number;
}

interface Part {
  readonly name: string;
  readonly sentences: Row[][];
}

const columnsOf = (line: string) =>
  line.includes('\t') ? line.trimEnd().split('\t') : line.trim().split(/ +/);

/** Comments of later CoNLL formats; a word `#` has its tag behind it and no `=`. */
const comment = /^#\s*(?:(newdoc(?:\s+id)?)\b|new\w+\b|[\w.:-]+\s*(?==\s))\s*=?\s*(.*)$/;

/** The documents of TEXT and their sentences, each a run of rows between empty lines. */
function partsIn(text: string): Part[] {
  const parts: Part[] = [{ name: '', sentences: [[]] }];
  let line = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    line++;
    const sentences = (parts.at(-1) as Part).sentences;
    const rows = sentences.at(-1) as Row[];
    const said = comment.exec(raw);
    const isDocument = raw.startsWith('-DOCSTART-') || said?.[1] !== undefined;
    if (isDocument) parts.push({ name: (said?.[2] ?? '').trim(), sentences: [[]] });
    else if (raw.trim() === '') {
      if (rows.length > 0) sentences.push([]);
    } else if (!said) rows.push({ columns: columnsOf(raw), line });
  }
  return parts
    .map(({ name, sentences }) => ({ name, sentences: sentences.filter((rows) => rows.length > 0) }))
    .filter(({ sentences }) => sentences.length > 0);
}

const tagOf = ({ columns }: Row) => columns.at(-1) as string;
const isTag = (row: Row) => row.columns.length > 1 && partsOf(tagOf(row)) !== undefined;

/** True where the first column counts the words of its sentence. */
const areNumbered = (rows: readonly Row[]) =>
  rows.every(({ columns }, i) => columns.length > 2 && columns[0] === String(i + 1));

export const readConll: Reader = {
  id: 'conll',
  recognises: (files) => {
    const start = (files[0]?.text() ?? '').slice(0, 4000);
    if (start.trimStart().startsWith('-DOCSTART-')) return 1;
    if (/^\s*[[{<]/.test(start)) return 0;
    const rows = partsIn(start.slice(0, start.lastIndexOf('\n') + 1)).flatMap((it) => it.sentences.flat());
    // A heading may stand first.
    const known = rows.slice(1).filter(isTag).length;
    return rows.length > 2 && known / (rows.length - 1) > 0.9 ? 0.7 : 0;
  },
  read: (files) => {
    const file = files[0];
    if (!file) throw new NotReadable(t('problems.no-file'));
    const problems: ImportProblem[] = [];
    const documents = documentsOf(file, problems);
    if (documents.length === 0) throw notReadable(file, problems);
    return { format: 'conll', documents, schema: noSchema, unit: 'utf-16', usualUnit: 'utf-16', problems };
  },
};

function documentsOf(file: SourceFile, problems: ImportProblem[]): ImportedDocument[] {
  const parts = partsIn(file.text());
  const all = parts.flatMap((it) => it.sentences.flat());
  // Labels without prefixes count as tags where no tag has one.
  const arePrefixed = all.some((row) => row.columns.length > 1 && partsOf(tagOf(row)) != null);
  const heading = all[0] && arePrefixed && !isTag(all[0]) ? all[0] : null;
  return parts.flatMap(({ name, sentences }) => {
    const tagged = sentences.flatMap((rows) => {
      const kept = rows.filter((row) => {
        const isGood = row.columns.length > 1 && row.columns[0] !== '' && (isTag(row) || !arePrefixed);
        if (!isGood && row !== heading)
          problems.push({ where: atLine(row.line), reason: t('problems.no-tagged-word') });
        return isGood;
      });
      const word = areNumbered(kept) ? 1 : 0;
      const tokens = kept.map(({ columns }) => columns[word] as string);
      return kept.length === 0 ? [] : [{ tokens, tags: kept.map(tagOf) }];
    });
    if (tagged.length === 0) return [];
    const { text, spans } = rebuilt(tagged);
    const annotations = spans.map((it, n) =>
      plainAnnotation(String(n), it.label, it.start, it.end, it.exact),
    );
    return [plainDocument(name, text, { annotations })];
  });
}
