import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSuggestion } from '../edit-suggestions';
import type { Status } from '../model';
import { textAndLayer } from '../testing/arbitraries';
import { choose, unfiltered } from './choose';
import type { ExportDocument } from './format';

const documents: fc.Arbitrary<ExportDocument> = fc
  .tuple(textAndLayer, fc.constantFrom<Status>('todo', 'done'), fc.boolean())
  .map(([{ text, layer }, status, twice]) => {
    const origin = (n: number) => (n % 3 === 0 ? 'suggestion:model' : 'manual');
    const annotations = layer.annotations.map((it, n) => ({ ...it, origin: origin(n) }));
    const layers = [
      { ...layer, annotations, annotator: { id: 'a', name: 'A' } },
      { ...layer, annotations: [], relations: [], annotator: { id: 'b', name: 'B' }, status },
    ];
    return { path: 'a.txt', sha256: '', text, layers: twice ? layers : layers.slice(0, 1) };
  });

test('[XE5] without a filter all is there, and a label lets through its own annotations only', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(choose(document, unfiltered, true)).toEqual({ document, suggestions: 0 });
      const all = document.layers.flatMap((it) => it.annotations);
      const label = all[0]?.label ?? 'none';
      const chosen = choose(document, { ...unfiltered, labels: [label] }, true).document;
      expect(chosen?.layers.flatMap((it) => it.annotations)).toEqual(all.filter((it) => it.label === label));
    }),
  );
});

test('[XE5] a relation stays exactly when both of its ends do', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (document, withSuggestions) => {
      const label = document.layers[0]?.annotations[0]?.label ?? 'none';
      const { document: chosen } = choose(document, { ...unfiltered, labels: [label] }, withSuggestions);
      for (const [n, layer] of document.layers.entries()) {
        const kept = new Set(chosen?.layers[n]?.annotations.map((it) => it.id));
        const whole = layer.relations.filter((it) => kept.has(it.from) && kept.has(it.to));
        if (kept.size < layer.annotations.length) expect(chosen?.layers[n]?.relations).toEqual(whole);
      }
    }),
  );
});

test('[XE5] status and annotator choose layers; what nobody began is to do', () => {
  const layer = (id: string, status: Status) => ({
    document: { path: 'a.txt', sha256: '', length: 1, projection: 'txt/1' },
    annotator: { id, name: id },
    status,
    memo: '',
    fields: {},
    annotations: [],
    relations: [],
  });
  const document = { path: 'a.txt', sha256: '', text: 'x', layers: [layer('a', 'done'), layer('b', 'todo')] };
  const empty = { ...document, layers: [] };
  const ids = (it: ExportDocument, status: Status[] | null, annotators: string[] | null) =>
    choose(it, { ...unfiltered, status, annotators }, false).document?.layers.map((one) => one.annotator.id);
  expect(ids(document, ['done'], null)).toEqual(['a']);
  expect(ids(document, ['skipped'], null)).toBeUndefined();
  expect(ids(document, null, ['b'])).toEqual(['b']);
  expect(ids(document, ['done'], ['b'])).toBeUndefined();
  expect(ids(document, ['todo'], ['nobody'])).toEqual([]);
  expect(ids(document, null, [])).toEqual([]);
  expect(ids(empty, ['todo'], null)).toEqual([]);
  expect(ids(empty, ['done'], null)).toBeUndefined();
});

test('[XE6] suggestions that nobody has accepted are left out and counted, unless they are asked for', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const all = document.layers.flatMap((it) => it.annotations);
      const { document: chosen, suggestions } = choose(document, unfiltered, false);
      expect(suggestions).toBe(all.filter(isSuggestion).length);
      expect(chosen?.layers.flatMap((it) => it.annotations)).toEqual(all.filter((it) => !isSuggestion(it)));
    }),
  );
});
