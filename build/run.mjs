import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

/** The repository's folder. */
export const root = join(import.meta.dirname, '..');

/** The path of a development tool that npm installed. */
export const tool = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** Signals that ask a program to end, and reach this process alone. */
export const endings = /** @type {const} */ (['SIGTERM', 'SIGHUP']);

/**
 * Runs a program on this terminal and resolves to its exit code (128 + n after signal n, 127 when it
 * cannot be started). Ctrl+C reaches the program itself, other
 * signals that end are passed on: so this process waits for it to end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStart?: (child: import('node:child_process').ChildProcess) => void }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    onStart?.(child);
    const wait = () => {};
    process.on('SIGINT', wait);
    const passOn = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    for (const signal of endings) process.on(signal, passOn);
    const end = (/** @type {number} */ code) => {
      process.off('SIGINT', wait);
      for (const signal of endings) process.off(signal, passOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Like `run`, and gives what it printed, too.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runAndHear(command, args) {
  let output = '';
  const heard = (/** @type {Buffer} */ data, /** @type {NodeJS.WriteStream} */ stream) => {
    output += data;
    stream.write(data);
  };
  const code = await run(command, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    onStart(child) {
      child.stdout?.on('data', (data) => heard(data, process.stdout));
      child.stderr?.on('data', (data) => heard(data, process.stderr));
    },
  });
  return { code, output };
}

/**
 * Like `run`, on a virtual display of its own on Linux: windows of tests neither disturb the user's
 * screen nor depend on its size.
 * @type {typeof run}
 */
export function runOnTestDisplay(command, args, options) {
  if (process.platform !== 'linux') return run(command, args, options);
  const screen = ['-a', '-s', '-screen 0 1440x960x24'];
  return run('xvfb-run', [...screen, command, ...args], options);
}
