/**
 * PubAnnotation and TextAE (FORMATS 13): denotations, relations and attributes of one document, in code points.
 * Parts of an annotation are a list of spans; a note is the attribute `note` that says of itself `"note": true`, an
 * answer of several choices one attribute for each, that say `"list": true`.
 */
import type { Annotation } from '../model';
import { type OffsetTable, offsetTable } from '../offsets';
import type { ExportDocument, Write } from './format';
import { answersByName } from './imported-schema';
import { jsonArray, namesOf } from './json-lines';
import { joined } from './pieces';

export const SOURCE = 'Postil';

export const writePubannotation: Write = ({ schema }) => {
  const labelName = namesOf(schema.labels);
  const typeName = namesOf(schema.relationTypes);
  const answers = answersByName(schema.attributes.filter((it) => it.target === 'annotation'));

  const denotation = (table: OffsetTable) => (it: Annotation) => {
    const spans = it.spans.map(({ start, end }) => ({ begin: table.from(start), end: table.from(end) }));
    return { id: it.id, span: spans.length === 1 ? spans[0] : spans, obj: labelName(it.label) };
  };
  function* attributes(rows: Iterable<Annotation>): Generator<object> {
    let count = 0;
    for (const it of rows) {
      for (const [pred, value] of Object.entries(answers(it.attributes)))
        for (const obj of typeof value === 'object' ? value : [value])
          yield {
            id: `A${++count}`,
            subj: it.id,
            pred,
            obj,
            ...(typeof value === 'object' ? { list: true } : {}),
          };
      if (it.note !== '') yield { id: `A${++count}`, subj: it.id, pred: 'note', obj: it.note, note: true };
    }
  }
  function* texts({ path, text, layers }: ExportDocument): Generator<string> {
    const rows = layers.flatMap((layer) => layer.annotations);
    const relations = layers.flatMap((layer) => layer.relations);
    yield `{"sourcedb": ${JSON.stringify(SOURCE)},\n"sourceid": ${JSON.stringify(path)},\n`;
    yield `"text": ${JSON.stringify(text)},\n"denotations": `;
    yield* jsonArray(mapped(rows, denotation(offsetTable(text, 'code-point'))));
    yield ',\n"attributes": ';
    yield* jsonArray(attributes(rows));
    yield ',\n"relations": ';
    yield* jsonArray(
      mapped(relations, ({ id, type, from, to }) => ({ id, subj: from, pred: typeName(type), obj: to })),
    );
    yield '}\n';
  }
  return {
    head: () => [],
    *document(document) {
      for (const data of joined(texts(document))) yield { to: document.path, data };
    },
    tail: () => [],
  };
};

function* mapped<A, B>(rows: Iterable<A>, each: (row: A) => B): Generator<B> {
  for (const row of rows) yield each(row);
}
