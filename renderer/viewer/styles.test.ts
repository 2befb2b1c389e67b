import { expect, test } from 'vitest';
import { fillLane, highlightStyles, unknownLabel } from './styles';

const label = { ...unknownLabel, id: 'person', color: '#0072b2' };
const light = { dark: false, contrast: false, forced: false };
const themes = [light, { ...light, dark: true }, { ...light, contrast: true }];

test('colours are literal, and every label has its fills and its current style', () => {
  const styles = highlightStyles([label], light);
  expect([...styles.values()].join()).not.toContain('var(');
  for (const name of [
    'label-person-0',
    'label-person-3',
    'label--0',
    'current-person',
    'search',
    'selection',
  ])
    expect(styles.has(name)).toBe(true);
});

test('eight spans on one another leave the text readable', () => {
  for (const theme of themes) {
    const styles = highlightStyles([label], theme);
    const alphas = [0, 1, 2, 3, 4, 5, 6, 7].map((depth) =>
      Number(/, ([\d.]+)\)$/.exec(styles.get(`label-person-${fillLane(0, depth)}`) ?? '')?.[1] ?? 0),
    );
    expect(1 - alphas.reduce((rest, alpha) => rest * (1 - alpha), 1)).toBeLessThan(0.7);
  }
});

test('two spans of one label never share a fill while they overlap', () => {
  expect(fillLane(0, 1)).not.toBe(fillLane(1, 1));
  expect(fillLane(0, 3)).not.toBe(fillLane(1, 3));
});

test('with forced colours selection and search results take the system palette', () => {
  const styles = highlightStyles([label], { ...light, forced: true });
  expect(styles.get('selection')).toBe('background-color: Highlight; color: HighlightText');
  expect(styles.get('search')).not.toContain('rgb');
});
