/** Files as Git has them in a commit. */

import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { getOrInsert } from '../base/memo/maps.ts';

const run = promisify(execFile);

/** Larger files are an error, in bytes. */
const MAX_FILE_BYTES = 64 * 2 ** 20;

/** Git asks nothing, fetches nothing and writes nothing. */
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };

export type GitProblem = 'no-git' | 'no-repository' | 'no-revision';

/**
 * Whether a commit can be read in the repository that holds `folder`. `git cat-file` is the only command that is run, without a
 * shell, filters or hooks (https://git-scm.com/docs/git-cat-file).
 */
export async function checkRevision(folder: string, revision: string): Promise<GitProblem | undefined> {
  // It would be an option.
  if (revision.startsWith('-')) return 'no-revision';
  try {
    await catFile(folder, ['-e', `${revision}^{commit}`]);
    return undefined;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string | Buffer };
    if (code === 'ENOENT') return 'no-git';
    return /not a git repository/.test(String(stderr)) ? 'no-repository' : 'no-revision';
  }
}

/** The object ids of files of one repository in a commit, in the same order; undefined for a file that the commit does not have. */
export async function idsAtRevision(paths: readonly string[], revision: string): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  const folders = new Map<string, number[]>();
  for (const [index, path] of paths.entries()) getOrInsert(folders, dirname(path), () => []).push(index);
  for (const [folder, indexes] of folders) {
    const objects = indexes.map((index) => `${revision}:./${basename(paths[index]!)}\n`).join('');
    const lines = String(await catFile(folder, ['--batch-check'], objects)).split('\n');
    for (const [line, index] of indexes.entries())
      ids[index] = /^(?<id>[0-9a-f]{40,64}) blob \d+$/.exec(lines[line] ?? '')?.groups?.id;
  }
  return paths.map((_, index) => ids[index]);
}

/** The bytes of a file by its object id, in the repository that holds `folder`. */
export function readObject(folder: string, id: string): Promise<Uint8Array> {
  return catFile(folder, ['blob', id]);
}

async function catFile(folder: string, args: readonly string[], input?: string): Promise<Uint8Array> {
  const env = { ...process.env, ...QUIET, LC_ALL: 'C' };
  const running = run('git', ['cat-file', ...args], {
    cwd: folder,
    encoding: 'buffer',
    maxBuffer: MAX_FILE_BYTES,
    env,
    windowsHide: true,
  });
  running.child.stdin?.end(input);
  return (await running).stdout;
}
