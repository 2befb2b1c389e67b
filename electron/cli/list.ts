/** `postil-cli list`: the documents of a project. */
import type { Command } from 'commander';
import { readSource } from '../documents/read-document';
import { summarise } from '../storage/layer-list';
import { layerPath } from '../storage/places';
import type { ProjectOnDisk } from '../storage/read-project';
import { projectArgument, withProject } from './project';
import { print, printJson, tell } from './say';

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

export function addList(program: Command): void {
  program
    .command('list')
    .description('List the documents: size, encoding, annotations, or why one can’t be opened.')
    .addArgument(projectArgument())
    .option('--json', 'as JSON')
    .action((path: string, { json }: { json?: true }) => withProject(path, (it) => list(it, json === true)));
}
