/** A layer that says nothing yet. */
import { type Annotator, type Layer, newDocument } from '../model';

/** ANNOTATOR's layer of the document at PATH, a plain text unless it says by what rule its text was made. */
export const emptyLayer = (
  path: string,
  {
    text,
    sha256,
    projection = 'txt/1',
  }: { readonly text: string; readonly sha256: string; readonly projection?: string },
  annotator: Annotator,
): Layer => ({
  ...newDocument,
  document: { path, sha256, length: text.length, projection },
  annotator,
  annotations: [],
  relations: [],
});
