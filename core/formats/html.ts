/** A reading copy: one HTML file that needs no script and no network, to read, print and send. */
import { treeOf } from '../label-tree';
import { losses as why } from '../locale/en/losses';
import type { ExportDocument, ExportProject, Lose, RefusedSource, Write } from './format';
import { documentTexts, type Tally } from './html-document';
import { styleOf } from './html-style';
import { mainPieces } from './json-lines';
import { joined } from './pieces';
import { inOrder, type Names, namesOf } from './reading-names';
import { xmlSafe, xmlText } from './xml';

function* headTexts({ name, schema }: ExportProject): Generator<string> {
  const { labels, relationTypes } = schema;
  const style = styleOf(
    labels,
    relationTypes.map((it) => it.color),
  );
  yield `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>\n<title>${xmlText(name)}</title>\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n';
  // Nothing in it runs or is fetched, whatever the texts hold.
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>\n`;
  yield `<style>${style}</style>\n</head>\n<body>\n`;
  yield `<header>\n<p class="kind">Reading copy</p>\n<h1 dir="auto">${xmlText(name)}</h1>\n`;
  const at = new Map(labels.map(({ id }, i) => [id, i]));
  const rows = treeOf(labels).map(({ label, ancestors }) => {
    const path = [...ancestors, label].map((it) => xmlText(it.name)).join(' › ');
    return `<li class="k${at.get(label.id)}"><span class="swatch"></span><span dir="auto">${path}</span><span class="count"></span>${about(label.description)}</li>`;
  });
  const relations = relationTypes.map(
    (it, i) =>
      `<li class="r${i}"><span class="arrow">→</span><span dir="auto">${xmlText(it.name)}</span>${about(it.description)}</li>`,
  );
  if (rows.length + relations.length > 0)
    yield `<ul class="legend" aria-label="Labels">\n${[...rows, ...relations].join('\n')}\n</ul>\n`;
  yield '</header>\n';
}

const about = (description: string) =>
  description === '' ? '' : `<span class="about" dir="auto">${xmlText(description)}</span>`;

function* tailTexts(
  { schema }: ExportProject,
  names: Names,
  tally: Tally,
  refused: readonly RefusedSource[],
): Generator<string> {
  // The legend stands above texts that were not counted yet: its counts are filled in from here.
  const totals = schema.labels.map(({ id }, i) => `--t${i}:"${tally.labels.get(id)?.annotations ?? 0}"`);
  if (totals.length > 0) yield `<style>:root{${totals.join(';')}}</style>\n`;
  if (tally.documents.length > 1 || refused.length > 0) yield '<footer>\n';
  if (tally.documents.length > 1) {
    yield '<h3>Documents</h3>\n<table><thead><tr><th>Document</th><th>Annotations</th><th>Relations</th></tr></thead><tbody>\n';
    for (const [i, { path, annotations, relations }] of tally.documents.entries())
      yield `<tr><td><a href="#d${i + 1}" dir="auto">${xmlText(path)}</a></td><td class="number">${annotations}</td><td class="number">${relations}</td></tr>\n`;
    yield '</tbody></table>\n<h3>Labels</h3>\n<table><thead><tr><th>Label</th><th>Annotations</th><th>Documents</th></tr></thead><tbody>\n';
    for (const [id, { annotations, documents }] of inOrder(tally.labels, schema))
      yield `<tr><td class="${names.labelClass(id)}"><span class="swatch"></span> <span dir="auto">${xmlText(names.label(id))}</span></td><td class="number">${annotations}</td><td class="number">${documents}</td></tr>\n`;
    yield '</tbody></table>\n';
  }
  if (refused.length > 0) {
    const rows = refused.map(
      ({ path, reason }) => `<li><bdi>${xmlText(path)}</bdi>: ${xmlText(reason)}</li>`,
    );
    yield `<h3>Left out</h3>\n<ul class="relations">\n${rows.join('\n')}\n</ul>\n`;
  }
  if (tally.documents.length > 1 || refused.length > 0) yield '</footer>\n';
  yield '</body>\n</html>\n';
}

/** Tells annotations of DOCUMENT that hold characters HTML can't. */
function loseCharacters({ path, layers }: ExportDocument, lose: Lose): void {
  for (const { annotations } of layers)
    for (const { id, spans, note } of annotations)
      if ([note, ...spans.map((it) => it.exact)].some((it) => xmlSafe(it) !== it))
        lose({
          document: path,
          id,
          fate: 'flattened',
          what: 'annotation',
          reason: why.html,
        });
}

export const writeHtml: Write = (project, _, lose) => {
  const names = namesOf(project.schema);
  const tally: Tally = { labels: new Map(), documents: [] };
  const pieces = (texts: Iterable<string>) => mainPieces(joined(texts));
  return {
    head: () => pieces(headTexts(project)),
    document: (document) => {
      loseCharacters(document, lose);
      return pieces(documentTexts(document, project.schema, names, tally));
    },
    tail: (refused) => pieces(tailTexts(project, names, tally, refused)),
  };
};
