import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commands, titleOf } from './command-table';
import { keyboardSheets } from './keyboard-sheet';
import { setLanguage } from './locale/current';
import { languages } from './locale/language';

const docs = join(import.meta.dirname, '../docs');
const made = [...keyboardSheets()];

test.each(made)('[DC1] docs/%s is up to date (node build/keyboard.mjs makes it so)', (path, text) => {
  expect(readFileSync(join(docs, path), 'utf8')).toBe(text);
});

test.each(languages)('[DC1] the sheet names every command once, and a motion without its twin: %s', (one) => {
  onTestFinished(() => setLanguage('en'));
  setLanguage(one);
  const [, text] = made[languages.indexOf(one)] as [string, string];
  const rows = text.split('\n').filter((line) => /^(- |\| `)/.test(line));
  const named = commands.filter(({ id }) => !/^select\.(?!widen|narrow|paragraph$)/.test(id));
  expect(rows).toHaveLength(named.length);
  for (const row of named) {
    const title = titleOf(row).replace(/…$/, '');
    expect(
      rows.filter((line) => line.replace(/…$/, '').match(/^(?:- |.* \| )(.*?)(?: \|)?$/)?.[1] === title),
    ).toHaveLength(1);
  }
});
