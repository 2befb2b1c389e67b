import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { annotatorCalled, readSettings, withRecent, writeSettings } from './settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('what was written is read again, and no temporary file stays', () => {
  const settings = withRecent(readSettings(folder), '/one');
  writeSettings(folder, settings);
  expect(readSettings(folder)).toEqual(settings);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test.each(['', '{', '[]', '{"recent": "no"}', '{"version": 2}'])(
  'a broken file %j is set aside, and Postil starts afresh',
  (text) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    writeFileSync(join(folder, 'settings.json'), text);
    const settings = readSettings(folder);
    expect(settings.recent).toEqual([]);
    if (text === '[]') return; // an empty list reads as no settings at all
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^settings\.broken-\d+\.json$/)]);
  },
);

test('a folder that cannot be written is reported, not thrown', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  writeFileSync(join(folder, 'file'), '');
  writeSettings(join(folder, 'file', 'below'), readSettings(folder));
  expect(said).toHaveBeenCalledOnce();
});

test('recent projects: newest first, each once, ten of them', () => {
  let settings = readSettings(folder);
  for (let n = 0; n < 12; n++) settings = withRecent(settings, `/${n}`);
  settings = withRecent(settings, '/5');
  expect(settings.recent).toHaveLength(10);
  expect(settings.recent.slice(0, 3)).toEqual(['/5', '/11', '/10']);
});

test('a name keeps its id', () => {
  const first = annotatorCalled(readSettings(folder), 'Anna');
  const again = annotatorCalled(first.settings, 'Anna');
  expect(again.annotator).toEqual(first.annotator);
  expect(annotatorCalled(first.settings, 'Ben').annotator.id).not.toBe(first.annotator.id);
});

test('[B10] own keys are kept; a file from before there were any has none', () => {
  const keys = { 'annotation.note': ['M'] };
  writeSettings(folder, { ...readSettings(folder), keys });
  expect(readSettings(folder).keys).toEqual(keys);
  const { keys: _, ...before } = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...before, recent: ['/one'] }));
  expect(readSettings(folder)).toMatchObject({ keys: {}, recent: ['/one'] });
});

test('[B10] damaged keys cost nothing but themselves', () => {
  const text = JSON.stringify({ ...readSettings(folder), recent: ['/one'], keys: { a: 'M', b: 7 } });
  writeFileSync(join(folder, 'settings.json'), text);
  expect(readSettings(folder)).toMatchObject({ keys: {}, recent: ['/one'] });
});
