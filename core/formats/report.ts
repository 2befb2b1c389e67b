/** What an export wrote, or would write: for people before it is written, for programs in a file beside it. */
import { VERSION } from '../limits';
import type { OffsetUnit } from '../offsets';
import type { FormatId } from './catalog';
import type { ExportFilter } from './choose';
import type { ExportProject, FormatDescription, RefusedSource } from './format';
import type { LossGroup } from './losses';

export const REPORT_FORMAT = 'postil-export-report';

export interface ExportOptions {
  readonly format: FormatId;
  /** A format that fixes its unit counts in that, whatever stands here. */
  readonly unit: OffsetUnit;
  /** By the option's id; what is missing is the option's first choice. */
  readonly choices: Readonly<Record<string, string>>;
  readonly filter: ExportFilter;
  /** What nobody has accepted yet is in it too. */
  readonly withSuggestions: boolean;
}

export interface ExportCounts {
  readonly documents: number;
  /** Those that are in the output, as one thing or in parts. */
  readonly annotations: number;
  readonly relations: number;
  /** Left out because nobody has accepted them. */
  readonly suggestions: number;
}

export interface ExportReport extends ExportCounts {
  readonly losses: readonly LossGroup[];
  /** Sources that can't be read, and annotations whose words no longer stand where they stood. */
  readonly refused: readonly RefusedSource[];
}

/** The same without the ids, for a window. */
export const shortReport = (report: ExportReport): ExportReport => ({
  ...report,
  losses: report.losses.map((group) => ({ ...group, documents: [] })),
});

/** What DESCRIPTION's offsets count when UNIT is asked for; null for a format without offsets. */
export const unitOf = ({ units }: FormatDescription, unit: OffsetUnit): OffsetUnit | null =>
  units.includes(unit) ? unit : (units[0] ?? null);

/** True when annotations are not, or not wholly, in the output. An unreadable source held none. */
export const hasLosses = ({ losses, refused }: ExportReport): boolean =>
  losses.length > 0 || refused.some(({ path }) => path.startsWith('annotations/'));

/** The file beside an export. The same export gives the same text. */
export function* reportText(
  project: ExportProject,
  description: FormatDescription,
  options: ExportOptions,
  { losses, refused, ...counts }: ExportReport,
): Generator<string> {
  const head = {
    format: REPORT_FORMAT,
    version: VERSION,
    project: { id: project.id, name: project.name },
    exported: options.format,
    unit: unitOf(description, options.unit),
    options: {
      choices: options.choices,
      filter: options.filter,
      withSuggestions: options.withSuggestions,
    },
    ...counts,
    refused,
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "losses": [`;
  for (const [n, { documents, examples: _, ...kind }] of losses.entries()) {
    yield `${n === 0 ? '' : ','}\n  ${JSON.stringify(kind).slice(0, -1)},"documents":[`;
    for (const [m, document] of documents.entries())
      yield `${m === 0 ? '' : ','}\n   ${JSON.stringify(document)}`;
    yield ']}';
  }
  yield '\n ]\n}\n';
}

/** True for the first characters of such a file. */
export const isReport = (head: string) => /^\s*\{\s*"format":\s*"postil-export-report"/.test(head);
