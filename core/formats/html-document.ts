/** A document of a reading copy in HTML: its facts, its text with marks and margin, its relations. */
import type { Attributes, Schema } from '../model';
import type { ExportDocument } from './format';
import { LANES, type MarkStyle, markedLine } from './html-marks';
import { languageOf } from './language';
import { isSpaced, linesOf, type Mark, type Numbered, numbered, rowsById, wordsOf } from './reading';
import { counted, inOrder, type Names, statusWords, valueText } from './reading-names';
import { xmlText, xmlValue } from './xml';

/** What was counted so far, for the end of the file. */
export interface Tally {
  readonly labels: Map<string, { annotations: number; documents: number }>;
  readonly documents: { readonly path: string; readonly annotations: number; readonly relations: number }[];
}

/** `Certainty: likely · Count: 2`, escaped. */
const said = (answers: Attributes): string =>
  Object.entries(answers)
    .map(([name, value]) => `${xmlText(name)}: ${xmlText(valueText(value))}`)
    .join(' · ');

export function* documentTexts(
  document: ExportDocument,
  schema: Schema,
  names: Names,
  tally: Tally,
): Generator<string> {
  const { path, layers } = document;
  const rows = numbered(document);
  const id = `d${tally.documents.length + 1}`;
  const counts = new Map<string, number>();
  for (const { annotation } of rows) counts.set(annotation.label, (counts.get(annotation.label) ?? 0) + 1);
  for (const [label, count] of counts) {
    const sum = tally.labels.get(label) ?? { annotations: 0, documents: 0 };
    tally.labels.set(label, { annotations: sum.annotations + count, documents: sum.documents + 1 });
  }
  const relations = layers.reduce((sum, layer) => sum + layer.relations.length, 0);
  tally.documents.push({ path, annotations: rows.length, relations });
  yield `<article id="${id}">\n<h2 dir="auto">${xmlText(path)}</h2>\n`;
  yield* factTexts(document, names, counts, schema, rows.length);
  yield* lineTexts(document, rows, names, id);
  if (relations > 0) yield* relationTexts(document, rows, names, id);
  yield '</article>\n';
}

function* factTexts(
  { layers }: ExportDocument,
  names: Names,
  counts: ReadonlyMap<string, number>,
  schema: Schema,
  total: number,
): Generator<string> {
  yield '<div class="facts">\n';
  const tally = inOrder(counts, schema).map(
    ([label, count]) =>
      `<span class="${names.labelClass(label)}"><span class="swatch"></span> ${xmlText(names.label(label))} ${count}</span>`,
  );
  yield `<p class="tally"><span>${counted(total, 'annotation')}</span>${tally.join('')}</p>\n`;
  for (const { annotator, status, memo, fields } of layers) {
    const facts = [statusWords[status], said(names.ofDocument(fields))].filter((it) => it !== '');
    yield `<p dir="auto"><b>${xmlText(annotator.name)}</b> · ${facts.join(' · ')}</p>\n`;
    if (memo !== '') yield `<p dir="auto">${xmlText(memo)}</p>\n`;
  }
  yield '</div>\n';
}

function* lineTexts(
  { text, layers }: ExportDocument,
  rows: readonly Numbered[],
  names: Names,
  id: string,
): Generator<string> {
  const style: MarkStyle = {
    label: ({ annotation }) => names.labelClass(annotation.label),
    title: ({ annotation, layer }) => xmlValue(`${names.label(annotation.label)} · ${layer.annotator.name}`),
    number: ({ number }) => `<a class="n" id="${id}-t${number}" href="#${id}-${number}">${number}</a>`,
  };
  yield `<div class="${isSpaced(text) ? 'text' : 'text loose'}" lang="">\n`;
  let carried: readonly Mark[] = [];
  for (const line of linesOf(text, rows)) {
    const made = markedLine(text, line, carried, style);
    const words = text.slice(line.start, line.end);
    // A line that a mark ends in, or whose spaces are marked, is no mere gap.
    const isThrough = words === '' && made.carried.length === carried.length;
    if (words.trim() === '' && line.marks.length === 0 && (carried.length === 0 || isThrough))
      yield '<div class="gap"></div>\n';
    else {
      const lanes = [...carried, ...line.marks].reduce((most, mark) => Math.max(most, mark.lane), 0);
      const deep = lanes < 2 ? '' : ` class="deep${Math.min(lanes, LANES - 1)}"`;
      const notes = line.marks
        .filter((it) => it.isFirst)
        .map((it) => marginItem(it, names, layers.length > 1, id));
      const margin = notes.length === 0 ? '' : `<ul class="margin" lang="en">${notes.join('')}</ul>`;
      yield `<div class="row"><p dir="auto" lang="${languageOf(words)}"${deep}>${made.html}</p>${margin}</div>\n`;
    }
    carried = made.carried;
  }
  yield '</div>\n';
}

function marginItem(
  { annotation, layer, number }: Numbered,
  names: Names,
  signed: boolean,
  id: string,
): string {
  const answers = said(names.ofAnnotation(annotation.attributes));
  const parts = annotation.spans.length > 1 ? `${annotation.spans.length} parts` : '';
  const facts = [parts, answers, signed ? xmlText(layer.annotator.name) : ''].filter((it) => it !== '');
  const details = facts.length === 0 ? '' : ` <span class="said" dir="auto">${facts.join(' · ')}</span>`;
  const note =
    annotation.note === '' ? '' : ` <span class="note" dir="auto">${xmlText(annotation.note)}</span>`;
  return `<li class="${names.labelClass(annotation.label)}" id="${id}-${number}"><a href="#${id}-t${number}"><span class="number">${number}</span> <b dir="auto">${xmlText(names.label(annotation.label))}</b></a>${details}${note}</li>`;
}

function* relationTexts(
  { layers }: ExportDocument,
  rows: readonly Numbered[],
  names: Names,
  id: string,
): Generator<string> {
  yield '<h3>Relations</h3>\n<ul class="relations">\n';
  for (const layer of layers) {
    const row = rowsById(rows, layer);
    const end = (of: string) => {
      const it = row(of);
      return it
        ? `<a href="#${id}-t${it.number}"><span class="number">${it.number}</span> <bdi>${xmlText(wordsOf(it.annotation))}</bdi></a>`
        : xmlText(of);
    };
    for (const it of layer.relations) {
      const facts = [said(names.ofRelation(it.attributes)), xmlText(it.note)];
      if (layers.length > 1) facts.push(xmlText(layer.annotator.name));
      const told = facts.filter((fact) => fact !== '').join(' · ');
      const details = told === '' ? '' : ` <span class="said" dir="auto">· ${told}</span>`;
      yield `<li class="${names.typeClass(it.type)}">${end(it.from)} <span class="arrow">—</span> <b>${xmlText(names.type(it.type))}</b> <span class="arrow">→</span> ${end(it.to)}${details}</li>\n`;
    }
  }
  yield '</ul>\n';
}
