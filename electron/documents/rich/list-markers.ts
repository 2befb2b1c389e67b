/** The numbers of ordered lists, as browsers and word processors count them. */

const signs = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** NUMBER in Roman numerals (1 to 3999; others stay digits, as in CSS `upper-roman`). */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let [left, made] = [number, ''];
  for (const [sign, value] of signs) for (; left >= value; left -= value) made += sign;
  return made;
}

/** NUMBER in letters: 1 is A, 27 is AA; what is below 1 stays digits. */
export function letters(number: number): string {
  if (number < 1) return String(number);
  let made = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    made = String.fromCharCode(65 + ((left - 1) % 26)) + made;
  return made;
}

/** The marker of item NUMBER in a list of TYPE (`1`, `a`, `A`, `i`, `I`; anything else counts in digits). */
export function markerOf(number: number, type: string): string {
  if (type === 'A') return `${letters(number)}.`;
  if (type === 'a') return `${letters(number).toLowerCase()}.`;
  if (type === 'I') return `${roman(number)}.`;
  return type === 'i' ? `${roman(number).toLowerCase()}.` : `${number}.`;
}
