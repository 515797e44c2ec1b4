/** Runs the built `dist/cli.js`. `BRIEFMARK_CLI=/path/to/dist/cli.js` runs another build. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CLI = process.env.BRIEFMARK_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunOptions = SpawnOptions & { readonly input?: string };

/** What the command printed, and its exit code. Without colors, unless `env` asks for them. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], { ...options, env: { ...env, ...options.env }, stdio: 'pipe' });
  const read = (stream: typeof child.stdout) =>
    new Promise<string>((resolve) => {
      let text = '';
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      stream?.on('close', () => resolve(text));
    });
  child.stdin?.end(options.input ?? '');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [code, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
  return { code, stdout, stderr };
}

/** The rows that the command prints as JSON, run in the folder of the project unless `cwd` names another. */
export async function runJson(args: readonly string[], options: RunOptions = {}) {
  const { stdout } = await runCli([...args, '--format', 'json'], { cwd: ROOT, ...options });
  return JSON.parse(stdout) as Record<string, string | number | boolean | null>[];
}
