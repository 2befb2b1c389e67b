/** Counts the items of an OpenDocument text's lists and its headings. */
import { type ListStyle, odtMarker } from './odt-styles';
import type { XmlNode } from './xml-parts';

interface List {
  readonly style: ListStyle | undefined;
  readonly styleName: string | undefined;
  readonly id: string | undefined;
}

/** Deeper lists are shown at this depth. */
const DEEPEST = 100;

export class OdtLists {
  private readonly open: List[] = [];
  private counts: number[] = [];
  /** How a list that goes on later left off: by its id, and by its style. */
  private readonly left = new Map<string, readonly number[]>();
  /** The label of an item whose first paragraph comes. */
  private marker: string | null = null;
  private isFirst = false;
  private readonly headings: number[] = [];

  constructor(
    private readonly styleOf: (name: string | undefined) => ListStyle | undefined,
    private readonly outline: ListStyle,
  ) {}

  /** From 1; 0 outside of lists. */
  get level(): number {
    return Math.min(DEEPEST, this.open.length);
  }

  begin({ attributes }: Pick<XmlNode, 'attributes'>): void {
    const styleName = attributes['text:style-name'] ?? this.open.at(-1)?.styleName;
    const style = this.styleOf(styleName);
    if (this.open.length === 0) {
      const goesOn = attributes['text:continue-list'];
      const before =
        goesOn !== undefined
          ? this.left.get(`id ${goesOn}`)
          : attributes['text:continue-numbering'] === 'true'
            ? this.left.get(`style ${styleName}`)
            : undefined;
      this.counts = [...(before ?? [])];
    }
    this.open.push({ style, styleName, id: attributes['xml:id'] ?? attributes.id });
  }

  end(): void {
    const list = this.open.pop();
    if (this.open.length > 0 || !list) return;
    if (list.id !== undefined) this.left.set(`id ${list.id}`, this.counts);
    this.left.set(`style ${list.styleName}`, this.counts);
    this.marker = null;
    this.isFirst = false;
  }

  item({ attributes }: Pick<XmlNode, 'attributes'>): void {
    const at = this.open.length;
    const style = this.open.at(-1)?.style;
    const start = Number.parseInt(attributes['text:start-value'] ?? '', 10);
    const before = this.counts[at];
    const next = before === undefined ? (style?.get(at)?.start ?? 1) : before + 1;
    this.counts[at] = Number.isSafeInteger(start) ? start : next;
    this.counts.length = at + 1;
    this.marker = odtMarker(style, at, this.counts);
    this.isFirst = true;
  }

  /** What the next paragraph of the item is: its first with its label, or one that goes on; null outside of lists. */
  take(): { readonly isItem: boolean; readonly label: string | null } | null {
    if (this.open.length === 0) return null;
    const taken = { isItem: this.isFirst, label: this.isFirst ? this.marker : null };
    this.isFirst = false;
    return taken;
  }

  /** The number of the next heading of LEVEL outside of lists; null when headings have none. */
  heading(level: number): string | null {
    const style = this.outline.get(level);
    if (!style || style.format === '') return null;
    this.headings[level] = (this.headings[level] ?? style.start - 1) + 1;
    this.headings.length = level + 1;
    return odtMarker(this.outline, level, this.headings);
  }
}
