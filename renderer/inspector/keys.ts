/** Keys inside a field of the inspector. */
import type { KeyboardEvent } from 'react';

const isPlain = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && !shiftKey;

/** 0 for the digit 1, and so on to 8 for 9; by place, as label keys are. Null for every other key. */
export function digitOf(event: KeyboardEvent): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit && isPlain(event) ? Number(digit) - 1 : null;
}

/** The keys that take an answer away. */
export const isClearing = (event: KeyboardEvent): boolean =>
  isPlain(event) && ['Backspace', 'Delete', '0'].includes(event.key);
