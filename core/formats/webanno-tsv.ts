/**
 * WebAnno TSV 3.3 (FORMATS 9): a row for each token, offsets in UTF-16 units. Annotations are of the layer
 * `webanno.custom.Span`, relations of `webanno.custom.Relation`; the schema beside it brings names and kinds back.
 */

import { losses as why } from '../locale/en/losses';
import type { AttributeValue } from '../model';
import { schemaText } from '../schema-text';
import { asString, type Feature, features, RELATION, SPAN } from './cas-names';
import type { ExportDocument, LossReason, Piece, Write } from './format';
import { namesOf } from './json-lines';
import { joined } from './pieces';
import { LABELS } from './table-write';
import { escapeLine, escapeValue } from './webanno-text';
import { type Placed, place, sentencesOf, type Unit, unitsOf } from './webanno-units';

/** Several choices in one value; a comma within one has a backslash before it. */
const choices = (values: readonly string[]) => values.map((it) => it.replace(/[\\,]/g, '\\$&')).join(', ');

/** A value without the line end that would end the row. */
const said = (value: AttributeValue) => (typeof value === 'object' ? choices(value) : asString(value));

/** The values of a column at one unit: `_` for none. */
const column = (values: readonly string[]) => `${values.length === 0 ? '_' : values.join('|')}\t`;

export const writeWebannoTsv: Write = ({ schema }, _, lose) => {
  const asked: readonly (readonly [string, Feature])[] = [...(features(schema).get('annotation') ?? [])];
  const known = new Set(asked.map(([id]) => id));
  const labelName = namesOf(schema.labels);
  const typeName = namesOf(schema.relationTypes);

  /** What tokens can hold of DOCUMENT's annotations; the rest is told. */
  const placedIn = ({ path, layers }: ExportDocument, tokens: Parameters<typeof place>[1]) =>
    layers
      .flatMap((layer) => layer.annotations)
      .flatMap((it): Placed[] => {
        const told = (fate: 'dropped' | 'flattened', what: 'annotation' | 'attributes', reason: LossReason) =>
          lose({ document: path, id: it.id, fate, what, reason });
        const placed = place(it, tokens);
        if (placed === null) {
          told('dropped', 'annotation', why['white-space']);
          return [];
        }
        if (placed.start !== it.spans[0]?.start || placed.end !== it.spans.at(-1)?.end)
          told('flattened', 'annotation', why['white-space-ends']);
        if (Object.keys(it.attributes).some((id) => !known.has(id)))
          told('dropped', 'attributes', why['no-question']);
        return [placed];
      })
      .sort((a, b) => a.first - b.first);

  function* texts(document: ExportDocument): Generator<string> {
    const { text, path, layers } = document;
    const sentences = sentencesOf(text);
    const tokens = sentences.flatMap((it) => it.tokens);
    const placed = placedIn(document, tokens);
    // Numbers tell apart what a row alone does not: what spans rows, and what shares one.
    const numbers = new Map<Placed, number>();
    const homes = new Map<string, { readonly row: Placed; readonly unit: string }>();
    const shared = new Set<Placed>();
    for (const units of unitsOf(tokens, placed))
      for (const { name, rows } of units)
        for (const row of rows) {
          if (rows.length > 1 || row.first < row.last) shared.add(row);
          if (!homes.has(row.annotation.id)) homes.set(row.annotation.id, { row, unit: name });
        }
    for (const row of placed) if (shared.has(row)) numbers.set(row, numbers.size + 1);

    const relations = new Map<string, { readonly type: string; readonly source: string }[]>();
    for (const { id, type, from, to } of layers.flatMap((layer) => layer.relations)) {
      const [source, target] = [homes.get(from), homes.get(to)];
      if (!source || !target) {
        lose({
          document: path,
          id,
          fate: 'dropped',
          what: 'relation',
          reason: why['no-end'],
        });
        continue;
      }
      const [a, b] = [numbers.get(source.row) ?? 0, numbers.get(target.row) ?? 0];
      const rows = relations.get(target.unit) ?? [];
      rows.push({
        type: escapeValue(typeName(type)),
        source: a + b > 0 ? `${source.unit}[${a}_${b}]` : source.unit,
      });
      relations.set(target.unit, rows);
    }
    const item = (row: Placed, value: string | undefined) => {
      const number = numbers.get(row);
      return `${value === undefined ? '*' : escapeValue(value)}${number === undefined ? '' : `[${number}]`}`;
    };
    const line = ({ name, start, end, rows }: Unit) => {
      const each = (value: (row: Placed) => string | undefined) =>
        column(rows.map((row) => item(row, value(row))));
      const answer = (id: string) => (row: Placed) => {
        const value = row.annotation.attributes[id];
        return value === undefined ? undefined : said(value);
      };
      const related = relations.get(name) ?? [];
      return (
        `${name}\t${start}-${end}\t${text.slice(start, end)}\t` +
        each((row) => labelName(row.annotation.label)) +
        each((row) => row.annotation.note || undefined) +
        asked.map(([id]) => each(answer(id))).join('') +
        column(related.map((it) => it.type)) +
        `${column(related.map((it) => it.source))}\n`
      );
    };
    const columns = [SPAN, 'label', 'note', ...asked.map(([, it]) => it.feature)];
    yield `#FORMAT=WebAnno TSV 3.3\n#T_SP=${columns.join('|')}\n#T_RL=${RELATION}|label|BT_${SPAN}\n\n`;
    const units = unitsOf(tokens, placed);
    for (const sentence of sentences) {
      yield `\n#Text=${escapeLine(text.slice(sentence.start, sentence.end))}\n`;
      for (const _ of sentence.tokens) for (const unit of units.next().value ?? []) yield line(unit);
    }
  }
  return {
    head: () => [{ to: LABELS, data: schemaText(schema) }],
    *document(document): Generator<Piece> {
      for (const data of joined(texts(document))) yield { to: document.path, data };
    },
    tail: () => [],
  };
};
