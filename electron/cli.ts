/** `postil-cli`: what Postil can do without a window, in plain Node. One file a command, in cli/. */
import './threads';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { addCheck } from './cli/check';
import { addCompletion } from './cli/completion';
import { addConvert } from './cli/convert';
import { addExport } from './cli/export';
import { addImport } from './cli/import';
import { settleInThread } from './cli/in-thread';
import { addInit } from './cli/init';
import { addList } from './cli/list';
import { addMerge } from './cli/merge';
import { tell, USAGE, WRONG } from './cli/say';
import { addSplit } from './cli/split';
import { addStats } from './cli/stats';
import { setReaders } from './documents/rich/run';
import { readInThread } from './documents/rich/thread';

/** The package's own, from its package.json two folders above the bundle. */
function version(): string {
  const file = join(__dirname, '../../package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'unknown';
}

setReaders(readInThread(join(__dirname, 'reader.cjs')));

const program = new Command('postil-cli')
  .description(
    'Postil without a window: make, check, count and list projects, import and export them. Only init, import and merge write into a project, under its locks, all or nothing.',
  )
  .version(version())
  .showHelpAfterError('(postil-cli --help shows what there is)')
  .addHelpText(
    'after',
    `
Exit codes:
  0  done (an export is done also when something could not be carried: standard error says what)
  1  something is wrong with the project (check), or it could not be done; standard error says why
  2  not a command or an option that there is
  3  --strict, and something would have been lost: nothing was written

Examples:
  postil-cli export interviews --format csv -o interviews.csv
  postil-cli export interviews --layer Anna --unit utf-16 -o - | jq .documents[0]
  postil-cli check interviews && echo fine

postil-cli help export shows the formats.`,
  )
  .exitOverride();

const commands = [
  addInit,
  addImport,
  addExport,
  addConvert,
  addMerge,
  addCheck,
  addList,
  addStats,
  addSplit,
  addCompletion,
];
for (const add of commands) add(program);

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

settleInThread();
process.stdout.on('error', () => undefined);
void main();
