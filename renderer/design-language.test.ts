import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast, grounds, inkOf, leastOf, parseHex } from '../core/ink';
import { palette } from '../core/palette';

const theme = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8');
const sheets = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css') && path !== 'theme.css')
  .map((path) => ({ path, lines: readFileSync(join(import.meta.dirname, path), 'utf8').split('\n') }));

/** Every line of a sheet that WRONG matches. */
const offenders = (wrong: RegExp, wanted: (path: string) => boolean = () => true): string[] =>
  sheets
    .filter(({ path }) => wanted(path))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, i) => (wrong.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    );

const isInterface = (path: string) => !path.startsWith('viewer');

test('colours are named in theme.css alone', () => {
  expect(sheets.length).toBeGreaterThan(15);
  expect(offenders(/:.*(#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|lab|lch)\()/i)).toEqual([]);
  expect(
    offenders(/(color|background|border|outline|fill|stroke).*:.*\b(white|black|gr[ae]y|red|blue)\b/),
  ).toEqual([]);
});

test('sizes of type, spacing, corners, layers and durations come from the scales', () => {
  expect(offenders(/font(-size)?: [^v]*\d(\.\d+)?px/, isInterface)).toEqual([]);
  // A hair's breadth is no step of the scale.
  expect(offenders(/(padding|margin|gap)[a-z-]*:(?!.*calc).*\b([2-9]|\d\d+)px/, isInterface)).toEqual([]);
  expect(offenders(/radius: .*[2-9]px/, isInterface)).toEqual([]);
  expect(offenders(/z-index: [^v-]*\d/, isInterface)).toEqual([]);
  expect(offenders(/transition:(?!.*var\(--motion\))/)).toEqual([]);
});

test('every name that is used is given', () => {
  const given = new Set([...theme.matchAll(/^\s+(--[a-z0-9-]+):/gm)].map(([, name]) => name));
  const roles =
    /^--(bg|fg|muted|line|edge|accent|on|warn|danger|type|space|radius|layer|shadow|focus|motion|veil)/;
  const unknown = sheets.flatMap(({ path, lines }) =>
    [...lines.join('\n').matchAll(/var\((--[a-z0-9-]+)/g)].flatMap(([, name]) =>
      roles.test(name as string) && !given.has(name) ? [`${path} ${name}`] : [],
    ),
  );
  expect(unknown).toEqual([]);
});

test('[E21] in high contrast marks and names stand out from every ground there', () => {
  const blocks = theme.split(':root[data-contrast] {').slice(1);
  const at = (block: string, name: string) => block.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1];
  const usual = { light: '#ffffff', dark: '#0d0d0d' };
  for (const [dark, block] of [
    [false, blocks[0] as string],
    [true, blocks[1] as string],
  ] as const) {
    const pages = ['bg', 'panel', 'raised'].map((name) => at(block, name) ?? usual[dark ? 'dark' : 'light']);
    for (const color of palette) {
      for (const ground of pages) {
        const stands = (least: number) => contrast(inkOf(color, dark, least), parseHex(ground));
        expect(stands(leastOf(true).mark)).toBeGreaterThanOrEqual(4.5);
        expect(stands(leastOf(true).name)).toBeGreaterThanOrEqual(7);
      }
      // What is chosen or under the pointer holds marks only.
      for (const ground of ['hover', 'chosen'].map((name) => at(block, name) as string))
        expect(contrast(inkOf(color, dark, leastOf(true).mark), parseHex(ground))).toBeGreaterThanOrEqual(3);
    }
  }
});

test('the inks are reckoned against grounds that are there', () => {
  expect(theme).toContain(`--panel: ${grounds.light}`);
  expect(theme).toContain(`--raised: ${grounds.dark}`);
});
