/** Which annotations files a layer has, and what they hold, without reading more than needed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readLayer } from '../../core/migrate';
import type { Annotator, DocumentRef, Status } from '../../core/model';
import { annotatorSchema, documentRefSchema, factsShape } from '../../core/model-schema';
import { fullPath, realInside } from '../documents/inside';
import { DEEPEST } from '../documents/limits';
import { ANNOTATIONS } from './places';

/** Project paths of all annotations files of LAYER in the project ROOT, in slices of time; folders too. */
export async function layerFiles(
  root: string,
  layer: string,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  const waiting = [{ path: `${ANNOTATIONS}/${layer}`, depth: 0 }];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (!isThere(root, at.path)) continue;
    folders.push(at.path);
    for (const entry of readdirSync(fullPath(root, at.path), { withFileTypes: true })) {
      const path = `${at.path}/${entry.name}`;
      if (entry.isDirectory() && at.depth < DEEPEST) waiting.push({ path, depth: at.depth + 1 });
      else if (entry.name.endsWith('.json') && !entry.name.startsWith('.')) files.push(path);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { files: files.sort(), folders };
}

function isThere(root: string, path: string): boolean {
  try {
    return realInside(root, fullPath(root, path)) !== null;
  } catch {
    return false;
  }
}

/** What the Documents list says about a document. */
export interface Summary {
  readonly status: Status;
  readonly annotations: number;
  readonly document: DocumentRef;
  readonly annotator: Annotator;
}

/** Size and time of a file, to tell whether a summary still holds; null when it is not there. */
export function quickStamp(root: string, path: string): string | null {
  try {
    const { size, mtimeMs } = statSync(fullPath(root, path));
    return `${size}:${mtimeMs}`;
  } catch {
    return null;
  }
}

/** Null when the file can't be read. */
export function summarise(root: string, path: string): Summary | null {
  try {
    const full = realInside(root, fullPath(root, path));
    if (full === null) return null;
    const text = readFileSync(full, 'utf8');
    return quickSummary(text) ?? slowSummary(text);
  } catch {
    return null;
  }
}

const START = '{\n"format": "postil-annotations",\n';
const OPEN = '\n"annotations": [';

/** Reads the head and counts lines: a file that Postil wrote has one annotation a line. Null for any other file. */
function quickSummary(text: string): Summary | null {
  const open = text.indexOf(OPEN);
  if (!text.startsWith(START) || open < 0) return null;
  try {
    const head = JSON.parse(`${text.slice(0, open).replace(/,\s*$/, '')}}`);
    const document = documentRefSchema.parse(head.document);
    const annotator = annotatorSchema.parse(head.annotator);
    const status = factsShape.status.parse(head.status);
    let annotations = 0;
    const end = text.indexOf('\n]', open);
    for (let at = text.indexOf('\n{', open); at >= 0 && at < end; at = text.indexOf('\n{', at + 1))
      annotations++;
    return { status, annotations, document, annotator };
  } catch {
    return null;
  }
}

function slowSummary(text: string): Summary | null {
  const read = readLayer(text);
  if (!read.ok) return null;
  const { annotations, ...rest } = read.value;
  return { ...rest, annotations: annotations.length };
}
