/** `postil-cli init`: a folder becomes a project. */
import { randomFillSync } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { manifestText } from '../../core/file-text';
import { newId } from '../../core/ids';
import { emptySchema } from '../../core/model';
import { templates } from '../../core/templates';
import { everything } from '../documents/sources';
import { writeDurably } from '../storage/durable-write';
import { MANIFEST } from '../storage/places';
import { putNew } from '../storage/relink';
import { failed, tell } from './say';

interface Flags {
  readonly name?: string;
  readonly template: string;
}

/** Makes FOLDER when it is not there; a project that is there stays as it is. */
async function init(folder: string, { name, template }: Flags): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true });
    const root = realpathSync.native(folder);
    const manifest = {
      id: newId(randomFillSync),
      name: name?.trim() || basename(root) || 'Project',
      memo: '',
      sources: everything,
      schema: templates().find((it) => it.id === template)?.schema ?? emptySchema,
      settings: {},
    };
    await writeDurably(join(root, MANIFEST), manifestText(manifest), putNew);
    tell(`${join(root, MANIFEST)} is made. Put your documents beside it, and open it with: postil ${folder}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      return failed({
        code: 'exists',
        message: `“${folder}” is a project already, or no folder. Nothing was changed.`,
      });
    failed({ code: 'write-failed', message: `The project could not be made in “${folder}”: ${message}.` });
  }
}

export function addInit(program: Command): void {
  program
    .command('init')
    .description('Make a folder a project: write a postil.json with the labels to start from.')
    .argument('<folder>', 'the folder; it is made when it is not there')
    .option('--name <name>', 'the project’s name (default: the folder’s)')
    .addOption(
      new Option('--template <id>', 'the labels to start from; “none” for none')
        .choices([...templates().map((it) => it.id), 'none'])
        .default(templates()[0]?.id ?? 'none'),
    )
    .addHelpText(
      'after',
      `
Templates:
${templates()
  .map((it) => `  ${it.id.padEnd(14)} ${it.description}`)
  .join('\n')}`,
    )
    .action((folder: string, flags: Flags) => init(resolve(folder), flags));
}
