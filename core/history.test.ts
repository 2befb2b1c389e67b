import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyHistory,
  type History,
  type HistoryEntry,
  moved,
  recent,
  record,
  redoable,
  undoable,
} from './history';

const entry = (title: string): HistoryEntry => ({ title, at: '2026-01-01T00:00:00.000Z', parts: [] });

test('[H1] undo and redo walk the entries, as two stacks would', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 80 }), (steps) => {
      let history = emptyHistory;
      const done: string[] = [];
      const undone: string[] = [];
      steps.forEach((step, i) => {
        if (step === 'do') {
          history = record(history, entry(`${i}`));
          done.push(`${i}`);
          undone.length = 0;
        } else {
          const [from, to] = step === 'undo' ? [done, undone] : [undone, done];
          const title = from.pop();
          if (title !== undefined) to.push(title);
          history = moved(history, step === 'undo' ? -1 : 1);
        }
        expect(undoable(history)?.title).toBe(done.at(-1));
        expect(redoable(history)?.title).toBe(undone.at(-1));
        expect(history.entries).toHaveLength(done.length + undone.length);
      });
    }),
  );
});

test('[H1] without limit', () => {
  let history: History = emptyHistory;
  for (let i = 0; i < 2000; i++) history = record(history, entry(`${i}`));
  for (let i = 0; i < 2000; i++) history = moved(history, -1);
  expect(undoable(history)).toBeUndefined();
  expect(redoable(history)?.title).toBe('0');
  expect(moved(history, -1)).toEqual(history);
});

test('[H2] a new entry forgets what could be redone', () => {
  const history = moved(record(record(emptyHistory, entry('a')), entry('b')), -1);
  const next = record(history, entry('c'));
  expect(next.entries.map((it) => it.title)).toEqual(['a', 'c']);
  expect(redoable(next)).toBeUndefined();
});

test('[H3] older histories stay', () => {
  const one = record(emptyHistory, entry('a'));
  const kept = structuredClone(one);
  record(one, entry('b'));
  moved(one, -1);
  record(moved(one, -1), entry('c'));
  expect(one).toEqual(kept);
  expect(emptyHistory).toEqual({ entries: [], position: 0 });
});

test('[H4] the newest steps around the position are kept, and it stays between the same two', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 100 }), (count, back, limit) => {
      let history = emptyHistory;
      for (let i = 0; i < count; i++) history = record(history, entry(`${i}`));
      for (let i = 0; i < back; i++) history = moved(history, -1);
      const kept = recent(history, limit);
      expect(kept.entries).toHaveLength(Math.min(count, limit));
      if (count <= limit) expect(kept).toEqual(history);
      if (kept.position > 0) expect(undoable(kept)).toBe(undoable(history));
      if (kept.position < kept.entries.length) expect(redoable(kept)).toBe(redoable(history));
    }),
  );
});
