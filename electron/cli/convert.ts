/** `postil-cli convert`: from one format to another, without a project. */
import { mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type FormatId, formatIds } from '../../core/formats/catalog';
import { writers } from '../../core/formats/writers';
import { offsetUnits } from '../../core/offsets';
import { layOut } from '../storage/imports/as-project';
import { readProject } from '../storage/read-project';
import { exportTo } from './export';
import { type ExportFlags, gather } from './export-options';
import { listOfReaders, readable } from './import';
import { tellImport } from './import-words';
import { finished } from './progress';
import { readInput } from './read-input';
import { failed } from './say';

interface Flags extends Pick<ExportFlags, 'unit' | 'choose' | 'output' | 'strict' | 'force' | 'json'> {
  readonly from: FormatId | 'auto';
  readonly to: FormatId;
}

/** The time that stands for unknown ones: the file's own, so that the same file gives the same output. */
function timeOf(file: string): string {
  const stat = file === '-' ? undefined : statSync(resolve(file), { throwIfNoEntry: false });
  return (stat?.mtime ?? new Date(0)).toISOString();
}

async function convert(files: readonly string[], flags: Flags, command: Command): Promise<void> {
  const input = await readInput(files, flags.from);
  if (!input.ok) return failed(input.failure);
  const { file, name } = input.value;
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'postil-convert-')));
  try {
    const laid = await finished(layOut(folder, file, name, timeOf(files[0] ?? '-')));
    if (!laid.ok) return failed(laid.failure);
    tellImport(file.format, laid.value, false);
    const project = await readProject(folder);
    if (!project.ok) return failed(project.failure);
    const { to: format, unit, choose, output, strict, force, json } = flags;
    const none = { layer: [], label: [], status: [], document: [], suggestions: true } as const;
    await exportTo(
      project.value,
      {
        ...none,
        format,
        unit,
        choose,
        output,
        ...(strict && { strict }),
        ...(force && { force }),
        ...(json && { json }),
      },
      command,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function addConvert(program: Command): void {
  program
    .command('convert')
    .description('Turn a file of one format into another, without a project; tell what is lost on the way.')
    .argument('<file...>', 'the file or files, or a folder; “-” is standard input')
    .addOption(new Option('--from <id>', 'the format it is in').choices(readable()).default('auto'))
    .addOption(
      new Option('--to <id>', 'the format to write')
        .choices(formatIds.filter((id) => writers[id]))
        .makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'the file, or the folder, to write; “-” is standard output', '-')
    .addOption(
      new Option('--unit <unit>', 'what offsets count').choices([...offsetUnits]).default('code-point'),
    )
    .option(
      '--choose <option=choice>',
      'an option of the format (see export --help); may be repeated',
      gather,
      [],
    )
    .option('--force', 'overwrite the output when it exists')
    .option('--strict', 'write nothing, and exit with 3, when anything would be lost')
    .option('--json', 'the report as JSON on standard output')
    .addHelpText(
      'after',
      `
Formats that can be read:
${listOfReaders()}

Examples:
  postil-cli convert tasks.json --to conll -o train.conll
  postil-cli convert brat-folder --to json | jq .documents[0]
  cat doccano.jsonl | postil-cli convert - --from doccano --to spacy -o corpus`,
    )
    .action((files: string[], flags: Flags, command: Command) => convert(files, flags, command));
}
