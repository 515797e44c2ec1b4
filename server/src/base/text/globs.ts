/**
 * Globs that name text files below a folder, as VS Code and LSP write them: `*`, `?`, `**`, `{a,b}`, `[a-z]`, `[!a-z]`. Paths are
 * relative to the folder, with forward slashes.
 */
import picomatch from 'picomatch/posix';
import { isTextName } from './textNames.ts';

/** Why a text is no glob of files below the folder. */
export type GlobProblem = 'no-glob' | 'outside' | 'backslash' | 'negated' | 'complex' | 'not-text';

/**
 * The matcher is a regular expression: each wildcard and each alternative multiplies the time that a path made for it takes.
 */
export const MAX_WILDCARDS = 3;
const MAX_BRACES = 3;
const MAX_GLOB_LENGTH = 300;
const MAX_PATH_LENGTH = 400;

/** Characters that have a meaning for the library, but not for VS Code. */
const escapedByUs = /[()|+@^$"\\]/g;

/** What is wrong with a glob; undefined if it can name files. */
export function globProblem(glob: string): GlobProblem | undefined {
  if (/^(?:true|false|null|~)?$/i.test(glob.trim())) return 'no-glob';
  if (glob.startsWith('!')) return 'negated';
  if (/^[a-z]:/i.test(glob)) return 'outside';
  if (glob.includes('\\')) return 'backslash';
  if (/^[/~]/.test(glob) || glob.split('/').includes('..')) return 'outside';
  const wildcards = glob.match(/\*+/g)?.length ?? 0;
  const braces = glob.match(/\{/g)?.length ?? 0;
  if (wildcards > MAX_WILDCARDS || braces > MAX_BRACES || glob.length > MAX_GLOB_LENGTH) return 'complex';
  const [extension] = /\.[a-z0-9]+$/i.exec(glob) ?? [];
  return extension !== undefined && !isTextName(`a${extension}`) ? 'not-text' : undefined;
}

/** The glob as it is matched: a folder stands for all that is below it. */
export function normalizeGlob(glob: string): string {
  const path = glob.trim().replace(/^(?:\.\/)+/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (path === '' || path === '.') return '**';
  if (last === '') return `${path}**`;
  return /[.*?{[]/.test(last) ? path : `${path}/**`;
}

/** Returns a filter of paths: whether one is a text file that one of the globs names. Those with a problem name none. */
export function createGlobFilter(globs: readonly string[]): (path: string) => boolean {
  const valid = globs.filter((glob) => globProblem(glob) === undefined).map(normalizeGlob);
  if (valid.length === 0) return () => false;
  const matches = picomatch(
    valid.map((glob) => glob.replace(escapedByUs, '\\$&')),
    { dot: true, nonegate: true, noextglob: true, posix: true },
  );
  return (path) => isTextName(path) && path.length <= MAX_PATH_LENGTH && matches(path);
}

/** Characters of globs are none in a name. */
export function escapeGlob(name: string): string {
  return name.replace(/[*?[\]{}]/g, '[$&]');
}
