/** Words, sentences and paragraphs made up at random from a seed: the same text in every run. */

/** Numbers in [0, 1), always the same ones for the same SEED (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const onsets = ['b', 'br', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou', 'é'];
const codas = ['', '', '', 'l', 'n', 'r', 's', 't'];

const pickFrom = <T>(list: readonly T[], random: () => number) =>
  list[Math.floor(random() * list.length)] as T;

function makeWord(random: () => number): string {
  let word = '';
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--)
    word += pickFrom(onsets, random) + pickFrom(vowels, random) + pickFrom(codas, random);
  return word;
}

const vocabulary = Array.from({ length: 4000 }, (_, at) => makeWord(randomFrom(at + 1)));

/** A word that stands in the text once in some 200 KB: far enough apart to jump from one to the next. */
export const landmark = 'Xyqua';
/** One paragraph in so many holds the landmark. */
const LANDMARK_EVERY = 650;
/** A word of ten letters and more that stands in the text once in some thousand words. */
export const ordinaryWord = vocabulary.slice(20).find((word) => word.length >= 7) as string;

/** Few words are frequent and many are rare, as in any language. */
const nextWord = (random: () => number) => vocabulary[Math.floor(4000 * random() ** 3)] as string;

const capital = (word: string) => (word[0] as string).toUpperCase() + word.slice(1);

function sentence(random: () => number): string {
  const words = Array.from({ length: 5 + Math.floor(random() * 14) }, () => nextWord(random));
  if (words.length > 10) words[4] += ',';
  const text = `${capital(words.join(' '))}.`;
  return random() < 0.1 ? `“${text}”` : text;
}

/**
 * Paragraphs of some 300 characters and headings between them, together SIZE bytes of UTF-8 or a little more.
 * Its curly quotes make every engine hold it as two bytes a character, as most real texts.
 */
export function makeText(size: number, seed: number): string {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let bytes = 0, at = 0; bytes < size; at++) {
    const sentences = at % 20 === 0 ? 1 : 1 + Math.floor(random() * 6);
    let text = Array.from({ length: sentences }, () => sentence(random)).join(' ');
    if (at % LANDMARK_EVERY === 7) text = `${landmark} ${text}`;
    paragraphs.push(text);
    bytes += Buffer.byteLength(text) + 1;
  }
  return `${paragraphs.join('\n')}\n`;
}
