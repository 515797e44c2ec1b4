/** `briefmark import`: Word files and web pages as briefs, beside them or in a folder. */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { exists, kindOf } from '../host/nodeFiles.ts';
import { importFile } from '../importers/file/importFile.ts';
import { describeUnsupported } from '../importers/file/unsupported.ts';
import { findImporter } from '../importers/index.ts';
import { unreadableError } from './inputs.ts';
import type { Invocation } from './invocation.ts';
import { createUsageError, isUsageError } from './usageError.ts';

/** What was imported, for standard output, and what was not, for standard error. */
export interface ImportOutcome {
  readonly output: string;
  readonly errors: readonly string[];
  readonly exitCode: 0 | 2;
}

/** Imports each file for itself: one that fails does not keep the others from being imported. Throws a usage error without files. */
export async function runImport({ paths, values }: Invocation): Promise<ImportOutcome> {
  if (paths.length === 0)
    throw createUsageError(
      l10n.t('Nothing to import: name files, as in “{0}”.', 'briefmark import report.docx -o briefs'),
    );
  const folder = values('output').at(-1);
  const lines: string[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    try {
      lines.push(...(await importInto(path, folder ?? dirname(path))));
    } catch (error) {
      if (!isUsageError(error)) throw error;
      errors.push(error.message);
    }
  }
  return { output: lines.map((line) => `${line}\n`).join(''), errors, exitCode: errors.length > 0 ? 2 : 0 };
}

/** Writes the brief, and the registry of what it cites with keys. Answers what to print. */
async function importInto(path: string, folder: string): Promise<string[]> {
  const kind = await kindOf(path).catch((error: unknown) => Promise.reject(unreadableError(path, error)));
  if (kind !== 'file') throw createUsageError(l10n.t('“{0}” is not a file. Name the files to import.', path));
  if (!findImporter(path)) throw createUsageError(`${path}: ${describeUnsupported(path)}`);
  const bytes = await readFile(path).catch((error: unknown) => Promise.reject(unreadableError(path, error)));
  const { text, registry, problems } = await importFile(path, bytes);
  if (text === undefined) throw createUsageError([`${path}:`, ...problems].join(' '));
  const name = join(folder, basename(path).replace(/\.[^.]+$/, ''));
  const files = [{ target: `${name}.brief`, content: text }];
  if (registry !== undefined) files.push({ target: `${name}.sources.yaml`, content: registry });
  for (const { target } of files) {
    if (await exists(target))
      throw createUsageError(
        l10n.t(
          '“{0}” already exists and was not changed. Move it, or import “{1}” into another folder with -o.',
          target,
          path,
        ),
      );
  }
  await writeNew(files);
  const targets = files.map(({ target }) => target).join(', ');
  return [`${path} → ${targets}`, ...problems.map((message) => `  ${message}`)];
}

/** Writes all of the files or none of them. */
async function writeNew(files: readonly { readonly target: string; readonly content: string }[]): Promise<void> {
  const written: string[] = [];
  for (const { target, content } of files) {
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content, { flag: 'wx' });
      written.push(target);
    } catch (error) {
      for (const one of written) await rm(one, { force: true });
      const reason = error instanceof Error ? error.message : String(error);
      throw createUsageError(
        l10n.t('“{0}” cannot be written: {1}. Name a folder that you can write to with -o.', target, reason),
      );
    }
  }
}
