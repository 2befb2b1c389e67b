import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { exportProjects } from '../testing/projects';
import { hasPython, python } from '../testing/python';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import type { ExportDocument, ExportProject } from './format';
import { tablesOf } from './table';
import { writeXlsx, xlsxOf } from './xlsx';

type Sheets = Readonly<Record<string, (string | number)[][]>>;

/** A reader of workbooks with inline strings, written apart from the writer. */
function sheetsOf(bytes: Uint8Array): Sheets {
  const files = unzipSync(bytes);
  const xml = (path: string) => strFromU8(files[path] as Uint8Array);
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map((it) => it[1] as string);
  return Object.fromEntries(names.map((name, n) => [name, rowsOf(xml(`xl/worksheets/sheet${n + 1}.xml`))]));
}

function rowsOf(xml: string): (string | number)[][] {
  const rows: (string | number)[][] = [];
  let [text, isText, at] = ['', false, 0];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push([]);
    if (name === 'c') {
      const letters = /^[A-Z]+/.exec(attributes.r as string)?.[0] ?? '';
      at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      isText = attributes.t === 'inlineStr';
      text = '';
    }
  });
  parser.on('text', (it) => {
    text += it;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'c') return;
    const plain = text.replace(/_x005F_/g, '_');
    (rows.at(-1) as (string | number)[])[at] = isText ? plain : text === '' ? '' : Number(text);
  });
  parser.write(xml).close();
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''));
}

const book = (
  documents: readonly ExportDocument[],
  project: ExportProject = sampleProject,
  write = writeXlsx,
) => written('xlsx', write, project, documents, { refused: [{ path: 'x', reason: 'It is not text.' }] });

const golden = book([sample]);
const bytes = golden.files.get('') as Uint8Array;

test('[XP10] the sample as a workbook', () => {
  const sheets = sheetsOf(bytes);
  expect(Object.keys(sheets)).toEqual(['annotations', 'relations', 'documents', 'labels', 'left out']);
  expect(sheets.annotations?.slice(0, 3)).toEqual([
    [
      'doc',
      'annotation_id',
      'label',
      'start_cp',
      'end_cp',
      'text',
      'Certainty',
      'Tags',
      'Gloss',
      'Count',
      'Sure?',
      'note',
      'annotator',
      'created',
    ],
    [
      'lyme.txt',
      'b1',
      '日期',
      2,
      34,
      'Mary 🐚 Anning showed De la Beche',
      '',
      '',
      '',
      '',
      '',
      '=who, "whom"?',
      'Anna',
      '2026-01-01T00:00:00.000Z',
    ],
    [
      'lyme.txt',
      'a1',
      'Person',
      2,
      15,
      'Mary 🐚 Anning',
      'likely',
      '',
      '',
      2,
      'true',
      '',
      'Anna',
      '2026-01-01T00:00:00.000Z',
    ],
  ]);
  expect(sheets.annotations?.length).toBe(7);
  expect(sheets.relations?.[1]?.slice(0, 9)).toEqual([
    'lyme.txt',
    'r1',
    'says',
    'a1',
    'Mary 🐚 Anning',
    'a2',
    'De la Beche … He',
    -2,
    'shown',
  ]);
  expect(sheets.documents?.slice(1)).toEqual([
    ['lyme.txt', 'ab'.repeat(32), 'Anna', 'done', 'Read twice.', 4, 2, 'biography', 1836],
    ['lyme.txt', 'ab'.repeat(32), '王芳', 'todo', '', 1, 0],
  ]);
  expect(sheets.labels?.slice(1, 3)).toEqual([
    ['Person', '', '#0072b2', '', 2, 'What “Person” is'],
    ['Place name', 'Person', '#d55e00', '', 2, 'What “Place name” is'],
  ]);
  expect(sheets['left out']?.[1]).toEqual(['x', 'It is not text.']);
  expect(golden.losses).toEqual([]);
});

test('[XP10] the same input gives the same bytes', () => {
  expect(book([sample]).files.get('')).toEqual(bytes);
});

test.skipIf(spawnSync('unzip', ['-v']).status !== 0)('[XP10] unzip finds nothing wrong', () => {
  const script = `
import json, subprocess
print(json.dumps(subprocess.run(['unzip', '-t', 'a.xlsx'], capture_output=True).returncode))
`;
  expect(python(script, new Map([['a.xlsx', bytes]]))).toBe(0);
});

test.skipIf(!hasPython)('[XP10] Python’s zipfile and xml read it', () => {
  const script = `
import json, zipfile, xml.etree.ElementTree as tree
book = zipfile.ZipFile('a.xlsx')
ns = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
print(json.dumps([book.testzip(), [t.text for t in sheet.iter(ns + 't')][14:20], [v.text for v in sheet.iter(ns + 'v')]]))
`;
  expect(python(script, new Map([['a.xlsx', bytes]]))).toEqual([
    null,
    ['lyme.txt', 'b1', '日期', 'Mary 🐚 Anning showed De la Beche', '=who, "whom"?', 'Anna'],
    ['2', '34', '2', '15', '2', '23', '34', '57', '59', '51', '55', '35', '47'],
  ]);
});

const bytesSay = (text: string) => Buffer.from(text).toString();

test('[XP10] every cell of the tables stands in its place, and none is a formula', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { files, losses } = book(documents, project);
      const sheets = sheetsOf(files.get('') as Uint8Array);
      const tables = tablesOf(project.schema, 'code-point', () => expect.unreachable());
      const wanted = documents.flatMap((document) =>
        document.layers.flatMap((layer) => [...tables.annotations(document, layer)]),
      );
      const told = new Set(losses.map((it) => it.id));
      for (const [i, { id, cells }] of wanted.entries()) {
        const made = sheets.annotations?.[i + 1] ?? [];
        for (const [n, cell] of cells.entries()) {
          if (typeof cell === 'number') expect(made[n] ?? '').toBe(cell);
          else if (!told.has(id)) expect(made[n] ?? '').toBe(bytesSay(cell));
        }
      }
      expect(sheets.annotations?.length).toBe(wanted.length + 1);
      for (const file of Object.values(unzipSync(files.get('') as Uint8Array)))
        expect(strFromU8(file)).not.toContain('<f>');
    }),
    { numRuns: 40 },
  );
});

const withNote = (note: string): ExportDocument => {
  const [anna] = sample.layers as [(typeof sample.layers)[0]];
  const [first, ...rest] = anna.annotations as [(typeof anna.annotations)[0]];
  return { ...sample, layers: [{ ...anna, annotations: [{ ...first, note }, ...rest] }] };
};

test.each([
  ['what XML can’t hold', 'bell \u0007 and \ufffe', 'bell \ufffd and \ufffd', 1],
  ['more than a cell holds', 'x'.repeat(40_000), `${'x'.repeat(32_766)}…`, 1],
  ['what Excel would read as a character', '_x0041_ and \r\n', '_x0041_ and \r\n', 0],
  ['a formula', '=1+1', '=1+1', 0],
])('[XP11] %s', (_, note, wanted, losses) => {
  const made = book([withNote(note)]);
  expect(sheetsOf(made.files.get('') as Uint8Array).annotations?.[1]?.[11]).toBe(wanted);
  expect(made.losses.map((it) => [it.id, it.fate])).toEqual(Array(losses).fill(['b1', 'flattened']));
});

test('[XP11] a sheet that is full goes on in another one', () => {
  const sheets = sheetsOf(book([sample, sample], sampleProject, xlsxOf(5)).files.get('') as Uint8Array);
  expect(Object.keys(sheets)).toEqual(
    expect.arrayContaining(['annotations', 'annotations 2', 'annotations 3', 'relations']),
  );
  const rows = ['annotations', 'annotations 2', 'annotations 3'].map((name) => sheets[name] ?? []);
  expect(rows.map((it) => it.length)).toEqual([5, 5, 5]);
  expect(rows.every(([head]) => head?.[0] === 'doc')).toBe(true);
  expect(rows.flatMap((it) => it.slice(1)).map((it) => it[1])).toEqual([
    ...['b1', 'a1', 'a2', 'a2', 'a3', 'c1'],
    ...['b1', 'a1', 'a2', 'a2', 'a3', 'c1'],
  ]);
});
