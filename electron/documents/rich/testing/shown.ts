/** A document as lines that a person can check: every block with its look, its text, and the formats in it. */
import { Format, IMAGE, type RichText } from '../../../../core/rich';
import type { RichFormat } from '../../readers';
import { loadReader } from '../formats';

const names = Object.entries(Format);
const namesOf = (format: number) => names.filter(([, bit]) => format & bit).map(([name]) => name);

/** Of TEXT and its looks. */
export function lines(text: string, rich: RichText): string[] {
  return rich.blocks.map(({ start, end, kind, level, quoted, label, header }) => {
    const facts = [
      `${kind}${level > 0 ? level : ''}`,
      ...(quoted > 0 ? [`quoted${quoted}`] : []),
      ...(header ? ['header'] : []),
      ...(label === null ? [] : [`(${label})`]),
    ];
    const runs = rich.runs
      .filter((run) => run.start >= start && run.end <= end && run.end > start)
      .map((run) => {
        const look = [...namesOf(run.format), ...(run.link === null ? [] : [run.link])].join(' ');
        return `${JSON.stringify(text.slice(run.start, run.end))} ${look}`;
      });
    const images = rich.images
      .filter(({ at }) => at >= start && at < end)
      .map(({ alt, id }) => `image ${JSON.stringify(alt)} ${id ?? '-'}`);
    const marks = rich.marks
      .filter(({ at }) => at >= start && at <= end)
      .map(
        ({ at, label: sign }) =>
          `mark ${sign} after ${JSON.stringify(text.slice(Math.max(start, at - 6), at))}`,
      );
    const beside = [...runs, ...images, ...marks];
    return `${facts.join(' ')}: ${JSON.stringify(text.slice(start, end))}${beside.length > 0 ? ` {${beside.join('; ')}}` : ''}`;
  });
}

/** Throws unless BLOCKS cover TEXT, parted by one line end each (rule Y1). */
export function checkBlocks(text: string, { blocks }: RichText): void {
  let at = 0;
  for (const [i, { start, end }] of blocks.entries()) {
    if (i > 0 && text[at++] !== '\n') throw new Error(`no line end before block ${i}`);
    if (start !== at || end < start) throw new Error(`block ${i} starts at ${start}, not at ${at}`);
    at = end;
  }
  if (at !== text.length) throw new Error(`the blocks end at ${at} of ${text.length}`);
}

/** The same, and throws unless rows, runs, images and marks keep rules Y2 and Y3. */
export function checkRich(text: string, rich: RichText): void {
  checkBlocks(text, rich);
  const blockAt = (start: number, end: number) => {
    let [low, high] = [0, rich.blocks.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((rich.blocks[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const block = rich.blocks[low];
    if (!block || start < block.start || end > block.end)
      throw new Error(`${start} to ${end} is in no block`);
  };
  for (const { start, end, kind, table } of rich.blocks) {
    if ((kind === 'row') !== (table !== null))
      throw new Error('a row without a table, or a table without a row');
    if (kind === 'row' && text.slice(start, end).includes('\n')) throw new Error('a row of several lines');
  }
  let last = 0;
  for (const { start, end } of rich.runs) {
    if (start < last || end <= start) throw new Error(`the run at ${start} is out of order`);
    blockAt(start, end);
    last = end;
  }
  for (const { at } of rich.images) {
    if (text[at] !== IMAGE) throw new Error(`no image at ${at}`);
    blockAt(at, at + 1);
  }
  for (const { at } of rich.marks) blockAt(at, at);
}

/** What the reader of FORMAT makes of CONTENT. */
export async function shown(
  format: RichFormat,
  content: string | Uint8Array,
  name = `a.${format}`,
): Promise<string> {
  const { read } = await loadReader[format]();
  const { text, rich } = await read({
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    name,
  });
  checkBlocks(text, rich);
  return lines(text, rich).join('\n');
}
