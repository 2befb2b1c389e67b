/** brat standoff (FORMATS 3): a `.txt` and an `.ann` for each document, offsets in code points. */

import { losses as why } from '../locale/en/losses';
import type { Annotation, AttributeValue } from '../model';
import { type OffsetTable, offsetTable } from '../offsets';
import { schemaText } from '../schema-text';
import { bratConfig } from './brat-config';
import { asked, bratNames, lineEnds, NOTES, oneLine, SCHEMA_FILE, typeKey } from './brat-names';
import type { ExportDocument, Piece, Write } from './format';
import { namesOf } from './json-lines';
import { joined } from './pieces';

interface Fragment {
  readonly start: number;
  readonly end: number;
}

/** The parts of IT that brat can hold: none may have a line end in it. */
function fragments(it: Annotation, text: string): Fragment[] {
  return it.spans.flatMap(({ start, end }) => {
    const made: Fragment[] = [];
    let from = start;
    for (const { index, 0: found } of text.slice(start, end).matchAll(lineEnds)) {
      if (start + index > from) made.push({ start: from, end: start + index });
      from = start + index + found.length;
    }
    if (end > from) made.push({ start: from, end });
    return made;
  });
}

/** True when reading would not give IT back: parts that only line ends separate are read as one. */
function isChanged(it: Annotation, parts: readonly Fragment[], text: string): boolean {
  const read: Fragment[] = [];
  for (const part of parts) {
    const before = read.at(-1);
    const between = before && text.slice(before.end, part.start);
    if (before && between && between.replace(lineEnds, '') === '')
      read[read.length - 1] = { start: before.start, end: part.end };
    else read.push(part);
  }
  return (
    read.length !== it.spans.length ||
    read.some((part, n) => part.start !== it.spans[n]?.start || part.end !== it.spans[n]?.end)
  );
}

export const writeBrat: Write = ({ schema }, _, lose) => {
  const names = bratNames(schema);
  const labelName = namesOf(schema.labels);
  const typeName = namesOf(schema.relationTypes);
  const questions = new Map(asked(schema).map((it) => [it.id, it]));
  const stems = new Set<string>();

  /** A name for the document's two files that no other has, also where case is not told apart. */
  const stemOf = (path: string) => {
    const base = path.replace(/\.txt$/i, '');
    let stem = base;
    for (let n = 2; stems.has(stem.toLowerCase()); n++) stem = `${base}~${n}`;
    stems.add(stem.toLowerCase());
    return stem;
  };

  function* lines(document: ExportDocument, table: OffsetTable): Generator<string> {
    const { text, layers, path } = document;
    const ids = new Map<string, string>();
    let [attributes, notes, relations] = [0, 0, 0];
    const answer = function* (target: string, id: string, value: AttributeValue): Generator<string> {
      const question = questions.get(id);
      const type = names.types.of(typeKey.question(question?.name ?? id));
      const values = typeof value === 'object' ? value : [value];
      for (const it of values)
        if (question && question.choices.length > 0)
          yield `A${++attributes}\t${type} ${target} ${names.choices(id).of(String(it))}\n`;
        else if (typeof it === 'boolean') yield `A${++attributes}\t${type} ${target} ${it}\n`;
        // What people wrote freely is no value of brat's, whose values are listed in annotation.conf.
        else yield `#${++notes}\t${type} ${target}\t${oneLine(String(it))}\n`;
    };
    for (const layer of layers)
      for (const it of layer.annotations) {
        const parts = fragments(it, text);
        if (parts.length === 0) {
          lose({
            document: path,
            id: it.id,
            fate: 'dropped',
            what: 'annotation',
            reason: why['line-ends-only'],
          });
          continue;
        }
        if (isChanged(it, parts, text))
          lose({
            document: path,
            id: it.id,
            fate: 'flattened',
            what: 'annotation',
            reason: why['line-ends'],
          });
        const id = `T${ids.size + 1}`;
        ids.set(it.id, id);
        const type = names.types.of(typeKey.label(labelName(it.label)));
        const offsets = parts.map((part) => `${table.from(part.start)} ${table.from(part.end)}`).join(';');
        yield `${id}\t${type} ${offsets}\t${parts.map((part) => text.slice(part.start, part.end)).join(' ')}\n`;
        for (const [question, value] of Object.entries(it.attributes)) yield* answer(id, question, value);
        if (it.note !== '') yield `#${++notes}\t${NOTES} ${id}\t${oneLine(it.note)}\n`;
      }
    for (const layer of layers)
      for (const { id, type, from, to } of layer.relations) {
        const [first, second] = [ids.get(from), ids.get(to)];
        if (first && second)
          yield `R${++relations}\t${names.types.of(typeKey.relation(typeName(type)))} Arg1:${first} Arg2:${second}\n`;
        else
          lose({
            document: path,
            id,
            fate: 'dropped',
            what: 'relation',
            reason: why['no-end'],
          });
      }
  }

  return {
    *head() {
      for (const [to, data] of bratConfig(schema, names)) yield { to, data };
      yield { to: SCHEMA_FILE, data: schemaText(schema) };
    },
    *document(document): Generator<Piece> {
      const stem = stemOf(document.path);
      yield { to: `${stem}.txt`, data: document.text };
      let isEmpty = true;
      for (const data of joined(lines(document, offsetTable(document.text, 'code-point')))) {
        isEmpty = false;
        yield { to: `${stem}.ann`, data };
      }
      // brat shows no document without its .ann.
      if (isEmpty) yield { to: `${stem}.ann`, data: '' };
    },
    tail: () => [],
  };
};
