/** Every reader of this folder on damaged files: it reads or refuses in words, and does no more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzRuns, mutations } from '../../../core/testing/mutate';
import { readHere } from './job';
import { archive, unpacked } from './testing/archives';
import { checkRich } from './testing/shown';

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../../e2e/fixtures', name));

type Format = 'md' | 'html' | 'docx' | 'epub' | 'odt';

/** Reads BYTES: what comes back must keep the rules of blocks, or say why there is nothing. */
async function tryBytes(format: Format, bytes: Uint8Array): Promise<boolean> {
  const answer = await readHere({ format, file: { bytes, name: `a.${format}` }, image: null });
  if (answer.kind === 'refused') expect(answer.reason).toMatch(/^[A-Z“].*\.$/s);
  else if (answer.kind === 'text') checkRich(answer.read.text, JSON.parse(answer.read.rich));
  // Our own mistakes come as these sentences, too.
  if (answer.kind === 'refused')
    expect(answer.reason).not.toMatch(/^It is damaged or not what its name says/);
  return answer.kind === 'text';
}

for (const [format, name] of [
  ['md', 'notes.md'],
  ['html', 'article.html'],
] as const)
  test(`[YA40] ${name}, damaged, is read or refused`, async () => {
    const whole = sample(name);
    expect(await tryBytes(format, whole)).toBe(true);
    await fc.assert(
      fc.asyncProperty(mutations(whole), async (bytes) => void (await tryBytes(format, bytes))),
      { numRuns: fuzzRuns },
    );
  });

for (const [format, name, parts] of [
  [
    'docx',
    'report.docx',
    [
      'word/document.xml',
      'word/numbering.xml',
      'word/styles.xml',
      'word/footnotes.xml',
      'word/comments.xml',
      'word/_rels/document.xml.rels',
    ],
  ],
  ['epub', 'story.epub', ['OEBPS/book.opf', 'OEBPS/two.xhtml', 'OEBPS/nav.xhtml', 'META-INF/container.xml']],
  ['odt', 'minutes.odt', ['content.xml', 'styles.xml']],
] as const)
  test(`[YA40] ${name}, damaged in its bytes or in one of its parts, is read or refused`, async () => {
    const whole = sample(name);
    const files = unpacked(whole);
    expect(await tryBytes(format, whole)).toBe(true);
    const inParts = fc
      .constantFrom(...parts)
      .chain((part) =>
        mutations(files[part] as Uint8Array).map((bytes) => archive({ ...files, [part]: bytes })),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 1, arbitrary: mutations(whole) }, { weight: 4, arbitrary: inParts }),
        async (bytes) => void (await tryBytes(format, bytes)),
      ),
      { numRuns: fuzzRuns },
    );
  });
