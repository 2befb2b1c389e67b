/** The project that a command works on. */
import { resolve } from 'node:path';
import { Argument } from 'commander';
import { type ProjectOnDisk, readProject } from '../storage/read-project';
import { failed } from './say';

export const projectArgument = () =>
  new Argument('<project>', 'the project’s folder, its postil.json, or a single document');

/** Does WORK with the project that PATH means, or tells why there is none. */
export async function withProject(
  path: string,
  work: (project: ProjectOnDisk) => Promise<void>,
): Promise<void> {
  const project = await readProject(resolve(path));
  if (project.ok) await work(project.value);
  else failed(project.failure);
}
