import { expect, it, test } from 'vitest';
import { decode } from './decode';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const utf16 = (text: string, isBig: boolean) => {
  const little = Buffer.from(text, 'utf16le');
  return isBig
    ? Buffer.concat([Buffer.from([0xfe, 0xff]), little.swap16()])
    : Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
};

const stated = [
  { name: 'ASCII', input: bytes('plain'), text: 'plain', encoding: 'UTF-8' },
  { name: 'UTF-8', input: bytes('Zürich 東京 👩‍🚀'), text: 'Zürich 東京 👩‍🚀', encoding: 'UTF-8' },
  { name: 'UTF-8 with a BOM', input: bytes([0xef, 0xbb, 0xbf], 'Zürich'), text: 'Zürich', encoding: 'UTF-8' },
  { name: 'UTF-16LE', input: utf16('Zürich 👩', false), text: 'Zürich 👩', encoding: 'UTF-16LE' },
  { name: 'UTF-16BE', input: utf16('Zürich 👩', true), text: 'Zürich 👩', encoding: 'UTF-16BE' },
];

it.each(stated)('[D8] $name is read as its BOM or its bytes say', ({ input, text, encoding }) => {
  expect(decode(input)).toEqual({ text, encoding, guessed: false });
});

test('[D8] a second BOM is text', () => {
  expect(decode(bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], 'a')).text).toBe('\ufeffa');
});

it.each(['a\r\nb\rc\nd\t\u000b\u000c', 'e\u0301 é', 'ﬁ Å Å', '\u2028\u2029\u0085', '\ufeff inside \ufeff'])(
  '[D10] the text is what was decoded, unchanged (%j)',
  (text) => {
    expect(decode(Buffer.from(`x${text}`)).text).toBe(`x${text}`);
  },
);

/** The bytes were made with another program (Python's codecs). */
const guessed = [
  {
    encoding: 'GB18030',
    text: '中华人民共和国的首都北京是一个具有悠久历史的城市。',
    hex: 'd6d0bbaac8cbc3f1b9b2bacdb9fab5c4cad7b6bcb1b1bea9cac7d2bbb8f6bedfd3d0d3c6bec3c0facab7b5c4b3c7cad0a1a3',
  },
  {
    encoding: 'Shift_JIS',
    text: '日本の首都は東京です、主要な生活と経済に関する内です。',
    hex: '93fa967b82cc8ef1937382cd938c8b9e82c582b781418ee5977682c890b68a8882c68c6f8dcf82c98ad682b782e993e082c582b78142',
  },
  {
    encoding: 'EUC-JP',
    text: '日本の首都は東京です、主要な生活と経済に関する内です。',
    hex: 'c6fccbdca4cebcf3c5d4a4cfc5ecb5fea4c7a4b9a1a2bce7cdd7a4cac0b8b3e8a4c8b7d0bad1a4cbb4d8a4b9a4ebc6e2a4c7a4b9a1a3',
  },
  {
    encoding: 'EUC-KR',
    text: '대한민국의 수도는 서울이고 가장 큰 도시입니다.',
    hex: 'b4ebc7d1b9ceb1b9c0c720bcf6b5b5b4c220bcadbfefc0ccb0ed20b0a1c0e520c5ab20b5b5bdc3c0d4b4cfb4d92e',
  },
  {
    encoding: 'Big5',
    text: '中華民國的首都在臺北市，這是一個歷史悠久的城市。',
    hex: 'a4a4b5d8a5c1b0eaaabaadbab3a3a662bb4fa55fa5aba141b36fac4fa440add3befaa576b179a45baabaabb0a5aba143',
  },
  {
    encoding: 'windows-1251',
    text: 'Москва я великий город в России, где живут миллионы людей.',
    hex: 'cceef1eae2e020ff20e2e5ebe8eae8e920e3eef0eee420e220d0eef1f1e8e82c20e3e4e520e6e8e2f3f220ece8ebebe8eeedfb20ebfee4e5e92e',
  },
  {
    encoding: 'KOI8-R',
    text: 'Москва великий город в России, где живут миллионы людей. Зимой здесь холодно, а летом бывает очень жарко, и все едут за город на дачу.',
    hex: 'edcfd3cbd7c120d7c5ccc9cbc9ca20c7cfd2cfc420d720f2cfd3d3c9c92c20c7c4c520d6c9d7d5d420cdc9ccccc9cfced920ccc0c4c5ca2e20fac9cdcfca20dac4c5d3d820c8cfcccfc4cecf2c20c120ccc5d4cfcd20c2d9d7c1c5d420cfdec5ced820d6c1d2cbcf2c20c920d7d3c520c5c4d5d420dac120c7cfd2cfc420cec120c4c1ded52e',
  },
];

it.each(guessed)('[D9] $encoding is guessed, and said to be', ({ encoding, text, hex }) => {
  expect(decode(Buffer.from(hex, 'hex'))).toEqual({ text, encoding, guessed: true });
});

test('[D9] Windows-1252 has quotation marks and dashes where Latin-1 has controls', () => {
  const input = bytes(
    'He said: ',
    [0x93],
    'caf',
    [0xe9],
    ' ',
    [0x97],
    ' 5 ',
    [0x80, 0x94],
    ', and that it is na',
    [0xef],
    've',
  );
  expect(decode(input)).toEqual({
    text: 'He said: “café — 5 €”, and that it is naïve',
    encoding: 'Windows-1252',
    guessed: true,
  });
});

test('[D9] one odd byte at the end of much ASCII is found', () => {
  const input = Buffer.concat([
    Buffer.from('a fine day. '.repeat(100_000)),
    Buffer.from([0x63, 0x61, 0x66, 0xe9]),
  ]);
  expect(decode(input)).toMatchObject({ guessed: true });
  expect(decode(input).text.endsWith('café')).toBe(true);
});

test('[D11] UTF-8 with damaged bytes is read, and said to be damaged', () => {
  const input = Buffer.concat([
    Buffer.from('Über Zürich fährt '.repeat(50)),
    Buffer.from([0xc3]),
    Buffer.from(' 東京'.repeat(50)),
  ]);
  const { text, encoding, guessed } = decode(input);
  expect({ encoding, guessed }).toEqual({ encoding: 'UTF-8 with damaged bytes', guessed: true });
  expect(text).toContain('\ufffd');
  expect(text.startsWith('Über Zürich')).toBe(true);
});

test('[D11] UTF-16 that ends in half a unit is read', () => {
  const { text, guessed } = decode(Buffer.concat([utf16('abc', false), Buffer.from([0x61])]));
  expect({ text, guessed }).toEqual({ text: 'abc\ufffd', guessed: true });
});
