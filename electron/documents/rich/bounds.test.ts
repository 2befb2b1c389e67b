/** What one file may ask for: beyond it stands a refusal, never a fall. */
import { expect, test } from 'vitest';
import type { RichFormat } from '../readers';
import { imageOf } from './image-type';
import { readHere } from './job';
import { MOST_IMAGE_BYTES } from './read';
import { archive } from './testing/archives';

async function outcome(format: RichFormat, content: string): Promise<string> {
  const bytes = Buffer.from(content);
  const answer = await readHere({ format, file: { bytes, name: `a.${format}` }, image: null });
  if (answer.kind === 'text') return answer.read.text.replace(/\s+/g, ' ');
  return answer.kind === 'refused' ? answer.reason : 'an image';
}

test('[YA43] more than a million blocks are refused, a hundred thousand rows are read', async () => {
  expect(await outcome('html', '<hr>'.repeat(1_000_001))).toMatch(
    /^It has more than 1,000,000 paragraphs and rows\./,
  );
  const rows = '<tr><td>a<td>b'.repeat(100_000);
  expect((await outcome('html', `<table>${rows}</table>`)).length).toBe(100_000 * 4 - 1);
}, 60_000);

test('[YA43] markup that is nested without measure is read or refused in words', async () => {
  expect(await outcome('html', `${'<div>'.repeat(100_000)}deep`)).toBe('deep');
  expect(await outcome('md', `${'> '.repeat(200)}deep`)).toBe('deep');
  expect(await outcome('md', `${'> '.repeat(4_000)}deep`)).toBe(
    'What it holds is nested too deep to be read.',
  );
}, 60_000);

test('[YA43] a chapter of a book that is nested 200 deep is read', async () => {
  const book = archive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'b.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body>${'<div>'.repeat(200)}deep${'</div>'.repeat(200)}</body></html>`,
  });
  const answer = await readHere({ format: 'epub', file: { bytes: book, name: 'a.epub' }, image: null });
  expect(answer.kind === 'text' && answer.read.text).toBe('deep');
});

test('[YA43] an image of more bytes than a window should hold is none', () => {
  const image = (size: number) => {
    const bytes = new Uint8Array(size);
    bytes.set(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    return imageOf(bytes)?.type ?? null;
  };
  expect(image(MOST_IMAGE_BYTES)).toBe('image/png');
  expect(image(MOST_IMAGE_BYTES + 1)).toBeNull();
});
