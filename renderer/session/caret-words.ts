/** What a screen reader is told of the annotations around the caret. */
import { enumerated, number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { get, selectedSpan } from '../state';
import { labelName } from './pick';
import { speak } from './say';

/** The caret rests so long before it is told where it is, in ms: who walks fast hears the last place only. */
const REST = 180;
/** So many labels are named, the innermost first. */
const MOST = 5;

let told = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function wordsOf(around: readonly Annotation[]): string {
  if (around.length === 0) return '';
  const labels = enumerated(around.slice(0, MOST).map(labelName));
  const more = around.length - MOST;
  return more > 0
    ? t('annotate.inside-more', { labels, more: number(more) })
    : t('annotate.inside', { labels });
}

function tell(): void {
  const state = get();
  const around = selectedSpan(state) ? [] : (state.document?.annotations.at(state.selection.focus) ?? []);
  const place = around.map(({ id, label }) => `${id} ${label}`).join();
  if (place === told) return;
  told = place;
  // Out of all of them: silence, and coming back is told again.
  speak(wordsOf(around));
}

/** The caret has moved: as soon as it rests, and only when it stands in other annotations than before, they are named. */
export function tellCaret(): void {
  clearTimeout(timer);
  timer = setTimeout(tell, REST);
}
