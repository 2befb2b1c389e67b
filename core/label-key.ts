/** What a label's key (or its chip) does in each situation: DESIGN 9, "Label keys". */
import { t } from './locale/t';
import type { Span } from './model';

export interface LabelKeySituation {
  /** The text selection, if one is not empty. */
  readonly selection: Span | null;
  /** The annotation that is picked (by Tab, click or the list), if any. */
  readonly picked: string | null;
  /** The word at the caret, if the caret stands in or at one. */
  readonly word: Span | null;
  /** Shift was held. */
  readonly shift: boolean;
}

export type LabelKeyIntent =
  | { readonly kind: 'add'; readonly span: Span }
  | { readonly kind: 'relabel'; readonly id: string }
  | { readonly kind: 'add-beside'; readonly id: string }
  | { readonly kind: 'nothing'; readonly message: string };

/** Decides; a selection wins over a picked annotation, which wins over the word at the caret. */
export function labelKeyIntent({ selection, picked, word, shift }: LabelKeySituation): LabelKeyIntent {
  if (selection) return { kind: 'add', span: selection };
  if (picked) return shift ? { kind: 'add-beside', id: picked } : { kind: 'relabel', id: picked };
  if (word) return { kind: 'add', span: word };
  return {
    kind: 'nothing',
    message: t('edit.no-word'),
  };
}
