/** The text is scrolled by 120 px in every frame: frames that were dropped, work in a frame, the longest task. */
import { annotationsShown, openDocument, rest, startApp, textScroller } from './app';
import { type Group, repeat, sizeOf } from './bench';
import { row } from './rows';

interface Scrolled {
  /** In percent of the frames wanted. */
  readonly dropped: number;
  /** What the page worked in each frame, in ms. */
  readonly work: readonly number[];
  /** In ms. */
  readonly longest: number;
}

/** Runs in the page. */
async function scrollOn(scroller: HTMLElement, frames: number): Promise<Scrolled> {
  const tasks: number[] = [0];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const work: number[] = [];
  const starts: number[] = [];
  await new Promise<void>((done) => {
    const step = (start: number) => {
      starts.push(start);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => work.push(performance.now() - start);
      port2.postMessage(null);
      if (starts.length > frames) return done();
      scroller.scrollTop += 120;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await new Promise((done) => setTimeout(done, 100));
  observer.disconnect();
  const gaps = starts.slice(1).map((start, i) => start - (starts[i] as number));
  const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0);
  return { dropped: (100 * missed) / frames, work, longest: Math.max(...tasks, ...work) };
}

export const scroll: Group = {
  name: 'scroll',
  async run(bench) {
    const { bytes, spans } = bench.usual;
    const project = bench.project({ bytes, spans, copies: 6 });
    const { page, close } = await startApp(bench.temporary, project.folder, false);
    await openDocument(page, project.documents[2] as string);
    await annotationsShown(page, spans);
    await rest(page, 1000);
    const scroller = await textScroller(page);
    const runs = await repeat(bench.times(8, 2), async () => {
      const scrolled = await scroller.evaluate(scrollOn, bench.times(240, 120));
      await rest(page, 200);
      return scrolled;
    });
    await close();
    const size = sizeOf(bench.usual);
    const numbers = (what: (run: Scrolled) => number) => runs.map(what);
    return [
      row(
        'scroll 120 px a frame: dropped',
        size,
        numbers((run) => run.dropped),
        '%',
      ),
      row(
        'scroll 120 px a frame: work in a frame',
        size,
        runs.flatMap((run) => run.work),
      ),
      row(
        'scroll 120 px a frame: longest task',
        size,
        numbers((run) => run.longest),
      ),
    ];
  },
};
