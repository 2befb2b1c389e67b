/** `postil-cli export`: a project as a file. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { ExportOptions } from '../../core/contract';
import { offsetUnits } from '../../core/offsets';
import { chooseLayers } from '../storage/choose-layers';
import { exportProject } from '../storage/export';
import type { ProjectOnDisk } from '../storage/read-project';
import { writeExport } from '../storage/write-export';
import { projectArgument, withProject } from './project';
import { failed, many, print, tell } from './say';

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

export function addExport(program: Command): void {
  program
    .command('export')
    .description('Write documents, schema and annotations of all annotators as one file.')
    .addArgument(projectArgument())
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
}
