/** spaCy: training lines with `entities` (no overlaps), span groups and categories, and a script that makes a DocBin. */

import { losses as why } from '../locale/en/losses';
import type { AttributeType, AttributeValue } from '../model';
import type { ExportDocument, Write } from './format';
import { answersOf, codePoints, jsonArray, namesOf, type Placed, placed } from './json-lines';
import { docbinScript } from './spacy-script';
import { insideTokens } from './token-spans';

/** Categories as spaCy’s text classifiers want them: 1 for what was chosen, 0 for what was not. */
function categories(fields: readonly AttributeType[], answers: Readonly<Record<string, AttributeValue>>) {
  const rows = fields.flatMap(({ name, kind, choices }): [string, number][] => {
    const answer = answers[name];
    if (answer === undefined) return [];
    if (kind === 'boolean') return [[name, answer === true ? 1 : 0]];
    if (kind !== 'choice' && kind !== 'multi-choice') return [];
    const picked = typeof answer === 'object' ? answer : [String(answer)];
    return choices.map((it) => [`${name}=${it}`, picked.includes(it) ? 1 : 0]);
  });
  return Object.fromEntries(rows);
}

/** Of SPANS those of which no two share a character: the longest first, as spaCy’s own filter_spans does. */
function withoutOverlap(spans: readonly Placed[]): Placed[] {
  const ordered = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Placed[] = [];
  const starts: number[] = [];
  for (const span of ordered) {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < span.end) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    if (before && before.end > span.start) continue;
    kept.splice(low, 0, span);
    starts.splice(low, 0, span.start);
  }
  return kept;
}

export const writeSpacy: Write = ({ schema }, _, lose) => {
  const label = namesOf(schema.labels);

  function* line(document: ExportDocument): Generator<string> {
    const table = codePoints(document);
    const spans = [...placed(document)];
    const inside = insideTokens(document.text, spans);
    for (const { annotation } of spans.filter((it) => inside.has(it.start) || inside.has(it.end)))
      lose({
        document: document.path,
        id: annotation.id,
        fate: 'flattened',
        what: 'annotation',
        reason: why.widened,
      });
    const triple = ({ annotation, start, end }: Placed) => [
      table.from(start),
      table.from(end),
      label(annotation.label),
    ];
    const answers = answersOf(document, schema, lose);
    yield `{"text": ${JSON.stringify(document.text)}, "entities": `;
    yield* jsonArray(withoutOverlap(spans).map(triple));
    yield ', "spans": {"sc": ';
    yield* jsonArray(spans.map(triple));
    yield `}, "cats": ${JSON.stringify(categories(schema.documentFields, answers))}`;
    yield `, "meta": ${JSON.stringify({ path: document.path, fields: answers })}}\n`;
  }

  return {
    head: () => [
      { to: 'make_docbin.py', data: docbinScript },
      { to: 'train.jsonl', data: '' },
    ],
    document: function* (document) {
      for (const data of line(document)) yield { to: 'train.jsonl', data };
    },
    tail: () => [],
  };
};
