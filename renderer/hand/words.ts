/** On to the next words that are likely to get a label: they are selected, ready for its key. */
import type { Span } from '../../core/model';
import { nameFrom } from '../../core/names';
import { quotationFrom } from '../../core/quotations';
import { currentViewer } from '../current-viewer';
import { say, speak } from '../session/say';
import { select } from '../session/selection';
import { get, type State, selectedSpan } from '../state';

/** What one is at: the selection, the picked annotation, else the caret. */
function here(state: State): Span {
  const { document, picked, selection } = state;
  const spans = (picked !== null && document?.annotations.get(picked)?.spans) || [];
  const [first, last] = [spans[0], spans.at(-1)];
  if (first && last) return { start: first.start, end: last.end };
  return selectedSpan(state) ?? { start: selection.focus, end: selection.focus };
}

function take(span: Span): void {
  select(span);
  currentViewer()?.reveal(span);
  speak(get().document?.text.slice(span.start, Math.min(span.end, span.start + 200)) ?? '');
}

/** Selects the next run of capitalised words and numbers without an annotation. */
export function goToName(): void {
  const state = get();
  const { document } = state;
  if (!document?.loaded) return;
  const found = nameFrom(document.text, document.annotations, here(state).end);
  if (found) take(found);
  else say('There is no name or number without a label below.');
}

/** Selects the next (1) quotation, or the one before. */
export function goToQuotation(step: -1 | 1): void {
  const state = get();
  const { document } = state;
  if (!document) return;
  const { start, end } = here(state);
  const found = quotationFrom(document.text, step > 0 ? end : start, step);
  if (found) take(found);
  else say(`There is no quotation ${step > 0 ? 'below' : 'above'}.`);
}
