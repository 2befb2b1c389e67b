/** Label Studio: `tasks.json`, a task a document with an entry for each annotator, and `config.xml`. */

import { losses as why } from '../locale/en/losses';
import type { Annotation, Attributes, AttributeValue, Layer } from '../model';
import type { OffsetTable } from '../offsets';
import type { ExportDocument, Write } from './format';
import { codePoints, jsonArray, namesOf } from './json-lines';
import {
  type ConfigLabel,
  type Control,
  controlKey,
  controlsOf,
  labelStudioConfig,
} from './label-studio-config';
import { xmlSafe } from './xml';

/** The part of a result that answers a question; its type is the control’s tag in lower case. */
function answered({ question }: Control, answer: AttributeValue) {
  switch (question.kind) {
    case 'text':
      return { type: 'textarea', value: { text: [String(answer)] } };
    case 'number':
      return { type: 'number', value: { number: answer } };
    default: {
      const choices = (typeof answer === 'object' ? answer : [String(answer)]).map(xmlSafe);
      return { type: 'choices', value: { choices } };
    }
  }
}

export const writeLabelStudio: Write = ({ schema }, _, lose) => {
  const controls = controlsOf(schema);
  const [label, type] = [namesOf(schema.labels), namesOf(schema.relationTypes)];
  const labels = new Map<string, ConfigLabel>();
  const types = new Set(schema.relationTypes.map((it) => xmlSafe(it.name)));
  for (const { id, name, color, key } of schema.labels) {
    labels.set(xmlSafe(name), { name: xmlSafe(name), color, key });
    if (xmlSafe(name) !== name)
      lose({
        document: null,
        id,
        fate: 'flattened',
        what: 'name',
        reason: why['xml-name'],
      });
  }
  /** A label or type by its name in the configuration, to which one that the schema lacks is added. */
  const labelled = (id: string) => {
    const name = xmlSafe(label(id));
    if (!labels.has(name)) labels.set(name, { name, color: null, key: null });
    return name;
  };
  const typed = (id: string) => {
    const name = xmlSafe(type(id));
    types.add(name);
    return name;
  };

  /** Results for ANSWERS; those whose question the schema lacks have no control, and are told. */
  function* answers(path: string, id: string, given: Attributes, perRegion: boolean) {
    for (const [question, answer] of Object.entries(given)) {
      const control = controls.get(controlKey(perRegion, question));
      if (control) yield { from_name: control.name, to_name: 'text', ...answered(control, answer) };
      else
        lose({
          document: path,
          id,
          fate: 'dropped',
          what: perRegion ? 'attributes' : 'fields',
          reason: why['question-missing'],
        });
    }
  }

  function* region(path: string, table: OffsetTable, it: Annotation) {
    const [first, last] = [it.spans[0], it.spans.at(-1)];
    if (!first || !last) return;
    const place = { start: table.from(first.start), end: table.from(last.end) };
    const text = first === last ? first.exact : it.spans.map(({ exact }) => exact).join(' ');
    yield {
      id: it.id,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      origin: 'manual',
      value: { ...place, text, labels: [labelled(it.label)] },
      ...(it.note === '' ? {} : { meta: { text: [it.note] } }),
    };
    // An answer about a region is a result with the region’s id.
    for (const { value, ...answer } of answers(path, it.id, it.attributes, true))
      yield { id: it.id, ...answer, origin: 'manual', value: { ...place, text, ...value } };
  }

  function* results({ path }: ExportDocument, layer: Layer, table: OffsetTable) {
    for (const it of layer.annotations) yield* region(path, table, it);
    for (const it of layer.relations)
      yield {
        type: 'relation',
        from_id: it.from,
        to_id: it.to,
        direction: 'right',
        labels: [typed(it.type)],
      };
    for (const answer of answers(path, layer.annotator.id, layer.fields, false))
      yield { id: answer.from_name, ...answer, origin: 'manual' };
  }

  let [tasks, entries] = [0, 0];
  function* task(document: ExportDocument): Generator<string> {
    const table = codePoints(document);
    const data = { text: document.text, path: document.path };
    yield `${tasks++ === 0 ? '' : ',\n'}{"id": ${tasks}, "data": ${JSON.stringify(data)}, "annotations": [`;
    for (const [n, layer] of document.layers.entries()) {
      // No completed_by: Label Studio refuses the whole file when it does not know one of them. Without it whoever
      // imports has made the entry; the annotator stands beside, where it is not looked at.
      const who = JSON.stringify(layer.annotator);
      yield `${n === 0 ? '' : ', '}{"id": ${++entries}, "was_cancelled": false, "ground_truth": false, `;
      yield `"annotator": ${who}, "result": `;
      yield* jsonArray(results(document, layer, table));
      yield '}';
    }
    yield ']}';
  }

  return {
    head: () => [{ to: 'tasks.json', data: '[\n' }],
    document: function* (document) {
      for (const data of task(document)) yield { to: 'tasks.json', data };
    },
    tail: () => [
      { to: 'tasks.json', data: '\n]\n' },
      {
        to: 'config.xml',
        data: labelStudioConfig(
          [...labels.values()],
          [...types].map((name) => ({ name })),
          controls,
          labelled,
        ),
      },
    ],
  };
};
