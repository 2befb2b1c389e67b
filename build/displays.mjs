// Virtual displays for tests with windows: one for each worker, so that none takes another's focus or clipboard.
import { spawn } from 'node:child_process';
import { endings } from './run.mjs';

/** How long an X server may take to say which display it is, in ms. */
const PATIENCE = 60_000;

/**
 * Starts an X server that picks a free number itself.
 * @returns {Promise<{ name: string, stop: () => void }>}
 */
function startDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const stop = () => void server.kill();
    const timer = setTimeout(() => {
      stop();
      reject(new Error('Xvfb did not say which display it is.'));
    }, PATIENCE);
    let said = '';
    server.stdio[3]?.on('data', (data) => {
      said += data;
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve({ name: `:${said.trim()}`, stop });
    });
    server.on('error', reject);
    server.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Xvfb ended with ${code}.`));
    });
  });
}

/**
 * Gives WORK the names of COUNT displays of their own, on Linux; none elsewhere.
 * @template T
 * @param {number} count
 * @param {(names: readonly string[]) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplays(count, work) {
  if (process.platform !== 'linux') return work([]);
  // Asked to end, this process waits for what it started: `run` passes the signal on.
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  for (const signal of endings) process.on(signal, end);
  const started = await Promise.allSettled(Array.from({ length: count }, startDisplay));
  const displays = started.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  try {
    const failed = started.find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
    if (isOver) throw new Error('It was asked to end.');
    return await work(displays.map((it) => it.name));
  } finally {
    for (const { stop } of displays) stop();
    for (const signal of endings) process.off(signal, end);
  }
}
