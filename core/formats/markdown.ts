/** A reading copy in Markdown: the texts, a footnote for each annotation, and the labels with their counts. */
import { treeOf } from '../label-tree';
import type { Attributes, Schema } from '../model';
import type { ExportDocument, Write } from './format';
import { mainPieces } from './json-lines';
import { joined } from './pieces';
import { isSpaced, linesOf, type Numbered, numbered, rowsById, wordsOf } from './reading';
import { counted, inOrder, type Names, namesOf, statusWords, valueText } from './reading-names';

/** An address would be read without its escapes, so it must not begin: its first mark is escaped. */
const marks = /[\\`*_{}[\]<>&|~$^#@]|(?<=https?|ftp):|(?<=www)\./gi;
const space = (spaces: string) => spaces.replace(/[ \t]/g, (it) => (it === ' ' ? '&#32;' : '&#9;'));

/** TEXT within a line so that Markdown, GitHub's too, shows just these characters; addresses may become links. */
const escaped = (text: string): string => text.replace(marks, '\\$&');

/** The same for what begins a line, where a list, a heading or code could begin. */
const lineStart = (text: string): string =>
  escaped(text)
    .replace(/^[ \t]+/, space)
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** TEXT of any number of lines within one. */
const inLine = (text: string): string => lineStart(text.replace(/\s*[\r\n]+\s*/g, ' ').trim());

const said = (answers: Attributes): string =>
  Object.entries(answers)
    .map(([name, value]) => `${inLine(name)}: ${inLine(valueText(value))}`)
    .join(' · ');

const filled = (facts: readonly string[]): string => facts.filter((it) => it !== '').join(' · ');

/** The lines of the document; footnotes are numbered from FIRST + 1. */
function* lineTexts({ text }: ExportDocument, rows: readonly Numbered[], first: number): Generator<string> {
  const parted = isSpaced(text) ? '\\\n' : '\n\n';
  const ends = rows
    .flatMap(({ annotation, number }) => annotation.spans.map(({ end }) => ({ end, number })))
    .sort((a, b) => a.end - b.end || a.number - b.number);
  let [next, isOpen] = [0, false];
  for (const line of linesOf(text, [])) {
    let [at, words] = [line.start, ''];
    const put = (to: number) => {
      const piece = text.slice(at, to);
      words += at === line.start ? lineStart(piece) : escaped(piece);
      at = to;
    };
    for (let it = ends[next]; it && it.end <= line.next; it = ends[++next]) {
      put(Math.min(it.end, line.end));
      words += `[^${first + it.number}]`;
    }
    put(line.end);
    const isBlank = /^(?:[ \t]|&#32;|&#9;)*$/.test(words);
    if (!isBlank) yield (isOpen ? parted : '') + words.replace(/[ \t]+$/, space);
    else if (isOpen) yield '\n\n';
    isOpen = !isBlank;
  }
  yield '\n\n';
}

function footnote(
  { annotation, layer, number }: Numbered,
  names: Names,
  signed: boolean,
  first: number,
): string {
  const { label, attributes, note, spans } = annotation;
  const facts = filled([
    `**${inLine(names.label(label))}** “${inLine(wordsOf(annotation))}”`,
    spans.length > 1 ? `${spans.length} parts` : '',
    said(names.ofAnnotation(attributes)),
    signed ? inLine(layer.annotator.name) : '',
  ]);
  return `[^${first + number}]: ${facts}${note.trim() === '' ? '' : ` — ${inLine(note)}`}\n`;
}

function* documentTexts(document: ExportDocument, names: Names, first: number): Generator<string> {
  const { path, layers } = document;
  const rows = numbered(document);
  yield `## ${inLine(path)}\n\n`;
  for (const { annotator, status, memo, fields, annotations } of layers) {
    const facts = [
      statusWords[status],
      counted(annotations.length, 'annotation'),
      said(names.ofDocument(fields)),
    ];
    yield `- **${inLine(annotator.name)}**: ${filled([...facts, inLine(memo)])}\n`;
  }
  if (layers.length > 0) yield '\n';
  yield* lineTexts(document, rows, first);
  for (const row of rows) yield footnote(row, names, layers.length > 1, first);
  if (rows.length > 0) yield '\n';
  if (layers.every((layer) => layer.relations.length === 0)) return;
  yield '### Relations\n\n';
  for (const layer of layers) {
    const row = rowsById(rows, layer);
    const end = (id: string) => {
      const it = row(id);
      return it ? `“${inLine(wordsOf(it.annotation))}”[^${first + it.number}]` : inLine(id);
    };
    for (const { type, from, to, attributes, note } of layer.relations) {
      const facts = filled([said(names.ofRelation(attributes)), inLine(note)]);
      yield `- ${end(from)} — **${inLine(names.type(type))}** → ${end(to)}${facts === '' ? '' : ` · ${facts}`}\n`;
    }
  }
  yield '\n';
}

function* labelTexts(schema: Schema, names: Names, counts: ReadonlyMap<string, number>): Generator<string> {
  const paths = new Map(
    treeOf(schema.labels).map(({ label, ancestors }) => [
      label.id,
      [...ancestors, label].map((it) => inLine(it.name)).join(' › '),
    ]),
  );
  const told = new Map([...schema.labels.map(({ id }) => [id, 0] as const), ...counts]);
  if (told.size === 0) return;
  yield '## Labels\n\n| Label | Annotations | Description |\n| --- | ---: | --- |\n';
  for (const [id, count] of inOrder(told, schema)) {
    const about = schema.labels.find((it) => it.id === id)?.description ?? '';
    yield `| ${paths.get(id) ?? inLine(names.label(id))} | ${count} | ${inLine(about)} |\n`;
  }
}

export const writeMarkdown: Write = ({ name, schema }) => {
  const names = namesOf(schema);
  const counts = new Map<string, number>();
  let notes = 0;
  const pieces = (texts: Iterable<string>) => mainPieces(joined(texts));
  return {
    head: () => pieces([`# ${inLine(name)}\n\n`]),
    *document(document) {
      yield* pieces(documentTexts(document, names, notes));
      for (const { annotations } of document.layers)
        for (const { label } of annotations) {
          notes++;
          counts.set(label, (counts.get(label) ?? 0) + 1);
        }
    },
    *tail(refused) {
      yield* pieces(labelTexts(schema, names, counts));
      const rows = refused.map(({ path, reason }) => `- ${inLine(path)}: ${inLine(reason)}\n`);
      if (rows.length > 0) yield* pieces(['\n## Left out\n\n', ...rows]);
    },
  };
};
