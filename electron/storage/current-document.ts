/** The document the window shows: read once for its text, its layer and its snapshot, and watched for changes. */

import type { Result } from '../../core/failure';
import type { DocumentRef } from '../../core/model';
import type { DocumentView } from '../../core/views';
import { readDocument } from '../documents/read-document';
import { readerFor } from '../documents/readers';
import { quickStamp } from './layer-list';

export class CurrentDocument {
  private path: string | null = null;
  private stamp: string | null = null;
  private view: Promise<Result<DocumentView>> | null = null;
  /** The last one that was read besides: a change of many documents comes back to it at once. */
  private other: { path: string; stamp: string | null; view: Promise<Result<DocumentView>> } | null = null;

  constructor(private readonly root: string) {}

  isShown(path: string): boolean {
    return this.path === path;
  }

  /** Reads PATH as it is now. */
  read(path: string): Promise<Result<DocumentView>> {
    this.path = path;
    this.stamp = quickStamp(this.root, path);
    this.view = readDocument(this.root, path);
    return this.view;
  }

  /** PATH as the window got it; any other document as it is now, without taking the place of the one that is shown. */
  get(path: string): Promise<Result<DocumentView>> {
    if (this.path === path && this.view) return this.view;
    const stamp = quickStamp(this.root, path);
    // One that is gone is as it was: what was done to it can still be saved.
    if (this.other?.path === path && (stamp === null || this.other.stamp === stamp)) return this.other.view;
    const view = readDocument(this.root, path);
    this.other = { path, stamp, view };
    return view;
  }

  /** The document's path when its bytes are no longer those the window got. */
  async changed(): Promise<string | null> {
    const { path, view } = this;
    if (path === null || view === null) return null;
    const stamp = quickStamp(this.root, path);
    if (stamp === this.stamp) return null;
    this.stamp = stamp;
    const [before, now] = [await view, await readDocument(this.root, path)];
    const isSame = before.ok && now.ok && before.value.sha256 === now.value.sha256;
    return isSame || this.view !== view ? null : path;
  }
}

/** What an annotations file says about the document it is for. */
export const refOf = ({ path, sha256, text }: DocumentView): DocumentRef => ({
  path,
  sha256,
  length: text.length,
  projection: readerFor(path)?.projection ?? '',
});
