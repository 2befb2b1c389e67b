/** Fits a file to a project, document by document: the parts of one step, and what became of everything. */

import { schemaDifference } from '../edit-schema';
import { SUGGESTION } from '../edit-suggestions';
import type {
  Imported,
  ImportedAnnotation,
  ImportedDocument,
  ImportedLayer,
  ImportedRelation,
  ImportProblem,
} from '../formats/imported';
import type { HistoryPart } from '../history';
import { ID_LIMIT } from '../limits';
import { isAlike, lineMap } from '../line-ends';
import { t } from '../locale/t';
import type { Annotation, Annotator, Attributes, AttributeType, Schema } from '../model';
import { type BroughtSource, change, type Patch } from '../patch';
import { fitted } from './answers';
import { addFacts, type Desk, filling, type Held, newDesk, patchOf } from './desk';
import { locator } from './detect';
import { type Placed, placer } from './place';
import {
  type Detected,
  type DocumentMatch,
  type ImportOptions,
  type ImportReport,
  MOST_PROBLEMS,
} from './report';
import { type Fitted, nameOf } from './schema';

export interface PlanAround {
  readonly file: Imported;
  /** Of the file, for the origin of what it brings. */
  readonly name: string;
  readonly unit: Detected;
  /** The project's schema as it is. */
  readonly schema: Schema;
  readonly fitted: Fitted;
  readonly target: ImportOptions['target'];
  /** ISO 8601. */
  readonly now: string;
  readonly newId: () => string;
  /** Ids stay as the file has them, whatever they look like: where there is no project beside. */
  readonly keepsIds?: boolean;
}

/** Where a document of the file goes. */
export interface Place {
  readonly match: DocumentMatch;
  readonly path: string;
  readonly text: string;
  /** Of a document that becomes a file; null for one that is there. */
  readonly brings: BroughtSource | null;
  /** What the layer of an annotator (null: the own one) holds, or why nothing can be written there. */
  readonly held: (annotator: Annotator | null) => Held | string;
}

export interface Plan {
  readonly parts: readonly HistoryPart[];
  readonly report: ImportReport;
}

export interface Planning {
  readonly add: (
    document: ImportedDocument,
    place: Place,
    who: (layer: ImportedLayer) => Annotator | null,
  ) => void;
  /** A document of the file that has no place. */
  readonly leaveOut: (document: ImportedDocument, match: DocumentMatch, reason: string) => void;
  readonly end: () => Plan;
}

type Count = 'exact' | 'moved' | 'suggestions' | 'alreadyThere' | 'notPlaced' | 'leftOut';
type RelationCount = 'relations' | 'relationsThere' | 'relationsLost';

/** Random ids of Postil's: those of a file are kept when they are like that. */
const isOurId = (id: string) => /^[0-9a-f]{24}$/.test(id);

const timeOf = (said: string | null, otherwise: string) =>
  said !== null && !Number.isNaN(Date.parse(said)) ? said : otherwise;

/** Places spans of DOCUMENT in TEXT: first where they stand in its own text, when it has one, and from there in TEXT. */
function placeIn(document: ImportedDocument, text: string, unit: Detected) {
  const own = document.text;
  if (own === null || own === text) return placer(text, locator(text, unit));
  const first = placer(own, locator(own, unit));
  const [there, here] = [lineMap(own), lineMap(text)];
  const over = (offset: number) => here.fromOnce(there.toOnce(offset));
  const alike = isAlike(own, text);
  const second = placer(text, ({ start, end }) => {
    const at = { start: over(start), end: over(end) };
    return at.start < at.end && at.end <= text.length ? at : null;
  });
  return (spans: ImportedAnnotation['spans']): Placed | null => {
    const inOwn = first(spans);
    const placed = inOwn && second(inOwn.spans);
    if (!placed || !inOwn) return null;
    return {
      ...placed,
      fate: inOwn.fate === 'exact' && (alike || placed.fate === 'exact') ? 'exact' : 'moved',
    };
  };
}

export function planning(around: PlanAround): Planning {
  const { fitted: rows, now, newId } = around;
  const counts: Record<Count | RelationCount, number> = {
    exact: 0,
    moved: 0,
    suggestions: 0,
    alreadyThere: 0,
    notPlaced: 0,
    leftOut: 0,
    relations: 0,
    relationsThere: 0,
    relationsLost: 0,
  };
  const problems: ImportProblem[] = [];
  let problemCount = 0;
  const problem = (where: string, reason: string) => {
    problemCount++;
    if (problems.length < MOST_PROBLEMS) problems.push({ where, reason });
  };
  for (const it of around.file.problems) problem(it.where, it.reason);
  const desks = new Map<string, Desk>();
  const brought = new Map<string, BroughtSource>();
  const matches: DocumentMatch[] = [];
  /** Ids that this import has given, in whatever document; those of a file, document by document. */
  const given = new Set<string>();

  function idFor(said: string, desk: Desk): string {
    const keyOf = (id: string) => (around.keepsIds ? `${desk.path}\n${id}` : id);
    const isGood = around.keepsIds ? said !== '' && said.length <= ID_LIMIT : isOurId(said);
    const id = isGood && !desk.ids.has(said) && !given.has(keyOf(said)) ? said : newId();
    given.add(keyOf(id));
    return id;
  }

  function answers(
    said: Attributes,
    types: ReadonlyMap<string, AttributeType | null>,
    where: string,
  ): Attributes {
    const found: [string, Attributes[string]][] = [];
    for (const [name, value] of Object.entries(said)) {
      const type = types.get(nameOf(name));
      if (!type) continue;
      const fit = fitted(type, value);
      if (fit.lost !== null) problem(where, t('import.no-answer', { value: fit.lost, question: type.name }));
      if (fit.value !== null) found.push([type.id, fit.value]);
    }
    return Object.fromEntries(found);
  }

  function originOf(it: ImportedAnnotation): string {
    const isSuggestion = around.target === 'suggestions' || it.isSuggestion;
    if (isSuggestion) counts.suggestions++;
    return isSuggestion ? `${SUGGESTION}${around.name}` : `import:${around.name}`;
  }

  function annotations(
    layer: ImportedLayer,
    desk: Desk,
    fill: ReturnType<typeof filling>,
    place: ReturnType<typeof placeIn>,
  ): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    for (const it of layer.annotations) {
      const label = rows.labels.get(nameOf(it.label));
      if (!label) {
        counts.leftOut++;
        continue;
      }
      const placed = place(it.spans);
      if (!placed) {
        counts.notPlaced++;
        problem(desk.path, notPlaced(it, label.name));
        continue;
      }
      const there = fill.annotationThere(label.id, placed.spans);
      if (there !== undefined) {
        counts.alreadyThere++;
        ids.set(it.id, there);
        continue;
      }
      counts[placed.fate]++;
      const createdAt = timeOf(it.createdAt, now);
      const annotation: Annotation = {
        id: idFor(it.id, desk),
        label: label.id,
        spans: placed.spans,
        attributes: answers(it.attributes, rows.attributes, desk.path),
        note: it.note,
        origin: originOf(it),
        createdAt,
        updatedAt: timeOf(it.updatedAt, createdAt),
      };
      fill.addAnnotation(annotation);
      ids.set(it.id, annotation.id);
    }
    return ids;
  }

  function relation(
    it: ImportedRelation,
    ids: ReadonlyMap<string, string>,
    desk: Desk,
    fill: ReturnType<typeof filling>,
  ): void {
    const type = rows.relationTypes.get(nameOf(it.type));
    const [from, to] = [ids.get(it.from), ids.get(it.to)];
    if (!type || from === undefined || to === undefined) {
      counts.relationsLost++;
      return;
    }
    const link = { type: type.id, from, to };
    if (fill.relationThere(link) !== undefined) {
      counts.relationsThere++;
      return;
    }
    counts.relations++;
    fill.addRelation({
      id: idFor(it.id, desk),
      ...link,
      attributes: answers(it.attributes, rows.relationAttributes, desk.path),
      note: it.note,
    });
  }

  function leaveLayer(layer: ImportedLayer, where: string, reason: string): void {
    counts.leftOut += layer.annotations.length;
    counts.relationsLost += layer.relations.length;
    problem(where, reason);
  }

  return {
    add(document, { match, path, text, brings, held }, who) {
      matches.push(match);
      if (brings) brought.set(path, brings);
      const place = placeIn(document, text, around.unit);
      for (const layer of document.layers) {
        const annotator = who(layer);
        const key = `${annotator?.id ?? ''}\n${path}`;
        let desk = desks.get(key);
        if (!desk) {
          const before = held(annotator);
          if (typeof before === 'string') {
            leaveLayer(layer, path, before);
            continue;
          }
          desk = newDesk(path, annotator, before);
          desks.set(key, desk);
        }
        const fill = filling(desk);
        const ids = annotations(layer, desk, fill, place);
        for (const it of layer.relations) relation(it, ids, desk, fill);
        if (around.target !== 'suggestions')
          addFacts(desk, {
            memo: layer.memo,
            fields: answers(layer.fields, rows.fields, path),
            ...(layer.status && { status: layer.status }),
          });
      }
    },
    leaveOut(document, match, reason) {
      matches.push(match);
      if (document.layers.length === 0) problem(match.name, reason);
      for (const [n, layer] of document.layers.entries())
        if (n === 0) leaveLayer(layer, match.name, reason);
        else {
          counts.leftOut += layer.annotations.length;
          counts.relationsLost += layer.relations.length;
        }
    },
    end() {
      const { newLabels, newAttributes, newRelationTypes, newFields, schema } = rows;
      const project: Patch = {
        ...schemaDifference(around.schema, schema),
        ...(brought.size > 0 && { sources: change<BroughtSource>({ added: [...brought.values()] }) }),
      };
      const layers = [...desks.values()].flatMap((desk): HistoryPart[] => {
        const patch = patchOf(desk);
        const { path, annotator } = desk;
        return patch ? [{ document: path, patch, ...(annotator && { annotator }) }] : [];
      });
      return {
        parts: [...(Object.keys(project).length > 0 ? [{ document: null, patch: project }] : []), ...layers],
        report: {
          ...counts,
          unit: around.unit,
          documents: matches,
          newLabels,
          newAttributes,
          newRelationTypes,
          newFields,
          problems,
          problemCount,
        },
      };
    },
  };
}

/** Where a span was to be, and what was to stand there. */
function notPlaced({ spans }: ImportedAnnotation, label: string): string {
  const [first] = spans;
  const words = first?.exact?.slice(0, 60) ?? '';
  if (!first) return t('import.not-placed', { label });
  const place = { label, start: String(first.start), end: String(first.end) };
  return words === ''
    ? t('import.not-placed-at', place)
    : t('import.not-placed-words-at', { ...place, words });
}
