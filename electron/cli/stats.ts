/** `postil-cli stats`: a project in numbers. */
import type { Command } from 'commander';
import type { RefusedSource } from '../../core/formats/format';
import { type Counts, Tally } from '../../core/tally';
import { gather } from '../storage/export/gather';
import type { ProjectOnDisk } from '../storage/read-project';
import { projectArgument, withProject } from './project';
import { many, print, printJson, tell } from './say';

async function stats(project: ProjectOnDisk, json: boolean): Promise<void> {
  const { manifest, sources, notices } = project;
  const tally = new Tally(manifest.schema);
  const refused: RefusedSource[] = [];
  for (const { path, refused: reason } of sources) {
    const read = reason ?? (await gather(project, path, new Map(), refused));
    if (typeof read === 'string') refused.push({ path, reason: read });
    else tally.add(read.text, read.layers);
  }
  const counts = tally.counts();
  if (json) return printJson({ name: manifest.name, ...counts, refused });
  await print(inWords(counts));
  for (const { path, reason } of refused) tell(`not counted: ${path}: ${reason}`);
  for (const notice of notices) tell(notice);
}

function inWords(counts: Counts): string {
  const { lengths, labels, relations, status } = counts;
  const lines = [
    `${many(counts.documents, 'document')}, ${counts.characters} characters, ${counts.untouched} not begun by anybody`,
    ...status.map(({ annotator, documents }) => {
      const of = Object.entries(documents).filter(([, count]) => count > 0);
      return `  ${annotator}\t${of.map(([name, count]) => `${count} ${name}`).join(', ')}`;
    }),
    `${many(counts.annotations, 'annotation')}: ${counts.overlapping} overlap, ${counts.discontinuous} discontinuous, ${counts.notes} with a note, ${counts.suggestions} suggested`,
    ...labels.map(({ name, count, annotators }) => {
      const of = Object.entries(annotators).map(([who, theirs]) => `${who} ${theirs}`);
      return `  ${name}\t${count}${of.length > 1 ? ` (${of.join(', ')})` : ''}`;
    }),
    `length in characters: ${lengths.shortest} shortest, ${lengths.median} median, ${lengths.mean.toFixed(1)} mean, ${lengths.longest} longest`,
    many(
      relations.reduce((sum, it) => sum + it.count, 0),
      'relation',
    ),
    ...relations.map(({ name, count }) => `  ${name}\t${count}`),
  ];
  return `${lines.join('\n')}\n`;
}

export function addStats(program: Command): void {
  program
    .command('stats')
    .description(
      'Count documents by status, annotations by label and annotator, lengths, overlaps, relations.',
    )
    .addArgument(projectArgument())
    .option('--json', 'as JSON')
    .action((path: string, { json }: { json?: true }) => withProject(path, (it) => stats(it, json === true)));
}
