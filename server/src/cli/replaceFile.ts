import { constants } from 'node:fs';
import { access, chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { createUsageError } from './usageError.ts';

/** Writes beside the file first: a disk that is full keeps the old one. A file that is replaced keeps its permissions; a new one has `newMode`. */
export async function replaceFile(path: string, content: Uint8Array | string, newMode?: number): Promise<void> {
  await replaceIf(path, content, async () => true, newMode);
}

/** Replaces a file that may be written. Returns false, and leaves it as it is, if its content is no longer `before`. */
export async function replaceUnchangedFile(path: string, before: Uint8Array, content: Uint8Array): Promise<boolean> {
  await access(path, constants.W_OK);
  return replaceIf(path, content, async () => Buffer.compare(await readFile(path), before) === 0);
}

async function replaceIf(
  path: string,
  content: Uint8Array | string,
  mayReplace: () => Promise<boolean>,
  newMode?: number,
): Promise<boolean> {
  const temporaryPath = `${path}.${process.pid}.tmp`;
  const mode = (await stat(path).catch(() => undefined))?.mode ?? newMode;
  try {
    await writeFile(temporaryPath, content, { flag: 'wx', mode });
    // The mask of the process applies to new files only.
    if (mode !== undefined) await chmod(temporaryPath, mode);
    if (await mayReplace()) {
      await rename(temporaryPath, path);
      return true;
    }
    await rm(temporaryPath, { force: true });
    return false;
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
}

/** The usage error for a file that cannot be written: why, and what to do. */
export function unwritableError(path: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return createUsageError(
    l10n.t('“{0}” cannot be written: {1}. Name a file in an existing folder that you can write to.', path, reason),
  );
}
