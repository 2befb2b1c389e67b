/** Who speaks when in the transcript of a conversation: found in its text, which stays as it is. */
import type { Span } from './model';
import { paragraphAt } from './paragraphs';

/** One turn: what somebody says until the next one begins. */
export interface Turn {
  /** As the text has it: `ANNA`, `Speaker 1`. */
  readonly speaker: string;
  /** From its first line to the next turn, the name included; empty lines at its end are not. */
  readonly span: Span;
  /** What is said, without the name and the time. */
  readonly words: Span;
}

/** Texts above this many UTF-16 units are not looked through: no conversation is as long. */
const LONGEST = 5_000_000;
/** A name has at most this many units and words: longer ones are sentences that end in a colon. */
const LONGEST_NAME = 40;
const MOST_WORDS = 4;
/** More speakers than this are the entries of a list. */
const MOST_SPEAKERS = 20;
/** With fewer turns, nobody can tell a conversation from a text with colons in it. */
const FEWEST_TURNS = 6;

const time = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`;
const date = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`;
const name = String.raw`(?<name>\p{L}[\p{L}\p{M}\p{N} .'’_-]*?|\+[\d \u00a0-]{6,20})`;

/** `ANNA: …`, `I: …`: with nothing but the name, one that stands there once is rather words before a colon. */
const bare = new RegExp(String.raw`^${name}[ \t]?(?:：[ \t]*|:(?:[ \t]+|$))`, 'u');

/** How transcripts are written, and what must hold of their names. */
const shapes: readonly RegExp[] = [
  // WhatsApp: `[12/05/2024, 10:31:07] Anna: …`, `12.05.24, 10:31 - Anna: …`
  new RegExp(
    String.raw`^[\u200e\u200f]?\[?${date},? ${time}(?:[ \u202f][AaPp]\.?[Mm]\.?)?\]?(?: [-–])? ${name}: `,
    'u',
  ),
  // `[00:01:02] Speaker 1: …`, `00:01 Anna: …`
  new RegExp(String.raw`^${time}[ \t]+${name}[:：][ \t]*`, 'u'),
  // `Speaker 1 (00:01:02): …`, `Anna [00:01]: …`, and with the words on the next line
  new RegExp(String.raw`^${name}[ \t]+${time}[:：]?[ \t]*`, 'u'),
  bare,
];

interface Found {
  readonly speaker: string;
  readonly at: number;
  readonly words: number;
}

/** The lines of TEXT that SHAPE says begin a turn, and how many lines hold anything. */
function beginnings(
  text: string,
  shape: RegExp,
): { readonly found: readonly Found[]; readonly lines: number } {
  const found: Found[] = [];
  let lines = 0;
  for (let at = 0; at <= text.length; ) {
    const { start, end } = paragraphAt(text, at);
    const line = text.slice(start, Math.min(end, start + 120));
    if (line.trim() !== '') lines++;
    const match = shape.exec(line);
    const speaker = match?.groups?.name?.trim() ?? '';
    if (match && speaker.length <= LONGEST_NAME && speaker.split(/\s+/).length <= MOST_WORDS)
      found.push({ speaker, at: start, words: start + match[0].length });
    // Over the line end, whatever it is.
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return { found, lines };
}

function countsOf(turns: readonly { readonly speaker: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of turns) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}

/**
 * Names that come back are speakers; a conversation is one where few of them take turns, again and again, and hardly
 * anything stands outside of them. So words with a colon in the news, entries of a dictionary (each once), lists of
 * facts and poems are none; a play is one, if its speakers stand before their lines.
 */
function isConversation(found: readonly Found[], lines: number): boolean {
  if (found.length < FEWEST_TURNS || found.length < 0.15 * lines) return false;
  const counts = countsOf(found);
  const often = [...counts.values()].filter((count) => count > 1);
  if (often.length < 2 || counts.size > MOST_SPEAKERS) return false;
  const turns = often.reduce((sum, count) => sum + count, 0);
  if (turns < 0.8 * found.length) return false;
  // Fields that come in the same order each time (`Name: … Age: …`) are records and not a talk: nobody answers twice
  // alike for ever. With two names that order is a talk.
  if (often.length < 3) return true;
  const after = new Map<string, Set<string>>();
  for (const [i, { speaker }] of found.slice(0, -1).entries())
    after.set(speaker, (after.get(speaker) ?? new Set()).add(found[i + 1]?.speaker ?? ''));
  return [...after.values()].some((next) => next.size > 1);
}

function returning(found: readonly Found[]): readonly Found[] {
  const counts = countsOf(found);
  return found.filter(({ speaker }) => (counts.get(speaker) ?? 0) > 1);
}

/** The turns of TEXT; null when it is no transcript. What stands before the first turn belongs to none. */
export function turnsOf(text: string): readonly Turn[] | null {
  if (text.length > LONGEST) return null;
  for (const shape of shapes) {
    const { found, lines } = beginnings(text, shape);
    if (!isConversation(found, lines)) continue;
    const turns = shape === bare ? returning(found) : found;
    return turns.map(({ speaker, at, words }, i) => {
      const end = turns[i + 1]?.at ?? text.length;
      const said = text.slice(words, end);
      const last = words + said.trimEnd().length;
      const first = Math.min(words + said.length - said.trimStart().length, last);
      return { speaker, span: { start: at, end: last }, words: { start: first, end: last } };
    });
  }
  return null;
}

/** Who speaks, and how often; who speaks most comes first. */
export function speakersOf(
  turns: readonly Turn[],
): readonly { readonly name: string; readonly turns: number }[] {
  return [...countsOf(turns)]
    .map(([name, count]) => ({ name, turns: count }))
    .sort((a, b) => b.turns - a.turns);
}

/** The next (1) or previous turn of whoever speaks at OFFSET; at no turn, the next or previous one at all. */
export function turnFrom(turns: readonly Turn[], offset: number, step: -1 | 1): Turn | undefined {
  const here = turns.findIndex(
    ({ span }, i) => offset >= span.start && offset < (turns[i + 1]?.span.start ?? Infinity),
  );
  const speaker = turns[here]?.speaker;
  const others = step > 0 ? turns.slice(here + 1) : turns.slice(0, Math.max(here, 0)).reverse();
  return speaker === undefined ? others[0] : others.find((it) => it.speaker === speaker);
}
