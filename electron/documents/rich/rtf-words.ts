/** What control words of RTF mean that need no more than a table (specification 1.9.1). */
import { Format } from '../../../core/rich';

/** Words and symbols that stand for characters. */
export const rtfCharacters: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '{': '{',
  '}': '}',
  '\\': '\\',
  tab: '\t',
  '\t': '\t',
  line: '\n',
  lbr: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/** Which format a word switches on, or off with 0. */
export const rtfFormats: Readonly<Record<string, number>> = {
  b: Format.bold,
  i: Format.italic,
  strike: Format.strike,
  striked: Format.strike,
  sub: Format.sub,
  super: Format.sup,
  ul: Format.underline,
  uld: Format.underline,
  uldash: Format.underline,
  uldb: Format.underline,
  ulth: Format.underline,
  ulw: Format.underline,
  ulwave: Format.underline,
};

/** Groups whose content is no text of the document. */
export const rtfSkipped: ReadonlySet<string> = new Set(
  'colortbl info filetbl listtable listoverridetable rsidtbl revtbl nonshppict nonesttables objdata objclass shprslt sp xe tc rxe private generator themedata datastore xmlnstbl latentstyles bkmkstart bkmkend atnid atnref atndate atntime atnparent ftnsep ftnsepc aftnsep aftnsepc pnseclvl pgdsctbl template'.split(
    ' ',
  ),
);

/** Groups marked as skippable that hold text all the same. */
export const rtfKept: ReadonlySet<string> = new Set(
  'annotation atnauthor fldinst footnote shppict shpinst pn pntext ud listtext nesttableprops'.split(' '),
);
