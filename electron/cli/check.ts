/** `postil-cli check`: everything that is wrong with a project. */
import type { Command } from 'commander';
import { checkProject } from '../storage/check';
import type { ProjectOnDisk } from '../storage/read-project';
import { projectArgument, withProject } from './project';
import { many, print, printJson, WRONG } from './say';

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

export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'Tell everything that is wrong: damaged files, quotes that no longer stand, missing documents, unknown labels.',
    )
    .addArgument(projectArgument())
    .option('--json', 'as JSON')
    .action((path: string, { json }: { json?: true }) => withProject(path, (it) => check(it, json === true)));
}
