/** The only way out of the window: the calls and events of core/contract.ts. */

import type { Channel, EventName, Events, Input, Outputs } from '../core/contract';
import { fail, type Result } from '../core/failure';
import { t } from '../core/locale/t';

interface Bridge {
  invoke(channel: string, input: unknown): Promise<unknown>;
  on(channel: string, listener: (payload: unknown) => void): () => void;
  pathForFile(file: File): string;
}

declare global {
  interface Window {
    readonly postil: Bridge;
  }
}

/** Never rejects: what breaks on the way comes back as a failure too. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Outputs[C]>> {
  try {
    return (await window.postil.invoke(channel, input)) as Result<Outputs[C]>;
  } catch (error) {
    return fail('internal', t('app.page-broke', { cause: (error as Error).message }));
  }
}

/** Listens until the returned function is called. */
export function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.postil.on(event, (payload) => listener(payload as Events[E]));
}

/** The path on disk of a file that was dropped on the window. */
export const pathForFile = (file: File): string => window.postil.pathForFile(file);
