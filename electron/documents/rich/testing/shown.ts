/** A document as lines that a person can check: every block with its look, its text, and the formats in it. */
import { Format, type RichText } from '../../../../core/rich';
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
