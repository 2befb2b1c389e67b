/** How long Electron's main process, through which all calls and keys go, keeps others waiting. */
import type { Running } from './app';

/** Watches how long Electron's main process keeps others waiting. */
export function watchMainProcess({ app }: Running): Promise<void> {
  return app.evaluate(() => {
    let last = performance.now();
    const shared = globalThis as unknown as { longestStop: number };
    shared.longestStop = 0;
    setInterval(() => {
      const now = performance.now();
      shared.longestStop = Math.max(shared.longestStop, now - last - 4);
      last = now;
    }, 4);
  });
}

/** The longest stop since this was last asked, in ms. */
export const longestStop = ({ app }: Running): Promise<number> =>
  app.evaluate(() => {
    const shared = globalThis as unknown as { longestStop: number };
    const longest = shared.longestStop;
    shared.longestStop = 0;
    return longest;
  });
