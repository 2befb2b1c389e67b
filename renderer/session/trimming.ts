/** Whether new annotations leave spaces and punctuation at their ends out; remembered in the window. */

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
  say(
    trims
      ? 'New annotations leave spaces and punctuation at their ends out.'
      : 'New annotations take exactly what is selected.',
  );
}

/** What of SPAN a new annotation gets. */
export function asWished(span: Span): Span {
  const { trims, document } = get();
  return trims && document ? trimmed(document.text, span) : span;
}
