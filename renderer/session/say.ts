/** Short words to the person: messages, dialogs, the screen reader. */
import { type Dialog, get, set } from '../state';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a message for some seconds; with UNDO it offers to take the last step back. */
export function say(text: string, undo = false): void {
  clearTimeout(timer);
  set({ message: { text, undo } });
  timer = setTimeout(() => set({ message: null }), undo ? 10_000 : 6_000);
}

export function dismissMessage(): void {
  clearTimeout(timer);
  set({ message: null });
}

/** Tells the screen reader, politely; the same words again are told again. */
export const speak = (words: string): void => set({ spoken: { words, turn: get().spoken.turn + 1 } });

export const openDialog = (dialog: Dialog): void => set({ dialog });

export function closeDialog(): void {
  if (get().dialog) set({ dialog: null });
}
