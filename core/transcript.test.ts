import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speakersOf, turnFrom, turnsOf } from './transcript';

const talk = [
  ['I', 'How long have you lived by the river?'],
  ['Anna', 'Since the bridge was built.\nThat is twenty years.'],
  ['I', 'And before?'],
  ['Anna', 'On the hill: it was dry there.'],
  ['I', 'Did you like it?'],
  ['Anna', 'No.'],
] as const;

const written: readonly (readonly [string, (speaker: string, words: string, n: number) => string])[] = [
  ['a name and a colon', (speaker, words) => `${speaker}: ${words}`],
  ['a name and a tab', (speaker, words) => `${speaker}:\t${words}`],
  ['the name on a line of its own', (speaker, words) => `${speaker}:\n${words}`],
  ['a time before the name', (speaker, words, n) => `[00:0${n}:10] ${speaker}: ${words}`],
  ['a time behind the name', (speaker, words, n) => `${speaker} (00:0${n}:10)\n${words}`],
  ['WhatsApp on an iPhone', (speaker, words, n) => `[12/05/2024, 10:3${n}:07] ${speaker}: ${words}`],
  ['WhatsApp on Android', (speaker, words, n) => `12.05.24, 10:3${n} - ${speaker}: ${words}`],
  ['WhatsApp with twelve hours', (speaker, words, n) => `5/12/24, 10:3${n}\u202fPM - ${speaker}: ${words}`],
];

for (const end of ['\n', '\r\n', '\n\n'])
  test.each(written)(`[TR1] turns with %s, lines ended by ${JSON.stringify(end)}`, (_, line) => {
    const text = `An interview${end}${talk.map(([speaker, words], n) => line(speaker, words, n)).join(end)}${end}`;
    const turns = turnsOf(text);
    expect(turns?.map(({ speaker, words }) => [speaker, text.slice(words.start, words.end)])).toEqual(talk);
    expect(speakersOf(turns ?? [])).toEqual([
      { name: 'I', turns: 3 },
      { name: 'Anna', turns: 3 },
    ]);
  });

test.each([
  ['Chinese', '问：你几点到？\n答：六点。\n问：一个人？\n答：两个人。\n问：然后呢？\n答：回家。'],
  ['numbered speakers', 'Speaker 1: a\nSpeaker 2: b\nSpeaker 3: c\nSpeaker 1: d\nSpeaker 3: e\nSpeaker 2: f'],
  [
    'a play',
    'MARTA: You are late.\nPILOT: It rains.\nMARTA: It always does.\nBOY: Look!\nMARTA: Where?\nPILOT: There.\nBOY: Gone.',
  ],
])('[TR1] a conversation in %s is one', (_, text) => {
  expect(turnsOf(text)?.length).toBeGreaterThan(5);
});

test.each([
  [
    'news',
    'The mayor was clear: no bridge. Her reason: money.\nOne thing is certain: it rains.\nAsked why, he said: “Well.”\nThe plan: wait.\nThe cost: two million.\nThe end: open.\nThe mayor left.\n'.repeat(
      1,
    ),
  ],
  ['a poem', Array.from({ length: 12 }, (_, i) => `The river goes on,\nand says: ${i}.`).join('\n')],
  ['a dictionary', Array.from({ length: 30 }, (_, i) => `word${i}: what it means`).join('\n')],
  ['records', 'Name: Anna\nAge: 34\nTown: Bonn\n\n'.repeat(8)],
  ['a letter', 'Dear Anna,\n\nHere is my list: bread, milk.\n\nYours, Berta\nPS: And salt.\nPS: And soap.'],
  [
    'times of a day',
    Array.from({ length: 10 }, (_, i) => `0${i}:00 Breakfast is served and the ferry leaves.`).join('\n'),
  ],
  ['a log', Array.from({ length: 20 }, (_, i) => `2024-05-12 10:31:${10 + i} ERROR: disk`).join('\n')],
  ['too few turns', 'I: Yes?\nAnna: No.\nI: Why?\nAnna: So.'],
  [
    'a novel with a little talk in it',
    `${'It rained all day and nobody came.\n'.repeat(60)}Anna: Yes.\nBert: No.\nAnna: Yes.\nBert: No.\nAnna: Yes.\nBert: No.`,
  ],
  ['nothing', ''],
])('[TR2] %s is no transcript', (_, text) => {
  expect(turnsOf(text)).toBeNull();
});

test('[TR3] the turns of a speaker are walked both ways, from wherever one is', () => {
  const text = talk.map(([speaker, words]) => `${speaker}: ${words}`).join('\n');
  const turns = turnsOf(text) ?? [];
  const said = (offset: number, step: -1 | 1) => {
    const found = turnFrom(turns, offset, step);
    return found && text.slice(found.words.start, found.words.end);
  };
  expect(said(0, 1)).toBe('And before?');
  expect(said(text.indexOf('twenty'), 1)).toBe('On the hill: it was dry there.');
  expect(said(text.indexOf('dry'), -1)).toMatch(/^Since the bridge/);
  expect(said(0, -1)).toBeUndefined();
  expect(said(text.length, 1)).toBeUndefined();
  expect(turnFrom(turnsOf(`A head.\n${text}`) ?? [], 0, 1)?.speaker).toBe('I');
});

test('[TR4] whatever stands in a text, turns follow each other in it, and their words lie inside them', () => {
  const line = fc.tuple(fc.constantFrom('A: ', 'B: ', 'C: ', '', '[00:01] A: '), fc.string());
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const text = lines.map((it) => it.join('')).join(end);
      let at = 0;
      for (const { span, words } of turnsOf(text) ?? []) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(words.start).toBeGreaterThanOrEqual(span.start);
        expect(words.end).toBeGreaterThanOrEqual(words.start);
        expect(span.end).toBeGreaterThanOrEqual(words.end);
        at = span.end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
  );
});
