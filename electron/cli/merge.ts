/** `postil-cli merge`: other copies of a project, brought together with it. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { commitPlan } from '../storage/imports/imports';
import { type MergeReport, planMerge } from '../storage/imports/merge-copies';
import { Project } from '../storage/project';
import { type ProjectOnDisk, readProject } from '../storage/read-project';
import { settingsFolder } from './annotator';
import { finished } from './progress';
import { projectArgument, withProject } from './project';
import { failed, many, printJson, tell, WRONG } from './say';

interface Flags {
  readonly dryRun?: true;
  readonly json?: true;
}

async function merge(
  ours: ProjectOnDisk,
  path: string,
  copies: readonly string[],
  flags: Flags,
): Promise<void> {
  const others: ProjectOnDisk[] = [];
  for (const copy of copies) {
    const read = await readProject(resolve(copy));
    if (!read.ok) return failed(read.failure);
    if (read.value.root === ours.root)
      return failed({ code: 'same', message: `“${copy}” is the project itself. Nothing was changed.` });
    others.push(read.value);
  }
  const opened = await Project.open(path, null, null, settingsFolder(), () => undefined);
  if (!opened.ok) return failed(opened.failure);
  const { project } = opened.value;
  try {
    const around = project.forImport();
    const now = await around.project();
    if (!now.ok) return failed(now.failure);
    const plan = await finished(planMerge(ours, now.value.schema, others, now.value.taken));
    if (!plan.ok) return failed(plan.failure);
    const { parts, texts, report } = plan.value;
    if (parts.length > 0 && !flags.dryRun) {
      const done = await finished(commitPlan(ours.root, { parts, texts }, around.commit));
      if (!done.ok) return failed(done.failure);
    }
    tellMerge(report, parts.length === 0, flags.dryRun === true);
    if (flags.json) await printJson({ dryRun: flags.dryRun === true, ...report });
    if (report.problems.length > 0) process.exitCode = WRONG;
  } finally {
    await project.close();
  }
}

function tellMerge(report: MergeReport, isNothing: boolean, dry: boolean): void {
  for (const { where, reason } of report.problems) tell(`left out: ${where}: ${reason}`);
  for (const name of report.differing)
    tell(`“${name}” is described otherwise there; it stays as it is here.`);
  if (isNothing) {
    tell('There is nothing in it that is not here already.');
    return;
  }
  const { annotations, relations, documents, newLabels } = report;
  tell(
    `${dry ? 'would bring' : 'brought'}: ${many(annotations.added, 'annotation')} (${annotations.changed} newer), ${many(relations.added, 'relation')} (${relations.changed} newer), ${many(newLabels.length, 'label')}, ${many(documents.length, 'document')}.`,
  );
}

export function addMerge(program: Command): void {
  program
    .command('merge')
    .description(
      'Bring other copies of a project together with it: layers, schema, documents, by id. Nothing is lost; of what both changed the later stays.',
    )
    .addArgument(projectArgument())
    .argument('<copy...>', 'folders of other copies')
    .option('--dry-run', 'only say what would be done')
    .option('--json', 'the report as JSON on standard output')
    .addHelpText(
      'after',
      `
What was deleted here and is still in a copy comes back: nobody can tell it from what was added there.

Example:
  postil-cli merge interviews ~/from-berta/interviews ~/from-carla/interviews`,
    )
    .action((path: string, copies: string[], flags: Flags) =>
      withProject(path, (it) => merge(it, resolve(path), copies, flags)),
    );
}
