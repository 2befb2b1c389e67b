/** From turn to turn of one speaker, in transcripts of conversations: what is said is selected, ready for a key. */
import { t } from '../../core/locale/t';
import { type Turn, turnFrom, turnsOf } from '../../core/transcript';
import { say } from '../session/say';
import { get } from '../state';
import { here, take } from './words';

/** Those of the text that was asked for last: texts never change while they are open. */
let known: { readonly text: string; readonly turns: readonly Turn[] | null } | null = null;

/** The turns of TEXT; null when it is no transcript. */
export function knownTurns(text: string): readonly Turn[] | null {
  if (known?.text !== text) known = { text, turns: turnsOf(text) };
  return known.turns;
}

/** Selects what whoever speaks here says next (1), or said before. */
export function goToTurn(step: -1 | 1): void {
  const state = get();
  const { document } = state;
  if (!document) return;
  const turns = knownTurns(document.text);
  if (turns === null) {
    say(t('hand.no-transcript'));
    return;
  }
  const found = turnFrom(turns, here(state).start, step);
  if (found) take(found.words.end > found.words.start ? found.words : found.span);
  else say(t(step > 0 ? 'hand.no-turn-below' : 'hand.no-turn-above'));
}
