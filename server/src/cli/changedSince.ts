/** `check --changed-since`: only what differs from a commit is checked. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import { checkRevision, type GitProblem, idsAtRevision } from '../host/gitObjects.node.ts';
import type { Input } from './inputs.ts';
import { createUsageError } from './usageError.ts';

/**
 * The inputs. Only files that differ from those of the commit are still named; the others tell what registries define.
 * Whether a source is unused cannot be said then, since not all briefs are read. Throws a usage error if Git has no such commit.
 */
export async function onlyChangedSince(inputs: readonly Input[], revision: string): Promise<Input[]> {
  const named = inputs.filter((input) => input.named);
  const standard = named.find(({ uri }) => !uri.startsWith('file:'));
  if (standard) throw createUsageError(l10n.t('Standard input has no earlier revision. Name a file.'));
  const [first] = named;
  if (!first) return [...inputs];
  const paths = named.map(({ uri }) => fileURLToPath(uri));
  const problem = await checkRevision(dirname(paths[0]!), revision);
  if (problem) throw createUsageError(describeGitProblem(problem, revision));
  const ids = await idsAtRevision(paths, revision);
  const changed = new Set<Input>();
  for (const [index, input] of named.entries()) if (!(await hasId(paths[index]!, ids[index]))) changed.add(input);
  return inputs.map((input) => ({ ...input, named: changed.has(input), inFolder: false }));
}

/** Says why Git cannot compare, and what to do. */
export function describeGitProblem(problem: GitProblem, revision: string): string {
  switch (problem) {
    case 'no-git':
      return l10n.t('Git is not installed. It is needed to read an earlier revision.');
    case 'no-repository':
      return l10n.t('The files are not in a Git repository, so that there is no earlier revision of them.');
    case 'no-revision':
      return l10n.t('Git knows no commit “{0}” here.', revision);
  }
}

/** Whether a file is the Git object with this id (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
async function hasId(path: string, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const content = await readFile(path).catch(() => undefined);
  if (!content) return false;
  const hash = createHash(id.length === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex') === id;
}
