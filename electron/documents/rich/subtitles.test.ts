import { expect, test } from 'vitest';
import { Unreadable } from './read';
import { read } from './subtitles';
import { fuzzRich } from './testing/fuzz';
import { shown } from './testing/shown';

const srt = `1
00:00:01,000 --> 00:00:02,500
<i>Good</i> morning,
{\\an8}all & <3 everyone.

2
00:00:03,000 --> 00:00:04,000
- Who is there?
3
01:00:05,000 -> 01:00:06,000 X1:40 X2:600
<font color="#ff0000"><B>I am</B></font>.

A line that nobody timed
and another

4
0:00:99 -- broken
Still text
`;

const vtt = `WEBVTT - an interview
Kind: captions

STYLE
::cue { color: red }

NOTE the microphone was moved

intro
00:01.000 --> 00:04.000 align:start
<v Anna>Hello &amp; <b.loud>welcome</b>, <00:02.000>Bert.</v>

00:05.000 --> 00:06.000
<v.loud Anna>And you?</v> <v Bert>Fine&nbsp;<c.x>thanks</c> &#x1F600; &unknown;

100:00:07.000 --> 100:00:08.000
Two
lines
`;

test('[YA59] SRT: cues are turns with their time; tags are looks, and what is no cue is kept', async () => {
  expect(await shown('srt', srt)).toMatchInlineSnapshot(`
    "turn (0:00:01): "Good morning,\\nall & <3 everyone." {"Good" italic}
    turn (0:00:03): "- Who is there?"
    turn (1:00:05): "I am." {"I am" bold}
    paragraph: "A line that nobody timed\\nand another"
    paragraph: "4\\n0:00:99 -- broken\\nStill text""
  `);
  expect((await read({ bytes: Buffer.from(srt), name: 'a.srt' })).rich).toMatchObject({
    omissions: [{ what: 'places of cues on the screen', count: 2, example: '{\\an8}' }],
    notices: ['Lines that belong to no cue are shown as they are.'],
  });
});

test('[YA60] VTT: voices name the turns, references are characters; remarks and rules for the look are told', async () => {
  expect(await shown('vtt', vtt)).toMatchInlineSnapshot(`
    "turn (0:00:01 Anna): "Hello & welcome, Bert." {"welcome" bold}
    turn (0:00:05 Anna): "And you? "
    turn (0:00:05 Bert): "Fine thanks 😀 &unknown;"
    turn (100:00:07): "Two\\nlines""
  `);
  const { rich } = await read({ bytes: Buffer.from(vtt), name: 'a.vtt' });
  expect(rich.omissions.map(({ what, count, example }) => [what, count, example])).toEqual([
    ['rules for the look of cues', 1, 'STYLE ::cue { color: red }'],
    ['remarks between cues', 1, 'NOTE the microphone was moved'],
    ['names of cues', 1, 'intro'],
    ['places of cues on the screen', 1, 'align:start'],
    ['times inside cues', 1, '<00:02.000>'],
  ]);
});

test('[YA61] subtitles with any line end, in an old encoding, of halves and NULs are read', async () => {
  const text = async (bytes: Uint8Array, name = 'a.srt') => (await read({ bytes, name })).text;
  expect(await text(Buffer.from(srt.replaceAll('\n', '\r')))).toBe(await text(Buffer.from(srt)));
  expect(await text(Buffer.from(srt.replaceAll('\n', '\r\n')))).toBe(await text(Buffer.from(srt)));
  const cue = (words: string) => `1\n00:00:01,000 --> 00:00:02,000\n${words}\n`;
  expect(await text(Buffer.from(cue('Grüße, schöne Straße'), 'latin1'))).toBe('Grüße, schöne Straße');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(cue('a\ud83db'), 'utf16le')]);
  expect(await text(utf16)).toBe('a\ufffdb');
  expect(await text(Buffer.from(`WEBVTT\n\n${cue('a\u0000b &#xD83D;&#0;')}`), 'a.vtt')).toBe(
    'a\u0000b \ufffd&#0;',
  );
});

test('[YA61] subtitles without a word are refused', () => {
  for (const nothing of ['WEBVTT\n\nNOTE nobody speaks\n', 'WEBVTT'])
    expect(() => read({ bytes: Buffer.from(nothing), name: 'a.vtt' })).toThrow(Unreadable);
});

test('[YA61] damaged subtitles are read or refused, and no more', async () => {
  await fuzzRich('srt', srt);
  await fuzzRich('vtt', vtt);
});

test('[YA61] a long recording without empty lines costs no more than its length', async () => {
  const cues = Array.from({ length: 50_000 }, (_, i) => `${i}\n00:00:01,000 --> 00:00:02,000\nwords ${i}\n`);
  const { rich } = await read({ bytes: Buffer.from(cues.join('')), name: 'a.srt' });
  expect(rich.blocks.length).toBe(50_000);
});
