/** Runs in the page: lays out rich texts with the viewer's own window and looks every character up, there and back. */
import { BlockTable } from '../core/blocks';
import type { RichText } from '../core/rich';
import { isRow } from '../core/rich-lines';
import { rangeOver } from '../renderer/viewer/leaves';
import { PictureShelf } from '../renderer/viewer/pictures';
import { toDomPoint, toOffset } from '../renderer/viewer/positions';
import { caretAt } from '../renderer/viewer/rects';
import { BlockWindow, type MountedBlock } from '../renderer/viewer/window';

/** What is wrong with the places of TEXT; [] when nothing is. */
function wrongPlaces(text: string, rich: RichText): string[] {
  const root = document.createElement('div');
  root.className = 'viewer-text';
  root.style.width = '600px';
  document.body.append(root);
  const window = new BlockWindow(root);
  const table = new BlockTable(text, (start, end) => isRow(rich, start, end));
  table.scan();
  window.open(table, {
    rich,
    shelf: new PictureShelf(
      async () => null,
      () => {},
    ),
    turnsAbove: false,
  });
  const blocks = window.mount(0, table.count);
  const wrong: string[] = [];
  for (let offset = 0; offset <= text.length; offset++) {
    const { node, offset: at } = toDomPoint(window, offset);
    const back = toOffset(window, node, at);
    if (back !== offset) wrong.push(`offset ${offset} comes back as ${back}`);
    const caret = caretAt(window, offset);
    if (!caret || !Number.isFinite(caret.x) || caret.bottom <= caret.top) wrong.push(`no caret at ${offset}`);
  }
  for (const block of blocks) wrong.push(...wrongRanges(text, block));
  window.destroy();
  root.remove();
  return wrong;
}

function wrongRanges(text: string, { leaves, start, end }: MountedBlock): string[] {
  const wrong: string[] = [];
  const step = Math.max(1, Math.ceil((end - start) / 12));
  for (let from = start; from < end; from += step)
    for (let to = from + 1; to <= end; to += step) {
      const painted = rangeOver(leaves, from, to);
      const range = document.createRange();
      if (painted) {
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
      }
      if (range.toString() !== text.slice(from, to)) wrong.push(`${from} to ${to} is painted differently`);
    }
  return wrong;
}

/** JSON of [text, rich] pairs; the first text with wrong places, and what is wrong with it. */
export function firstWrong(json: string): string | null {
  for (const [text, rich] of JSON.parse(json) as [string, RichText][]) {
    const wrong = wrongPlaces(text, rich);
    if (wrong.length > 0) return JSON.stringify({ wrong: wrong.slice(0, 5), text, rich });
  }
  return null;
}
