/** What Postil remembers on this machine, apart from any project. */

import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ExportMemory, exportMemorySchema, hintsSchema, ownKeysSchema } from '../core/contract';
import { newId } from '../core/ids';
import { languageChoices } from '../core/locale/language';
import type { Annotator } from '../core/model';
import { annotatorSchema } from '../core/model-schema';
import { preferencesFrom, type ThemeChoice, themes, usualPreferences } from '../core/preferences';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
});

const settingsSchema = z.object({
  format: z.literal('postil-settings'),
  version: z.literal(1),
  /** Who annotates here; null until the first edit has asked. */
  annotator: annotatorSchema.nullable(),
  /** People named by POSTIL_ANNOTATOR or --annotator, so that a name keeps its id. */
  others: z.array(annotatorSchema),
  theme: z.enum(themes),
  /** One that a later Postil knew and this one does not is no reason to lose the rest. */
  language: z.enum(languageChoices).catch('system'),
  /** Damage costs nothing but what is damaged. */
  preferences: z.unknown().transform(preferencesFrom),
  /** Keys chosen in place of the given ones, by the command's id. */
  keys: ownKeysSchema.catch({}),
  /** Hints of the first minutes: whether they are shown, and which are over. */
  hints: hintsSchema.catch({ on: true, seen: [] }),
  /** Folders, newest first. */
  recent: z.array(z.string()).max(50),
  /** What was chosen for the last export, by the project's folder. */
  exports: z.record(z.string(), exportMemorySchema).catch({}),
  bounds: boundsSchema.nullable(),
  maximized: z.boolean(),
  fullScreen: z.boolean().catch(false),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type Bounds = NonNullable<Settings['bounds']>;

const unset: Settings = {
  format: 'postil-settings',
  version: 1,
  annotator: null,
  others: [],
  theme: 'system',
  preferences: usualPreferences,
  language: 'system',
  keys: {},
  hints: { on: true, seen: [] },
  recent: [],
  exports: {},
  bounds: null,
  maximized: false,
  fullScreen: false,
};

const mostRecent = 10;
const fileIn = (folder: string): string => join(folder, 'settings.json');

/** The settings in FOLDER; an unreadable file is set aside beside itself, and the answer is a fresh start. */
export function readSettings(folder: string): Settings {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch {
    return unset;
  }
  try {
    return settingsSchema.parse({ ...unset, ...JSON.parse(text) });
  } catch {
    setAside(folder);
    return unset;
  }
}

function setAside(folder: string): void {
  const aside = join(folder, `settings.broken-${Date.now()}.json`);
  try {
    renameSync(fileIn(folder), aside);
    console.error(`The settings could not be read; they were set aside as ${aside}`);
  } catch {
    // Not even renaming works (a read-only folder, say): nothing is lost by going on without.
  }
}

/** Writes all of them or nothing: a crash leaves the old file. Errors are reported, never thrown. */
export function writeSettings(folder: string, settings: Settings): void {
  const temporary = join(folder, `settings.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeSync(file, `${JSON.stringify(settings, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, fileIn(folder));
  } catch (error) {
    console.error(`The settings could not be saved: ${error instanceof Error ? error.message : error}`);
  }
}

export function newAnnotator(name: string): Annotator {
  return { id: newId(randomFillSync), name };
}

/** What the choice asks of Chromium: high contrast is ours, in light or dark like the system. */
export const sourceOf = (theme: ThemeChoice): 'system' | 'light' | 'dark' =>
  theme === 'contrast' ? 'system' : theme;

/** The settings with PROJECT in front of the recent ones. */
export function withRecent(settings: Settings, project: string): Settings {
  const others = settings.recent.filter((one) => one !== project);
  return { ...settings, recent: [project, ...others].slice(0, mostRecent) };
}

/** So many projects' exports are remembered. */
const mostExports = 50;

/** The settings with CHOSEN for the next export of PROJECT. */
export function withExport(settings: Settings, project: string, chosen: ExportMemory): Settings {
  const { [project]: _, ...others } = settings.exports;
  const kept = Object.entries(others).slice(1 - mostExports);
  return { ...settings, exports: Object.fromEntries([...kept, [project, chosen]]) };
}

/** The person called NAME on this machine, who keeps one id; made (and to be written) when there is none. */
export function annotatorCalled(
  settings: Settings,
  name: string,
): { annotator: Annotator; settings: Settings } {
  const known = [settings.annotator, ...settings.others].find((one) => one?.name === name);
  if (known) return { annotator: known, settings };
  const annotator = newAnnotator(name);
  return { annotator, settings: { ...settings, others: [...settings.others, annotator] } };
}
