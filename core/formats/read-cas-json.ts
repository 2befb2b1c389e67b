/** Reads UIMA CAS JSON (0.4 and its drafts): any annotation with a place, relations by Governor and Dependent, links. */

import { t } from '../locale/t';
import type { AttributeValue } from '../model';
import { DOCUMENT, fromString, LAYER, QUESTION } from './cas-names';
import { eachFile } from './each-file';
import { type Gathered, gather, idIn, layerOf, layersOf } from './gather';
import {
  type Imported,
  type ImportedDocument,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
} from './imported';
import { parseJson } from './parse-json';
import { answerOf, type Fields, isFields, isoTime } from './read-json';

type Structure = Fields & { readonly '%ID': unknown; readonly '%TYPE': string };

/** Types that every text has everywhere, by the last part of their names. */
const everywhere = new Set([
  'Token',
  'Sentence',
  'Paragraph',
  'DocumentAnnotation',
  'DocumentMetaData',
  'TagsetDescription',
]);
/** Features that are a label's name, the likeliest first. */
const labelFeatures = ['label', 'value', 'Value', 'PosValue', 'DependencyType', 'identifier', 'tag'];
const plumbing = new Set([
  '%ID',
  '%TYPE',
  '%FLAGS',
  '@sofa',
  'begin',
  'end',
  '^begin',
  '^end',
  '@Governor',
  '@Dependent',
]);

const short = (type: string) => type.slice(type.lastIndexOf('.') + 1);
const string = (value: unknown) => (typeof value === 'string' ? value : '');

/** The structures in VALUE by their ids, in the file's order; what has no type is a problem. */
function structuresIn(value: unknown, where: string, problems: ImportProblem[]): Map<string, Structure> {
  const found = new Map<string, Structure>();
  // Drafts before 0.4 had an object by id.
  const rows: (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value.map((it) => [isFields(it) ? it['%ID'] : undefined, it] as const)
    : isFields(value)
      ? Object.entries(value)
      : [];
  for (const [n, [id, it]] of rows.entries()) {
    const isWhole =
      isFields(it) && typeof it['%TYPE'] === 'string' && (typeof id === 'number' || typeof id === 'string');
    if (isWhole && !found.has(String(id))) found.set(String(id), { ...it, '%ID': id } as Structure);
    else
      problems.push({
        where: t('problems.structure', { where, id: String(n + 1) }),
        reason: t('problems.structure-bare'),
      });
  }
  return found;
}

interface Reading {
  readonly structures: ReadonlyMap<string, Structure>;
  readonly questions: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly where: string;
  readonly problems: ImportProblem[];
}

/** Questions by `of` and feature, as Postil wrote them. */
function questionsIn(structures: ReadonlyMap<string, Structure>): Reading['questions'] {
  const found = new Map<string, { name: string; kind: string }>();
  for (const it of structures.values())
    if (it['%TYPE'] === QUESTION)
      found.set(`${it.of} ${it.feature}`, { name: string(it.name), kind: string(it.kind) });
  return found;
}

/** The answers among the features of IT, but for BUT. References to lists of texts are answers too. */
function answersIn(it: Structure, of: string, { structures, questions }: Reading, but: ReadonlySet<string>) {
  const answers: [string, AttributeValue][] = [];
  for (const [key, value] of Object.entries(it)) {
    if (plumbing.has(key) || but.has(key)) continue;
    const feature = key.replace(/^[@#^]/, '');
    const question = questions.get(`${of} ${feature}`);
    const name = question?.name ?? feature;
    if (key.startsWith('@')) {
      const elements = structures.get(String(value))?.['%ELEMENTS'];
      if (Array.isArray(elements) && elements.length > 0 && elements.every((one) => typeof one === 'string'))
        answers.push([name, elements]);
    } else if (typeof value === 'string' && question)
      answers.push([name, fromString(value, question.kind as 'text')]);
    else {
      const answer = answerOf(value);
      if (answer !== null) answers.push([name, answer]);
    }
  }
  return answers;
}

const own = new Set(['note', 'id', 'createdAt', 'updatedAt', '@layer']);

/** The feature of IT that names its label, with its `@` or not; null when none does. */
const labelIn = (it: Structure) => labelFeatures.find((key) => string(it[key]) !== '') ?? null;

interface Open {
  readonly gathered: Gathered;
  readonly document: Omit<ImportedDocument, 'layers'>;
}

function read(cas: Fields, file: string, problems: ImportProblem[]): ImportedDocument[] {
  const structures = structuresIn(cas['%FEATURE_STRUCTURES'], file, problems);
  const reading: Reading = { structures, questions: questionsIn(structures), where: file, problems };
  const all = [...structures.values()];
  const ours = all.find((it) => it['%TYPE'] === DOCUMENT);
  const sofas = all.filter((it) => it['%TYPE'] === 'uima.cas.Sofa');
  const open = new Map<string, Open>();
  for (const sofa of sofas) {
    const view = sofas.length > 1 ? `${file}/${string(sofa.sofaID) || sofa['%ID']}` : file;
    const text = typeof sofa.sofaString === 'string' ? sofa.sofaString : null;
    const sha256 = /^[0-9a-f]{64}$/.test(string(ours?.sha256)) ? string(ours?.sha256) : null;
    open.set(String(sofa['%ID']), {
      gathered: gather(),
      document: { name: string(ours?.path) || view, text, sha256 },
    });
  }
  const [first] = open.values();
  if (!first) throw new NotReadable(t('problems.no-sofa', { file }));
  const layerStructure = (it: Structure | undefined) => {
    const name = string(it?.annotator);
    return name === '' ? null : { id: string(it?.annotatorId) || null, name };
  };
  for (const it of all) {
    if (it['%TYPE'] !== LAYER) continue;
    const layer = layerOf(first.gathered, layerStructure(it));
    layer.fields.push(...answersIn(it, 'document', reading, new Set(['annotator', 'annotatorId'])));
  }
  takeAnnotations(all, open, reading, (it) => layerStructure(structures.get(String(it['@layer']))));
  return Array.from(open.values(), ({ document, gathered }) => ({ ...document, layers: layersOf(gathered) }));
}

type End = { readonly layer: ReturnType<typeof layerOf>; readonly id: string };

function takeAnnotations(
  all: readonly Structure[],
  open: ReadonlyMap<string, Open>,
  reading: Reading,
  whoOf: (it: Structure) => { id: string | null; name: string } | null,
) {
  const { problems, where, structures } = reading;
  const ends = new Map<string, End>();
  const left = (it: Structure, reason: string) =>
    problems.push({ where: t('problems.structure', { where, id: String(it['%ID']) }), reason });
  const placed: Structure[] = [];
  const relations: Structure[] = [];
  for (const it of all) {
    const [begin, end] = [it.begin ?? it['^begin'], it.end ?? it['^end']];
    if (everywhere.has(short(it['%TYPE']))) continue;
    if (it['@Governor'] !== undefined || it['@Dependent'] !== undefined) {
      relations.push(it);
      continue;
    }
    if (begin === undefined && end === undefined) continue;
    const sofa = open.get(String(it['@sofa']));
    if (!sofa || !Number.isSafeInteger(begin) || !Number.isSafeInteger(end)) {
      left(it, t('problems.no-place-in-text'));
      continue;
    }
    const layer = layerOf(sofa.gathered, whoOf(it));
    const id = idIn(sofa.gathered, layer, string(it.id) || String(it['%ID']));
    const labelled = labelIn(it);
    layer.annotations.push({
      id,
      label: labelled === null ? short(it['%TYPE']) : string(it[labelled]),
      spans: [{ start: begin as number, end: end as number, exact: null, prefix: '', suffix: '' }],
      attributes: Object.fromEntries(answersIn(it, 'annotation', reading, new Set([...own, labelled ?? '']))),
      note: string(it.note),
      createdAt: isoTime(it.createdAt),
      updatedAt: isoTime(it.updatedAt) ?? isoTime(it.createdAt),
      isSuggestion: false,
    });
    ends.set(String(it['%ID']), { layer, id });
    placed.push(it);
  }
  const relate = (from: End | undefined, to: End | undefined, id: string, type: string) => {
    if (!from || !to || from.layer !== to.layer) return null;
    const relation = { id, type, from: from.id, to: to.id, attributes: {}, note: '' };
    from.layer.relations.push(relation);
    return relation;
  };
  for (const it of relations) {
    const labelled = labelIn(it);
    const type = labelled === null ? short(it['%TYPE']) : string(it[labelled]);
    const [from, to] = [ends.get(String(it['@Governor'])), ends.get(String(it['@Dependent']))];
    const made = relate(from, to, string(it.id) || String(it['%ID']), type);
    if (!made) left(it, t('problems.no-two-ends'));
    else {
      made.attributes = Object.fromEntries(
        answersIn(it, 'relation', reading, new Set([...own, labelled ?? ''])),
      );
      made.note = string(it.note);
    }
  }
  // INCEpTION's links: a feature that names another annotation, or a list of links with role and target.
  for (const it of placed)
    for (const [key, value] of Object.entries(it)) {
      if (!key.startsWith('@') || plumbing.has(key) || own.has(key)) continue;
      const from = ends.get(String(it['%ID']));
      const elements = structures.get(String(value))?.['%ELEMENTS'];
      const feature = key.slice(1);
      if (!Array.isArray(elements)) relate(from, ends.get(String(value)), `${it['%ID']}.${feature}`, feature);
      else
        for (const [n, element] of elements.entries()) {
          const link = structures.get(String(element));
          const role = string(link?.role) || feature;
          relate(
            from,
            ends.get(String(link?.['@target'] ?? element)),
            `${it['%ID']}.${feature}.${n + 1}`,
            role,
          );
        }
    }
}

export const readCasJson: Reader = {
  id: 'cas-json',
  recognises: (files) => {
    const file = files.find((it) => /\.json$/i.test(it.path));
    return file && /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(file.text().slice(0, 100_000)) ? 1 : 0;
  },
  read: (files): Imported => {
    const problems: ImportProblem[] = [];
    const wanted = files.filter((file) => files.length === 1 || /\.json$/i.test(file.path));
    const documents = eachFile(wanted, problems, (file) => {
      const cas = parseJson(file.text(), file.path);
      if (isFields(cas) && cas['%FEATURE_STRUCTURES'] !== undefined) return read(cas, file.path, problems);
      throw new NotReadable(t('problems.no-cas', { file: file.path }));
    });
    if (wanted.length === 0) throw new NotReadable(t('problems.no-json-file'));
    return { format: 'cas-json', documents, schema: noSchema, unit: null, usualUnit: 'utf-16', problems };
  },
};
