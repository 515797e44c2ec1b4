/** `briefmark render`: exports a brief to a file or to standard output. */

import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { DEFAULT_EXPORTER, loadExporter } from '../exporters/index.ts';
import { kindOf } from '../host/nodeFiles.ts';
import { realPathOf, toFileUri } from '../host/nodeUris.ts';
import { checkBrief } from '../rules/run/runRules.ts';
import type { Invocation } from './commands.ts';
import type { Input } from './inputs.ts';
import type { Project } from './project.ts';
import type { Outcome } from './run.ts';
import { createUsageError } from './usageError.ts';

const briefExtension = /\.brief(?:\.md|\.txt)?$|\.(?:md|txt)$/;

/** Throws a usage error unless the command line names exactly one path. */
export function requireOneBrief({ paths }: Invocation): void {
  if (paths.length === 1) return;
  const example = 'briefmark render report.brief -o report.html';
  throw createUsageError(
    paths.length === 0
      ? l10n.t('Nothing to render: name a brief, as in “{0}”.', example)
      : l10n.t('Only one brief can be rendered at a time. Name one, as in “{0}”.', example),
  );
}

/** Runs `render`. The export goes to standard output, or to the file that `--output` names. */
export async function runRender(
  project: Project,
  inputs: readonly Input[],
  { paths, values }: Invocation,
): Promise<Outcome> {
  const named = inputs.filter((input) => input.named);
  if (named.length !== 1 || named[0]!.kind !== 'brief' || named[0]!.inFolder)
    throw createUsageError(l10n.t('“{0}” is not a brief. Name the brief to render.', paths[0] ?? ''));
  const exporter = (await loadExporter(values('format').at(-1) ?? DEFAULT_EXPORTER))!;
  for await (const file of project.files()) {
    if (file.kind !== 'brief') continue;
    const { uri, brief, scope, settings } = file;
    const name = file.name.split('/').at(-1)!.replace(briefExtension, '');
    const title = values('title').at(-1);
    const content = await exporter.write({
      briefs: [{ uri, name, brief }],
      workspace: project.workspace,
      findings: () => checkBrief(uri, brief, scope, settings),
      options: title ? { title } : {},
    });
    const output = values('output').at(-1);
    if (output === undefined) return { output: content, exitCode: 0 };
    await writeOutput(output, content, { force: values('force').length > 0, inputs });
  }
  return { output: '', exitCode: 0 };
}

/** Writes a file completely or not at all. Refuses to replace one that exists, without `force`, and one that was read. */
async function writeOutput(
  path: string,
  content: Uint8Array,
  { force, inputs }: { readonly force: boolean; readonly inputs: readonly Input[] },
): Promise<void> {
  // Through links, so that these remain.
  const target = realPathOf(resolve(path));
  if (inputs.some(({ uri }) => uri === toFileUri(target)))
    throw createUsageError(
      l10n.t('“{0}” is read for this export and was not changed. Name another file for the export.', path),
    );
  const kind = await kindOf(target).catch(() => undefined);
  if (kind !== undefined && !force)
    throw createUsageError(
      l10n.t('“{0}” already exists and was not changed. Name another file, or add --force to replace it.', path),
    );
  try {
    await (kind === 'other' ? writeFile(target, content) : replaceFile(target, content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw createUsageError(
      l10n.t('“{0}” cannot be written: {1}. Name a file in an existing folder that you can write to.', path, reason),
    );
  }
}

/** Writes beside the file first: a disk that is full keeps the old one. */
async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  const temporaryPath = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporaryPath, content, { flag: 'wx' });
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
}
