/** What an import did, or would do, in lines for people. */
import type { ImportReport } from '../../core/exchange/report';
import { catalog, type FormatId } from '../../core/formats/catalog';
import { t } from '../../core/locale/t';
import { many, tell } from './say';

/** So many problems are told; --json has them all. */
const MOST = 20;

const listed = (names: readonly string[]) =>
  names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`;

export function tellImport(format: FormatId, report: ImportReport, dry: boolean): void {
  const { documents, exact, moved, alreadyThere, notPlaced, leftOut } = report;
  tell(`${t(catalog[format].name)}. ${report.unit.words}.`);
  const fresh = documents.filter((it) => it.by === 'new').length;
  const none = documents.filter((it) => it.path === null).length;
  const found = documents.length - fresh - none;
  tell(`documents: ${fresh} new, ${found} found in the project${none > 0 ? `, ${none} left out` : ''}`);
  const verb = dry ? 'would be added' : 'added';
  tell(
    `annotations: ${exact + moved} ${verb}${moved > 0 ? ` (${moved} where their words were found again)` : ''}, ${alreadyThere} there already, ${notPlaced} not placed, ${leftOut} left out`,
  );
  if (report.suggestions > 0) tell(`${many(report.suggestions, 'suggestion')} among them`);
  if (report.relations + report.relationsThere + report.relationsLost > 0)
    tell(
      `relations: ${report.relations} ${verb}, ${report.relationsThere} there already, ${report.relationsLost} left out`,
    );
  for (const [what, names] of [
    ['labels', report.newLabels],
    ['attributes', report.newAttributes],
    ['relation types', report.newRelationTypes],
    ['document fields', report.newFields],
  ] as const)
    if (names.length > 0) tell(`new ${what}: ${listed(names)}`);
  for (const { where, reason } of report.problems.slice(0, MOST)) tell(`${where}: ${reason}`);
  if (report.problemCount > MOST) tell(`… and ${report.problemCount - MOST} more.`);
}
