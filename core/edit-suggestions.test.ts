import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import {
  acceptSuggestions,
  isSuggestion,
  rejectSuggestions,
  suggestionFrom,
  suggestionsWith,
} from './edit-suggestions';
import type { Annotation, Relation } from './model';
import { reverse } from './patch';

const annotation = (id: string, origin: string): Annotation => ({
  id,
  label: 'person',
  spans: [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
  attributes: { sure: true },
  note: 'n',
  origin,
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
});
const relation = (from: string, to: string): Relation => ({
  id: from + to,
  type: 't',
  from,
  to,
  attributes: {},
  note: '',
});
const rows = [
  annotation('a', 'suggestion:m.json'),
  annotation('b', 'suggestion:o.json'),
  annotation('c', 'manual'),
  annotation('d', 'suggestion:m.json'),
];
const now = '2026-02-02T00:00:00.000Z';

test('[XI16] an accepted suggestion is an import like any other and keeps what it says; a rejected one goes with its relations', () => {
  const [a, b, c, d] = rows as [Annotation, Annotation, Annotation, Annotation];
  const accepted = acceptSuggestions([a, c], now);
  if (!accepted.ok) throw new Error();
  const [before, is] = accepted.value.annotations?.updated[0] ?? [];
  expect(accepted.value.annotations?.updated).toHaveLength(1);
  expect(is).toEqual({ ...before, origin: 'import:m.json', updatedAt: now });
  expect(is && isSuggestion(is)).toBe(false);
  expect(reverse(accepted.value).annotations?.updated[0]?.[1]).toEqual(rows[0]);
  const links = [relation('a', 'c'), relation('c', 'd'), relation('b', 'c')];
  const rejected = rejectSuggestions([a, d], links);
  if (!rejected.ok) throw new Error();
  expect(rejected.value.annotations?.removed.map((it) => it.id)).toEqual(['a', 'd']);
  expect(rejected.value.relations?.removed.map((it) => it.id)).toEqual(['ac', 'cd']);
  expect(rejectSuggestions([b, c], links)).toMatchObject({
    ok: true,
    value: { annotations: { removed: [b] } },
  });
});

test('[XI16] all there are, and what is no suggestion is never touched', () => {
  const all = acceptSuggestions(rows, now);
  expect(all.ok && all.value.annotations?.updated.map(([it]) => it.id)).toEqual(['a', 'b', 'd']);
  expect(acceptSuggestions([annotation('c', 'manual')], now)).toMatchObject({
    ok: false,
    failure: { code: 'no-suggestion' },
  });
  expect(rejectSuggestions([annotation('c', 'manual')], [])).toMatchObject({ ok: false });
});

test('[XU1] the next suggestion lies below, past the end at the top, and never where one is', () => {
  const at = (id: string, start: number, origin: string, label = 'person'): Annotation => ({
    ...annotation(id, origin),
    label,
    spans: [{ start, end: start + 1, exact: 'x', prefix: '', suffix: '' }],
  });
  const [a, b, c, d] = [
    at('a', 0, 'suggestion:m'),
    at('b', 5, 'manual'),
    at('c', 9, 'suggestion:m', 'place'),
    at('d', 20, 'suggestion:m'),
  ] as const;
  const set = new AnnotationSet([d, b, a, c]);
  const from = (current: Annotation | undefined, offset: number, step: -1 | 1) =>
    suggestionFrom(set, current, offset, step)?.id;
  expect([from(a, 0, 1), from(b, 5, 1), from(d, 20, 1)]).toEqual(['c', 'c', 'a']);
  expect([from(d, 20, -1), from(a, 0, -1), from(undefined, 9, 1), from(undefined, 30, 1)]).toEqual([
    'c',
    'd',
    'c',
    'a',
  ]);
  expect(suggestionFrom(new AnnotationSet([a, b]), a, 0, 1)).toBeUndefined();
  expect(suggestionsWith([a, b, c, d], 'person').map((it) => it.id)).toEqual(['a', 'd']);
  expect(suggestionsWith([a, b, c, d], null)).toHaveLength(3);
});
