/** The reader of each format that can be imported. */

import { readQdc } from './codebook';
import type { Reader, SourceFile } from './imported';
import { readJson, readJsonLines } from './json-read';
import { readBrat } from './read-brat';
import { readCasJson } from './read-cas-json';
import { readConll } from './read-conll';
import { readDoccano } from './read-doccano';
import { readHf } from './read-hf';
import { readLabelStudio } from './read-label-studio';
import { readProdigy } from './read-prodigy';
import { readPubannotation } from './read-pubannotation';
import { readQdpx } from './read-qdpx';
import { readSpacy } from './read-spacy';
import { readW3c } from './read-w3c';
import { readWebannoTsv } from './read-webanno-tsv';
import { readCsv, readTsv } from './table-read';

export const readers: readonly Reader[] = [
  readJson,
  readJsonLines,
  readCsv,
  readTsv,
  readLabelStudio,
  readDoccano,
  readSpacy,
  readProdigy,
  readHf,
  readConll,
  readQdpx,
  readQdc,
  readBrat,
  readW3c,
  readPubannotation,
  readCasJson,
  readWebannoTsv,
];

/** The reader that recognises FILES most surely; undefined when none does. */
export function readerFor(files: readonly SourceFile[]): Reader | undefined {
  const sure = readers.map((reader) => ({ reader, sure: reader.recognises(files) }));
  return sure.filter((it) => it.sure > 0).sort((a, b) => b.sure - a.sure)[0]?.reader;
}
