/** In whose name the command line writes, and where the app keeps its settings and locks. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../core/failure';
import type { Annotator } from '../../core/model';
import { annotatorCalled, readSettings, writeSettings } from '../settings';
import { chooseLayers } from '../storage/choose-layers';
import { summarise } from '../storage/layer-list';
import type { ProjectOnDisk } from '../storage/read-project';

/** The folder of the app's settings: its locks hold for the command line too. */
export function settingsFolder(): string {
  const given = process.env.POSTIL_USER_DATA;
  if (given) return resolve(given);
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Postil');
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'Postil');
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Postil');
}

/** The person called NAME on this machine, who keeps one id. */
function personCalled(name: string): Annotator {
  const folder = settingsFolder();
  const before = readSettings(folder);
  const { annotator, settings } = annotatorCalled(before, name);
  if (settings !== before) writeSettings(folder, settings);
  return annotator;
}

/** The annotator of PROJECT's layer that WANTED names (folder, id or name), else the person of that name. Codes: `ambiguous`. */
function ofLayer(project: ProjectOnDisk, wanted: string): Result<Annotator> {
  const found = new Map<string, Annotator>();
  for (const { files } of chooseLayers(project, wanted).layers)
    for (const file of files) {
      const annotator = summarise(project.root, file)?.annotator;
      if (annotator) found.set(annotator.id, annotator);
    }
  const [one, ...others] = found.values();
  if (one === undefined) return ok(personCalled(wanted));
  if (others.length === 0) return ok(one);
  return fail(
    'ambiguous',
    `Several annotators are called “${wanted}”. Give the id: ${[...found.keys()].join(' or ')}. Nothing was changed.`,
  );
}

/** LAYER's annotator when one is asked for, else POSTIL_ANNOTATOR, else the app's. Codes: `no-annotator`. */
export function annotatorFor(project: ProjectOnDisk, layer: string | undefined): Result<Annotator> {
  if (layer !== undefined) return ofLayer(project, layer);
  const named = process.env.POSTIL_ANNOTATOR?.trim();
  if (named) return ok(personCalled(named));
  const { annotator } = readSettings(settingsFolder());
  if (annotator) return ok(annotator);
  return fail(
    'no-annotator',
    'Whose annotations are these? Give --layer <annotator>, or set POSTIL_ANNOTATOR. Nothing was changed.',
  );
}
