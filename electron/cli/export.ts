/** `postil-cli export`: a project in another format, and what that format could not say. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { fail, ok, type Result } from '../../core/failure';
import { catalog, formatIds } from '../../core/formats/catalog';
import { countsInWords, lossTitle } from '../../core/formats/loss-words';
import { type ExportOptions, type ExportReport, hasLosses } from '../../core/formats/report';
import { writers } from '../../core/formats/writers';
import { t } from '../../core/locale/t';
import { offsetUnits } from '../../core/offsets';
import type { ExportPage } from '../../core/views';
import { DiskSink } from '../storage/export/disk';
import { ExportJob } from '../storage/export/job';
import { exportFailure, placeFor } from '../storage/export/place';
import { ExportRun } from '../storage/export/run';
import type { ProjectOnDisk } from '../storage/read-project';
import { type ExportFlags, gather, gatherStatus, layersOf, optionsOf, statuses } from './export-options';
import { projectArgument, withProject } from './project';
import { failed, LOSS, printJson, tell, USAGE, untilDone } from './say';
import { StdoutSink } from './stdout-sink';

/** What was written, or was not because of what would have been lost. */
interface Done {
  readonly page: ExportPage;
  readonly sides: readonly string[];
}

export async function exportTo(project: ProjectOnDisk, flags: ExportFlags, command: Command): Promise<void> {
  if (flags.output === '-' && flags.json)
    command.error('error: --json and -o - both want standard output.', { exitCode: USAGE });
  if (flags.output === '-' && catalog[flags.format].shape === 'folder')
    command.error(`error: ${flags.format} is a folder of files: give one with -o.`, { exitCode: USAGE });
  const chosen = layersOf(project, flags.layer);
  if (!chosen.ok) return failed(chosen.failure);
  const options = optionsOf(chosen.value, flags, command);
  if (!options.ok) return failed(options.failure);
  for (const notice of project.notices) tell(notice);
  if (project.problem) tell(project.problem.message);

  const done =
    flags.output === '-'
      ? await toStdout(chosen.value, options.value, flags)
      : await toDisk(chosen.value, options.value, flags);
  if (!done.ok) {
    const hint = done.failure.code === 'exists' ? ' (--force overwrites it)' : '';
    return failed({ ...done.failure, message: done.failure.message + hint });
  }
  const { page, sides } = done.value;
  const { report } = page;
  if (!report) return;
  tellLosses(report, sides);
  const isRefused = flags.strict === true && isLossy(report, sides);
  tell(
    isRefused
      ? 'Nothing was written: --strict allows no loss.'
      : `${countsInWords(report)} exported${page.file === null ? '' : ` to ${page.file}`}.`,
  );
  if (flags.json) await printJson({ file: page.file, ...report });
  if (isRefused) process.exitCode = LOSS;
}

const isLossy = (report: ExportReport, sides: readonly string[]) => hasLosses(report) || sides.length > 0;

async function toDisk(
  project: ProjectOnDisk,
  options: ExportOptions,
  { output, force, strict }: ExportFlags,
): Promise<Result<Done>> {
  const file = resolve(output);
  const run = new ExportRun(project, options, new Map());
  const place = placeFor(project, file, run.description.shape, force === true);
  if (!place.ok) return place;
  try {
    const page = await untilDone(async () => {
      const sink = await DiskSink.open(run, place.value);
      return new ExportJob(run, sink, file, (report) => !strict || !hasLosses(report));
    });
    return page.ok ? ok({ page: page.value, sides: [] }) : page;
  } catch (error) {
    return { ok: false, failure: exportFailure(error, file) };
  }
}

/** What goes to standard output can't be taken back, so what may forbid it is found out before. */
async function toStdout(
  project: ProjectOnDisk,
  options: ExportOptions,
  { strict }: ExportFlags,
): Promise<Result<Done>> {
  const write = async (dry: boolean) => {
    const sink = new StdoutSink(dry);
    const page = await new ExportJob(
      new ExportRun(project, options, new Map()),
      sink,
      'standard output',
    ).all();
    return { page, sink };
  };
  if (strict || catalog[options.format].shape === 'per-document') {
    const { page, sink } = await write(true);
    if (!page.ok) return page;
    if (sink.files.size > 1)
      return fail(
        'folder',
        `${options.format} is one file for each document, and there are ${sink.files.size}: give a folder with -o, or one --document.`,
      );
    const sides = [...sink.sides];
    if (strict && page.value.report && isLossy(page.value.report, sides))
      return ok({ page: page.value, sides });
  }
  const { page, sink } = await write(false);
  return page.ok ? ok({ page: page.value, sides: [...sink.sides] }) : page;
}

function tellLosses({ losses, refused, suggestions }: ExportReport, sides: readonly string[]): void {
  for (const { path, reason } of refused) tell(`left out: ${path}: ${reason}`);
  if (suggestions > 0)
    tell(`left out: suggestions that nobody has accepted: ${suggestions} (--suggestions takes them along)`);
  for (const side of sides)
    tell(`left out: what belongs into a second file, “${side.slice(1)}”: give -o a file name.`);
  for (const group of losses) {
    tell(`${lossTitle(group)}: ${group.reason}`);
    for (const { path, words } of group.examples) tell(`  ${path ?? 'schema'}: ${words}`);
    const more = group.count - group.examples.length;
    if (more > 0) tell(`  … and ${more} more: the report beside the export names each.`);
  }
}

const listOfFormats = () =>
  formatIds
    .filter((id) => writers[id])
    .map((id) => `  ${id.padEnd(14)} ${t(catalog[id].purpose)}`)
    .join('\n');

const listOfChoices = () =>
  formatIds
    .filter((id) => writers[id] && catalog[id].options.length > 0)
    .map((id) => {
      const options = catalog[id].options.map(
        (it) => `${it.id}=${it.choices.map((one) => one.id).join('|')}`,
      );
      return `  ${id.padEnd(14)} ${options.join('  ')}`;
    })
    .join('\n');

export function addExport(program: Command): void {
  program
    .command('export')
    .description('Write documents and annotations in another format, and tell what that format can’t say.')
    .addArgument(projectArgument())
    .addOption(
      new Option('--format <id>', 'the format; they are listed below')
        .choices(formatIds.filter((id) => writers[id]))
        .default('json'),
    )
    .addOption(
      new Option(
        '--unit <unit>',
        'what offsets count: code points as in Python, JavaScript’s units, UTF-8 bytes; many formats fix it',
      )
        .choices([...offsetUnits])
        .default('code-point'),
    )
    .requiredOption('-o, --output <file>', 'the file, or the folder, to write; “-” is standard output')
    .option('--force', 'overwrite the output when it exists')
    .option('--strict', 'write nothing, and exit with 3, when anything would be lost')
    .option('--choose <option=choice>', 'an option of the format, listed below; may be repeated', gather, [])
    .option(
      '--layer <annotator>',
      'only this annotator: name, id, or folder below annotations/; may be repeated',
      gather,
      [],
    )
    .option('--label <label>', 'only this label, by name or id; may be repeated', gather, [])
    .addOption(
      new Option('--status <status>', 'only documents of this status; may be repeated')
        .choices(statuses)
        .argParser(gatherStatus)
        .default([]),
    )
    .option(
      '--document <path>',
      'only this document, by its path in the project; may be repeated',
      gather,
      [],
    )
    .option('--suggestions', 'also what was suggested and nobody has accepted')
    .option('--json', 'the report as JSON on standard output')
    .addHelpText(
      'after',
      `
Formats:
${listOfFormats()}

Options of formats (--choose; the first is taken when nothing is said):
${listOfChoices()}

Beside the output stands <output>.report.json: what was written, and everything that was lost, by id. Some
formats have a second file, as <output>.relations.csv. A format with one document a file becomes a folder when
there are several documents.

Examples:
  postil-cli export interviews -o interviews.json
  postil-cli export interviews --format brat -o interviews-brat
  postil-cli export interviews --format conll --choose scheme=iobes --choose overlap=first -o train.conll
  postil-cli export interviews --format csv --layer Anna --label Person -o - | head`,
    )
    .action((path: string, flags: ExportFlags, command: Command) =>
      withProject(path, (it) => exportTo(it, flags, command)),
    );
}
