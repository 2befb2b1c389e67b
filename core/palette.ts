/**
 * Label colours that colour-blind people tell apart, by day and by night. They were searched for: 16
 * colours whose inks (ink.ts) stand out from both grounds by 3 to 1, and whose nearest pair is farthest apart in the
 * usual vision and in three simulated ones. palette.test.ts holds them to that and prints the table. The order keeps
 * the first ones farthest apart and bright.
 */
export const palette: readonly string[] = [
  '#527fe4',
  '#ba1463',
  '#738901',
  '#4503a4',
  '#07676e',
  '#139894',
  '#c0727c',
  '#9b59a1',
  '#3f8941',
  '#6848d1',
  '#583805',
  '#823a38',
  '#6a5901',
  '#555555',
  '#6e045f',
  '#0d4172',
];

/** The first colour of the palette that USED holds least often. */
export function nextColor(used: readonly string[]): string {
  const count = (color: string) => used.filter((other) => other.toLowerCase() === color).length;
  return [...palette].sort((a, b) => count(a) - count(b))[0] as string;
}
