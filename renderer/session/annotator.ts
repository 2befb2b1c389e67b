/** Who annotates. The first edit ever asks, once; the edit itself does not wait for the answer, only its saving. */
import { call } from '../api';
import { type Dialog, get, set } from '../state';
import { closeDialog, openDialog, say } from './say';

/** The editor that was open when the question came: it comes back after it. */
let editor: Dialog | null = null;
let asked: Promise<void> | null = null;
let answer: () => void = () => undefined;

/** Resolves when somebody annotates: at once, or when the name has been given. */
export function annotatorKnown(): Promise<void> {
  if (get().info?.annotator) return Promise.resolve();
  asked ??= new Promise((resolve) => {
    answer = resolve;
    editor = get().dialog?.kind === 'schema' ? get().dialog : null;
    openDialog({ kind: 'name' });
  });
  return asked;
}

/** Takes the name that was given; the id is made by the main process, once. */
export async function giveName(name: string): Promise<void> {
  const made = await call('annotator.set', { name });
  if (!made.ok) return say(made.failure.message);
  const { info } = get();
  if (info) set({ info: { ...info, annotator: made.value } });
  if (editor) openDialog(editor);
  else closeDialog();
  answer();
}
