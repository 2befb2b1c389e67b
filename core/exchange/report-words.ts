/** What an import does, or did, in lines for people: the same words before and after. */
import { enumerated } from '../locale/numbers';
import { t } from '../locale/t';
import type { ImportReport } from './report';

/** Names are told up to here; the dialog lists them all. */
const MOST_NAMES = 12;

const listed = (names: readonly string[]) =>
  names.length <= MOST_NAMES
    ? enumerated(names)
    : t('import.names-more', {
        names: enumerated(names.slice(0, MOST_NAMES)),
        more: names.length - MOST_NAMES,
      });

const newDocuments = ({ documents }: Pick<ImportReport, 'documents'>) =>
  documents.filter(({ by }) => by === 'new').length;

/** What comes in: `12 annotations`, or where there are none `3 new documents`. */
export function comingIn(report: Pick<ImportReport, 'exact' | 'moved' | 'documents'>): string {
  const all = report.exact + report.moved;
  const fresh = newDocuments(report);
  return all === 0 && fresh > 0
    ? t('import.new-documents', { count: fresh })
    : t('common.annotations', { count: all });
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
  const how = [
    ...(suggestions === 0
      ? []
      : [
          suggestions === all
            ? t('import.as-suggestions')
            : t('import.some-as-suggestions', { count: suggestions }),
        ]),
    ...(moved > 0 ? [t('import.found-again', { count: moved })] : []),
  ];
  const there = [
    ...(alreadyThere > 0 ? [t('common.annotations', { count: alreadyThere })] : []),
    ...(relationsThere > 0 ? [t('common.relations', { count: relationsThere })] : []),
  ];
  const annotations = comingIn(report);
  return [
    how.length > 0 ? t('import.gain', { annotations, how: enumerated(how) }) : annotations,
    ...(relations > 0 ? [t('common.relations', { count: relations })] : []),
    // Documents alone are said first, not as the place of no annotations.
    ...placesIn(all > 0 ? fresh : 0, found),
    ...(there.length > 0 ? [t('import.there', { what: enumerated(there) })] : []),
    ...named('import.new-labels', report.newLabels),
    ...named('import.new-attributes', report.newAttributes),
    ...named('import.new-relation-types', report.newRelationTypes),
    ...named('import.new-fields', report.newFields),
  ];
}

/** Where annotations come to: so many FRESH documents, so many that were FOUND. */
function placesIn(fresh: number, found: number): readonly string[] {
  const made = t('import.new-documents', { count: fresh });
  const known = t('import.of-the-project', { count: found });
  if (fresh > 0 && found > 0) return [t('import.in-both', { fresh: made, found: known })];
  return fresh + found > 0 ? [t('import.in-places', { places: fresh > 0 ? made : known })] : [];
}

type Named =
  | 'import.new-labels'
  | 'import.new-attributes'
  | 'import.new-relation-types'
  | 'import.new-fields';

const named = (key: Named, names: readonly string[]) =>
  names.length > 0 ? [t(key, { count: names.length, names: listed(names) })] : [];

/** What does not come in, one line each. */
export function lossLines({ documents, notPlaced, leftOut, relationsLost }: ImportReport): readonly string[] {
  const without = documents.filter(({ path }) => path === null).length;
  return [
    ...(notPlaced > 0 ? [t('import.lost-words', { count: notPlaced })] : []),
    ...(leftOut > 0 ? [t('import.lost-label', { count: leftOut })] : []),
    ...(relationsLost > 0 ? [t('import.lost-relations', { count: relationsLost })] : []),
    ...(without > 0 ? [t('import.lost-documents', { count: without })] : []),
  ];
}

/** All of REPORT about the file NAME as text, to keep or to send. */
export function reportText(name: string, report: ImportReport): string {
  const lost = lossLines(report);
  const problems = report.problems.map(({ where, reason }) => t('import.problem', { where, reason }));
  const untold = report.problemCount - report.problems.length;
  return [
    t('import.report.title', { name }),
    t('import.report.offsets', { how: report.unit.words }),
    ...gainLines(report),
    ...(lost.length > 0 ? ['', t('import.report.lost'), ...lost] : []),
    ...(problems.length > 0 ? ['', t('import.report.problems'), ...problems] : []),
    ...(untold > 0 ? [t('common.and-more', { more: untold })] : []),
    '',
  ].join('\n');
}
