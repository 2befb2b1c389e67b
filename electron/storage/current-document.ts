/** The document the window shows: read once for its text, its layer and its snapshot, and watched for changes. */

import type { Result } from '../../core/failure';
import type { DocumentRef } from '../../core/model';
import type { DocumentView } from '../../core/views';
import { readDocument } from '../documents/read-document';
import { readerFor } from '../documents/readers';
import { quickStamp } from './layer-list';

/** A document as it was read for the window. */
interface Shown {
  readonly path: string;
  stamp: string | null;
  readonly view: Promise<Result<DocumentView>>;
  readonly reading: AbortController;
  /** Others than the window wait for it, too, so that it is read to its end. */
  isNeeded: boolean;
  isRead: boolean;
  hasFailed: boolean;
}

export class CurrentDocument {
  private shown: Shown | null = null;
  /** What the window still shows while the other is read. */
  private before: Shown | null = null;
  /** The last one that was read besides: a change of many documents comes back to it at once. */
  private other: { path: string; stamp: string | null; view: Promise<Result<DocumentView>> } | null = null;

  constructor(private readonly root: string) {}

  isShown(path: string): boolean {
    return this.shown?.path === path;
  }

  /** Reads PATH as it is now; nobody waits any more for what was read before and is not whole yet. */
  read(path: string): Promise<Result<DocumentView>> {
    const stamp = quickStamp(this.root, path);
    if (this.shown?.isRead) this.before = this.shown;
    else if (this.shown?.path === path && this.shown.stamp === stamp && !this.shown.hasFailed)
      return this.shown.view;
    else this.giveUp();
    const reading = new AbortController();
    const view = readDocument(this.root, path, reading.signal);
    const shown: Shown = { path, stamp, view, reading, isNeeded: false, isRead: false, hasFailed: false };
    this.shown = shown;
    void view.then((read) => {
      shown.isRead = read.ok;
      shown.hasFailed = !read.ok;
    });
    return view;
  }

  /** Ends the reading of PATH, if it is under way: the window shows what it showed before. */
  stop(path: string): void {
    if (this.shown?.path !== path || this.shown.isRead) return;
    this.giveUp();
    this.shown = this.before;
  }

  private giveUp(): void {
    if (this.shown && !this.shown.isNeeded) this.shown.reading.abort();
  }

  /** PATH for the window's own layer: when reading it is given up, so is this. */
  forLayer(path: string): Promise<Result<DocumentView>> {
    return this.shown?.path === path ? this.shown.view : this.get(path);
  }

  /** PATH as the window got it; any other document as it is now, without taking the place of the one that is shown. */
  get(path: string): Promise<Result<DocumentView>> {
    if (this.shown?.path === path) {
      this.shown.isNeeded = true;
      return this.shown.view;
    }
    const stamp = quickStamp(this.root, path);
    // One that is gone is as it was: what was done to it can still be saved.
    if (this.other?.path === path && (stamp === null || this.other.stamp === stamp)) return this.other.view;
    const view = readDocument(this.root, path);
    this.other = { path, stamp, view };
    return view;
  }

  /** The document's path when its bytes are no longer those the window got. */
  async changed(): Promise<string | null> {
    const { shown } = this;
    if (shown === null) return null;
    const { path, view } = shown;
    const stamp = quickStamp(this.root, path);
    if (stamp === shown.stamp) return null;
    shown.stamp = stamp;
    const [before, now] = [await view, await readDocument(this.root, path)];
    const isSame = before.ok && now.ok && before.value.sha256 === now.value.sha256;
    return isSame || this.shown !== shown ? null : path;
  }
}

/** What an annotations file says about the document it is for. */
export const refOf = ({ path, sha256, text }: DocumentView): DocumentRef => ({
  path,
  sha256,
  length: text.length,
  projection: readerFor(path)?.projection ?? '',
});
