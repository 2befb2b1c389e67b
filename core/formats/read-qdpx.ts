/** Reads REFI-QDA projects of ATLAS.ti, NVivo, MAXQDA, QualCoder, Taguette and Postil. */

import { type PlainKey, t } from '../locale/t';
import { plainGuid, type ReadCodes, takeCode } from './codebook';
import { decoded } from './decoded';
import { type Gathered, gather, idIn, layerOf, layersOf } from './gather';
import { idOfGuid } from './guid';
import {
  type Imported,
  type ImportedDocument,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
  type SourceFile,
} from './imported';
import { isoTime } from './read-json';
import { atLine } from './where';
import { childrenOf, readXml, textOf, type XmlElement } from './xml';
import { isZip, unzip } from './zip';

interface OpenSource {
  readonly name: string;
  /** As an attribute says: `internal://….txt`. */
  readonly path: string;
  content: string | null;
  description: string;
  readonly selections: XmlElement[];
}

/** What is a tree; everything around these is only passed through. */
const trees = new Set([
  ...['User', 'Code', 'PlainTextSelection', 'PlainTextContent', 'Description', 'Coding', 'NoteRef', 'Link'],
  ...['Note', 'Set', 'Variable', 'Case', 'PictureSource'],
]);

const sourceNames = new Set(['TextSource', 'Representation', 'Transcript']);

/** What is not read, by the element's name. */
const unread: Readonly<Record<string, PlainKey>> = {
  Set: 'problems.no-sets',
  Variable: 'problems.no-variables',
  Case: 'problems.no-cases',
  PictureSource: 'problems.no-pictures',
};

/** The texts that project.qde may name, by the last part of their path in lower case. */
type Texts = ReadonlyMap<string, string>;

const last = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** project.qde, and the texts beside it. */
function opened(files: readonly SourceFile[]): { project: string; texts: Texts } {
  const [only] = files;
  const parts = new Map<string, Uint8Array>();
  if (files.length === 1 && only && isZip(only.bytes)) {
    const wanted = (path: string) => /\.(?:qde|txt)$/i.test(path);
    for (const [path, bytes] of unzip(only.bytes, wanted)) parts.set(path, bytes);
  } else for (const { path, bytes } of files) if (/\.(?:qde|txt)$/i.test(path)) parts.set(path, bytes);
  let project: string | null = null;
  const texts = new Map<string, string>();
  for (const [path, bytes] of parts) {
    if (/\.qde$/i.test(path)) project ??= decoded(bytes);
    else texts.set(last(path).toLowerCase(), decoded(bytes));
  }
  if (project === null) throw new NotReadable(t('problems.no-qde'));
  return { project, texts };
}

export const readQdpx: Reader = {
  id: 'qdpx',
  recognises: (files) => {
    const [file] = files;
    if (files.some((it) => /(?:^|\/)project\.qde$/i.test(it.path))) return 1;
    return files.length === 1 && file && /\.qdpx$/i.test(file.path) ? 1 : 0;
  },
  read: (files): Imported => {
    const { project, texts } = opened(files);
    const problems: ImportProblem[] = [];
    const codes: ReadCodes = { labels: [], names: new Map() };
    const users = new Map<string, string>();
    const notes = new Map<string, string>();
    const links: XmlElement[] = [];
    const sources: OpenSource[] = [];
    const told = new Set<string>();
    let outermost = '';

    const tree = (element: XmlElement, parents: readonly XmlElement[]) => {
      const { name, attributes } = element;
      const inSource = sourceNames.has(parents.at(-1)?.name ?? '') ? sources.at(-1) : undefined;
      if (name === 'Code') takeCode(element, null, codes);
      else if (name === 'User') users.set(plainGuid(attributes.guid), attributes.name ?? '');
      else if (name === 'Link') links.push(element);
      else if (name === 'Note') {
        const text = textOf(element, 'PlainTextContent');
        const path = last(attributes.plainTextPath ?? '').toLowerCase();
        notes.set(plainGuid(attributes.guid), text || (texts.get(path) ?? attributes.name ?? ''));
      } else if (inSource && name === 'PlainTextSelection') inSource.selections.push(element);
      else if (inSource && name === 'PlainTextContent') inSource.content = element.text;
      else if (inSource && name === 'Description') inSource.description = element.text;
      else if (inSource && name === 'Coding')
        problems.push({
          where: atLine(element.line),
          reason: t('problems.coded-whole', { name: inSource.name }),
        });
      else if (unread[name] !== undefined && !told.has(name)) {
        told.add(name);
        problems.push({ where: atLine(element.line), reason: t(unread[name]) });
      }
    };
    readXml(project, trees, {
      tree,
      opened: ({ name, attributes }, parents) => {
        if (parents.length === 0) outermost = name;
        if (!sourceNames.has(name)) return;
        const around = parents.at(-1)?.attributes.name;
        sources.push({
          name: attributes.name || around || '',
          path: attributes.plainTextPath ?? '',
          content: null,
          description: '',
          selections: [],
        });
      },
    });
    if (outermost !== 'Project') throw new NotReadable(t('problems.no-project', { element: outermost }));

    const made = sources.map((source) => read(source, { texts, codes, users, notes, problems }));
    takeLinks(links, made, problems);
    return {
      format: 'qdpx',
      documents: made.map(({ document, gathered }) => ({ ...document, layers: layersOf(gathered) })),
      schema: { ...noSchema, labels: codes.labels },
      unit: null,
      usualUnit: 'code-point',
      problems,
    };
  },
};

interface Made {
  readonly document: Omit<ImportedDocument, 'layers'>;
  readonly gathered: Gathered;
  /** By the GUIDs of selections and codings. */
  readonly ends: Map<string, { readonly layer: ReturnType<typeof layerOf>; readonly id: string }>;
}

interface Known {
  readonly texts: Texts;
  readonly codes: ReadCodes;
  readonly users: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly problems: ImportProblem[];
}

/** What the words of a selection are when its NAME has just their length, in whatever unit and kind of end. */
function exactOf(name: string, start: number, end: number): string | null {
  const lengths = [name.length, Array.from(name).length];
  return lengths.some((length) => length === end - start || length === end - start + 1) ? name : null;
}

function read(source: OpenSource, { texts, codes, users, notes, problems }: Known): Made {
  const text = source.content ?? texts.get(last(source.path).toLowerCase()) ?? null;
  if (text === null)
    problems.push({
      where: source.name,
      reason: t('problems.text-missing', { path: source.path || t('problems.no-path') }),
    });
  const gathered = gather();
  const ends: Made['ends'] = new Map();
  for (const element of source.selections) {
    const { guid = '', name = '', startPosition, endPosition } = element.attributes;
    const where = t('problems.quoted-line', { name: source.name, line: String(element.line) });
    const [start, end] = [Number(startPosition ?? Number.NaN), Number(endPosition ?? Number.NaN)];
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
      problems.push({ where, reason: t('problems.no-positions') });
      continue;
    }
    const note = (from: XmlElement) =>
      [
        textOf(from, 'Description'),
        ...childrenOf(from, 'NoteRef').map((it) => notes.get(plainGuid(it.attributes.targetGUID)) ?? ''),
      ]
        .filter((it) => it !== '')
        .join('\n');
    const codings = childrenOf(element, 'Coding');
    const own = note(element);
    if (codings.length === 0 && own === '') {
      problems.push({ where, reason: t('problems.no-code-no-note') });
      continue;
    }
    // A passage with a note and no code is kept for its note.
    for (const [n, coding] of (codings.length > 0 ? codings : [null]).entries()) {
      const code = plainGuid(coding?.children.find((it) => it.name === 'CodeRef')?.attributes.targetGUID);
      const label = coding === null ? 'Note' : codes.names.get(code);
      if (label === undefined) {
        problems.push({ where, reason: t('problems.code-missing', { code: code || t('problems.no-code') }) });
        continue;
      }
      const user = plainGuid(coding?.attributes.creatingUser ?? element.attributes.creatingUser);
      const who = users.get(user);
      const layer = layerOf(gathered, who === undefined ? null : { id: user, name: who });
      const codingGuid = plainGuid(coding?.attributes.guid);
      const id = idIn(
        gathered,
        layer,
        (codings.length > 1 ? codingGuid : idOfGuid(guid)) || `line-${element.line}`,
      );
      const created = isoTime(coding?.attributes.creationDateTime ?? element.attributes.creationDateTime);
      layer.annotations.push({
        id,
        label,
        spans: [{ start, end, exact: exactOf(name, start, end), prefix: '', suffix: '' }],
        attributes: {},
        note: [n === 0 ? own : '', coding ? note(coding) : ''].filter((it) => it !== '').join('\n'),
        createdAt: created,
        updatedAt: isoTime(element.attributes.modifiedDateTime) ?? created,
        isSuggestion: false,
      });
      for (const end of [plainGuid(guid), codingGuid])
        if (end !== '' && !ends.has(end)) ends.set(end, { layer, id });
    }
  }
  const isPath = source.description.replace(/\.txt$/i, '') === source.name;
  const name = isPath && source.description !== '' ? source.description : source.name;
  return { document: { name, text, sha256: null }, gathered, ends };
}

/** Links between passages of one document and one person are relations; of others there is only a word. */
function takeLinks(links: readonly XmlElement[], made: readonly Made[], problems: ImportProblem[]) {
  const home = new Map<string, Made>();
  for (const it of made) for (const guid of it.ends.keys()) home.set(guid, it);
  let left = 0;
  for (const { attributes, line } of links) {
    const [from, to] = [plainGuid(attributes.originGUID), plainGuid(attributes.targetGUID)];
    const document = home.get(from);
    const [origin, target] = [document?.ends.get(from), document?.ends.get(to)];
    if (!origin || !target || origin.layer !== target.layer) {
      left++;
      continue;
    }
    origin.layer.relations.push({
      id: idOfGuid(attributes.guid ?? '') || `link-${line}`,
      type: attributes.name || 'Link',
      from: origin.id,
      to: target.id,
      attributes: {},
      note: '',
    });
  }
  if (left > 0)
    problems.push({
      where: t('problems.links-title'),
      reason: t('problems.links', { links: left }),
    });
}
