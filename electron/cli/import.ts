/** `postil-cli import`: another tool's file into a project, as one step. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ImportOptions, type ImportReport, usualOptions } from '../../core/exchange/report';
import { rowsAsDocuments } from '../../core/exchange/rows-as-documents';
import { ok, type Result } from '../../core/failure';
import { catalog, type FormatId } from '../../core/formats/catalog';
import { readers } from '../../core/formats/readers';
import { t } from '../../core/locale/t';
import { commitPlan } from '../storage/imports/imports';
import { planImport } from '../storage/imports/plan-import';
import { compareImport, type Input } from '../storage/imports/read-import';
import { readTable } from '../storage/imports/read-table';
import { Project } from '../storage/project';
import type { ProjectOnDisk } from '../storage/read-project';
import { annotatorFor, settingsFolder } from './annotator';
import { tellImport } from './import-words';
import { finished } from './progress';
import { projectArgument, withProject } from './project';
import { readInput } from './read-input';
import { failed, printJson, tell } from './say';

interface Flags {
  readonly format: FormatId | 'auto';
  readonly layer?: string;
  readonly as: 'own' | 'suggestions' | 'each';
  readonly documents: ImportOptions['documents'];
  readonly rows?: true;
  readonly text?: string;
  readonly name?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** The rows of a table as documents. */
async function readRows(path: string, { text, name }: Flags): Promise<Result<Input>> {
  const read = await readTable('', { file: resolve(path) });
  if (!read.ok) return read;
  const made = rowsAsDocuments(read.value.table, { text: text ?? null, name: name ?? null, fields: null });
  return made.ok ? ok({ name: read.value.name, file: made.value }) : made;
}

async function importInto(onDisk: ProjectOnDisk, path: string, files: readonly string[], flags: Flags) {
  const annotator = annotatorFor(onDisk, flags.layer);
  if (!annotator.ok) return failed(annotator.failure);
  const input = flags.rows ? await readRows(files[0] ?? '', flags) : await readInput(files, flags.format);
  if (!input.ok) return failed(input.failure);
  const opened = await Project.open(path, null, annotator.value, settingsFolder(), () => undefined);
  if (!opened.ok) return failed(opened.failure);
  const { project } = opened.value;
  try {
    const options = { ...usualOptions, target: flags.as, documents: flags.documents };
    const done = await carryOut(project, input.value, options, flags.dryRun === true);
    if (!done.ok) return failed(done.failure);
    tellImport(input.value.file.format, done.value, flags.dryRun === true);
    if (flags.json)
      await printJson({ format: input.value.file.format, dryRun: flags.dryRun === true, ...done.value });
  } finally {
    await project.close();
  }
}

/** What is there already is no failure: then nothing is written, and the report says so. */
async function carryOut(
  project: Project,
  { name, file }: Input,
  options: ImportOptions,
  dry: boolean,
): Promise<Result<ImportReport>> {
  const around = project.forImport();
  const read = await finished(compareImport(file, name, around));
  if (!read.ok) return read;
  const now = await around.project();
  if (!now.ok) return now;
  const plan = await finished(planImport(read.value, options, now.value));
  if (dry || plan.parts.length === 0) {
    if (!dry) tell('Everything is there already, or is left out: nothing was changed.');
    return ok(plan.report);
  }
  const done = await finished(commitPlan(project.root, plan, around.commit));
  return done.ok ? ok(plan.report) : done;
}

export const listOfReaders = () =>
  readers.map((it) => `  ${it.id.padEnd(14)} ${t(catalog[it.id].name)}`).join('\n');

export const readable = () => ['auto', ...readers.map((it) => it.id)];

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Bring another tool’s files into a project: documents, labels, annotations, as one step.')
    .addArgument(projectArgument())
    .argument('<file...>', 'the file or files, or a folder; “-” is standard input')
    .addOption(
      new Option('--format <id>', 'the format; “auto” finds it out').choices(readable()).default('auto'),
    )
    .option(
      '--layer <annotator>',
      'whose annotations they are: name, id, or folder below annotations/ (default: POSTIL_ANNOTATOR, else the app’s annotator)',
    )
    .addOption(
      new Option(
        '--as <how>',
        'as annotations, as suggestions to accept or reject, or each layer of the file to its own annotator',
      )
        .choices(['own', 'suggestions', 'each'])
        .default('own'),
    )
    .addOption(
      new Option(
        '--documents <which>',
        'onto documents of the project, as new ones below imported/, or (auto) new ones where there are none',
      )
        .choices(['auto', 'new', 'existing'])
        .default('auto'),
    )
    .option(
      '--rows',
      'each row of a table (.csv, .tsv, .xlsx, .jsonl) becomes a document, its other columns fields of it',
    )
    .option('--text <column>', 'with --rows: the column of the texts (default: the one with the longest)')
    .option(
      '--name <column>',
      'with --rows: the column that names the documents (default: they are numbered)',
    )
    .option('--dry-run', 'only say what would be done')
    .option('--json', 'the report as JSON on standard output')
    .addHelpText(
      'after',
      `
Formats:
${listOfReaders()}

All of it is written, or nothing. What the offsets count is found out from the quotes and told. Importing the
same file again changes nothing.

Examples:
  postil-cli import interviews tasks.json --layer Anna --dry-run
  postil-cli import interviews model-output.jsonl --format prodigy --layer Anna --as suggestions
  postil-cli import interviews brat-folder --layer Berta
  postil-cli import survey answers.xlsx --rows --text Answer --name Id --layer Anna
  other-tool --export | postil-cli import interviews - --format doccano --layer Anna`,
    )
    .action((path: string, files: string[], flags: Flags, command: Command) => {
      if (flags.rows && (files.length > 1 || files[0] === '-'))
        command.error('error: with --rows, name one file: a .csv, .tsv, .xlsx or .jsonl.');
      return withProject(path, (it) => importInto(it, resolve(path), files, flags));
    });
}
