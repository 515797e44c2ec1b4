/** Where `check --cache` keeps its file: where the authors of what is checked cannot put one. */

import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { exists, foldersUpToRepository, kindOf } from '../host/nodeFiles.ts';
import { realPathOf } from '../host/nodeUris.ts';
import { STDIN } from './inputs.ts';
import { createUsageError } from './usageError.ts';

/** As many as Linux follows. */
const MAX_LINKS = 40;

/**
 * The path of the cache: `wanted`, else one in the user's folder for caches, one for each project. Throws a usage error if it is
 * inside a project, or if a link on the way to it is: the authors of the briefs could have written what was found in them.
 */
export async function cachePathFor(paths: readonly string[], wanted: string | undefined): Promise<string> {
  const projects = await projectsOf(paths);
  const path = wanted ?? defaultPath(projects);
  let end = '';
  for (const step of stepsTo(resolve(path))) {
    end = step;
    const project = projects.find((one) => isInside(step, one));
    if (project === undefined) continue;
    throw createUsageError(
      l10n.t(
        'The cache “{0}” would be in {1}, with what is checked: a file there could hide findings. Name a file elsewhere: --cache-location FILE.',
        path,
        project,
      ),
    );
  }
  return end;
}

/**
 * As real paths, the repositories of what is checked. Where there is none, as in a checkout without Git: the current folder if it is
 * around what is checked, else the checked folder, or that of a checked file.
 */
async function projectsOf(paths: readonly string[]): Promise<string[]> {
  const current = realPathOf(process.cwd());
  const projects = new Set<string>();
  for (const path of paths) {
    const real = realPathOf(resolve(path === STDIN ? '.' : path));
    const folder = (await kindOf(real)) === 'folder' ? real : dirname(real);
    const repository = foldersUpToRepository(folder).at(-1)!;
    const isRepository = await exists(join(repository, '.git'));
    projects.add(isRepository ? repository : isInside(folder, current) ? current : folder);
  }
  return [...projects].sort();
}

function defaultPath(projects: readonly string[]): string {
  const name = createHash('sha256').update(projects.join('\n')).digest('hex');
  return join(userCacheFolder(), 'briefmark', 'check', name);
}

/** https://specifications.freedesktop.org/basedir-spec/latest/, and what is usual on macOS and Windows. */
function userCacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA } = process.env): string {
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** The folders and links on the way to a file, and the file, whether it is there or not; each without links above it. */
function* stepsTo(path: string): Generator<string> {
  const partsOf = (from: string) => relative(parse(from).root, from).split(sep);
  const parts = partsOf(path);
  let at = parse(path).root;
  for (let links = 0; parts.length > 0; ) {
    const folder = realPathOf(at);
    at = join(folder, parts.shift()!);
    yield at;
    const target = links < MAX_LINKS ? linkTarget(at) : undefined;
    if (target === undefined) continue;
    links++;
    parts.unshift(...partsOf(target));
    at = parse(target).root;
  }
}

/** What a link names; undefined for anything else. */
function linkTarget(path: string): string | undefined {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
