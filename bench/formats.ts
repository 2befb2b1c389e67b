/** A typical and a large file of every format: read, and opened until its first screen is painted. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { richFormats } from '../electron/documents/readers';
import type { Job } from '../electron/documents/rich/job';
import { readInThread } from '../electron/documents/rich/thread';
import { openDocument, rest, startApp } from './app';
import { type Bench, type Group, MB, many, repeat } from './bench';
import { type Format, makeFile, makeMarkdownTable, makeWorkbook } from './format-files';
import { between, during } from './probe';
import { FIRST } from './projects';
import { type Row, row } from './rows';
import { makeText } from './words';

interface File {
  readonly name: string;
  readonly what: string;
}

/** Of a long article or interview, and of a long book. */
const sizes = [
  ['60 KB of words', 60 * 1024],
  ['1 MB of words', MB],
] as const;

function makeFiles(folder: string): readonly File[] {
  mkdirSync(folder);
  const files: File[] = [];
  const put = (format: Format, what: string, bytes: Uint8Array) => {
    const name = `${files.length}.${format}`;
    writeFileSync(join(folder, name), bytes);
    files.push({ name, what: `.${format}, ${what}` });
  };
  writeFileSync(join(folder, FIRST), makeText(16 * 1024, 3));
  for (const format of richFormats)
    for (const [what, size] of sizes) put(format, what, makeFile(format, size));
  put('md', many(30_000, 'rows'), makeMarkdownTable(30_000));
  put('xlsx', many(100_000, 'rows'), makeWorkbook(100_000));
  return files;
}

/** In the thread that the app starts, without the app. */
async function readingTimes(bench: Bench, folder: string, files: readonly File[]): Promise<Row[]> {
  const read = readInThread(resolve('out/electron/reader.cjs'));
  const rows: Row[] = [];
  for (const { name, what } of files) {
    const format = extname(name).slice(1) as Format;
    const found = await repeat(bench.times(5, 1), async () => {
      const job: Job = { format, file: { name, bytes: readFileSync(join(folder, name)) }, image: null };
      const [before, used] = [performance.now(), process.cpuUsage()];
      const answer = await read(job);
      if (answer.kind !== 'text') throw new Error(`${what}: ${JSON.stringify(answer)}`);
      const { user, system } = process.cpuUsage(used);
      return { time: performance.now() - before, work: (user + system) / 1000 };
    });
    rows.push(
      row(
        'read in its thread',
        what,
        found.map(({ time }) => time),
      ),
      // Of all threads together; it hardly depends on what else the machine does.
      row(
        '… of it processor time',
        what,
        found.map(({ work }) => work),
      ),
    );
  }
  return rows;
}

export const formats: Group = {
  name: 'formats',
  async run(bench) {
    const folder = join(bench.temporary, 'formats');
    const files = makeFiles(folder);
    const alone = await readingTimes(bench, folder, files);
    const running = await startApp(bench.temporary, folder);
    const { page } = running;
    const rows: Row[] = [];
    for (const { name, what } of files) {
      const opened = await repeat(bench.times(5, 1), async () => {
        const times = await during(page, ['text painted'], () => openDocument(page, name));
        await rest(page, 300);
        await during(page, ['text painted'], () => openDocument(page, FIRST));
        await rest(page, 300);
        return times;
      });
      rows.push(
        row(
          'click on the document → first paint',
          what,
          opened.map((times) => between(times, 'click', 'text painted')),
        ),
        row(
          'text in memory → first paint',
          what,
          opened.map((times) => between(times, 'handed over', 'text painted')),
        ),
      );
    }
    await running.close();
    return [...alone, ...rows];
  },
};
