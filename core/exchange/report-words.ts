/** What an import does, or did, in lines for people: the same words before and after. */
import type { ImportReport } from './report';

const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Names are told up to here; the dialog lists them all. */
const MOST_NAMES = 12;

const listed = (names: readonly string[]) =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${(names.length - MOST_NAMES).toLocaleString('en')} more`;

const newDocuments = ({ documents }: Pick<ImportReport, 'documents'>) =>
  documents.filter(({ by }) => by === 'new').length;

/** What comes in: `12 annotations`, or where there are none `3 new documents`. */
export function comingIn(report: Pick<ImportReport, 'exact' | 'moved' | 'documents'>): string {
  const all = report.exact + report.moved;
  const fresh = newDocuments(report);
  return all === 0 && fresh > 0 ? count(fresh, 'new document') : count(all, 'annotation');
}

/** True when the import would change nothing. */
export const isEmptyImport = (report: ImportReport): boolean =>
  report.exact + report.moved + report.relations === 0 &&
  report.documents.every(({ by }) => by !== 'new') &&
  [report.newLabels, report.newAttributes, report.newRelationTypes, report.newFields].every(
    (names) => names.length === 0,
  );

/** What comes in, one line each; what does not come in is in `lossLines`. */
export function gainLines(report: ImportReport): readonly string[] {
  const all = report.exact + report.moved;
  const { documents, moved, suggestions, alreadyThere, relations, relationsThere } = report;
  const fresh = newDocuments(report);
  const found = documents.filter(({ by, path }) => by !== 'new' && path !== null).length;
  const places = [
    // Documents alone are said first, not as the place of no annotations.
    ...(fresh > 0 && all > 0 ? [count(fresh, 'new document')] : []),
    ...(found > 0 ? [`${count(found, 'document')} of the project`] : []),
  ];
  const how = [
    ...(suggestions > 0
      ? [suggestions === all ? 'as suggestions' : `${suggestions.toLocaleString('en')} as suggestions`]
      : []),
    ...(moved > 0 ? [`${moved.toLocaleString('en')} where their words were found again`] : []),
  ];
  const there = [
    ...(alreadyThere > 0 ? [count(alreadyThere, 'annotation')] : []),
    ...(relationsThere > 0 ? [count(relationsThere, 'relation')] : []),
  ];
  return [
    `${comingIn(report)}${how.length > 0 ? ` (${how.join(', ')})` : ''}`,
    ...(relations > 0 ? [count(relations, 'relation')] : []),
    ...(places.length > 0 ? [`In ${places.join(' and ')}`] : []),
    ...(there.length > 0 ? [`Already there, and not doubled: ${there.join(', ')}`] : []),
    ...named('label', report.newLabels),
    ...named('question', report.newAttributes),
    ...named('relation type', report.newRelationTypes),
    ...named('document field', report.newFields),
  ];
}

const named = (what: string, names: readonly string[]) =>
  names.length > 0 ? [`${count(names.length, `new ${what}`)}: ${listed(names)}`] : [];

/** What does not come in, one line each. */
export function lossLines({ documents, notPlaced, leftOut, relationsLost }: ImportReport): readonly string[] {
  const without = documents.filter(({ path }) => path === null).length;
  return [
    ...(notPlaced > 0 ? [`${count(notPlaced, 'annotation')} whose words are not in the text`] : []),
    ...(leftOut > 0 ? [`${count(leftOut, 'annotation')} whose label or document is left out`] : []),
    ...(relationsLost > 0
      ? [`${count(relationsLost, 'relation')} without both ends, or without a type`]
      : []),
    ...(without > 0 ? [`${count(without, 'document')} without a place in the project`] : []),
  ];
}

/** All of REPORT about the file NAME as text, to keep or to send. */
export function reportText(name: string, report: ImportReport): string {
  const lost = lossLines(report);
  const problems = report.problems.map(({ where, reason }) => `${where}: ${reason}`);
  const untold = report.problemCount - report.problems.length;
  return [
    `Import of ${name}`,
    `Offsets: ${report.unit.words}`,
    ...gainLines(report),
    ...(lost.length > 0 ? ['', 'Not imported:', ...lost] : []),
    ...(problems.length > 0 ? ['', 'Problems:', ...problems] : []),
    ...(untold > 0 ? [`… and ${untold.toLocaleString('en')} more`] : []),
    '',
  ].join('\n');
}
