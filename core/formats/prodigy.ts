/** Prodigy’s JSON Lines: tokens, spans (`end` exclusive, `token_end` inclusive) and relations between tokens. */
import { type ExportDocument, nothing, type Write } from './format';
import { codePoints, jsonArray, mainPieces, namesOf, type Placed, placed } from './json-lines';
import { prodigyTokens } from './prodigy-tokens';

export const writeProdigy: Write = ({ schema }) => {
  const label = namesOf(schema.labels);
  const type = namesOf(schema.relationTypes);

  function* line(document: ExportDocument): Generator<string> {
    const { text, path } = document;
    const table = codePoints(document);
    const spans = [...placed(document)];
    /** By the offsets (UTF-16) where spans begin and end: the tokens that begin and end there. */
    const [first, last] = [new Map<number, number>(), new Map<number, number>()];
    for (const { start, end } of spans) {
      first.set(start, 0);
      last.set(end, 0);
    }
    function* tokens() {
      let id = 0;
      for (const { start, end, ws } of prodigyTokens(text, spans)) {
        if (first.has(start)) first.set(start, id);
        if (last.has(end)) last.set(end, id);
        yield {
          text: text.slice(start, end),
          start: table.from(start),
          end: table.from(end),
          id: id++,
          ws,
        };
      }
    }
    const span = ({ annotation, start, end }: Placed) => ({
      start: table.from(start),
      end: table.from(end),
      token_start: first.get(start) as number,
      token_end: last.get(end) as number,
      label: label(annotation.label),
    });
    function* relations() {
      for (const layer of document.layers) {
        if (layer.relations.length === 0) continue;
        const ends = new Map(
          spans.filter((it) => it.layer === layer).map((it) => [it.annotation.id, it] as const),
        );
        for (const it of layer.relations) {
          const [head, child] = [ends.get(it.from), ends.get(it.to)].map((end) => span(end as Placed));
          // Prodigy names an end by the last token of its span.
          yield {
            head: head?.token_end,
            child: child?.token_end,
            label: type(it.type),
            head_span: head,
            child_span: child,
          };
        }
      }
    }
    yield `{"text": ${JSON.stringify(text)}, "tokens": `;
    yield* jsonArray(tokens());
    yield ', "spans": ';
    yield* jsonArray(mapped(spans, span));
    yield ', "relations": ';
    yield* jsonArray(relations());
    yield `, "answer": "accept", "meta": ${JSON.stringify({ source: path })}}\n`;
  }

  return { head: nothing, document: (document) => mainPieces(line(document)), tail: nothing };
};

function* mapped<A, B>(items: Iterable<A>, change: (item: A) => B): Generator<B> {
  for (const item of items) yield change(item);
}
