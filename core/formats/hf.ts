/** JSON Lines for Hugging Face’s datasets: text and spans, or the tokens of a sentence with numbered tags. */
import { tagsOf } from './bio';
import { catalog } from './catalog';
import { chosen, type ExportDocument, nothing, type Write } from './format';
import { codePoints, jsonArray, mainPieces, namesOf, placed } from './json-lines';
import { ranksOf, reduce } from './reduce';
import { tagNames } from './tag-names';
import { taggedSentences } from './token-spans';

export const writeHf: Write = (project, options, lose) =>
  chosen(catalog.hf, 'shape', options) === 'tokens'
    ? writeTokens(project, options, lose)
    : writeSpans(project, options, lose);

const writeSpans: Write = ({ schema }) => {
  const label = namesOf(schema.labels);
  let id = 0;
  function* line(document: ExportDocument): Generator<string> {
    const table = codePoints(document);
    function* entities() {
      for (const { annotation, start, end } of placed(document))
        yield { start: table.from(start), end: table.from(end), label: label(annotation.label) };
    }
    // Numbers are texts here, as in the datasets that the library’s examples use.
    yield `{"id": "${id++}", "text": ${JSON.stringify(document.text)}, "entities": `;
    yield* jsonArray(entities());
    yield `, "path": ${JSON.stringify(document.path)}}\n`;
  }
  return { head: nothing, document: (document) => mainPieces(line(document)), tail: nothing };
};

const writeTokens: Write = ({ schema }, options, lose) => {
  const label = tagNames(schema.labels, lose);
  const ranks = ranksOf(schema);
  const choices = { discontinuous: 'parts', overlap: chosen(catalog.hf, 'overlap', options) };
  /** The ClassLabel list: labels in the schema’s order, then those that only annotations know. */
  const numbers = new Map<string, number>([['O', 0]]);
  const number = (tag: string) => {
    if (tag !== 'O')
      for (const prefix of ['B', 'I']) {
        const name = `${prefix}${tag.slice(1)}`;
        if (!numbers.has(name)) numbers.set(name, numbers.size);
      }
    return numbers.get(tag) as number;
  };
  for (const { id } of schema.labels) number(`B-${label(id)}`);
  let id = 0;

  function* lines(document: ExportDocument): Generator<string> {
    // The span form has overlaps, so they come in here and are taken out now.
    const flat = reduce(document, { ...catalog.json.carries, overlap: false }, choices, ranks, lose);
    for (const { tokens, spans } of taggedSentences(flat, label, lose)) {
      const ner_tags = tagsOf(tokens.length, spans, 'iob2').map(number);
      yield `${JSON.stringify({ id: String(id++), tokens, ner_tags, path: document.path })}\n`;
    }
  }

  return {
    head: nothing,
    document: (document) => mainPieces(lines(document)),
    tail: () => [{ to: '.labels.json', data: `${JSON.stringify([...numbers.keys()])}\n` }],
  };
};
