/**
 * Rich Text Format (specification 1.9.1). Projection rtf/2: paragraphs, headings by their outline level, items with
 * the sign that the file gives them, tables row by row; footnotes and comments come at the end, as notes.
 */
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { imageOf } from './image-type';
import { type ReadImage, type ReadRich, Unreadable } from './read';
import { decodePage, pageOfCharset } from './rtf-code-pages';
import { RtfPage } from './rtf-page';
import { RtfPicture } from './rtf-picture';
import { type RtfToken, rtfTokens } from './rtf-tokens';
import { rtfCharacters, rtfFormats, rtfKept, rtfSkipped } from './rtf-words';

/** What a group inherits and gives back when it ends. */
interface State {
  readonly format: number;
  readonly link: string | null;
  /** Tracked as deleted, or hidden. */
  readonly gone: 'deleted' | 'hidden' | null;
  /** How many characters stand for those who can't read a `\u`. */
  readonly stand: number;
  readonly page: number;
  readonly isSkipped: boolean;
  /** The list that the group is, where its words mean something else. */
  readonly table: 'fonts' | 'styles' | null;
  /** The picture that the group is. */
  readonly picture: RtfPicture | null;
  /** Called with the text that was put aside for this group, when it ends. */
  readonly close: (() => void) | null;
}

const start: State = {
  format: 0,
  link: null,
  gone: null,
  stand: 1,
  page: 1252,
  isSkipped: false,
  table: null,
  picture: null,
  close: null,
};

/** No program writes groups that stand deeper in each other. */
const DEEPEST = 5_000;

class RtfReading {
  private readonly stack: State[] = [];
  private now = start;
  private readonly page: RtfPage;
  /** Bytes wait, because two of them may be one character. */
  private waiting: number[] = [];
  private toSkip = 0;
  private isStarred = false;
  private readonly fonts = new Map<number, number>();
  private font = 0;
  private documentPage = 1252;
  /** How deep the list of styles stands. */
  private stylesAt = 0;
  private style = { number: 0, level: null as number | null, name: '' };
  private pictures = 0;
  /** The bytes of the picture that is wanted. */
  found: Uint8Array | null = null;

  /** WANTED: the id of a picture whose bytes are kept. */
  constructor(
    private readonly out: RichBuilder,
    private readonly wanted: string | null = null,
  ) {
    this.page = new RtfPage(out);
  }

  take(token: RtfToken): void {
    if (token.kind === 'bytes') {
      this.bytes(token.bytes);
      return;
    }
    this.flush();
    if (token.kind === 'data') this.now.picture?.data(Uint8Array.from(token.bytes));
    else if (token.kind === 'word') {
      const isStarred = this.isStarred;
      this.isStarred = token.name === '*';
      if (this.toSkip > 0 && token.name !== 'u') this.toSkip--;
      if (isStarred && !rtfKept.has(token.name)) this.now = { ...this.now, isSkipped: true };
      else if (!this.isStarred) this.word(token.name, token.value);
    } else if (token.kind === 'open') this.open();
    else this.closeGroup();
  }

  finish(): void {
    this.flush();
    if (this.stack.length > 0) this.out.notice(t('reading.rtf-cut'));
    while (this.stack.length > 0) this.closeGroup();
    this.page.finish();
  }

  private open(): void {
    if (this.stack.length >= DEEPEST) throw new Unreadable(t('reading.rtf-deep'));
    this.stack.push(this.now);
    // What stands in groups inside a picture says how it came about.
    const isSkipped = this.now.isSkipped || this.now.picture !== null;
    this.now = { ...this.now, isSkipped, picture: null, close: null };
    this.toSkip = 0;
    this.isStarred = false;
  }

  private closeGroup(): void {
    this.toSkip = 0;
    this.now.close?.();
    if (this.now.table === 'styles' && this.stack.length === this.stylesAt + 1) {
      this.page.addStyle(this.style);
      this.style = { number: 0, level: null, name: '' };
    }
    this.now = this.stack.pop() ?? start;
  }

  private bytes(bytes: readonly number[] | Uint8Array): void {
    if (this.now.picture) {
      this.now.picture.digits(Uint8Array.from(bytes));
      return;
    }
    for (const byte of bytes) {
      if (this.toSkip > 0) this.toSkip--;
      else this.waiting.push(byte);
    }
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Uint8Array.from(this.waiting);
    this.waiting = [];
    this.text(decodePage(bytes, this.now.page));
  }

  private text(text: string): void {
    const { isSkipped, table, gone, format, link } = this.now;
    if (table === 'styles') this.style.name += text;
    if (isSkipped || table !== null) return;
    if (gone === 'deleted') this.out.omit('tracked-deletions', text);
    else if (gone === 'hidden') this.out.omit('hidden-passages', text);
    else this.page.text(text, format, link);
  }

  private word(name: string, value: number | null): void {
    const { now } = this;
    if (now.table !== null) this.wordOfTable(name, value);
    else if (now.picture) now.picture.word(name, value);
    else if (rtfSkipped.has(name)) this.now = { ...now, isSkipped: true };
    else if (name === 'ud') this.now = { ...now, isSkipped: false };
    else if (now.isSkipped) return;
    else if (rtfCharacters[name] !== undefined) this.text(rtfCharacters[name]);
    else if (rtfFormats[name] !== undefined) this.format(rtfFormats[name], value !== 0);
    else if (!this.setting(name, value) && !this.destination(name)) this.page.word(name, value);
  }

  private wordOfTable(name: string, value: number | null): void {
    if (name === 'f') this.font = value ?? 0;
    else if (name === 'fcharset') this.fonts.set(this.font, value ?? 0);
    else if (name === 's') this.style.number = value ?? 0;
    else if (name === 'outlinelevel') this.style.level = value;
  }

  private format(bit: number, isOn: boolean): void {
    const { format } = this.now;
    this.now = { ...this.now, format: isOn ? format | bit : format & ~bit };
  }

  private setting(name: string, value: number | null): boolean {
    const isOn = value !== 0;
    switch (name) {
      case 'u':
        this.text(String.fromCharCode((value ?? 63) & 0xffff));
        this.toSkip = this.now.stand;
        return true;
      case 'uc':
        this.now = { ...this.now, stand: Math.min(Math.max(value ?? 1, 0), 100) };
        return true;
      case 'ansicpg':
        this.documentPage = value || 1252;
        this.now = { ...this.now, page: this.documentPage };
        return true;
      case 'mac':
        this.documentPage = 10000;
        this.now = { ...this.now, page: this.documentPage };
        return true;
      case 'f':
        this.now = { ...this.now, page: pageOfCharset(this.fonts.get(value ?? 0) ?? 0) ?? this.documentPage };
        return true;
      case 'plain':
        this.now = { ...this.now, format: 0, gone: null, page: this.documentPage };
        return true;
      case 'ulnone':
        this.format(rtfFormats.ul as number, false);
        return true;
      case 'nosupersub':
        this.format((rtfFormats.sub as number) | (rtfFormats.super as number), false);
        return true;
      case 'v':
        this.now = { ...this.now, gone: isOn ? 'hidden' : null };
        return true;
      case 'deleted':
        this.now = { ...this.now, gone: isOn ? 'deleted' : null };
        this.out.notice(t('reading.tracked'));
        return true;
      case 'revised':
        this.out.notice(t('reading.tracked'));
        return true;
      default:
        return false;
    }
  }

  /** The group is something else than text where it stands. */
  private destination(name: string): boolean {
    const aside = (take: (text: string) => void) => {
      const done = this.page.aside();
      this.now = { ...this.now, format: 0, close: () => take(done()) };
      return true;
    };
    switch (name) {
      case 'fonttbl':
      case 'stylesheet':
        this.now = { ...this.now, table: name === 'fonttbl' ? 'fonts' : 'styles' };
        this.stylesAt = this.stack.length;
        return true;
      case 'pict':
        this.picture();
        return true;
      case 'upr':
        // The same text for old readers; the real one stands in the group `ud` inside.
        this.now = { ...this.now, isSkipped: true };
        return true;
      case 'listtext':
      case 'pntext':
        return aside((text) => this.page.setLabel(text));
      case 'pn':
        return aside(() => undefined);
      case 'fldinst':
        return aside((text) => this.setLink(/HYPERLINK\s+(?:\\l\s+)?"([^"]*)"/i.exec(text)?.[1] ?? null));
      case 'header':
      case 'headerl':
      case 'headerr':
      case 'headerf':
      case 'footer':
      case 'footerl':
      case 'footerr':
      case 'footerf':
        return aside((text) => text.trim() !== '' && this.out.omit('headers-and-footers', text.trim()));
      case 'shptxt':
        return aside((text) => this.out.omit('drawing-texts', text.trim()));
      case 'atnauthor':
        return aside((text) => this.page.setAuthor(text));
      case 'footnote':
      case 'annotation': {
        const done = this.page.note(name === 'annotation');
        this.now = { ...this.now, format: 0, close: done };
        return true;
      }
      default:
        return false;
    }
  }

  /** The group is a picture: shown where it stands when windows know its type, else told. */
  private picture(): void {
    const id = String(++this.pictures);
    const { gone } = this.now;
    const picture = new RtfPicture(id === this.wanted);
    const close = () => {
      if (id === this.wanted) this.found = picture.bytes();
      if (picture.isShown && gone === null) this.page.image({ alt: '', id, ...picture.size });
      else this.out.omit('pictures');
    };
    this.now = { ...this.now, picture, close };
  }

  /** For the groups beside the one that ends: the instruction stands before the text that it is about. */
  private setLink(link: string | null): void {
    const around = this.stack.at(-1);
    if (around && link) this.stack[this.stack.length - 1] = { ...around, link };
  }
}

function reading(bytes: Uint8Array, out: RichBuilder, wanted: string | null = null): RtfReading {
  const head = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  if (!/^(\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) throw new Unreadable(t('reading.no-rtf'));
  const made = new RtfReading(out, wanted);
  for (const token of rtfTokens(bytes.subarray(head.indexOf('{')))) made.take(token);
  made.finish();
  return made;
}

export const read: ReadRich = ({ bytes }) => {
  const out = new RichBuilder();
  reading(bytes, out);
  return { ...out.finish(), encoding: 'RTF', guessed: false };
};

export const image: ReadImage = ({ bytes }, id) => imageOf(reading(bytes, new RichBuilder(), id).found);
