/** Serves the contract: the only place that listens to the page. */

import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import {
  type Channel,
  calls,
  type EventName,
  type Events,
  type Input,
  type Outputs,
  shellCalls,
  type WorkerChannel,
} from '../core/contract';
import { fail, type Result } from '../core/failure';
import { t } from '../core/locale/t';
import { isOwnPage } from './guard';

export type ShellChannel = keyof typeof shellCalls;

/** What answers a call of the main process itself. */
export type ShellHandlers = {
  readonly [C in ShellChannel]: (input: Input<C>) => Result<Outputs[C]> | Promise<Result<Outputs[C]>>;
};

/** Passes on a call that the worker answers. */
export type WorkerHandler = <C extends WorkerChannel>(
  channel: C,
  input: Input<C>,
) => Promise<Result<Outputs[C]>>;

const isChannel = (channel: unknown): channel is Channel =>
  typeof channel === 'string' && Object.hasOwn(calls, channel);

const isShellChannel = (channel: Channel): channel is ShellChannel => Object.hasOwn(shellCalls, channel);

/** Only the top frame of the app's own page may call; whoever else does is not owed an explanation. */
function checkSender(event: IpcMainInvokeEvent): void {
  const frame = event.senderFrame;
  if (!frame || frame.parent || !isOwnPage(frame.url)) throw new Error('refused');
}

export function serveContract(shell: ShellHandlers, worker: WorkerHandler): void {
  ipcMain.handle('call', async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    checkSender(event);
    if (!isChannel(channel))
      return fail('unknown-call', t('failures.unknown-call', { name: JSON.stringify(channel) }));
    const parsed = calls[channel].safeParse(input);
    if (!parsed.success)
      return fail('bad-input', t('failures.bad-call', { name: channel, cause: parsed.error.message }));
    try {
      if (!isShellChannel(channel)) return await worker(channel, parsed.data as Input<typeof channel>);
      const handler = shell[channel] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
      return await handler(parsed.data);
    } catch (error) {
      console.error(`${channel}:`, error);
      return fail(
        'internal',
        t('failures.call-failed', { cause: `${channel}: ${error instanceof Error ? error.message : error}` }),
      );
    }
  });
}

export function sendEvent<E extends EventName>(contents: WebContents, event: E, payload: Events[E]): void {
  if (!contents.isDestroyed()) contents.send('event', event, payload);
}
