/**
 * The file of `check --cache`: a line with the digest of the rest, then the checks as JSON. A file that is damaged, or that another
 * version wrote, is as good as none.
 */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { toPath } from '../host/nodeUris.ts';
import type { BriefCheck } from './checkBriefFile.ts';
import { replaceFile } from './replaceFile.ts';

const FORMAT = 'briefmark-check-cache-1';
/** Only the user may read the file, because findings quote briefs. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 };

/** By the URI of a brief, its last check and the key of that. */
export type CachedChecks = ReadonlyMap<string, CachedCheck>;

export interface CachedCheck {
  readonly key: string;
  readonly check: BriefCheck;
}

/** The checks in a file; none if it cannot be read, is damaged, or was written by another build. */
export async function readCache(path: string, build: string): Promise<CachedChecks> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lineEnd = text.indexOf('\n');
  const rest = text.slice(lineEnd + 1);
  if (lineEnd < 0 || text.slice(0, lineEnd) !== headerOf(rest, build)) return new Map();
  return new Map(JSON.parse(rest) as [string, CachedCheck][]);
}

/** Replaces the file as a whole, in a folder that is created if needed. */
export async function writeCache(path: string, build: string, checks: CachedChecks): Promise<void> {
  const rest = JSON.stringify([...checks]);
  await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
  await replaceFile(path, `${headerOf(rest, build)}\n${rest}`, OWNER_ONLY.file);
}

/** Whether the file of a brief is still there. */
export function isThere(uri: string): boolean {
  return existsSync(toPath(uri));
}

function headerOf(rest: string, build: string): string {
  return `${FORMAT} ${createHash('sha256').update(`${build}\n`).update(rest).digest('base64url')}`;
}
