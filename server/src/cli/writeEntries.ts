/** Writes new entries to the registries of a project. Nothing that exists changes: the entries are inserted at the end of their list. */

import { promises } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import { addEntries, type EntryKind, type NewEntry } from '../edits/registry/addEntries.ts';
import { isReadBackAs } from '../edits/registry/readBack.ts';
import { targetRegistryFor } from '../edits/registry/targetRegistry.ts';
import { exists, kindOf } from '../host/nodeFiles.ts';
import { realPathOf, toFileUri } from '../host/nodeUris.ts';
import type { Project } from './project.ts';
import { replaceFile } from './replaceFile.ts';
import { createUsageError } from './usageError.ts';

/** Fails on bytes that are no UTF-8, and keeps a byte order mark. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Adds the entries to the registry that takes them for files at `path`, or creates it there. Returns its name and whether it
 * is new. Throws a usage error, and leaves everything as it was, if the entries cannot be added or would not read back as meant.
 */
export async function writeEntries(
  project: Project,
  path: string,
  kind: EntryKind,
  entries: readonly NewEntry[],
): Promise<{ readonly name: string; readonly isNew: boolean }> {
  const place = path === '-' ? '.' : path;
  const isFolder = (await kindOf(resolve(place))) === 'folder';
  const folder = realPathOf(isFolder ? resolve(place) : dirname(resolve(place)));
  const target = targetRegistryFor(kind, toFileUri(join(folder, 'any')), project.workspace, [toFileUri(folder)]);
  if (!target) throw createUsageError(l10n.t('There is no folder for the registries. Name one.'));
  const file = fileURLToPath(target.uri);
  const name = displayName(file);
  if (!target.exists && (await exists(file)))
    throw createUsageError(
      l10n.t('“{0}” exists but is excluded, and was not changed. Include it, or write elsewhere.', name),
    );
  const text = target.exists ? await readUtf8(file, name) : undefined;
  const change = addEntries({ uri: target.uri, ...(text !== undefined && { text }) }, kind, entries);
  if (!change) throw createUsageError(cannotAdd(name));
  const after =
    'create' in change ? change.create : text!.slice(0, change.span.start) + change.text + text!.slice(change.span.end);
  if (!isReadBackAs(text ?? '', after, kind, entries)) throw createUsageError(cannotAdd(name));
  try {
    await (target.exists ? replaceFile(realPathOf(file), after) : promises.writeFile(file, after, { flag: 'wx' }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw createUsageError(l10n.t('“{0}” cannot be written: {1}. It is as it was.', name, reason));
  }
  return { name, isNew: !target.exists };
}

function cannotAdd(name: string): string {
  return l10n.t(
    '“{0}” was not changed: nothing can be added to its list. Correct it (“briefmark check {0}” says what), or paste the output of --format yaml.',
    name,
  );
}

async function readUtf8(file: string, name: string): Promise<string> {
  const bytes = await promises.readFile(file);
  try {
    return utf8.decode(bytes);
  } catch {
    throw createUsageError(l10n.t('“{0}” was not changed, because it is not in UTF-8. Save it in UTF-8.', name));
  }
}

/** The path from the current folder, with forward slashes. */
function displayName(file: string): string {
  const path = relative(realPathOf(process.cwd()), file);
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
