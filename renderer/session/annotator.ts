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

/** The same person under another name; the layer's folder stays. False, and said why, when it was refused. */
export async function rename(name: string): Promise<boolean> {
  const made = await call('annotator.set', { name });
  const { info } = get();
  if (!made.ok) say(made.failure.message);
  else if (info) set({ info: { ...info, annotator: made.value } });
  return made.ok;
}

/** Takes the name that was given; the id is made by the main process, once. */
export async function giveName(name: string): Promise<void> {
  if (!(await rename(name))) return;
  if (editor) openDialog(editor);
  else closeDialog();
  answer();
}
