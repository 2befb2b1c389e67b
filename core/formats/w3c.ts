/**
 * W3C Web Annotations (FORMATS 7) as a JSON array: quote and position of every part, in code points. An answer is a
 * tagging body with `postil:name` and `postil:value` beside the words that other tools show; what is said of a
 * document as a whole is an annotation without a selector, one for each annotator.
 */
import type { Annotation, Attributes, Layer, Relation } from '../model';
import { offsetTable } from '../offsets';
import type { ExportDocument, ExportProject, Piece, Write } from './format';
import { answersByName } from './imported-schema';
import { namesOf } from './json-lines';
import { joined } from './pieces';

export const ANNO = 'http://www.w3.org/ns/anno.jsonld';
const context = [ANNO, { postil: 'urn:postil:' }];

/** Lone halves of characters have no place in an address. */
const encoded = (text: string) =>
  encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );

export const addressOf = (kind: string, id: string) => `urn:postil:${kind}:${encoded(id)}`;

/** PATH as a relative address. */
export const sourceOf = (path: string) => path.split('/').map(encoded).join('/');

const tagging = (attributes: Attributes) =>
  Object.entries(attributes).map(([name, value]) => ({
    type: 'TextualBody',
    purpose: 'tagging',
    value: `${name}: ${typeof value === 'object' ? value.join(', ') : value}`,
    'postil:name': name,
    'postil:value': value,
  }));

const commenting = (note: string) =>
  note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/plain' }];

const classifying = (label: string) => ({ type: 'TextualBody', purpose: 'classifying', value: label });

const creatorOf = ({ annotator }: Layer) => ({
  creator: { id: addressOf('annotator', annotator.id), type: 'Person', name: annotator.name },
});

const head = (id: string, motivation: string) => ({
  '@context': context,
  id,
  type: 'Annotation',
  motivation,
});

function* rowsOf(document: ExportDocument, { schema }: ExportProject): Generator<object> {
  const table = offsetTable(document.text, 'code-point');
  const source = sourceOf(document.path);
  const labelName = namesOf(schema.labels);
  const typeName = namesOf(schema.relationTypes);
  const answers = answersByName(schema.attributes.filter((it) => it.target === 'annotation'));
  const relationAnswers = answersByName(schema.attributes.filter((it) => it.target === 'relation'));
  const fields = answersByName(schema.documentFields);

  const annotation = (it: Annotation, layer: Layer) => {
    const targets = it.spans.map(({ start, end, exact, prefix, suffix }) => ({
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start: table.from(start), end: table.from(end) },
      ],
    }));
    return {
      ...head(addressOf('annotation', it.id), 'classifying'),
      created: it.createdAt,
      modified: it.updatedAt,
      ...creatorOf(layer),
      body: [classifying(labelName(it.label)), ...commenting(it.note), ...tagging(answers(it.attributes))],
      target: targets.length === 1 ? targets[0] : targets,
    };
  };
  const relation = (it: Relation, layer: Layer) => ({
    ...head(addressOf('relation', it.id), 'linking'),
    ...creatorOf(layer),
    body: [
      classifying(typeName(it.type)),
      { id: addressOf('annotation', it.to), purpose: 'linking' },
      ...commenting(it.note),
      ...tagging(relationAnswers(it.attributes)),
    ],
    target: addressOf('annotation', it.from),
  });
  for (const layer of document.layers) {
    const { status, memo } = layer;
    yield {
      ...head(addressOf('layer', `${layer.annotator.id}/${document.path}`), 'describing'),
      ...creatorOf(layer),
      body: [...commenting(memo), ...tagging(fields(layer.fields))],
      target: source,
      'postil:status': status,
      'postil:sha256': document.sha256,
    };
    for (const it of layer.annotations) yield annotation(it, layer);
    for (const it of layer.relations) yield relation(it, layer);
  }
}

export const writeW3c: Write = (project) => {
  let isFirst = true;
  function* texts(document: ExportDocument): Generator<string> {
    for (const row of rowsOf(document, project)) {
      yield `${isFirst ? '' : ',\n'}${JSON.stringify(row)}`;
      isFirst = false;
    }
  }
  const main = (data: string): Piece => ({ to: '', data });
  return {
    head: () => [main('[\n')],
    *document(document) {
      for (const data of joined(texts(document))) yield main(data);
    },
    tail: () => [main('\n]\n')],
  };
};
