/** A document is opened: its text is painted, then its annotations. */
import { annotationsShown, openDocument, rest, startApp } from './app';
import { type Bench, type Group, megabytes, repeat, sizeOf } from './bench';
import { longestStop, watchMainProcess } from './main-process';
import { between, during, type Times } from './probe';
import { type Row, row } from './rows';

/** More than storage keeps open, so that each opening reads and checks the annotations anew. */
const COPIES = 6;

interface Opening {
  readonly times: Times;
  readonly stop: number;
}

async function openings(bench: Bench, bytes: number, spans: number, full: number): Promise<Opening[]> {
  const project = bench.project({ bytes, spans, copies: COPIES });
  const running = await startApp(bench.temporary, project.folder);
  const { page, close } = running;
  await watchMainProcess(running);
  const found = await repeat(bench.times(full), async (round) => {
    const path = project.documents[round % COPIES] as string;
    // Those in view are painted before the others are there.
    const last = spans > 0 ? ['highlight painted', 'annotations in memory'] : ['text painted'];
    await longestStop(running);
    const times = await during(page, last, () => openDocument(page, path));
    await annotationsShown(page, spans);
    await rest(page, 300 + bytes / 50_000);
    return { times, stop: await longestStop(running) };
  });
  await close();
  return found;
}

export const firstPaint: Group = {
  name: 'first paint',
  async run(bench) {
    const rows: Row[] = [];
    for (const bytes of bench.texts) {
      const found = await openings(bench, bytes, 0, 12);
      const spans = (from: string) => found.map(({ times }) => between(times, from, 'text painted'));
      rows.push(row('text in memory → first paint', megabytes(bytes), spans('handed over')));
      rows.push(row('click on the document → first paint', megabytes(bytes), spans('click')));
    }
    return rows;
  },
};

export const highlights: Group = {
  name: 'highlights',
  async run(bench) {
    const { bytes, spans } = bench.usual;
    const found = await openings(bench, bytes, spans, 12);
    const from = (mark: string, to: string) => found.map(({ times }) => between(times, mark, to));
    const size = sizeOf(bench.usual);
    return [
      row('text in memory → first paint', size, from('handed over', 'text painted')),
      row('highlights after the text', size, from('text painted', 'highlight painted')),
      row('… until all annotations are there', size, from('text painted', 'annotations in memory')),
      row(
        'longest stop of the main process while opening',
        size,
        found.map(({ stop }) => stop),
      ),
    ];
  },
};
