/** The one Lexical editor: read-only, holding only the blocks around the viewport. */
import {
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $setSelection,
  createEditor,
  type ElementNode,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { BlockTable } from '../../core/blocks';
import { lineOf } from '../../core/rich-lines';
import { adoptCells, adoptLeaves } from './adopt';
import { directionAt, isContinuation, visibleEnd } from './block-text';
import type { Cell, Leaf } from './leaves';
import { CellNode, LineNode, RunNode, runTheme } from './nodes';
import { $lineNode, type RichShown } from './rich-window';

/** A block that stands in the DOM: a paragraph with one text node unless it is empty; or a line of rich text. */
export interface MountedBlock {
  readonly index: number;
  /** UTF-16 offsets of what is shown: the line end is not part of it. */
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly element: HTMLElement;
  /** In text order; together they hold its characters. Empty when it has none. */
  readonly leaves: readonly Leaf[];
  /** In text order, at least one. */
  readonly cells: readonly Cell[];
}

export class BlockWindow {
  private readonly editor: LexicalEditor;
  private readonly blocks = new Map<number, MountedBlock>();
  private readonly byElement = new WeakMap<Node, MountedBlock>();
  private table = new BlockTable('');
  private shown: RichShown | null = null;
  /** The mounted blocks are [first, end). */
  first = 0;
  end = 0;

  constructor(readonly root: HTMLElement) {
    this.editor = createEditor({
      namespace: 'postil',
      editable: false,
      nodes: [LineNode, CellNode, RunNode],
      theme: runTheme,
      onError(error) {
        throw error;
      },
    });
    this.editor.setRootElement(root);
  }

  /** SHOWN is null for plain text. */
  open(table: BlockTable, shown: RichShown | null): void {
    this.table = table;
    this.shown = shown;
    this.blocks.clear();
    this.first = 0;
    this.end = 0;
  }

  get(index: number): MountedBlock | undefined {
    return this.blocks.get(index);
  }

  /** The mounted blocks in order. */
  *all(): Generator<MountedBlock> {
    for (let i = this.first; i < this.end; i++) yield this.blocks.get(i) as MountedBlock;
  }

  /** The block that holds NODE. */
  holding(node: Node): MountedBlock | null {
    for (let at: Node | null = node; at && at !== this.root; at = at.parentNode) {
      const block = this.byElement.get(at);
      if (block && this.blocks.get(block.index) === block) return block;
    }
    return null;
  }

  /** Makes [FROM, TO) the mounted blocks, touching no others; returns the new ones. */
  mount(from: number, to: number): MountedBlock[] {
    const fresh: { index: number; paragraph: ElementNode }[] = [];
    const disjoint = this.blocks.size === 0 || to <= this.first || from >= this.end;
    const oldFirst = disjoint ? to : this.first;
    this.editor.update(
      () => {
        const root = $getRoot();
        $setSelection(null);
        if (disjoint) {
          root.clear();
          this.blocks.clear();
        }
        for (const [index, block] of this.blocks) {
          if (index >= from && index < to) continue;
          $getNodeByKey(block.key)?.remove();
          this.blocks.delete(index);
        }
        const above: ElementNode[] = [];
        const below: ElementNode[] = [];
        for (let index = from; index < to; index++) {
          if (this.blocks.has(index)) continue;
          const paragraph = this.paragraphOf(index);
          fresh.push({ index, paragraph });
          (index < oldFirst && !disjoint ? above : below).push(paragraph);
        }
        if (above.length > 0) root.splice(0, 0, above);
        if (below.length > 0) root.splice(root.getChildrenSize(), 0, below);
      },
      { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
    );
    this.first = from;
    this.end = to;
    return fresh.map(({ index, paragraph }) => this.adopt(index, paragraph.getKey()));
  }

  destroy(): void {
    this.editor.setRootElement(null);
  }

  private paragraphOf(index: number): ElementNode {
    const { table, shown } = this;
    const [start, end] = [table.start(index), visibleEnd(table, index)];
    const continues = isContinuation(table, index);
    const line = shown && lineOf(shown.rich, start, end);
    if (shown && line) {
      const node = $lineNode(shown, table.text, line, continues);
      // The columns of all rows run one way; a word in another script must not turn one of them round.
      if (node.look?.tracks) node.setDirection('ltr');
      else if (continues) node.setDirection(directionAt(table, index));
      return node;
    }
    const paragraph = $createParagraphNode();
    const text = table.text.slice(start, end);
    if (text) paragraph.append($createTextNode(text));
    // Lexical gives every other paragraph dir="auto".
    if (continues) paragraph.setDirection(directionAt(table, index));
    return paragraph;
  }

  private adopt(index: number, key: string): MountedBlock {
    const element = this.editor.getElementByKey(key);
    if (!element) throw new Error(`Block ${index} was not mounted`);
    const start = this.table.start(index);
    const end = visibleEnd(this.table, index);
    const leaves = adoptLeaves(element, start, end);
    const cells = adoptCells(element, leaves, start, end);
    const block: MountedBlock = { index, start, end, key, element, leaves, cells };
    element.dataset.start = String(start);
    this.blocks.set(index, block);
    this.byElement.set(element, block);
    return block;
  }
}
