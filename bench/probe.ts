/** Watches from inside the page, without the app knowing: when did what happen first, and when was it painted? */
import type { Page } from 'playwright';

/**
 * First times since `reset()`, in ms of the page's clock:
 * `key` (as the system stamped it), `key dispatched`, `key handled`, `click`, `input` · `handed over` (the
 * session got a text) · `annotations in memory` (the session got 1,000 or more) · `text`, `highlight`,
 * `highlight gone` (the last one of a label), `list`, `found` (changed), each with `… frame` (that frame began) and `… painted` · `saving`, `saved`.
 */
export type Times = Readonly<Record<string, number>>;

export interface Probe {
  reset(): void;
  note(mark: string): void;
  /** Resolves with all times when MARK is among them, or when PATIENCE ms are over. */
  until(mark: string, patience: number): Promise<Times>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page. */
function install(): void {
  let times: Record<string, number> = {};
  let told: (() => void) | null = null;
  let firstRow: string | null = null;
  let count: string | null = null;

  const textBox = () => document.querySelector('[role=textbox][aria-label="Document text"]');
  const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? null;
  const row = () =>
    document
      .querySelector('[role=listbox][aria-label=Documents] [role=option]')
      ?.getAttribute('aria-label') ?? null;

  function note(mark: string, time = performance.now(), into = times): boolean {
    if (mark in into) return false;
    into[mark] = time;
    told?.();
    return true;
  }

  function notePainted(mark: string): void {
    const mine = times;
    if (!note(mark)) return;
    requestAnimationFrame(() => {
      note(`${mark} frame`, performance.now(), mine);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => note(`${mark} painted`, performance.now(), mine);
      port2.postMessage(null);
    });
  }

  window.addEventListener(
    'keydown',
    (event) => {
      note('key', event.timeStamp);
      note('key dispatched');
    },
    { capture: true },
  );
  // Added after the app's own listener on the window, so it runs after it.
  window.addEventListener('keydown', () => note('key handled'));
  window.addEventListener('click', (event) => note('click', event.timeStamp), { capture: true });
  window.addEventListener('input', (event) => note('input', event.timeStamp), { capture: true });

  // The session remembers the document as the last one in the step in which it gets its text.
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    note('handed over');
    setItem.call(this, key, value);
  };
  // A large set of annotations is put in order before anything else is done with it.
  const { sort } = Array.prototype;
  Array.prototype.sort = function (compare) {
    if (this.length >= 1000) note('annotations in memory');
    return sort.call(this, compare);
  };
  const { add } = Highlight.prototype as unknown as Set<AbstractRange>;
  (Highlight.prototype as unknown as Set<AbstractRange>).add = function (range) {
    const highlight = this as unknown as Highlight;
    const isOther = ['selection', 'search'].some((name) => CSS.highlights.get(name) === highlight);
    if (!isOther) notePainted('highlight');
    return add.call(this, range);
  };
  const { delete: take } = CSS.highlights as unknown as Map<string, Highlight>;
  (CSS.highlights as unknown as Map<string, Highlight>).delete = function (name) {
    if (name.startsWith('label-')) notePainted('highlight gone');
    return take.call(this, name);
  };

  new MutationObserver((records) => {
    const root = textBox();
    const isText = records.some(({ target, addedNodes }) => addedNodes.length > 0 && root?.contains(target));
    if (isText && root?.querySelector('[data-start]')) notePainted('text');
    const now = row();
    if (now !== null && now !== firstRow) notePainted('list');
    const found = textOf('search [aria-live]');
    if (found && found !== count) notePainted('found');
    if (textOf('[aria-label="Save status"]') !== 'Saved') note('saving');
    else if ('saving' in times) note('saved');
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });

  window.probe = {
    reset() {
      times = {};
      firstRow = row();
      count = textOf('search [aria-live]');
    },
    note: (mark) => void note(mark),
    until: (mark, patience) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          told = null;
          resolve(times);
        };
        const timer = setTimeout(done, patience);
        told = () => {
          if (mark in times) done();
        };
        told();
      }),
  };
}

export const installProbe = (page: Page): Promise<void> => page.evaluate(install);

/** Does ACT and gives what happened until MARK; throws when it does not come. */
export async function during(
  page: Page,
  marks: readonly string[],
  act: () => Promise<unknown>,
): Promise<Times> {
  await page.evaluate(() => window.probe.reset());
  await act();
  let times: Times = {};
  for (const mark of marks) {
    times = await page.evaluate((wanted) => window.probe.until(wanted, 60_000), mark);
    if (!(mark in times)) throw new Error(`“${mark}” did not come; there was ${JSON.stringify(times)}`);
  }
  return times;
}

/** From one mark to another, in ms. */
export function between(times: Times, from: string, to: string): number {
  const [start, end] = [times[from], times[to]];
  if (start === undefined || end === undefined)
    throw new Error(`no “${from}” or “${to}” in ${JSON.stringify(times)}`);
  return end - start;
}
