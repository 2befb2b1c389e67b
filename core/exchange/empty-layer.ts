/** A layer that says nothing yet. */
import { type Annotator, type Layer, newDocument } from '../model';

/** ANNOTATOR's layer of the plain text at PATH. */
export const emptyLayer = (
  path: string,
  { text, sha256 }: { readonly text: string; readonly sha256: string },
  annotator: Annotator,
): Layer => ({
  ...newDocument,
  document: { path, sha256, length: text.length, projection: 'txt/1' },
  annotator,
  annotations: [],
  relations: [],
});
