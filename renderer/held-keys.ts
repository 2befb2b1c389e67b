/**
 * Keys typed between the one that asks for a dialog and the moment it has the focus. Quick hands type `L`, a name
 * and Enter in one go: nothing of it may be lost, or act on the text behind.
 */
import { closeDialog } from './session/say';

let held: string[] = [];

const isHeld = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Enter' || key === 'Escape');

/** Keeps the key for the dialog that is coming. */
export function holdKey(event: KeyboardEvent): void {
  if (!isHeld(event)) return;
  event.preventDefault();
  held.push(event.key);
}

/** A frame for the dialog to take in what was typed before. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function press(key: 'Enter' | 'Escape'): void {
  const at = document.activeElement;
  if (key === 'Escape') closeDialog();
  else if (at instanceof HTMLButtonElement) at.click();
  else {
    at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    if (at instanceof HTMLInputElement && at.form) at.form.requestSubmit();
  }
}

/** All at once: between two letters React would put the field back to what it knows. */
function type(text: string): void {
  if (document.activeElement?.matches('input, textarea')) document.execCommand('insertText', false, text);
}

async function replay(): Promise<void> {
  const keys = held;
  held = [];
  let text = '';
  for (const key of keys) {
    if (key !== 'Enter' && key !== 'Escape') {
      text += key;
      continue;
    }
    type(text);
    text = '';
    await frame();
    press(key);
  }
  type(text);
}

/** Gives the held keys to a dialog as soon as it has the focus. */
export function giveHeldKeys(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (held.length === 0 || !(target instanceof HTMLElement)) return;
    const dialog = target.closest('[role=dialog]');
    // The dialog itself may have the focus a moment before its field has.
    const waits = dialog?.querySelector('[cmdk-input]');
    if (dialog && (!waits || waits === target)) void replay();
  });
}
