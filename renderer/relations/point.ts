/** A relation that is pointed at in the text: named, and shown with all that is known of it. */
import type { Relation } from '../../core/model';
import { showPanel } from '../panels/panes';
import { pick, shortQuote } from '../session/pick';
import { relatingNow, relationName } from '../session/relations';
import { speak } from '../session/say';
import { get, type State, set } from '../state';

const relationOf = ({ document }: State, id: string | null): Relation | undefined =>
  document?.relations.find((it) => it.id === id);

/** `Ada — knows → Charles`; empty when it is gone. */
export function relationText(state: State, id: string | null): string {
  const relation = id === null ? undefined : relationOf(state, id);
  if (!relation) return '';
  const words = (end: string) => {
    const annotation = state.document?.annotations.get(end);
    return annotation ? shortQuote(annotation, 40) : end;
  };
  return `${words(relation.from)} — ${relationName(relation)} → ${words(relation.to)}`;
}

/** Picks the annotation that the relation starts from, and shows the relation in the inspector. */
export function pickLink(id: string): void {
  const state = get();
  const relation = relationOf(state, id);
  if (!relation || relatingNow(state)) return;
  showPanel('annotations');
  pick(relation.from, false);
  set({ pointedLink: id, chooser: null });
  speak(relationText(get(), id));
}
