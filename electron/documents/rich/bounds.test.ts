/** What one file may ask for: beyond it stands a refusal, never a fall. */
import { expect, test } from 'vitest';
import type { RichFormat } from '../readers';
import { readHere } from './job';

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
