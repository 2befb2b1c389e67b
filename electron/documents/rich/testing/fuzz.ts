/** Damaged files for a reader: it reads or refuses them, and what it makes keeps the rules of rich text. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { IMAGE, type RichText } from '../../../../core/rich';
import { fuzzRuns, mutations } from '../../../../core/testing/mutate';
import type { RichFormat } from '../../readers';
import { readHere } from '../job';
import { checkBlocks } from './shown';

/** Throws unless Y1 to Y3 hold. */
export function checkRich(text: string, rich: RichText): void {
  checkBlocks(text, rich);
  expect(/\p{Cs}/u.test(text)).toBe(false);
  for (const { start, end, kind, table } of rich.blocks) {
    expect(kind === 'row').toBe(table !== null);
    if (kind === 'row') expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
  }
  let [at, block] = [0, 0];
  for (const { start, end } of rich.runs) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    while ((rich.blocks[block]?.end ?? Infinity) < start) block++;
    expect(end).toBeLessThanOrEqual(rich.blocks[block]?.end ?? -1);
    at = end;
  }
  for (const image of rich.images) expect(text[image.at]).toBe(IMAGE);
  for (const mark of rich.marks) expect(mark.at).toBeLessThanOrEqual(text.length);
}

/** Every damaged version of FILE is read or refused with words. */
export async function fuzzRich(format: RichFormat, file: string | Uint8Array): Promise<void> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  await fc.assert(
    fc.asyncProperty(mutations(bytes), async (damaged) => {
      const answer = await readHere({ format, file: { bytes: damaged, name: `a.${format}` }, image: null });
      if (answer.kind === 'text') checkRich(answer.read.text, JSON.parse(answer.read.rich));
      else expect(answer.kind === 'refused' && answer.reason).toMatch(/\.$/);
    }),
    { numRuns: fuzzRuns },
  );
}
