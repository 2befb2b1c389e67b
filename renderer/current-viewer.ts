/** The viewer that shows the open document, if any: for what keys do to the text. */
import type { Viewer } from './viewer/interface';

let current: Viewer | null = null;

export const currentViewer = (): Viewer | null => current;

export function setCurrentViewer(viewer: Viewer | null): void {
  current = viewer;
}

/** Puts the focus into the text. */
export const focusText = (): void => current?.focus();
