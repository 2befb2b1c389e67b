/** Generated projects on disk, and settings of their own for every start. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { layerText } from '../core/file-text';
import { type Annotator, newDocument } from '../core/model';
import { layerName, layerPath } from '../electron/storage/places';
import { makeAnnotations } from './spans';
import { makeText } from './words';

export const annotator: Annotator = { id: 'b'.repeat(24), name: 'Bench' };

/** The document that a project opens with: its name is the first in order. */
export const FIRST = '0-first.txt';

export interface Project {
  readonly folder: string;
  /** All but the first one, which is small. */
  readonly documents: readonly string[];
  readonly text: string;
}

export interface ProjectSize {
  readonly bytes: number;
  readonly spans: number;
  /** How many documents of that size: so many can be opened for the first time. */
  readonly copies: number;
}

function put(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Makes a project in the new folder FOLDER. */
export function makeProject(folder: string, { bytes, spans, copies }: ProjectSize): Project {
  const text = makeText(bytes, 1);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const annotations = makeAnnotations(text, spans, 2);
  const documents = Array.from({ length: copies }, (_, i) => `text-${i}.txt`);
  put(join(folder, FIRST), makeText(16 * 1024, 3));
  const layer = layerName(folder, annotator);
  for (const path of documents) {
    put(join(folder, path), text);
    if (spans === 0) continue;
    const document = { path, sha256, length: text.length, projection: 'txt/1' };
    const file = { ...newDocument, document, annotator, annotations, relations: [] };
    put(join(folder, layerPath(layer, path)), layerText(file));
  }
  return { folder, documents, text };
}

/** Makes COUNT documents of a few lines in folders of a hundred. */
export function makeManyDocuments(folder: string, count: number): string {
  for (let at = 0; at < count; at++) {
    const name = `part-${String(Math.floor(at / 100)).padStart(3, '0')}/text-${String(at).padStart(5, '0')}.txt`;
    put(join(folder, name), makeText(600, at));
  }
  return folder;
}

/** A new folder of settings that say who annotates. */
export function makeSettings(temporary: string): string {
  const folder = mkdtempSync(join(temporary, 'settings-'));
  put(join(folder, 'settings.json'), JSON.stringify({ format: 'postil-settings', version: 1, annotator }));
  return folder;
}
