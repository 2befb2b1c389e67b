/** What can be done in the text, for the menu that a right-click or Shift+F10 opens there. */
import { wordAt } from '../../core/graphemes';
import { fullName, treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { call } from '../api';
import { runCommand } from '../commands';
import type { Choice, Group, Offer } from '../parts/ContextMenu';
import { applyLabel } from '../session/annotate';
import { labelName, labelOf, pick, shortQuote, targetAnnotation } from '../session/pick';
import { say } from '../session/say';
import { get, selectedSpan, set } from '../state';
import type { UnderPoint } from '../viewer/interface';
import { passageOffer } from './passage-offer';

/** More labels than these don't fit beside the text: they are found by name. */
const MOST = 24;

const command = (id: string, title: string, starts = false): Choice => ({
  title,
  command: id,
  starts,
  run: () => void runCommand(id),
});

/** Every label, with its key; what a label does depends on what is selected or picked, as with the key. */
function labelsGroup(title: string): Group {
  const branches = treeOf(get().project?.schema.labels ?? []);
  const choices = branches.slice(0, MOST).map((branch): Choice => {
    const { id, key, color } = branch.label;
    return {
      title: fullName(branch),
      color,
      ...(key ? { keys: key.toUpperCase() } : {}),
      run: () => void applyLabel(id),
    };
  });
  return { title, choices: [...choices, command('label.by-name', t('desktop.by-name'), choices.length > 0)] };
}

async function copySelection(): Promise<void> {
  const span = selectedSpan(get());
  const text = span && get().document?.text.slice(span.start, span.end);
  if (!text) return;
  const copied = await call('clipboard.write', { text });
  if (!copied.ok) say(copied.failure.message);
}

function selectionOffer(words: string): Offer {
  return {
    name: t('desktop.on-selection', { words: words.replace(/\s+/g, ' ').slice(0, 60) }),
    choices: [
      labelsGroup(t('desktop.label-as')),
      command('annotate.all', t('desktop.annotate-all')),
      ...(get().lastPicked === null ? [] : [command('fragment.add', t('desktop.add-fragment'))]),
      { title: t('desktop.copy'), keys: 'Mod+C', starts: true, run: () => void copySelection() },
      command('find.open', t('desktop.find-this'), true),
      command('find.project', t('desktop.find-project')),
      command('select.widen', t('desktop.widen'), true),
    ],
  };
}

/** The menu that its row in the list has; other annotations at the same place are one choice away. */
function annotationOffer(annotation: Annotation, others: readonly Annotation[]): Offer {
  const { document, project, info } = get();
  const relations = document?.relations.filter(({ from, to }) => [from, to].includes(annotation.id)) ?? [];
  const offer = passageOffer({
    document: document?.path ?? '',
    annotator: info?.annotator?.name ?? '',
    own: true,
    annotation,
    relations: relations.length,
  });
  const here = others.map((other): Choice => {
    const color = labelOf(other)?.color;
    return {
      title: t('desktop.on-annotation', { label: labelName(other), quote: shortQuote(other, 32) }),
      ...(color ? { color } : {}),
      run: () => void pick(other.id, false),
    };
  });
  const also: Group = { title: t('desktop.also-here'), choices: here };
  const isLabelled = project !== null && project.schema.labels.length > 0;
  return {
    ...offer,
    choices: [
      ...(isLabelled ? [labelsGroup(t('desktop.label-as'))] : []),
      ...offer.choices.slice(1),
      ...(here.length > 0 ? [also] : []),
    ],
  };
}

function plainOffer(): Offer {
  return {
    name: t('desktop.on-text'),
    choices: [
      labelsGroup(t('desktop.label-word')),
      command('select.widen', t('desktop.select-word'), true),
      command('select.paragraph', t('desktop.select-paragraph')),
      command('text.select-all', t('desktop.select-all')),
      command('find.open', t('desktop.find'), true),
      command('document.about', t('desktop.about-document')),
    ],
  };
}

/** For a right-click at POINT: what is selected there, else the annotation, else the word; the caret follows. */
export function offerUnder({ offset, annotations }: UnderPoint): Offer | null {
  const { document } = get();
  if (!document?.loaded) return null;
  const span = selectedSpan(get());
  if (span && offset !== null && span.start <= offset && offset <= span.end)
    return selectionOffer(document.text.slice(span.start, span.end));
  const [first, ...others] = annotations.flatMap((id) => document.annotations.get(id) ?? []);
  if (first) {
    pick(first.id, false);
    return annotationOffer(first, others);
  }
  if (offset === null) return null;
  const at = wordAt(document.text, offset)?.start ?? offset;
  set({ selection: { anchor: at, focus: at }, picked: null });
  return plainOffer();
}

/** For the menu's key: what is selected, else the annotation that is picked or at the caret, else the word. */
export function offerAtCaret(): Offer | null {
  const { document, selection } = get();
  if (!document?.loaded) return null;
  const span = selectedSpan(get());
  if (span) return selectionOffer(document.text.slice(span.start, span.end));
  const target = targetAnnotation();
  if (!target) return plainOffer();
  pick(target.id, false);
  const others = document.annotations.at(selection.focus).filter(({ id }) => id !== target.id);
  return annotationOffer(target, others);
}
