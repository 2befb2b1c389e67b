import { expect, test } from 'vitest';
import { sheetText, unknownLabel } from './styles';

const label = { ...unknownLabel, id: 'person', color: '#0072b2' };
const light = { dark: false, contrast: false, forced: false };

test('colours are literal, and every label has its lanes and its current rule', () => {
  const text = sheetText([label], light, (name) => name);
  expect(text).not.toContain('var(');
  for (const name of ['label-person-0', 'label-person-3', 'current-person', 'search', 'selection'])
    expect(text).toContain(`::highlight(${name})`);
});

test('four fills on one another leave the text readable', () => {
  for (const theme of [light, { ...light, dark: true }, { ...light, contrast: true }]) {
    const alphas = [
      ...sheetText([label], theme, (name) => name).matchAll(
        /label-person-\d\) \{ background-color: rgba\(.*, ([\d.]+)\)/g,
      ),
    ];
    expect(alphas).toHaveLength(4);
    const clear = alphas.reduce((rest, match) => rest * (1 - Number(match[1])), 1);
    expect(1 - clear).toBeLessThan(0.72);
  }
});

test('forced colours use the system palette', () => {
  expect(sheetText([label], { ...light, forced: true }, (name) => name)).not.toContain('rgb');
});
