import { expect, test } from 'vitest';
import type { DocumentMatch, ImportReport } from './report';
import { comingIn, gainLines, isEmptyImport, lossLines, reportText } from './report-words';

const document = (parts: Partial<DocumentMatch>): DocumentMatch => ({
  name: 'a',
  path: 'a.txt',
  by: 'text',
  differs: false,
  annotations: 1,
  ...parts,
});
const nothing: ImportReport = {
  unit: {
    unit: 'utf-16',
    inclusive: false,
    crlfOnce: false,
    bomCounted: false,
    fits: 2,
    quotes: 2,
    words: 'UTF-16 units: 2 of 2 quotes fit',
  },
  documents: [document({})],
  exact: 0,
  moved: 0,
  suggestions: 0,
  alreadyThere: 0,
  notPlaced: 0,
  leftOut: 0,
  relations: 0,
  relationsThere: 0,
  relationsLost: 0,
  newLabels: [],
  newAttributes: [],
  newRelationTypes: [],
  newFields: [],
  problems: [],
  problemCount: 0,
};

test('[XI22] what comes in, what is there already, and what is new is said with its counts', () => {
  const report: ImportReport = {
    ...nothing,
    documents: [document({}), document({ by: 'new', path: 'imported/x/b.txt' })],
    exact: 1199,
    moved: 1,
    suggestions: 3,
    alreadyThere: 2,
    relations: 1,
    relationsThere: 1,
    newLabels: ['Ship', 'Port'],
  };
  expect(comingIn(report)).toBe('1,200 annotations');
  expect(gainLines(report)).toEqual([
    '1,200 annotations (3 as suggestions, 1 where their words were found again)',
    '1 relation',
    'In 1 new document and 1 document of the project',
    'Already there, and not doubled: 2 annotations, 1 relation',
    '2 new labels: Ship, Port',
  ]);
  const fresh = { ...nothing, documents: [document({ by: 'new' }), document({})] };
  expect([comingIn(fresh), ...gainLines(fresh)]).toEqual([
    '1 new document',
    '1 new document',
    'In 1 document of the project',
  ]);
  expect(gainLines({ ...nothing, exact: 2, suggestions: 2 })[0]).toBe('2 annotations (as suggestions)');
  expect(lossLines(report)).toEqual([]);
});

test('[XI22] many names are told by the first and their number', () => {
  const newLabels = Array.from({ length: 14 }, (_, n) => `L${n}`);
  expect(gainLines({ ...nothing, newLabels }).at(-1)).toMatch(/^14 new labels: L0, .*L11 and 2 more$/);
});

test('[XI22] an import is empty when nothing is new: one label more is something', () => {
  expect(isEmptyImport({ ...nothing, alreadyThere: 5, leftOut: 1 })).toBe(true);
  for (const parts of [
    { exact: 1 },
    { moved: 1 },
    { relations: 1 },
    { newLabels: ['x'] },
    { newFields: ['x'] },
    { documents: [document({ by: 'new' })] },
  ])
    expect(isEmptyImport({ ...nothing, ...parts })).toBe(false);
});

test('[XI22] the report as text holds what was lost, each problem, and how many are not told', () => {
  const text = reportText('tasks.json', {
    ...nothing,
    exact: 1,
    notPlaced: 1,
    relationsLost: 2,
    documents: [document({ path: null, by: 'none' })],
    problems: [{ where: 'a.txt', reason: 'Gone.' }],
    problemCount: 3,
  });
  expect(text.split('\n')).toEqual([
    'Import of tasks.json',
    'Offsets: UTF-16 units: 2 of 2 quotes fit',
    '1 annotation',
    '',
    'Not imported:',
    '1 annotation whose words are not in the text',
    '2 relations without both ends, or without a type',
    '1 document without a place in the project',
    '',
    'Problems:',
    'a.txt: Gone.',
    '… and 2 more',
    '',
  ]);
});
