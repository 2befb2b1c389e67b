/** A label's key is pressed: the annotation is painted, and a moment later it is saved. */
import { annotationsShown, focusText, openDocument, rest, startApp } from './app';
import { type Bench, type Group, repeat, sizeOf } from './bench';
import { longestStop, watchMainProcess } from './main-process';
import { between, during } from './probe';
import { type Row, row } from './rows';

async function press(bench: Bench, spans: number): Promise<Row[]> {
  const { bytes } = bench.usual;
  const { folder, documents } = bench.project({ bytes, spans, copies: spans > 100_000 ? 1 : 6 });
  const running = await startApp(bench.temporary, folder);
  const { page } = running;
  await openDocument(page, documents[0] as string);
  await annotationsShown(page, spans);
  await rest(page, 1000);
  await focusText(page);
  await watchMainProcess(running);
  const found = await repeat(bench.times(spans > 100_000 ? 8 : 30), async () => {
    // Two words on, so that each annotation has a place of its own; it lets the last one go.
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+ArrowRight');
    await rest(page, 150);
    await longestStop(running);
    const times = await during(page, ['saved', 'highlight painted'], () => page.keyboard.press('e'));
    return { times, stop: await longestStop(running) };
  });
  await running.close();
  const size = sizeOf({ bytes, spans });
  const from = (mark: string, to: string) => found.map(({ times }) => between(times, mark, to));
  const work = found.map(
    ({ times }) =>
      between(times, 'key dispatched', 'key handled') +
      between(times, 'highlight frame', 'highlight painted'),
  );
  return [
    row('key → painted', size, from('key', 'highlight painted')),
    row('… of it work, without waiting for the frame', size, work),
    row('edit → Saved in the window', size, from('key', 'saved')),
    row(
      'longest stop of the main process while saving',
      size,
      found.map(({ stop }) => stop),
    ),
  ];
}

export const keys: Group = {
  name: 'key and saved',
  async run(bench) {
    const rows: Row[] = [];
    for (const spans of bench.spans) rows.push(...(await press(bench, spans)));
    return rows;
  },
};
