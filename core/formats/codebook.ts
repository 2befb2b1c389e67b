/** Labels as REFI-QDA codes, in a project and in a codebook of its own: written and read. */

import { losses as why } from '../locale/en/losses';
import { t } from '../locale/t';
import type { Label } from '../model';
import type { ExportProject, Lose, Write } from './format';
import { guidFor } from './guid';
import {
  type Imported,
  type ImportedLabel,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
} from './imported';
import { atLine } from './where';
import { readXml, textOf, type XmlElement, xmlAttributes, xmlSafe, xmlText } from './xml';

export const ORIGIN = 'Postil';

export const codeGuid = (project: ExportProject, label: string) => guidFor('code', `${project.id}\0${label}`);

/** Tells what of a label XML can't hold. */
function loseUnwritable({ id, name, description }: Label, lose: Lose) {
  if (xmlSafe(name + description) !== name + description)
    lose({
      document: null,
      id,
      fate: 'flattened',
      what: 'name',
      reason: why['xml-label'],
    });
}

/**
 * The `Codes` of PROJECT as nested elements. Labels in a circle, and those whose parent is missing, stand outermost.
 * EXTRA are ids that annotations name and the schema lacks.
 */
export function codes(project: ExportProject, extra: Iterable<string>, lose: Lose): string {
  const { labels } = project.schema;
  const known = new Set(labels.map((it) => it.id));
  const below = new Map<string | null, Label[]>();
  for (const label of labels) {
    const parent = label.parent !== null && known.has(label.parent) ? label.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), label]);
  }
  const written = new Set<string>();
  const code = (label: Label): string => {
    if (written.has(label.id)) return '';
    written.add(label.id);
    loseUnwritable(label, lose);
    const { id, name, color, description } = label;
    const inside =
      (description === '' ? '' : `<Description>${xmlText(description)}</Description>`) +
      (below.get(id) ?? []).map(code).join('');
    const start = `<Code${xmlAttributes({ guid: codeGuid(project, id), name, isCodable: 'true', color })}`;
    return inside === '' ? `${start}/>\n` : `${start}>${inside}</Code>\n`;
  };
  const outermost = (below.get(null) ?? []).map(code).join('') + labels.map(code).join('');
  const unknown = Array.from(
    extra,
    (id) => `<Code${xmlAttributes({ guid: codeGuid(project, id), name: id, isCodable: 'true' })}/>\n`,
  );
  const all = outermost + unknown.join('');
  return all === '' ? '' : `<Codes>\n${all}</Codes>\n`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The writer of a codebook: labels alone. */
export const writeQdc: Write = (project, _, lose) => ({
  head: () => [],
  document: ({ path, layers }) => {
    const reason = why['labels-alone'];
    for (const { annotations, relations } of layers) {
      for (const { id } of annotations)
        lose({ document: path, id, fate: 'dropped', what: 'annotation', reason });
      for (const { id } of relations) lose({ document: path, id, fate: 'dropped', what: 'relation', reason });
    }
    return [];
  },
  tail: () => [
    {
      to: '',
      data: `${XML_HEAD}<CodeBook${xmlAttributes({ xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN })}>\n${codes(project, [], lose) || '<Codes/>\n'}</CodeBook>\n`,
    },
  ],
});

export interface ReadCodes {
  readonly labels: ImportedLabel[];
  /** Names by GUID, in lower case. */
  readonly names: Map<string, string>;
}

export const plainGuid = (guid: string | undefined) => (guid ?? '').replace(/[{}]/g, '').toLowerCase();

const colorOf = (color: string | undefined) => {
  const digits = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  return digits ? `#${digits.toLowerCase()}` : null;
};

/**
 * Takes the code ELEMENT and those in it into FOUND. Names are unique with us: of two codes of one name the second
 * is called by its parent too.
 */
export function takeCode(element: XmlElement, parent: string | null, found: ReadCodes): void {
  const { guid, name = '', color } = element.attributes;
  const plain = name.trim() || 'Code';
  const taken = new Set(found.labels.map((it) => it.name));
  let own = name === '' ? plain : name;
  if (taken.has(own) && parent !== null) own = `${parent} / ${own}`;
  for (let n = 2; taken.has(own); n++) own = `${plain} (${n})`;
  found.labels.push({
    name: own,
    color: colorOf(color),
    key: null,
    parent,
    description: textOf(element, 'Description'),
  });
  if (guid !== undefined) found.names.set(plainGuid(guid), own);
  for (const child of element.children) if (child.name === 'Code') takeCode(child, own, found);
}

export const readQdc: Reader = {
  id: 'qdc',
  recognises: (files) => {
    const [file] = files;
    if (files.length !== 1 || !file) return 0;
    if (/\.qdc$/i.test(file.path)) return 1;
    return /<(?:\w+:)?CodeBook\b/.test(file.text().slice(0, 2000)) ? 0.9 : 0;
  },
  read: (files): Imported => {
    const [file] = files;
    if (!file) throw new NotReadable(t('problems.no-file'));
    const found: ReadCodes = { labels: [], names: new Map() };
    const problems: ImportProblem[] = [];
    let outermost = '';
    readXml(file.text(), new Set(['Code', 'Set']), {
      opened: ({ name }, parents) => {
        if (parents.length === 0) outermost = name;
      },
      tree: (element) => {
        if (element.name === 'Code') takeCode(element, null, found);
        else problems.push({ where: atLine(element.line), reason: t('problems.no-line-sets') });
      },
    });
    if (outermost !== 'CodeBook') throw new NotReadable(t('problems.no-codebook', { element: outermost }));
    return {
      format: 'qdc',
      documents: [],
      schema: { ...noSchema, labels: found.labels },
      unit: null,
      usualUnit: 'code-point',
      problems,
    };
  },
};
