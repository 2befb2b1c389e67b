/** What a reader of a rich format is. */
import type { RichText } from '../../../core/rich';

export interface ReadFile {
  readonly bytes: Uint8Array;
  /** The file's name, for messages. */
  readonly name: string;
}

export interface RichRead {
  readonly text: string;
  readonly rich: RichText;
  /** What the bytes were taken for, for people: `UTF-8`, `Word (.docx)`, … */
  readonly encoding: string;
  readonly guessed: boolean;
}

/** Why a file can't be read, in one plain sentence: `It is protected by a password.` */
export class Unreadable extends Error {}

/** Throws Unreadable for what can't be read; anything else that it throws counts as damage. */
export type ReadRich = (file: ReadFile) => RichRead | Promise<RichRead>;

/** An image that the file holds. */
export interface ImageBytes {
  readonly bytes: Uint8Array;
  /** `image/png`, … : only types that a window shows without running anything. */
  readonly type: string;
}

/** The image ID of the file; null when there is none, or it is above MOST_IMAGE_BYTES. */
export type ReadImage = (file: ReadFile, id: string) => ImageBytes | null | Promise<ImageBytes | null>;

export const MOST_IMAGE_BYTES = 20 * 1024 * 1024;
