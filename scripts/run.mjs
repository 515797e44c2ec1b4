/** Runs other programs; shared by all scripts. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const cache = join(root, '.cache');

/** Whether to color the output. The programs that are run here write to a pipe and cannot tell. */
export const colors = Boolean(process.env.FORCE_COLOR || (process.stdout.isTTY && !process.env.NO_COLOR));

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} RunOptions
 * @typedef {{ code: number, output: string }} Result
 */

/**
 * Runs a program to its end and prints its output as it arrives, unless `quiet`.
 * @param {string} program @param {string[]} args @param {RunOptions} [options] @returns {Promise<Result>}
 */
export function attempt(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    // npm and npx are batch files on Windows, which only a shell can start.
    const shell = process.platform === 'win32' && !program.endsWith('.exe');
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...(options.env ?? process.env), ...(colors ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    for (const [stream, sink] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        if (!options.quiet) sink.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program that must succeed; its output is part of the error.
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 */
export async function run(program, args, options = {}) {
  const { code, output } = await attempt(program, args, options);
  if (code === 0) return output;
  const said = options.quiet ? `\n${output.trim()}` : '';
  throw new Error(`"${[program, ...args].join(' ')}" ended with exit code ${code}.${said}`);
}

/** Runs a script or tool of this project with the current Node. @param {string} path @param {string[]} args */
export const node = (path, args = [], options = {}) => attempt(process.execPath, [join(root, path), ...args], options);

/** The first of these programs that is installed; names are looked up on PATH. @param {string[]} names */
export function findProgram(names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const places = /[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name));
    const found = places.flatMap((place) => endings.map((ending) => place + ending)).find(existsSync);
    if (found) return found;
  }
  return undefined;
}

/** Ends the script with the message of an error, without a stack trace. @param {unknown} error @returns {never} */
export function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
