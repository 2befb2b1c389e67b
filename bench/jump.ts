/** Find, and far jumps: from match to match, and by the scroll bar. */
import { plainQuery } from '../core/query';
import { searchAll, searchFor } from '../core/search';
import { annotationsShown, openDocument, rest, startApp, textScroller } from './app';
import { type Group, megabytes, repeat, sizeOf } from './bench';
import { between, during } from './probe';
import { row } from './rows';
import { landmark, ordinaryWord, randomFrom } from './words';

/** Runs in the page. */
function scrollToShare(scroller: HTMLElement, share: number): void {
  window.probe.note('scrolled');
  scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
}

export const jump: Group = {
  name: 'find and jump',
  async run(bench) {
    const { bytes, spans } = bench.usual;
    const project = bench.project({ bytes, spans, copies: 6 });
    const search = searchFor(plainQuery(ordinaryWord));
    const inCore = await repeat(bench.times(20), async () => {
      const before = performance.now();
      if (search.ok) searchAll(search.value, project.text);
      return performance.now() - before;
    });

    const { page, close } = await startApp(bench.temporary, project.folder);
    await openDocument(page, project.documents[3] as string);
    await annotationsShown(page, spans);
    await rest(page, 1000);
    const scroller = await textScroller(page);
    const random = randomFrom(4);
    const scrolled = await repeat(bench.times(40), async () => {
      const times = await during(page, ['text painted'], () => scroller.evaluate(scrollToShare, random()));
      await rest(page, 100);
      return between(times, 'scrolled', 'text painted');
    });

    await page.keyboard.press('Control+f');
    const field = page.getByRole('searchbox', { name: 'Find in the document' });
    await field.waitFor();
    const inApp = await repeat(bench.times(20), async () => {
      await field.fill('');
      await rest(page, 200);
      const times = await during(page, ['found painted'], () => field.fill(ordinaryWord));
      await rest(page, 200);
      return between(times, 'input', 'found painted');
    });
    await field.fill(landmark);
    await rest(page, 500);
    const jumped = await repeat(bench.times(40), async () => {
      const times = await during(page, ['text painted'], () => field.press('Enter'));
      await rest(page, 100);
      return between(times, 'key', 'text painted');
    });
    await close();
    const size = sizeOf(bench.usual);
    return [
      row('find all matches: core', megabytes(bytes), inCore),
      row('find field → matches painted', size, inApp),
      row('jump by find → painted', size, jumped),
      row('jump by scrollbar → painted', size, scrolled),
    ];
  },
};
