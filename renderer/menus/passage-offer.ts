/** What can be done with an annotation, for the menu of its row in the list. */
import { isSuggestion } from '../../core/edit-suggestions';
import { type Passage, quoteOf } from '../../core/passages';
import { runCommand } from '../commands';
import type { Choice, Offer } from '../parts/ContextMenu';
import { copyQuotation, goToPassage, showPassagesOf } from '../passages/act';
import { get } from '../state';

/** Commands that act on the picked annotation. */
const own: readonly (readonly [id: string, title: string])[] = [
  ['annotation.inspect', 'Questions and note…'],
  ['label.by-name', 'Another label…'],
  ['relation.add', 'Relation to another annotation…'],
  ['annotate.all', 'Annotate all like this…'],
  ['same-label.next', 'Next with this label'],
];

export function passageOffer(passage: Passage): Offer {
  // It is picked first, in its document, which then is open.
  const onIt = async (id: string) => {
    await goToPassage(passage);
    if (get().picked === passage.annotation.id) runCommand(id);
  };
  const onOwn = (id: string, title: string, starts = false): Choice => ({
    title,
    command: id,
    starts,
    run: () => void onIt(id),
  });
  const { annotation } = passage;
  return {
    name: `Annotation ${quoteOf(annotation).slice(0, 60)}`,
    choices: [
      { title: 'Go there', run: () => void goToPassage(passage) },
      { title: 'All passages of this label', run: () => showPassagesOf(annotation.label) },
      { title: 'Copy as quotation', run: () => void copyQuotation(passage) },
      ...(passage.own
        ? [
            ...(isSuggestion(annotation)
              ? [
                  onOwn('suggestion.accept', 'Accept this suggestion', true),
                  onOwn('suggestion.reject', 'Reject this suggestion'),
                ]
              : []),
            ...own.map(([id, title], i) => onOwn(id, title, i === 0)),
            onOwn('annotation.remove', 'Remove annotation', true),
          ]
        : []),
    ],
  };
}
