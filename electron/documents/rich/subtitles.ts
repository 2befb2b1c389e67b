/**
 * Subtitles: SubRip (.srt) and WebVTT (.vtt). Projections srt/1 and vtt/1: each cue is a turn, with its beginning and
 * its speaker before it; what is no cue is kept as a paragraph. Lines stay as the file breaks them.
 */
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { decode } from '../decode';
import { type CuePiece, srtPieces, vttPieces } from './cue-text';
import { type ReadRich, Unreadable } from './read';

/** `00:01:02,500 --> 00:01:04,000 align:start`; hours may be missing, and a point may stand for the comma. */
const timing = /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-{1,2}>\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}(.*)$/;

/** Lines that follow each other without an empty one. */
function groupsOf(text: string): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') groups.push([]);
    // Some programs leave out the empty line: a time begins a cue all the same, with the number before it.
    else if (timing.test(line) && groups.at(-1)?.some((it) => timing.test(it))) {
      const before = groups.at(-1) as string[];
      const number = /^\s*\d+\s*$/.test(before.at(-1) ?? '') && before.length > 2 ? before.splice(-1) : [];
      groups.push([...number, line]);
    } else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

/** To the second, with hours: `1:02.5` is `0:01:02`. */
function shownTime(time: string): string {
  const [seconds = '', minutes = '', hours = '0'] = time
    .replace(/[.,].*/, '')
    .split(':')
    .reverse();
  return [String(Number(hours)), minutes.padStart(2, '0'), seconds.padStart(2, '0')].join(':');
}

function writeCue(time: string, pieces: readonly CuePiece[], out: RichBuilder): void {
  let voice: string | null = null;
  let isBegun = false;
  for (const piece of pieces) {
    // Another speaker in the same cue takes a turn of their own.
    const isOther = piece.voice !== null && piece.voice !== voice;
    if (!isBegun || (isOther && piece.text.trim() !== '')) {
      if (isOther) voice = piece.voice;
      out.block('turn', { label: voice === null ? time : `${time} ${voice}` });
      isBegun = true;
    }
    out.text(out.isEmpty ? piece.text.trimStart() : piece.text, piece.format);
  }
  if (!isBegun) out.block('turn', { label: time });
}

function writeGroup(group: readonly string[], isVtt: boolean, out: RichBuilder): void {
  const at = group.findIndex((line) => timing.test(line));
  if (at >= 0 && at <= 1) {
    const [, time = '', settings = ''] = timing.exec(group[at] as string) ?? [];
    const name = group[0]?.trim() ?? '';
    if (at === 1 && !/^\d+$/.test(name)) out.omit('cue-names', name);
    if (settings.trim() !== '') out.omit('cue-places', settings.trim());
    const content = group.slice(at + 1).join('\n');
    writeCue(shownTime(time), (isVtt ? vttPieces : srtPieces)(content, out), out);
    return;
  }
  const [, part] = (isVtt && /^(NOTE|STYLE|REGION)(?=\s|$)/.exec(group[0] as string)) || [];
  if (part) {
    out.omit(part === 'NOTE' ? 'cue-remarks' : 'cue-rules', group.join(' '));
    return;
  }
  out.block('paragraph');
  out.text(group.join('\n'));
  out.notice(t('reading.cues-lines'));
}

export const read: ReadRich = ({ bytes, name }) => {
  const { text, encoding, guessed } = decode(bytes);
  const isVtt = name.toLowerCase().endsWith('.vtt');
  let groups = groupsOf(text);
  if (isVtt && /^WEBVTT(\s|$)/.test(text)) {
    // Its head: facts up to the first empty line.
    const [, ...head] = groups[0] ?? [];
    groups = groups.slice(1);
    const cue = head.findIndex((line) => timing.test(line));
    if (cue >= 0) groups = [head.slice(cue), ...groups];
  }
  const out = new RichBuilder();
  for (const group of groups) writeGroup(group, isVtt, out);
  if (out.size === 0) throw new Unreadable(t('reading.cues-none'));
  return { ...out.finish(), encoding, guessed };
};
