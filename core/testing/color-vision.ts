/** Colours as colour-blind people see them, and how far apart two of them look. For tests. */
import { differenceCiede2000 } from 'culori';
import { type Rgb, toLinear } from '../oklab';

export const visions = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof visions)[number];

/**
 * Severity 1.0 of Machado, Oliveira & Fernandes, “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency”, IEEE TVCG 15 (2009), table 1; for linear light.
 */
const matrices: Readonly<Record<Exclude<Vision, 'usual'>, readonly number[]>> = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** COLOR as linear light from 0 to 1. */
function seen(color: Rgb, vision: Vision) {
  const light = [toLinear(color.r), toLinear(color.g), toLinear(color.b)] as const;
  const part = (row: number): number => {
    if (vision === 'usual') return light[row] as number;
    const sum = light.reduce(
      (all, it, column) => all + it * (matrices[vision][row * 3 + column] as number),
      0,
    );
    return Math.min(1, Math.max(0, sum));
  };
  return { mode: 'lrgb', r: part(0), g: part(1), b: part(2) } as const;
}

const distance = differenceCiede2000();

/** CIEDE2000: about 1 is just seen side by side; from about 10 on two colours are told apart at a glance. */
export const farApart = (a: Rgb, b: Rgb, vision: Vision): number =>
  distance(seen(a, vision), seen(b, vision));
