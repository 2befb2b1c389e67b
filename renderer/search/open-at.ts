/** Goes to a place in any document. */
import type { Span } from '../../core/model';
import { currentViewer } from '../current-viewer';
import { openDocument } from '../session/documents';
import { positionOf, rememberPlace } from '../session/memory';
import { select } from '../session/selection';
import { get } from '../state';

/** How far below the top the line stands, in CSS pixels. */
const ABOVE = 140;

/** Opens the document at PATH, when it is not open, right at SPAN, and selects it there. */
export async function openAt(path: string, span: Span): Promise<void> {
  if (get().document?.path !== path) {
    const before = positionOf(path);
    rememberPlace(path, { scroll: { offset: span.start, above: -ABOVE }, caret: span.start });
    await openDocument(path);
    if (get().document?.path !== path) return rememberPlace(path, before);
  }
  select(span);
  currentViewer()?.reveal(span);
  currentViewer()?.focus();
}
