/** What a person sets to their liking, on this machine: kept in settings.json, apart from any project. */
import { z } from 'zod';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themes)[number];

export const readingFonts = ['serif', 'sans', 'mono', 'own'] as const;

/** The smallest and the largest value, and the step of their fields. */
export const ranges = {
  /** Of the text, in CSS pixels. */
  size: { least: 11, most: 34, step: 1 },
  /** Characters a line. */
  measure: { least: 45, most: 100, step: 1 },
  /** Of a line, in text sizes. */
  leading: { least: 1.2, most: 2.2, step: 0.05 },
  /** Of each file of a project. */
  backups: { least: 1, most: 200, step: 1 },
} as const;

export interface Preferences {
  /** Of the text; `own` is the FAMILY. */
  readonly font: (typeof readingFonts)[number];
  readonly family: string;
  readonly size: number;
  readonly measure: number;
  readonly leading: number;
  /** What offsets count in exports of projects that have not been exported before. */
  readonly unit: 'code-point' | 'utf-16' | 'byte';
  readonly backups: number;
}

export const usualPreferences: Preferences = {
  font: 'serif',
  family: '',
  size: 17,
  measure: 70,
  leading: 1.6,
  unit: 'code-point',
  backups: 20,
};

const within = ({ least, most }: { least: number; most: number }) => z.number().min(least).max(most);

/** Nothing that could end the value in a style: letters of any script, digits, spaces and a few marks of font names. */
const family = z
  .string()
  .max(100)
  .regex(/^[\p{L}\p{N} ._+&-]*$/u);

export const preferencesSchema: z.ZodType<Preferences> = z.object({
  font: z.enum(readingFonts),
  family,
  size: within(ranges.size),
  measure: within(ranges.measure),
  leading: within(ranges.leading),
  unit: z.enum(['code-point', 'utf-16', 'byte']),
  backups: within(ranges.backups).int(),
});

export const isFamily = (name: string): boolean => family.safeParse(name).success;

/** What is readable of VALUE; what is damaged or missing is as usual, and costs nothing else. */
export function preferencesFrom(value: unknown): Preferences {
  const parts = z.record(z.string(), z.unknown()).catch({}).parse(value);
  const read: Record<string, unknown> = { ...usualPreferences };
  for (const name of Object.keys(usualPreferences)) {
    const tried = preferencesSchema.safeParse({ ...usualPreferences, [name]: parts[name] });
    if (tried.success) read[name] = parts[name];
  }
  return read as unknown as Preferences;
}

/** VALUE moved into the range, and rounded to its step. */
export function clamped(value: number, { least, most, step }: (typeof ranges)[keyof typeof ranges]): number {
  const steps = Math.round((Math.min(most, Math.max(least, value)) - least) / step);
  return Number((least + steps * step).toFixed(2));
}
