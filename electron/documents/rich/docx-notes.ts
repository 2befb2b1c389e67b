/** Footnotes, endnotes and comments of a Word document: numbered where the text points to them, written after it. */
import type { WordParts } from './docx-parts';
import { roman } from './list-markers';
import type { XmlNode } from './xml-parts';

export type NoteKind = 'footnote' | 'endnote' | 'comment';

export interface Note {
  readonly kind: NoteKind;
  readonly node: XmlNode;
  /** Drawn before it: its number, of comments with who wrote it. */
  readonly label: string;
}

const kinds: readonly NoteKind[] = ['footnote', 'endnote', 'comment'];

/** As Word numbers them by itself. */
const signs: Readonly<Record<NoteKind, (number: number) => string>> = {
  footnote: String,
  endnote: (number) => roman(number).toLowerCase(),
  comment: (number) => `c${number}`,
};

export class WordNotes {
  private readonly nodes = new Map<string, XmlNode>();
  private readonly given = new Map<string, string>();
  private readonly waiting: Record<NoteKind, Note[]> = { footnote: [], endnote: [], comment: [] };
  private readonly counts: Record<NoteKind, number> = { footnote: 0, endnote: 0, comment: 0 };

  constructor(parts: WordParts) {
    // Those with a type are the lines that part notes from the text.
    for (const kind of kinds)
      for (const node of parts.trees(`${kind}s`, `w:${kind}`))
        if (/^(normal)?$/.test(node.attributes['w:type'] ?? ''))
          this.nodes.set(`${kind} ${node.attributes['w:id']}`, node);
  }

  /** The sign of the note ID; it is written later, once. Null when the document lacks it. */
  sign(kind: NoteKind, id: string): string | null {
    const key = `${kind} ${id}`;
    const before = this.given.get(key);
    if (before !== undefined) return before;
    const node = this.nodes.get(key);
    if (!node) return null;
    const sign = signs[kind](++this.counts[kind]);
    this.given.set(key, sign);
    const author = (node.attributes['w:author'] ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
    this.waiting[kind].push({
      kind,
      node,
      label: kind === 'comment' ? `${sign} ${author}`.trim() : `${sign}.`,
    });
    return sign;
  }

  /** The next note to be written, footnotes first: what is written may point to more. */
  next(): Note | undefined {
    const kind = kinds.find((it) => this.waiting[it].length > 0);
    return kind && this.waiting[kind].shift();
  }

  /** Notes that nothing points to. */
  unused(): XmlNode[] {
    return [...this.nodes].filter(([key]) => !this.given.has(key)).map(([, node]) => node);
  }
}
