/** Reads PubAnnotation JSON, one document a file or a list of them; each track is a layer of its project's name. */

import { t } from '../locale/t';
import { eachFile } from './each-file';
import { type Gathered, gather, idIn, layerOf, layersOf } from './gather';
import {
  type Imported,
  type ImportedAnnotation,
  type ImportedDocument,
  type ImportedSpan,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
} from './imported';
import { parseJson } from './parse-json';
import { SOURCE } from './pubannotation';
import { answerOf, type Fields, firstItem, isFields, nothingSaid } from './read-json';
import { inFile } from './where';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Says that a denotation goes on in another (PubAnnotation’s chaining model). */
const CHAINED = '_lexicallyChainedTo';
const FRAGMENT = /^_fragment$/i;

function spansIn(value: unknown): ImportedSpan[] | null {
  const rows = Array.isArray(value) ? value : [value];
  const spans = rows.map((it) =>
    isFields(it) && Number.isSafeInteger(it.begin) && Number.isSafeInteger(it.end) ? it : null,
  );
  if (spans.length === 0 || spans.some((it) => it === null)) return null;
  return spans.map((it) => ({
    start: (it as Fields).begin as number,
    end: (it as Fields).end as number,
    exact: null,
    prefix: '',
    suffix: '',
  }));
}

type Open = { -readonly [K in keyof ImportedAnnotation]: ImportedAnnotation[K] };

/** Takes what TRACK says into GATHERED. */
function take(track: Fields, gathered: Gathered, where: string, problems: ImportProblem[]) {
  const project = typeof track.project === 'string' && track.project !== '' ? track.project : null;
  const layer = layerOf(gathered, project === null ? null : { id: null, name: project });
  const left = (what: string, n: number, reason: string) =>
    problems.push({ where: t('problems.part', { where, what, n: String(n + 1) }), reason });
  const rows = new Map<string, Open>();
  const fragments = new Map<string, ImportedSpan[]>();
  for (const kind of ['denotations', 'blocks'])
    for (const [n, row] of list(track[kind]).entries()) {
      const spans = isFields(row) ? spansIn(row.span) : null;
      const label = isFields(row) ? answerOf(row.obj) : null;
      if (!isFields(row) || spans === null || label === null) {
        left(kind.slice(0, -1), n, t('problems.no-span'));
        continue;
      }
      const said = typeof row.id === 'string' ? row.id : `${kind[0]}${n + 1}`;
      if (FRAGMENT.test(String(label))) {
        fragments.set(said, spans);
        continue;
      }
      const id = idIn(gathered, layer, said);
      const one: Open = {
        id,
        label: String(label),
        spans,
        ...nothingSaid,
      };
      if (!rows.has(said)) rows.set(said, one);
      layer.annotations.push(one);
    }
  const relationIds = new Map<string, object>();
  const relations = list(track.relations);
  const chained = new Set<number>();
  for (const [n, row] of relations.entries()) {
    if (!isFields(row) || row.pred !== CHAINED) continue;
    chained.add(n);
    // The fragment may be at either end; it belongs to the other.
    const [subj, obj] = [String(row.subj), String(row.obj)];
    const [piece, whole] = fragments.has(subj) ? [subj, obj] : [obj, subj];
    const [spans, owner] = [fragments.get(piece), rows.get(whole)];
    if (spans && owner) owner.spans = [...owner.spans, ...spans].sort((a, b) => a.start - b.start);
    else left('relation', n, t('problems.chains-nothing'));
    if (spans && owner) fragments.delete(piece);
  }
  if (fragments.size > 0)
    problems.push({ where, reason: t('problems.fragments', { fragments: fragments.size }) });
  for (const [n, row] of relations.entries()) {
    if (chained.has(n)) continue;
    const [from, to] = isFields(row) ? [rows.get(String(row.subj)), rows.get(String(row.obj))] : [];
    const type = isFields(row) && typeof row.pred === 'string' ? row.pred : '';
    if (!from || !to || type === '') {
      left('relation', n, t('problems.one-end-missing'));
      continue;
    }
    const said = (row as Fields).id;
    const relation = {
      id: typeof said === 'string' ? said : `R${n + 1}`,
      type,
      from: from.id,
      to: to.id,
      attributes: {},
      note: '',
    };
    relationIds.set(relation.id, relation);
    layer.relations.push(relation);
  }
  for (const [n, row] of list(track.attributes).entries()) {
    const on = isFields(row)
      ? (rows.get(String(row.subj)) ?? (relationIds.get(String(row.subj)) as Open | undefined))
      : undefined;
    const value = isFields(row) ? (row.obj === '' ? '' : answerOf(row.obj)) : null;
    if (!isFields(row) || !on || typeof row.pred !== 'string' || value === null)
      left('attribute', n, t('problems.of-nothing'));
    else if (row.note === true) on.note = String(value);
    else {
      const before = Object.hasOwn(on.attributes, row.pred) ? on.attributes[row.pred] : undefined;
      const isList = row.list === true || before !== undefined;
      const earlier = Array.isArray(before) ? before : before === undefined ? [] : [String(before)];
      const all = isList ? [...earlier, String(value)] : value;
      on.attributes = Object.fromEntries([...Object.entries(on.attributes), [row.pred, all]]);
    }
  }
}

function documentIn(value: Fields, path: string, where: string, problems: ImportProblem[]): ImportedDocument {
  const gathered = gather();
  take(value, gathered, where, problems);
  for (const [n, track] of list(value.tracks).entries())
    if (isFields(track)) take(track, gathered, `${where}, track ${n + 1}`, problems);
  const [db, id, part] = [value.sourcedb, value.sourceid, value.divid];
  const text = typeof value.text === 'string' ? value.text : null;
  const isOurs = db === SOURCE && typeof id === 'string';
  const said = [db, id, part].filter((it) => typeof it === 'string' || typeof it === 'number').join('-');
  const made = layersOf(gathered);
  // The whole document is no track when it has tracks and says nothing itself.
  const layers =
    made.length > 1 && made[0]?.annotator === null && made[0].annotations.length === 0 ? made.slice(1) : made;
  return {
    name: isOurs ? id : typeof id === 'string' || typeof id === 'number' ? said : path,
    text,
    sha256: null,
    layers,
  };
}

const isOne = (value: unknown): value is Fields =>
  isFields(value) && ['denotations', 'tracks', 'blocks'].some((key) => Array.isArray(value[key]));

export const readPubannotation: Reader = {
  id: 'pubannotation',
  recognises: (files) => {
    const file = files.find((it) => /\.json$/i.test(it.path));
    if (!file) return 0;
    const start = file.text().slice(0, 1_000_000);
    return /"(?:denotations|tracks)"\s*:/.test(start) && isOne(firstItem(file)) ? 0.9 : 0;
  },
  read: (files): Imported => {
    const problems: ImportProblem[] = [];
    const wanted = files.filter((file) => files.length === 1 || /\.json$/i.test(file.path));
    if (wanted.length === 0) throw new NotReadable(t('problems.no-json-file'));
    const documents = eachFile(wanted, problems, (file) => {
      const value = parseJson(file.text(), file.path);
      const rows = Array.isArray(value) ? value : [value];
      if (!rows.some(isOne)) throw new NotReadable(t('problems.file-no-denotations', { file: file.path }));
      return rows.flatMap((row, n) => {
        const where =
          rows.length === 1 ? file.path : inFile(file.path, t('problems.document-n', { n: String(n + 1) }));
        if (isOne(row)) return [documentIn(row, file.path, where, problems)];
        problems.push({ where, reason: t('problems.no-denotations') });
        return [];
      });
    });
    return {
      format: 'pubannotation',
      documents,
      schema: noSchema,
      unit: null,
      usualUnit: 'code-point',
      problems,
    };
  },
};
