/** What stands in a subtitle's cue: its words, how they look, and who says them. */
import { Format } from '../../../core/rich';
import type { RichBuilder } from '../../../core/rich-builder';

export interface CuePiece {
  readonly text: string;
  readonly format: number;
  /** Who says it; null when the file does not tell. */
  readonly voice: string | null;
}

const formats: Readonly<Record<string, number>> = {
  b: Format.bold,
  i: Format.italic,
  u: Format.underline,
  s: Format.strike,
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

function entity(whole: string, name: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return entities[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** WebVTT's references to characters (HTML’s few that people use, and all numbers). */
const decoded = (text: string) => text.replace(/&(#?\w{1,8});/g, entity);

/** Pieces of CONTENT between TAGS; each tag says what it does to the look and the voice, or that it is text. */
function pieces(
  content: string,
  tags: RegExp,
  step: (tag: string, now: Omit<CuePiece, 'text'>) => Omit<CuePiece, 'text'> | null,
): CuePiece[] {
  const made: CuePiece[] = [];
  let now: Omit<CuePiece, 'text'> = { format: 0, voice: null };
  let at = 0;
  for (const found of content.matchAll(tags)) {
    const next = step(found[0], now);
    if (next === null) continue;
    if (found.index > at) made.push({ text: content.slice(at, found.index), ...now });
    at = found.index + found[0].length;
    now = next;
  }
  if (at < content.length) made.push({ text: content.slice(at), ...now });
  return made;
}

function styled(tag: string, format: number): number {
  const [, closing, name = ''] = /^<(\/?)(\w*)/.exec(tag) ?? [];
  const bit = formats[name.toLowerCase()] ?? 0;
  return closing ? format & ~bit : format | bit;
}

/** Of SubRip: a few tags of HTML, places as `{\an8}`; an `&` is an `&`, and what is no such tag is text. */
export const srtPieces = (content: string, out: RichBuilder): CuePiece[] =>
  pieces(content, /<\/?(?:[bius]|font(?: [^<>\n]*)?)>|\{\\[^{}\n]*\}/gi, (tag, now) => {
    if (tag.startsWith('{')) out.omit('cue-places', tag);
    return { ...now, format: styled(tag, now.format) };
  });

/** Of WebVTT: every tag is one (its section 4.2.2); `<v Anna>` says who speaks until another does. */
export const vttPieces = (content: string, out: RichBuilder): CuePiece[] =>
  pieces(content, /<[^<>]*>/g, (tag, now) => {
    const voice = /^<v(?:\.[^\s>]*)?\s+([^>]*)>$/.exec(tag)?.[1];
    if (voice !== undefined) return { ...now, voice: decoded(voice).replace(/\s+/g, ' ').trim() || null };
    if (/^<[\d:.]+>$/.test(tag)) out.omit('cue-times', tag);
    return { ...now, format: styled(tag, now.format) };
  }).map((piece) => ({ ...piece, text: decoded(piece.text) }));
