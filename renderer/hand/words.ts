/** On to the next words that are likely to get a label: they are selected, ready for its key. */
import { t } from '../../core/locale/t';
import type { Span } from '../../core/model';
import { isUnlabelled, nameFrom } from '../../core/names';
import { quotationFrom } from '../../core/quotations';
import { currentViewer } from '../current-viewer';
import { say, speak } from '../session/say';
import { select } from '../session/selection';
import { get, type OpenDocument, type State, selectedSpan } from '../state';

/** What one is at: the selection, the picked annotation, else the caret. */
export function here(state: State): Span {
  const { document, picked, selection } = state;
  const spans = (picked !== null && document?.annotations.get(picked)?.spans) || [];
  const [first, last] = [spans[0], spans.at(-1)];
  if (first && last) return { start: first.start, end: last.end };
  return selectedSpan(state) ?? { start: selection.focus, end: selection.focus };
}

export function take(span: Span): void {
  select(span);
  currentViewer()?.reveal(span);
  speak(get().document?.text.slice(span.start, Math.min(span.end, span.start + 200)) ?? '');
}

/** Words that `goToName` stopped at and that got no label: it does not stop at them again. */
let passed = new Set<string>();
let last: { readonly path: string; readonly span: Span } | null = null;

/** Notes whether the words that were selected last were passed over. */
function notePassed(document: OpenDocument): void {
  if (last?.path === document.path && isUnlabelled(document.text, document.annotations, last.span))
    passed.add(document.text.slice(last.span.start, last.span.end));
  last = null;
}

/** Selects the next run of capitalised words and numbers without an annotation. */
export function goToName(): void {
  const state = get();
  const { document } = state;
  if (!document?.loaded) return;
  notePassed(document);
  const found = nameFrom(document.text, document.annotations, here(state).end, passed);
  if (found) {
    last = { path: document.path, span: found };
    take(found);
    return;
  }
  say(passed.size === 0 ? t('hand.no-name-below') : t('hand.no-other-name-below'));
  passed = new Set();
}

/** Selects the next (1) quotation, or the one before. */
export function goToQuotation(step: -1 | 1): void {
  const state = get();
  const { document } = state;
  if (!document) return;
  const { start, end } = here(state);
  const found = quotationFrom(document.text, step > 0 ? end : start, step);
  if (found) take(found);
  else say(t(step > 0 ? 'hand.no-quotation-below' : 'hand.no-quotation-above'));
}
