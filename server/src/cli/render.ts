/** `briefmark render`: exports a brief to a file or to standard output. */

import { writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { DEFAULT_EXPORTER, loadExporter } from '../exporters/index.ts';
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
    await writeOutput(output, content, values('force').length > 0);
  }
  return { output: '', exitCode: 0 };
}

async function writeOutput(path: string, content: Uint8Array, force: boolean): Promise<void> {
  try {
    await writeFile(path, content, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST')
      throw createUsageError(
        l10n.t('“{0}” already exists and was not changed. Name another file, or add --force to replace it.', path),
      );
    const reason = error instanceof Error ? error.message : String(error);
    throw createUsageError(
      l10n.t('“{0}” cannot be written: {1}. Name a file in an existing folder that you can write to.', path, reason),
    );
  }
}
