/** Into the inspector and through it, by keyboard. */
import { flushSync } from 'react-dom';
import { focusText } from '../current-viewer';
import { catchUp } from '../parts/after-paint';

const inspector = () => document.querySelector<HTMLElement>('[data-inspector]');

const fields = () => [...(inspector()?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];

/** The element of FIELD that takes the focus: what is chosen in it, else its first. */
function entryOf(field: HTMLElement): HTMLElement | null {
  return (
    field.querySelector<HTMLElement>('input[type=radio]:checked') ??
    field.querySelector<HTMLElement>('input, select, textarea')
  );
}

/** The name of the field where one was last: whoever comes back goes on there. */
let last = '';

export function rememberField(target: EventTarget): void {
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
  if (field?.dataset.field) last = field.dataset.field;
}

/** Enter: the question that needs an answer, else where one was last, else the first question or the label. N: the note. */
export function focusInspector(part: 'note' | 'first'): void {
  // The inspector appears with the pick. It must be there before the next key, or fast typing loses letters.
  flushSync(catchUp);
  const all = fields();
  const named = (name: string) => all.find((field) => field.dataset.field === name);
  const open = all.find((field) => field.dataset.open !== undefined);
  // The label has keys of its own; what follows it is asked here only.
  const first = all[1]?.matches('.question') ? all[1] : all[0];
  const field = part === 'note' ? named('note') : (open ?? named(last) ?? first);
  if (!field) return;
  entryOf(field)?.focus();
  field.scrollIntoView({ block: 'nearest' });
}

/** Enter in a field: on to the next one, and from the last one back to the text. */
export function goOn(from: EventTarget): void {
  const all = fields();
  const here = from instanceof Element ? from.closest<HTMLElement>('[data-field]') : null;
  const next = here && all[all.indexOf(here) + 1];
  if (next) {
    entryOf(next)?.focus();
    next.scrollIntoView({ block: 'nearest' });
  } else focusText();
}
