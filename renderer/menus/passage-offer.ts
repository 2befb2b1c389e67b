/** What can be done with an annotation, for the menu of its row in the list. */

import { isSuggestion } from '../../core/edit-suggestions';
import { t } from '../../core/locale/t';
import { type Passage, quoteOf } from '../../core/passages';
import { runCommand } from '../commands';
import type { Choice, Offer } from '../parts/ContextMenu';
import { copyQuotation, goToPassage, showPassagesOf } from '../passages/act';
import { get } from '../state';

/** Commands that act on the picked annotation. */
const own = [
  ['annotation.inspect', 'passages.do.inspect'],
  ['label.by-name', 'passages.do.relabel'],
  ['relation.add', 'passages.do.relate'],
  ['annotate.all', 'passages.do.all-like'],
  ['same-label.next', 'passages.do.next'],
] as const;

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
    name: t('passages.menu', { quote: quoteOf(annotation).slice(0, 60) }),
    choices: [
      { title: t('passages.go'), run: () => void goToPassage(passage) },
      { title: t('labels.passages-of'), run: () => showPassagesOf(annotation.label) },
      { title: t('passages.copy'), run: () => void copyQuotation(passage) },
      ...(passage.own
        ? [
            ...(isSuggestion(annotation)
              ? [
                  onOwn('suggestion.accept', t('passages.accept'), true),
                  onOwn('suggestion.reject', t('passages.reject')),
                ]
              : []),
            ...own.map(([id, key], i) => onOwn(id, t(key), i === 0)),
            onOwn('annotation.remove', t('passages.remove'), true),
          ]
        : []),
    ],
  };
}
