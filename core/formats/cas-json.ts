/**
 * UIMA CAS JSON 0.4 (FORMATS 8): annotations of the type `webanno.custom.Span`, relations of
 * `webanno.custom.Relation`, offsets in UTF-16 units. Answers are features; what they are called in the project,
 * who annotated and which document it is stands in feature structures of Postil's own, which are no annotations.
 */

import { losses as why } from '../locale/en/losses';
import type { Annotation, Attributes, Layer, Relation, Schema } from '../model';
import { asString, DOCUMENT, features, LAYER, type Of, QUESTION, RELATION, SPAN } from './cas-names';
import type { ExportDocument, Piece, Write } from './format';
import { namesOf } from './json-lines';
import { joined } from './pieces';

type Questions = ReturnType<typeof features>;

const STRING = 'uima.cas.String';

const typeOf = (name: string, superType: string, ranges: readonly (readonly [string, string])[]) => ({
  '%NAME': name,
  '%SUPER_TYPE': superType,
  ...Object.fromEntries(ranges.map(([feature, range]) => [feature, { '%NAME': feature, '%RANGE': range }])),
});

function types(questions: Questions): object {
  const strings = (...names: string[]) => names.map((it) => [it, STRING] as const);
  const asked = (of: Of) =>
    Array.from(
      questions.get(of)?.values() ?? [],
      ({ feature, kind }) => [feature, kind === 'multi-choice' ? 'uima.cas.StringArray' : STRING] as const,
    );
  const made = [
    typeOf(SPAN, 'uima.tcas.Annotation', [
      ...strings('label', 'note', 'id', 'createdAt', 'updatedAt'),
      ['layer', LAYER],
      ...asked('annotation'),
    ]),
    typeOf(RELATION, 'uima.tcas.Annotation', [
      ['Governor', SPAN],
      ['Dependent', SPAN],
      ...strings('label', 'note', 'id'),
      ...asked('relation'),
    ]),
    typeOf(DOCUMENT, 'uima.cas.TOP', strings('path', 'sha256')),
    typeOf(LAYER, 'uima.cas.TOP', [...strings('annotator', 'annotatorId'), ...asked('document')]),
    typeOf(QUESTION, 'uima.cas.TOP', strings('of', 'feature', 'name', 'kind')),
  ];
  return Object.fromEntries(made.map((it) => [it['%NAME'], it]));
}

/** The feature structures of DOCUMENT, numbered from 1, which is its text. MEMBERS gets those that UIMA indexes. */
function* structures(
  document: ExportDocument,
  schema: Schema,
  questions: Questions,
  members: number[],
): Generator<object> {
  const { text, path, sha256 } = document;
  const labelName = namesOf(schema.labels);
  const typeName = namesOf(schema.relationTypes);
  let last = 0;
  const structure = (type: string, said: object) => {
    last++;
    if (last > 1) members.push(last);
    return { '%ID': last, '%TYPE': type, ...said };
  };
  /** ANSWERS as features; lists are structures of their own, given before the one that names them. */
  function* answered(answers: Attributes, of: Of, said: Record<string, unknown>): Generator<object> {
    for (const [id, value] of Object.entries(answers)) {
      const feature = questions.get(of)?.get(id);
      if (!feature) continue;
      if (typeof value === 'object' || feature.kind === 'multi-choice') {
        last++;
        yield {
          '%ID': last,
          '%TYPE': 'uima.cas.StringArray',
          '%ELEMENTS': typeof value === 'object' ? value : [asString(value)],
        };
        said[`@${feature.feature}`] = last;
      } else said[feature.feature] = asString(value);
    }
  }
  yield structure('uima.cas.Sofa', {
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text,
  });
  yield structure('uima.tcas.DocumentAnnotation', {
    '@sofa': 1,
    begin: 0,
    end: text.length,
    language: 'x-unspecified',
  });
  yield structure(DOCUMENT, { path, sha256 });
  for (const of of questions.values()) for (const it of of.values()) yield structure(QUESTION, { ...it });
  for (const layer of document.layers) {
    const fields: Record<string, unknown> = {};
    yield* answered(layer.fields, 'document', fields);
    yield structure(LAYER, { annotator: layer.annotator.name, annotatorId: layer.annotator.id, ...fields });
    const layerNumber = last;
    const places = new Map<string, { readonly id: number; readonly begin: number; readonly end: number }>();
    for (const it of layer.annotations) {
      const said: Record<string, unknown> = {};
      yield* answered(it.attributes, 'annotation', said);
      const [begin, end] = [it.spans[0]?.start ?? 0, it.spans.at(-1)?.end ?? 0];
      yield structure(SPAN, {
        '@sofa': 1,
        begin,
        end,
        label: labelName(it.label),
        ...span(it),
        '@layer': layerNumber,
        ...said,
      });
      places.set(it.id, { id: last, begin, end });
    }
    for (const it of layer.relations) {
      const [from, to] = [places.get(it.from), places.get(it.to)];
      if (!from || !to) continue;
      const said: Record<string, unknown> = {};
      yield* answered(it.attributes, 'relation', said);
      // A relation stands where its target stands, as INCEpTION has it.
      const place = { '@sofa': 1, begin: to.begin, end: to.end, '@Governor': from.id, '@Dependent': to.id };
      yield structure(RELATION, { ...place, label: typeName(it.type), ...noted(it), ...said });
    }
  }
}

const noted = ({ id, note }: Annotation | Relation) => ({ ...(note === '' ? {} : { note }), id });
const span = (it: Annotation) => ({ ...noted(it), createdAt: it.createdAt, updatedAt: it.updatedAt });

export const writeCasJson: Write = ({ schema }, _, lose) => {
  const questions = features(schema);
  function* texts(document: ExportDocument): Generator<string> {
    loseUnasked(document, questions, (id) =>
      lose({
        document: document.path,
        id,
        fate: 'dropped',
        what: 'attributes',
        reason: why['no-question'],
      }),
    );
    yield `{"%TYPES": ${JSON.stringify(types(questions))},\n"%FEATURE_STRUCTURES": [\n`;
    const members: number[] = [];
    let isFirst = true;
    for (const it of structures(document, schema, questions, members)) {
      yield `${isFirst ? '' : ',\n'}${JSON.stringify(it)}`;
      isFirst = false;
    }
    yield `\n],\n"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": ${JSON.stringify(members)}}}}\n`;
  }
  return {
    head: () => [],
    *document(document): Generator<Piece> {
      for (const data of joined(texts(document))) yield { to: document.path, data };
    },
    tail: () => [],
  };
};

/** Tells of answers to questions that are gone: a type must name its features. */
function loseUnasked({ layers }: ExportDocument, questions: Questions, told: (id: string) => void) {
  const isGone = (answers: Attributes, of: Of) =>
    Object.keys(answers).some((id) => !questions.get(of)?.has(id));
  const each = ({ annotations, relations, fields, annotator }: Layer) => {
    for (const it of annotations) if (isGone(it.attributes, 'annotation')) told(it.id);
    for (const it of relations) if (isGone(it.attributes, 'relation')) told(it.id);
    if (isGone(fields, 'document')) told(annotator.id);
  };
  layers.forEach(each);
}
