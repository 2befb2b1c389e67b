import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { column, misplaced, pdf } from './documents/rich/testing/pdf';
import { readInThread } from './documents/rich/thread';
import { type Bundle, bundle } from './storage/testing/bundle';

let reader: Bundle;
beforeAll(async () => {
  reader = await bundle(join(import.meta.dirname, 'reader.ts'));
}, 60_000);
afterAll(() => reader.remove());

test('[YA68] in its thread too, and the thread goes on', async () => {
  const read = readInThread(reader.file);
  const whole = pdf([column(['The first page.'], 60, 700), column(['The second page.'], 60, 700)]);
  // The fourth object is the first page: pdf.js finds them all the same, but leaves a promise to nobody on its way.
  for (const bytes of [misplaced(whole, 4), misplaced(whole, 4), whole])
    expect(await read({ format: 'pdf', file: { name: 'a.pdf', bytes }, image: null })).toMatchObject({
      kind: 'text',
      read: { text: 'The first page.\n\nThe second page.' },
    });
});
