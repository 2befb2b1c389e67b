import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Beginnings, hintFor, hints } from './hints';

const none: Beginnings = { isReady: true, annotations: 0, steps: 0, alike: 0 };

test('[HT1] each hint comes where it helps: nothing marked, a first step, the same words three times, a handful', () => {
  expect(hintFor(none, [])).toBe('mark');
  expect(hintFor({ ...none, annotations: 1, steps: 1, alike: 1 }, [])).toBe('undo');
  expect(hintFor({ ...none, annotations: 3, steps: 3, alike: 3 }, [])).toBe('all');
  expect(hintFor({ ...none, annotations: 3, steps: 3, alike: 2 }, ['undo'])).toBeNull();
  expect(hintFor({ ...none, annotations: 8, steps: 8, alike: 1 }, ['undo'])).toBe('palette');
  // Who opens what is annotated already has no step to take back.
  expect(hintFor({ ...none, annotations: 4 }, [])).toBeNull();
  expect(hintFor({ ...none, isReady: false }, [])).toBeNull();
});

const beginnings = fc.record({
  isReady: fc.boolean(),
  annotations: fc.nat(20),
  steps: fc.nat(20),
  alike: fc.nat(8),
});

test('[HT2] a hint that is over never comes again, and with all of them over there is none', () => {
  fc.assert(
    fc.property(beginnings, fc.subarray([...hints]), (at, seen) => {
      const hint = hintFor(at, seen);
      expect(hint !== null && seen.includes(hint)).toBe(false);
      expect(hintFor(at, hints)).toBeNull();
    }),
  );
});

test('[HT2] who goes on without hints gets none', () => {
  fc.assert(
    fc.property(beginnings, fc.nat(), (at, more) => {
      const later = { ...at, annotations: at.annotations + 15 + more, steps: 5 + more, alike: 6 + more };
      expect(hintFor(later, [])).toBeNull();
    }),
  );
});
