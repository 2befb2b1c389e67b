/**
 * Colours as people see them: OKLab, where equal steps look equal. Pure.
 * Source of the matrices: Björn Ottosson, “A perceptual color space for image processing” (2020).
 */

/** Parts from 0 to 255; not rounded. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** LIGHTNESS from 0 (black) to 1 (white); A and B from green to red and from blue to yellow. */
export interface Oklab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** From 0 to 255 as stored, to 0 to 1 as light. */
export function toLinear(part: number): number {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(light: number): number {
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return value * 255;
}

export function toOklab(color: Rgb): Oklab {
  const [r, g, b] = [toLinear(color.r), toLinear(color.g), toLinear(color.b)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

/** Parts may lie outside 0 to 255: no screen shows such a colour. */
function toRgb({ lightness, a, b }: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    g: fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    b: fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  };
}

const isShown = ({ r, g, b }: Rgb) => [r, g, b].every((part) => part >= -0.5 && part <= 255.5);

const whole = (part: number) => Math.round(Math.min(255, Math.max(0, part)));

/** The nearest colour of the same lightness and hue that a screen shows: as much of its chroma as there is. */
export function shownAs(color: Oklab): Rgb {
  for (let share = 1; share > 0; share -= 0.04) {
    const tried = toRgb({ lightness: color.lightness, a: color.a * share, b: color.b * share });
    if (isShown(tried)) return { r: whole(tried.r), g: whole(tried.g), b: whole(tried.b) };
  }
  const grey = whole(toRgb({ lightness: color.lightness, a: 0, b: 0 }).r);
  return { r: grey, g: grey, b: grey };
}
