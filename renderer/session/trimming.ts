/** Whether new annotations leave spaces and punctuation at their ends out; remembered in the window. */

import { t } from '../../core/locale/t';
import type { Span } from '../../core/model';
import { trimmed } from '../../core/trim';
import { get, set } from '../state';
import { say } from './say';

const KEY = 'trim';

export const recallTrimming = (): void => set({ trims: localStorage.getItem(KEY) === 'yes' });

export function toggleTrimming(): void {
  const trims = !get().trims;
  set({ trims });
  localStorage.setItem(KEY, trims ? 'yes' : 'no');
  say(t(trims ? 'annotate.trims' : 'annotate.trims-not'));
}

/** What of SPAN a new annotation gets. */
export function asWished(span: Span): Span {
  const { trims, document } = get();
  return trims && document ? trimmed(document.text, span) : span;
}
