/** What a file's offsets count is found out by looking whether its quotes stand where it says. */
import type { ImportedSpan } from '../formats/imported';
import { isAlike, lineMap, once } from '../line-ends';
import { enumerated } from '../locale/numbers';
import { t } from '../locale/t';
import { type OffsetUnit, offsetTable, offsetUnits } from '../offsets';
import type { Detected, Reading } from './report';

/** A text, and the spans of it that a file names. */
export interface Quoted {
  readonly text: string;
  readonly spans: readonly ImportedSpan[];
}

/** From the file's numbers to the text: UTF-16 units, end exclusive. Null outside the text, or not `start < end`. */
export type Locate = (span: Pick<ImportedSpan, 'start' | 'end'>) => { start: number; end: number } | null;

const bomSize: Readonly<Record<OffsetUnit, number>> = { 'code-point': 1, 'utf-16': 1, byte: 3 };

/** How a file's numbers become offsets of TEXT when READ so. */
export function locator(text: string, read: Reading): Locate {
  const lines = lineMap(text);
  const counted = read.crlfOnce ? once(text) : text;
  const table = offsetTable(counted, read.unit);
  const shift = read.bomCounted ? bomSize[read.unit] : 0;
  const to = (offset: number) => {
    const inText = table.to(offset);
    return read.crlfOnce ? lines.fromOnce(inText) : inText;
  };
  return (span) => {
    const start = span.start - shift;
    const end = span.end - shift + (read.inclusive ? 1 : 0);
    if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
    if (start < 0 || start >= end || end > table.length) return null;
    const found = { start: to(start), end: to(end) };
    return found.start < found.end ? found : null;
  };
}

/** At most so many spans are tried under every reading; the one that is taken is then counted over all. */
const SAMPLE = 400;
const PER_DOCUMENT = 40;

const isTelling = ({ text }: Quoted) => /[^\0-\x7f]|\r\n/.test(text);
const hasQuote = (span: ImportedSpan) => span.exact !== null && span.exact !== '';

/** Evenly spread over ROWS, the last among them: what lies behind is what a wrong unit misses most. */
function spread<T>(rows: readonly T[], most: number): T[] {
  if (rows.length <= most) return [...rows];
  return Array.from({ length: most }, (_, i) => rows[Math.floor(((i + 1) * rows.length) / most) - 1] as T);
}

/** Texts in which readings differ come first. */
function sampleOf(documents: readonly Quoted[]): Quoted[] {
  const quoted = documents.filter(({ spans }) => spans.some(hasQuote));
  const telling = quoted.filter(isTelling);
  const rows = telling.length > 0 ? telling : quoted;
  const each = Math.max(PER_DOCUMENT, Math.floor(SAMPLE / Math.max(1, rows.length)));
  return spread(rows, Math.ceil(SAMPLE / PER_DOCUMENT)).map(({ text, spans }) => ({
    text,
    spans: spread(spans.filter(hasQuote), each),
  }));
}

/** How many quotes of DOCUMENT stand where the file says when its numbers are read so. */
export function fits({ text, spans }: Quoted, read: Reading): number {
  const quoted = spans.filter(hasQuote);
  if (quoted.length === 0) return 0;
  const locate = locator(text, read);
  return quoted.filter((span) => {
    const at = locate(span);
    return at !== null && isAlike(text.slice(at.start, at.end), span.exact as string);
  }).length;
}

/** Every reading, the likeliest first: FIRST's unit, ends exclusive, line ends as they are, no byte order mark. */
function readings(first: OffsetUnit): Reading[] {
  const units = [first, ...offsetUnits.filter((unit) => unit !== first)];
  const either = [false, true];
  return either.flatMap((bomCounted) =>
    either.flatMap((crlfOnce) =>
      either.flatMap((inclusive) =>
        units.map((unit): Reading => ({ unit, inclusive, crlfOnce, bomCounted })),
      ),
    ),
  );
}

/** The reading under which most quotes of DOCUMENTS stand. FIRST is the unit that the file states, else the usual one. */
export function detect(documents: readonly Quoted[], first: OffsetUnit): Reading {
  const sample = sampleOf(documents);
  const wanted = sample.reduce((sum, { spans }) => sum + spans.length, 0);
  let [best, most] = [readings(first)[0] as Reading, -1];
  for (const read of readings(first)) {
    const fitting = sample.reduce((sum, it) => sum + fits(it, read), 0);
    // Among equals the one before stays.
    if (fitting > most) [best, most] = [read, fitting];
    if (most === wanted) break;
  }
  return best;
}

/** A reading for people, with how many of QUOTES fit. */
export function described(read: Reading, fitting: number, quotes: number): Detected {
  const how = enumerated([
    t(`import.unit.${read.unit}`),
    ...(read.inclusive ? [t('import.unit.inclusive')] : []),
    ...(read.crlfOnce ? [t('import.unit.crlf')] : []),
    ...(read.bomCounted ? [t('import.unit.bom')] : []),
  ]);
  const words =
    quotes === 0
      ? t('import.unit.unchecked', { how })
      : t('import.unit.fits', { how, fits: fitting, quotes });
  return { ...read, fits: fitting, quotes, words };
}
