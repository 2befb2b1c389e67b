/** The writer of each format. Apart from the catalogue, so that the page does not load them. */

import { writeBrat } from './brat';
import { writeCasJson } from './cas-json';
import type { FormatId } from './catalog';
import { writeQdc } from './codebook';
import { writeConll } from './conll';
import { writeDoccano } from './doccano';
import type { Write } from './format';
import { writeHf } from './hf';
import { writeHtml } from './html';
import { writeJson, writeJsonLines } from './json';
import { writeLabelStudio } from './label-studio';
import { writeMarkdown } from './markdown';
import { writeProdigy } from './prodigy';
import { writePubannotation } from './pubannotation';
import { writeQdpx } from './qdpx';
import { writeSpacy } from './spacy';
import { writeCsv, writeTsv } from './table-write';
import { writeW3c } from './w3c';
import { writeWebannoTsv } from './webanno-tsv';
import { writeXlsx } from './xlsx';

export const writers: Readonly<Partial<Record<FormatId, Write>>> = {
  json: writeJson,
  jsonl: writeJsonLines,
  'label-studio': writeLabelStudio,
  doccano: writeDoccano,
  spacy: writeSpacy,
  prodigy: writeProdigy,
  hf: writeHf,
  conll: writeConll,
  csv: writeCsv,
  tsv: writeTsv,
  qdpx: writeQdpx,
  qdc: writeQdc,
  xlsx: writeXlsx,
  brat: writeBrat,
  w3c: writeW3c,
  pubannotation: writePubannotation,
  html: writeHtml,
  md: writeMarkdown,
  'cas-json': writeCasJson,
  'webanno-tsv': writeWebannoTsv,
};
