/** A label's colour as it stands on a light or a dark ground: stripes, bars, swatches, names. Pure. */
import { type Rgb, shownAs, toLinear, toOklab } from './oklab';

/** `#rrggbb`; anything else is grey, so that a damaged schema still shows its spans. */
export function parseHex(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return { r: 128, g: 128, b: 128 };
  const [r, g, b] = match.slice(1).map((part) => Number.parseInt(part, 16)) as [number, number, number];
  return { r, g, b };
}

export const css = ({ r, g, b }: Rgb, alpha = 1) =>
  alpha === 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;

/** Relative luminance (WCAG 2). */
const luminance = ({ r, g, b }: Rgb) => 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);

/** 1 (none) to 21 (WCAG 2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The grounds that are hardest to stand out from: --panel by day, --raised by night (renderer/theme.css). */
export const grounds = { light: '#f4f2ed', dark: '#2a2c30' } as const;

/**
 * The least contrast of marks (stripes, bars, swatches) and of names in small type, usually and in high contrast. Names
 * need 4.5 or 7 to 1 (WCAG 2, AA and AAA), and the page is not quite as white or black as `grounds` take it.
 */
export const leastOf = (isHigh: boolean) => (isHigh ? { mark: 4.5, name: 7.4 } : { mark: 3, name: 4.9 });

/** How near to white a colour comes by night: this share of its distance stays, so that dark ones differ still. */
const NIGHT = 0.6;
const STEP = 0.02;

/**
 * The label's colour where it must stand out from the ground by LEAST to 1 (WCAG 2). By day the colour itself, made
 * darker where need be; by night all are lifted alike and keep their order, so that they stay apart.
 */
export function inkOf(hex: string, dark: boolean, least = 3): Rgb {
  const key = `${hex} ${dark} ${least}`;
  const known = inks.get(key);
  if (known) return known;
  const found = findInk(parseHex(hex), dark, least);
  if (inks.size > 1000) inks.clear();
  inks.set(key, found);
  return found;
}

const inks = new Map<string, Rgb>();

function findInk(color: Rgb, dark: boolean, least: number): Rgb {
  const ground = parseHex(dark ? grounds.dark : grounds.light);
  if (!dark && contrast(color, ground) >= least) return color;
  const { lightness, a, b } = toOklab(color);
  let tried = dark ? 1 - NIGHT * (1 - lightness) : lightness;
  for (; tried > 0 && tried < 1; tried += dark ? STEP : -STEP) {
    const ink = shownAs({ lightness: tried, a, b });
    if (contrast(ink, ground) >= least) return ink;
  }
  return dark ? { r: 255, g: 255, b: 255 } : { r: 0, g: 0, b: 0 };
}

/** Custom properties for an element of class `inked`, on which theme.css then chooses `--label` by the ground. */
export const inkProperties = (hex: string): Readonly<Record<string, string>> => ({
  '--ink-day': css(inkOf(hex, false)),
  '--ink-night': css(inkOf(hex, true)),
  '--ink-day-strong': css(inkOf(hex, false, leastOf(true).mark)),
  '--ink-night-strong': css(inkOf(hex, true, leastOf(true).mark)),
});
