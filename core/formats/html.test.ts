import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import type { ExportDocument, ExportProject } from './format';
import { writeHtml } from './html';
import { languageOf } from './language';
import { xmlSafe } from './xml';

const copy = (documents: readonly ExportDocument[], project: ExportProject = sampleProject) =>
  written('html', writeHtml, project, documents, { refused: [{ path: '<x>', reason: 'It is not text.' }] });

interface Read {
  /** Texts of the paragraphs, without the numbers of annotations. */
  readonly lines: string[];
  /** What the marks of each title hold, line by line and without numbers, joined. */
  readonly marks: Map<string, string>;
  readonly tags: Set<string>;
  readonly ids: string[];
  readonly links: string[];
  readonly text: string;
}

/** Reads a copy as XML, which also proves that its elements nest and all is escaped. */
function readCopy(html: string): Read {
  const read = {
    lines: [] as string[],
    marks: new Map(),
    tags: new Set<string>(),
    ids: [] as string[],
    links: [] as string[],
    text: '',
  };
  const open: { name: string; kind: string; title: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const of = (key: string) => String(attributes[key] ?? '');
    open.push({ name, kind: of('class'), title: of('title') });
    read.tags.add(name);
    if (of('id') !== '') read.ids.push(of('id'));
    if (name === 'a') read.links.push(of('href'));
    if (name === 'p' && open.at(-2)?.kind === 'row') read.lines.push('');
    if (open.at(-1)?.kind === 'gap') read.lines.push('');
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    read.text += text;
    const row = open.findIndex((it) => it.kind === 'row');
    if (row < 0 || open[row + 1]?.name !== 'p' || open.some((it) => it.kind === 'n')) return;
    read.lines.push(`${read.lines.pop()}${text}`);
    for (const { name, title } of open)
      if (name === 'mark') read.marks.set(title, `${read.marks.get(title) ?? ''}${text}`);
  });
  parser.write(html).close();
  return read;
}

const golden = copy([sample]).text();

test('[XP12] the sample: nested marks, numbers, margin, facts, relations and counts', () => {
  expect(golden).toContain(
    '<mark class="k2 l0" title="日期 · Anna"><mark class="k0 l1" title="Person · Anna">Mary 🐚 Anning</mark>' +
      '<a class="n" id="d1-t2" href="#d1-2">2</a> showed <mark class="k0 l1 part" title="Person · Anna">De la Beche</mark></mark>',
  );
  const { text } = readCopy(golden);
  for (const words of [
    'Which Lyme?',
    'Certainty: likely',
    'Count: 2',
    'Tags: a, b;c',
    'Read twice.',
    'Genre: biography',
    'done',
    '2 parts',
    '王芳',
    '5 annotations',
    'Place name 2',
    'Person 2',
    '日期 1',
    'Strength: -2',
    '<x>: It is not text.',
  ])
    expect(text).toContain(words);
  expect(golden).toContain('--t0:"2";--t1:"2";--t2:"1"');
  expect(text).toContain('2 Mary 🐚 Anning — says → 3 De la Beche … He · Strength: -2 · shown · Anna');
});

test('[XP12] the whole text stands there once, and every annotation marks its words', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      for (const document of documents) {
        const read = readCopy(copy([document], project).text());
        const lines = document.text.split(/\r\n|\r|\n/);
        const shown = (line: string) => (line.trim() === '' ? '' : xmlSafe(line));
        expect(read.lines.map(shown)).toEqual(lines.map(shown));
        for (const { annotator, annotations } of document.layers)
          for (const { label } of annotations) {
            const name = project.schema.labels.find((it) => it.id === label)?.name;
            const words = annotations
              .filter((it) => it.label === label)
              .map((it) => it.spans.map(({ exact }) => xmlSafe(exact)).join(''))
              .join('')
              .replace(/[\r\n]/g, '');
            const marked = read.marks.get(`${name} · ${annotator.name}`) ?? '';
            expect([...marked].sort()).toEqual([...words].sort());
          }
      }
    }),
  );
});

test('[XP12] it holds no script and asks for nothing, its links lead within it, and ids are given once', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const html = copy(documents, project).text();
      const { tags, ids, links } = readCopy(html);
      for (const tag of ['script', 'img', 'link', 'iframe', 'object', 'form'])
        expect(tags.has(tag)).toBe(false);
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of links) expect(ids).toContain(link.slice(1));
      expect(html).not.toMatch(/url\(|@import|https?:/);
    }),
    { numRuns: 40 },
  );
});

const hostile = `<script>alert(1)</script> "q" & </style><img src=x onerror=alert(1)>`;

test('[XP12] names, notes and texts are escaped, and characters that HTML lacks are told', () => {
  const [anna] = sample.layers as [(typeof sample.layers)[0]];
  const annotations = anna.annotations.map((it) => ({ ...it, note: `${hostile}\u0007` }));
  const layers = [{ ...anna, annotator: { id: 'x', name: hostile }, memo: hostile, annotations }];
  const labels = sampleProject.schema.labels.map((it) => ({ ...it, name: hostile, description: hostile }));
  const project = { ...sampleProject, name: hostile, schema: { ...sampleProject.schema, labels } };
  const made = copy([{ ...sample, path: hostile, layers }], project);
  const read = readCopy(made.text());
  expect(read.tags.has('script') || read.tags.has('img')).toBe(false);
  expect(read.text.split(hostile).length).toBeGreaterThan(8);
  expect(made.losses.map((it) => [it.id, it.fate])).toEqual(annotations.map((it) => [it.id, 'flattened']));
});

test('[XP12] the same input gives the same bytes', () => {
  expect(copy([sample]).text()).toBe(golden);
});

test.each([
  ['Ada met Bob', ''],
  ['佐藤さんは', 'ja'],
  ['信上说', ''],
  ['안녕하세요', 'ko'],
  ['שלום', 'he'],
  ['العربية', ''],
  ['α β and Latin', ''],
])('[XP12] the language of %j', (text, lang) => {
  expect(languageOf(text)).toBe(lang);
});
