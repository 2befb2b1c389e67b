import { expect, test } from 'vitest';
import { read } from './jsonl';
import { fuzzRich } from './testing/fuzz';
import { shown } from './testing/shown';

const reviews = `{"id": 7, "text": "Good\\nfood", "stars": 5}
{"id": 8, "text": "", "stars": null}

not json
{"id": 9, "stars": 1, "meta": {"from": "${'x'.repeat(100)}"}, "text": "😀 \\ud83d"}
{"id": 10}
`;

test('[YA58] JSONL: each line a block of its text, its other fields before it', async () => {
  expect(await shown('jsonl', reviews)).toMatchInlineSnapshot(`
    "turn (id 7 · stars 5): "Good\\nfood"
    turn (id 8): ""
    turn: "not json"
    turn (id 9 · stars 1): "😀 �"
    turn: "{\\"id\\": 10}""
  `);
  const { rich } = await read({ bytes: Buffer.from(reviews), name: 'a.jsonl' });
  expect(rich.notices).toEqual([
    'Lines that are no JSON objects are shown as they are: 4.',
    'Halves of characters that stand alone in the file are shown as �.',
  ]);
  expect(rich.omissions.map(({ what, count }) => [what, count])).toEqual([['values of other fields', 1]]);
});

test('[YA58] where no field is called text, the one with most characters is', async () => {
  const lines = '{"a":"x","quote":"long words"}\n{"a":"y","quote":"more"}';
  expect(await shown('jsonl', lines)).toBe('turn (a x): "long words"\nturn (a y): "more"');
  // A guess is told; what is called text needs no word.
  const { rich } = await read({ bytes: Buffer.from(lines), name: 'a.jsonl' });
  expect(rich.notices).toEqual(['The text of each line is its field “quote”.']);
});

test('[YA58] damaged lines are read or refused, and no more', () => fuzzRich('jsonl', reviews));

test('[YA58] a line that is nested without end stays what it is', async () => {
  const line = `{"text":${'['.repeat(200_000)}`;
  const { text } = await read({ bytes: Buffer.from(line), name: 'a.jsonl' });
  expect(text).toBe(line);
});
