/** The cache of one run of `check --cache`: opened before, stored after. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { loadTranslations } from '../host/nodeTranslations.ts';
import type { BriefChecker } from './briefChecker.ts';
import { createCachedChecker } from './cachedChecker.ts';
import { isThere, readCache, writeCache } from './cacheFile.ts';
import { createCheckKey } from './cacheKey.ts';
import type { Project } from './project.ts';

export interface OpenCache {
  readonly checker: BriefChecker;
  /** Writes the file if anything in it has changed. */
  readonly store: () => Promise<void>;
}

/** Reads the file at `path`. `script` is the bundle that checks; `checker` is asked for what is not in the file. */
export async function openCache(
  path: string,
  script: string,
  project: Project,
  checker: BriefChecker,
  isFixing: boolean,
): Promise<OpenCache> {
  const build = await buildOf(script);
  const cached = createCachedChecker(checker, await readCache(path, build), createCheckKey(project, build), isFixing);
  return {
    checker: cached,
    async store() {
      const changed = cached.changed(isThere);
      if (changed) await writeCache(path, build, changed);
    },
  };
}

/** The program by its bytes, since a version under development keeps its number; its language, and what it runs on. */
async function buildOf(script: string): Promise<string> {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const texts = JSON.stringify((await loadTranslations(locale)) ?? null);
  return createHash('sha256')
    .update(await readFile(script))
    .update(`\n${process.version} ${locale}\n${texts}`)
    .digest('base64url');
}

/** Says that the next run has to check everything. */
export function describeWriteFailure(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t('The cache “{0}” cannot be written: {1}. The findings are complete.', path, reason);
}
