/** One listener for every key: what has the focus, what the press means, run it. */
import { type Focus, meaningOf } from '../core/keymap';
import { on } from './api';
import { runCommand } from './commands';
import { giveHeldKeys, holdKey } from './held-keys';
import { currentTable } from './keys/table';
import { applyLabel } from './session/annotate';
import { stopReading } from './session/documents';
import { focusRelationBar, relatingNow } from './session/relations';
import { get } from './state';

const inputs = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Where TARGET lies, as far as keys care. Nothing focused counts as the text. */
export function focusOf(target: Element | null): Focus {
  if (!target || target === document.body || target === document.documentElement) return 'text';
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu]')) return 'dialog';
  const field = target.closest(inputs);
  // In the inspector Tab goes from field to field, and digits answer; undo is ours where the field has none.
  if (target.closest('[data-inspector]')) return field && !field.matches('select') ? 'input' : 'other';
  if (field) return 'input';
  const pane = target.closest('[data-pane]')?.getAttribute('data-pane');
  if (pane === 'text' || pane === 'annotations' || pane === 'documents') return pane;
  return 'other';
}

const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Backspace' || key === 'Delete');

export function listenToKeys(): void {
  giveHeldKeys();
  const mac = get().info?.platform === 'darwin';
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const focus = focusOf(event.target as Element);
    if (get().dialog) {
      if (focus !== 'dialog') holdKey(event);
      return;
    }
    if (relatingNow(get()) && (focus === 'text' || focus === 'annotations') && isTyping(event)) {
      // While a relation is made letters search for its other end, wherever the focus is.
      focusRelationBar();
      return;
    }
    // In the list of documents, too, from which most readings are begun.
    if (event.key === 'Escape' && (focus === 'documents' || focus === 'other') && stopReading()) {
      event.preventDefault();
      return;
    }
    const meaning = meaningOf(event, focus, get().project?.schema.labels ?? [], mac, currentTable());
    if (!meaning) return;
    const done =
      meaning.kind === 'command' ? runCommand(meaning.id) : applyLabel(meaning.label, meaning.shift);
    if (done) event.preventDefault();
  });
  on('menu.command', ({ id }) => {
    const native = { 'history.undo': 'undo', 'history.redo': 'redo', 'text.select-all': 'selectAll' }[id];
    const field = focusOf(document.activeElement) === 'input';
    if (native && field) document.execCommand(native);
    else if (!get().dialog) runCommand(id);
  });
}
