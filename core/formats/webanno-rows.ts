/** The rows of a WebAnno TSV 3 file: its layers, its text put together again, its units with their columns. */

import { t } from '../locale/t';
import { type ImportProblem, NotReadable } from './imported';
import { unescapeLine } from './webanno-text';
import { atLine, inFile } from './where';

export interface TsvLayer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly type: string;
  /** As declared, one for each column; empty for a column that only says that something stands there. */
  readonly columns: readonly string[];
  /** Of its first column. */
  readonly at: number;
}

export interface TsvRow {
  /** `1-3`, `1-3.2`. */
  readonly unit: string;
  readonly begin: number;
  readonly end: number;
  readonly token: string;
  readonly cells: readonly string[];
  readonly line: number;
}

export interface TsvFile {
  readonly layers: readonly TsvLayer[];
  readonly text: string;
  readonly rows: readonly TsvRow[];
}

const kinds = { T_SP: 'span', T_RL: 'relation', T_CH: 'chain' } as const;

/** So much may lie between sentences, in UTF-16 units: a number larger than this is damage. */
const GAP = 1_000_000;

function layerIn(line: string, at: number): TsvLayer | null {
  const found = /^#(T_SP|T_RL|T_CH)=(.*)$/.exec(line);
  if (!found) return null;
  const [type = '', ...columns] = (found[2] as string).split('|').filter((it) => it !== '');
  return {
    kind: kinds[found[1] as keyof typeof kinds],
    type,
    columns: columns.length > 0 ? columns : [''],
    at,
  };
}

function rowIn(text: string, line: number): TsvRow | null {
  const [unit = '', place = '', token = '', ...cells] = text.split('\t');
  const [begin, end] = (/^(\d{1,12})-(\d{1,12})$/.exec(place) ?? []).slice(1).map(Number);
  if (!/^\d+-\d+(?:\.\d+)?$/.test(unit) || begin === undefined || end === undefined || begin > end)
    return null;
  return { unit, begin, end, token, cells, line };
}

/** Reads what FILE says. Throws NotReadable when it is of another format; rows that can't be read are PROBLEMS. */
export function tsvFile(file: string, name: string, problems: ImportProblem[]): TsvFile {
  const lines = file.split('\n').map((it) => (it.endsWith('\r') ? it.slice(0, -1) : it));
  if (!/^#FORMAT=WebAnno TSV 3\.\d+\s*$/.test(lines[0] ?? ''))
    throw new NotReadable(t('problems.no-webanno', { file: name }));
  const layers: TsvLayer[] = [];
  const rows: TsvRow[] = [];
  const parts: string[] = [];
  let length = 0;
  let sentence: string[] = [];
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const width = () => layers.reduce((sum, it) => sum + it.columns.length, 0);
  for (const [n, line] of lines.entries()) {
    const where = inFile(name, atLine(n + 1));
    if (n === 0 || line.trim() === '') continue;
    const layer = rows.length === 0 ? layerIn(line, width()) : null;
    if (layer) layers.push(layer);
    else if (line.startsWith('#Text=')) sentence.push(unescapeLine(line.slice(6)));
    else if (line.startsWith('#')) continue;
    else {
      const row = rowIn(line, n + 1);
      if (row === null) {
        problems.push({ where, reason: t('problems.no-row') });
        continue;
      }
      if (sentence.length > 0) {
        const text = sentence.join('\n');
        sentence = [];
        // The sentence begins as far before its first token as the token stands in it.
        const begin = row.begin - Math.max(0, text.indexOf(row.token));
        const gap = begin - length;
        if (gap > GAP) throw new NotReadable(t('problems.sentence-far', { where }));
        if (gap < 0) problems.push({ where, reason: t('problems.sentence-early') });
        // What stood between is not told: line ends behind a sentence, spaces before the first.
        else if (gap > 0) put(length === 0 ? ' '.repeat(gap) : `${' '.repeat(gap - 1)}\n`);
        put(text);
      }
      if (row.cells.length < width())
        problems.push({ where, reason: t('problems.columns', { columns: row.cells.length, all: width() }) });
      rows.push(row);
    }
  }
  return { layers, text: parts.join(''), rows };
}
