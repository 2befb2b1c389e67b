/** Loads the reader of a format when it is first needed: some bring large libraries along. */
import type { RichFormat } from '../readers';
import type { ReadImage, ReadRich } from './read';

export interface RichReader {
  readonly read: ReadRich;
  readonly image?: ReadImage;
}

export const loadReader: Readonly<Record<RichFormat, () => Promise<RichReader>>> = {
  md: () => import('./md'),
  html: () => import('./html'),
  docx: () => import('./docx'),
  epub: () => import('./epub'),
  odt: () => import('./odt'),
  rtf: () => import('./rtf'),
  pdf: () => import('./pdf'),
  csv: () => import('./table'),
  tsv: () => import('./table'),
  xlsx: () => import('./table'),
  jsonl: () => import('./jsonl'),
  srt: () => import('./subtitles'),
  vtt: () => import('./subtitles'),
};
