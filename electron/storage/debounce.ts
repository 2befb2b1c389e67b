/** Runs WORK once, WAIT ms after the last call and at most MOST ms after the first; never twice at once. */
export function debounced(work: () => Promise<void>, wait: number, most: number) {
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  let running: Promise<void> = Promise.resolve();
  return {
    call() {
      const now = Date.now();
      if (timer === undefined) first = now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          running = running.then(work).catch((error) => console.error(error));
        },
        Math.max(0, Math.min(wait, first + most - now)),
      );
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
