/** The only way out of the window: the calls and events of core/contract.ts. */
import type { Channel, EventName, Events, Input, Outputs } from '../core/contract';
import { fail, type Result } from '../core/failure';

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
    return fail(
      'internal',
      `Something in Postil broke: ${(error as Error).message}. What was saved is safe.`,
    );
  }
}

/** Listens until the returned function is called. */
export function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.postil.on(event, (payload) => listener(payload as Events[E]));
}

/** The path on disk of a file that was dropped on the window. */
export const pathForFile = (file: File): string => window.postil.pathForFile(file);
