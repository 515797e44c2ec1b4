/** `briefmark convert sources`: the sources of a registry or bibliography in another format. */

import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { runSync } from '../base/memo/steps.ts';
import { lineStarts, positionAt } from '../base/text/positions.ts';
import { describeFileNote } from '../host/fileNotes.ts';
import { exists, kindOf, readText } from '../host/nodeFiles.ts';
import { realPathOf } from '../host/nodeUris.ts';
import { BIBLIOGRAPHY_FORMATS, formatOfName } from '../references/formats.ts';
import { readReferences } from '../references/readBibliography.ts';
import { WRITTEN_FORMATS } from '../references/write/formats.ts';
import type { WrittenReference } from '../references/write/writer.ts';
import { unreadableError } from './inputs.ts';
import type { Invocation } from './invocation.ts';
import { unwritableError } from './replaceFile.ts';
import { createUsageError } from './usageError.ts';

/** What was converted, for standard output, and what was not understood, for standard error. */
export interface ConvertOutcome {
  readonly output: string;
  readonly errors: readonly string[];
  /** 2 if a source was lost. */
  readonly exitCode: 0 | 2;
}

/** Converts the sources of the named files into one text. Throws a usage error if a file cannot be read or written. */
export async function runConvert({ paths, values }: Invocation): Promise<ConvertOutcome> {
  const format = WRITTEN_FORMATS.find(({ id }) => id === values('to').at(-1));
  const example = 'briefmark convert sources library.bib --to csl-yaml';
  if (!format) throw createUsageError(l10n.t('Say what to convert to with --to, as in “{0}”.', example));
  if (paths.length === 0) throw createUsageError(l10n.t('Nothing to convert: name files, as in “{0}”.', example));
  const references: WrittenReference[] = [];
  const errors: string[] = [];
  let isComplete = true;
  for (const path of paths) {
    const read = await readFile(path);
    references.push(...read.references);
    errors.push(...read.errors);
    isComplete &&= read.isComplete;
  }
  const text = (await format.load())(references);
  const target = values('output').at(-1);
  const exitCode = isComplete ? 0 : 2;
  if (target === undefined) return { output: text, errors, exitCode };
  await writeNew(target, text);
  const output = `${paths.map((path) => basename(path)).join(', ')} → ${target}: ${references.length}\n`;
  return { output, errors, exitCode };
}

async function readFile(path: string) {
  const format = formatOfName(path);
  if (!format) {
    const known = BIBLIOGRAPHY_FORMATS.flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(', ');
    throw createUsageError(l10n.t('“{0}” is no bibliography. Files that are: {1}.', path, known));
  }
  const target = realPathOf(resolve(path));
  const kind = await kindOf(target).catch((error: unknown) => Promise.reject(unreadableError(path, error)));
  if (kind !== 'file') throw createUsageError(describeFileNote(path, 'no-file'));
  const { text, note } = await readText(target).catch((error: unknown) => Promise.reject(unreadableError(path, error)));
  if (text === undefined) throw createUsageError(describeFileNote(path, note ?? 'unreadable'));
  const { references, problems } = runSync(readReferences(text, await format.load()));
  const starts = lineStarts(text);
  return {
    references: references.map(({ id, fields }): WrittenReference => ({ id: id.value, fields })),
    errors: problems.map(({ message, span }) => `${path}:${positionAt(starts, span.start).line + 1}: ${message}`),
    isComplete: problems.every(({ isLesser }) => isLesser),
  };
}

async function writeNew(path: string, text: string): Promise<void> {
  if (await exists(path))
    throw createUsageError(l10n.t('“{0}” already exists and was not changed. Name another file with -o.', path));
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw unwritableError(path, error);
  }
}
