/** `postil-cli`: what Postil can do without a window. Plain Node; reads projects and never writes into them. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import type { ExportOptions } from '../core/contract';
import type { Failure } from '../core/failure';
import { offsetUnits } from '../core/offsets';
import { readSource } from './documents/read-document';
import { checkProject } from './storage/check';
import { chooseLayers } from './storage/choose-layers';
import { exportProject } from './storage/export';
import { summarise } from './storage/layer-list';
import { layerPath } from './storage/places';
import { type ProjectOnDisk, readProject } from './storage/read-project';
import { writeExport } from './storage/write-export';

/** Exit codes: 0 done, 1 something is wrong (check) or could not be done, 2 not a command that Postil knows. */
const WRONG = 1;
const USAGE = 2;

const tell = (line: string) => process.stderr.write(`${line}\n`);

function failed({ message }: Failure): void {
  tell(message);
  process.exitCode = WRONG;
}

/** Waits until the reader has taken it, so that a large export does not pile up in memory. */
function print(text: string): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`);

async function withProject(path: string, work: (project: ProjectOnDisk) => Promise<void>): Promise<void> {
  const project = await readProject(resolve(path));
  if (project.ok) await work(project.value);
  else failed(project.failure);
}

interface ExportFlags {
  readonly unit: ExportOptions['unit'];
  readonly layer?: string;
  readonly output: string;
  readonly force?: true;
}

async function exportTo(project: ProjectOnDisk, { unit, layer, output, force }: ExportFlags): Promise<void> {
  const chosen = layer === undefined ? project : chooseLayers(project, layer);
  if (layer !== undefined && chosen.layers.length === 0) {
    const there = project.layers.map(({ name }) => name).join(', ') || 'none';
    return failed({ code: 'not-found', message: `There is no layer “${layer}”. There are: ${there}.` });
  }
  for (const notice of project.notices) tell(notice);
  if (project.problem) tell(project.problem.message);
  const it = exportProject(chosen, { format: 'json', unit, document: null }, new Map());
  if (output === '-') {
    for await (const piece of it.pieces) await print(piece);
  } else {
    const written = await writeExport(it, project, resolve(output), force === true);
    if (!written.ok) {
      const hint = written.failure.code === 'exists' ? ' (--force overwrites it)' : '';
      return failed({ ...written.failure, message: written.failure.message + hint });
    }
  }
  const { documents, annotations, refused } = it.report(null);
  for (const { path, reason } of refused) tell(`left out: ${path}: ${reason}`);
  tell(
    `${many(documents, 'document')}, ${many(annotations, 'annotation')} exported; ${many(refused.length, 'reason')} why something was left out.`,
  );
}

async function check(project: ProjectOnDisk, json: boolean): Promise<void> {
  const findings = await checkProject(project);
  const { problems, refused, documents, annotations } = findings;
  if (json) await printJson(findings);
  else {
    for (const { path, message } of problems) await print(`${path}: ${message}\n`);
    for (const { path, reason } of refused) await print(`note: ${path} is not annotated. ${reason}\n`);
    await print(
      `${many(documents, 'document')}, ${many(annotations, 'annotation')}, ${many(problems.length, 'problem')}.\n`,
    );
  }
  if (problems.length > 0) process.exitCode = WRONG;
}

async function rowsOf({ root, sources, layers }: ProjectOnDisk) {
  const rows = [];
  for (const { path, size, refused } of sources) {
    const read = refused ?? (await readSource(root, path));
    const files = layers.map(({ name, files }) => ({ file: layerPath(name, path), files }));
    const counts = files.map(({ file, files }) =>
      files.has(file) ? (summarise(root, file)?.annotations ?? 0) : 0,
    );
    rows.push({
      path,
      size,
      encoding: typeof read === 'string' ? null : read.encoding,
      annotations: counts.reduce((sum, count) => sum + count, 0),
      refused: typeof read === 'string' ? read : null,
    });
  }
  return rows;
}

async function list(project: ProjectOnDisk, json: boolean): Promise<void> {
  const rows = await rowsOf(project);
  if (json) return printJson({ name: project.manifest.name, documents: rows });
  for (const { path, size, encoding, annotations, refused } of rows)
    await print(
      `${[path, `${size} bytes`, ...(refused === null ? [encoding, `${annotations} annotations`] : [refused])].join('\t')}\n`,
    );
  for (const notice of project.notices) tell(notice);
}

/** The package's own, from its package.json two folders above the bundle. */
function version(): string {
  const file = join(__dirname, '../../package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'unknown';
}

const project = () =>
  new Argument('<project>', 'the project’s folder, its postil.json, or a single document');

const program = new Command('postil-cli')
  .description(
    'Postil without a window: check, list and export projects. Nothing is ever written into a project, and no lock is taken.',
  )
  .version(version())
  .showHelpAfterError('(postil-cli --help shows what there is)')
  .addHelpText(
    'after',
    `
Exit codes:
  0  done (an export is done also when some sources could not be read: they are named in it)
  1  something is wrong with the project (check), or it could not be done; stderr says why
  2  not a command or an option that there is

Examples:
  postil-cli export interviews --format json -o interviews.json
  postil-cli export interviews --layer Anna --unit utf-16 -o - | jq .documents[0]
  postil-cli check interviews && echo fine`,
  )
  .exitOverride();

program
  .command('export')
  .description('Write documents, schema and annotations of all annotators as one file.')
  .addArgument(project())
  .addOption(new Option('--format <format>', 'the file format').choices(['json']).default('json'))
  .addOption(
    new Option(
      '--unit <unit>',
      'what offsets count: code points as in Python, JavaScript’s units, UTF-8 bytes',
    )
      .choices([...offsetUnits])
      .default('code-point'),
  )
  .option('--layer <who>', 'only this annotator: name, id, or folder below annotations/')
  .requiredOption('-o, --output <file>', 'where to; “-” is standard output')
  .option('--force', 'overwrite the file when it exists')
  .action((path: string, flags: ExportFlags) => withProject(path, (it) => exportTo(it, flags)));

program
  .command('check')
  .description(
    'Tell everything that is wrong: damaged files, quotes that no longer stand, missing documents, unknown labels.',
  )
  .addArgument(project())
  .option('--json', 'as JSON')
  .action((path: string, { json }: { json?: true }) => withProject(path, (it) => check(it, json === true)));

program
  .command('list')
  .description('List the documents: size, encoding, annotations, or why one can’t be opened.')
  .addArgument(project())
  .option('--json', 'as JSON')
  .action((path: string, { json }: { json?: true }) => withProject(path, (it) => list(it, json === true)));

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
    // The reader of our output went away (`| head`): nothing is wrong.
    else if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = WRONG;
    }
  }
}

process.stdout.on('error', () => undefined);
void main();
