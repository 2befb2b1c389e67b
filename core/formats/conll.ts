/** CoNLL-2003: word, two empty columns, tag. `-DOCSTART-` stands before each document, an empty line after each sentence. */
import { type TagScheme, tagsOf } from './bio';
import { catalog } from './catalog';
import { chosen, type ExportDocument, nothing, type Write } from './format';
import { mainPieces } from './json-lines';
import { tagNames } from './tag-names';
import { taggedSentences } from './token-spans';

const ROWS = 200;

export const writeConll: Write = ({ schema }, options, lose) => {
  const scheme = chosen(catalog.conll, 'scheme', options) as TagScheme;
  const label = tagNames(schema.labels, lose);

  function* blocks(document: ExportDocument): Generator<string> {
    // Just so: spaCy’s converter looks for this line, all others for its first word. A comment with the document’s
    // name would be taken for a word by readers that know none.
    let lines: string[] = ['-DOCSTART- -X- O O\n'];
    for (const { tokens, spans } of taggedSentences(document, label, lose)) {
      const tags = tagsOf(tokens.length, spans, scheme);
      // A half surrogate pair has no UTF-8; it would come back as this.
      const words = tokens.map((it) => it.replace(/\p{Surrogate}/gu, '\ufffd'));
      lines.push(words.map((word, i) => `${word} -X- -X- ${tags[i]}\n`).join(''));
      if (lines.length < ROWS) continue;
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }

  return { head: nothing, document: (document) => mainPieces(blocks(document)), tail: nothing };
};
