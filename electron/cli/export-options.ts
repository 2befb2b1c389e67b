/** What the flags of an export mean for a project; what they name must be there. */
import { type Command, InvalidArgumentError } from 'commander';
import { fail, ok, type Result } from '../../core/failure';
import { catalog, type FormatId } from '../../core/formats/catalog';
import type { FormatDescription } from '../../core/formats/format';
import { type ExportOptions, unitOf } from '../../core/formats/report';
import type { Status } from '../../core/model';
import type { OffsetUnit } from '../../core/offsets';
import { chooseLayers } from '../storage/choose-layers';
import type { ProjectOnDisk } from '../storage/read-project';
import { tell } from './say';

export interface ExportFlags {
  readonly format: FormatId;
  readonly unit: OffsetUnit;
  readonly layer: readonly string[];
  readonly choose: readonly string[];
  readonly label: readonly string[];
  readonly status: readonly Status[];
  readonly document: readonly string[];
  readonly suggestions?: true;
  readonly output: string;
  readonly strict?: true;
  readonly force?: true;
  readonly json?: true;
}

/** Of an option that may be repeated. */
export const gather = (value: string, before: readonly string[]) => [...before, value];

export const statuses: readonly Status[] = ['todo', 'in-progress', 'done', 'skipped'];

/** The same for a status: a parser of one's own takes the place of the one that knows the choices. */
export function gatherStatus(value: string, before: readonly Status[]): readonly Status[] {
  const status = statuses.find((it) => it === value);
  if (!status) throw new InvalidArgumentError(`Allowed choices are ${statuses.join(', ')}.`);
  return [...before, status];
}

const listed = (names: readonly string[]) => names.join(', ') || 'none';
const unless = <T>(list: readonly T[]) => (list.length === 0 ? null : list);

/** The choices of `--choose OPTION=CHOICE`; what the format does not offer is a wrong usage. */
function choicesOf({ id, options }: FormatDescription, asked: readonly string[], command: Command) {
  return Object.fromEntries(
    asked.map((text) => {
      const [name = '', choice = ''] = text.split('=');
      const option = options.find((it) => it.id === name);
      if (!option)
        command.error(
          `error: ${id} has no option “${name}”. There are: ${listed(options.map((it) => it.id))}.`,
        );
      if (!option?.choices.some((it) => it.id === choice))
        command.error(
          `error: “${name}” can’t be “${choice}”. There are: ${listed(option?.choices.map((it) => it.id) ?? [])}.`,
        );
      return [name, choice];
    }),
  );
}

/** Codes: `not-found`, with what there is. */
export function labelsOf({ manifest }: ProjectOnDisk, asked: readonly string[]): Result<string[] | null> {
  const { labels } = manifest.schema;
  const ids: string[] = [];
  for (const name of asked) {
    const found = labels.filter((it) => it.id === name || it.name === name);
    if (found.length === 0)
      return fail(
        'not-found',
        `There is no label “${name}”. There are: ${listed(labels.map((it) => it.name))}.`,
      );
    ids.push(...found.map((it) => it.id));
  }
  return ok(unless(ids) as string[] | null);
}

/** PROJECT with the layers that are asked for. Codes: `not-found`, with what there is. */
export function layersOf(project: ProjectOnDisk, asked: readonly string[]): Result<ProjectOnDisk> {
  if (asked.length === 0) return ok(project);
  const wanted = new Set<string>();
  for (const who of asked) {
    const { layers } = chooseLayers(project, who);
    if (layers.length === 0)
      return fail(
        'not-found',
        `There is no layer “${who}”. There are: ${listed(project.layers.map(({ name }) => name))}.`,
      );
    for (const { name } of layers) wanted.add(name);
  }
  return ok({ ...project, layers: project.layers.filter(({ name }) => wanted.has(name)) });
}

/** Codes: `not-found`. Says on standard error when the format fixes its unit. */
export function optionsOf(
  project: ProjectOnDisk,
  flags: ExportFlags,
  command: Command,
): Result<ExportOptions> {
  const description = catalog[flags.format];
  const choices = choicesOf(description, flags.choose, command);
  const labels = labelsOf(project, flags.label);
  if (!labels.ok) return labels;
  const missing = flags.document.find((path) => !project.sources.some((it) => it.path === path));
  if (missing !== undefined)
    return fail(
      'not-found',
      `There is no document “${missing}”. postil-cli list shows those that there are.`,
    );
  const unit = unitOf(description, flags.unit);
  if (unit !== flags.unit && command.getOptionValueSource('unit') === 'cli')
    tell(
      `note: --unit ${flags.unit} has no effect: ${flags.format} ${unit ? `counts ${unit}` : 'has no offsets'}.`,
    );
  const filter = {
    documents: unless(flags.document),
    labels: labels.value,
    status: unless(flags.status),
    annotators: null,
  };
  return ok({
    format: flags.format,
    unit: flags.unit,
    choices,
    filter,
    withSuggestions: flags.suggestions === true,
  });
}
