/** Label colours as they stand on a light or a dark page. Pure. */

export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** `#rrggbb`; anything else is grey, so that a damaged schema still shows its spans. */
export function parseHex(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return { r: 128, g: 128, b: 128 };
  const [r, g, b] = match.slice(1).map((part) => Number.parseInt(part, 16)) as [number, number, number];
  return { r, g, b };
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb => ({
  r: Math.round(a.r + (b.r - a.r) * share),
  g: Math.round(a.g + (b.g - a.g) * share),
  b: Math.round(a.b + (b.b - a.b) * share),
});

/** Relative luminance (WCAG 2). */
function luminance({ r, g, b }: Rgb): number {
  const linear = (part: number) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** 1 (none) to 21 (WCAG 2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const white: Rgb = { r: 255, g: 255, b: 255 };
const black: Rgb = { r: 20, g: 20, b: 20 };

/** The label's colour for bars and stripes: moved toward the ink until it stands out from the page by LEAST to 1. */
export function inkOf(hex: string, dark: boolean, least = 3): Rgb {
  const key = `${hex} ${dark} ${least}`;
  const known = inks.get(key);
  if (known) return known;
  const found = findInk(hex, dark, least);
  if (inks.size > 1000) inks.clear();
  inks.set(key, found);
  return found;
}

const inks = new Map<string, Rgb>();

function findInk(hex: string, dark: boolean, least: number): Rgb {
  const page = dark ? black : white;
  const ink = dark ? white : black;
  const color = parseHex(hex);
  for (let share = 0; share < 1; share += 0.08) {
    const tried = mix(color, ink, share);
    if (contrast(tried, page) >= least) return tried;
  }
  return ink;
}

export const css = ({ r, g, b }: Rgb, alpha = 1) =>
  alpha === 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;
