/** `briefmark render`: a brief as one HTML file. */
import { writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { renderBrief } from '../render/brief.ts';
import { toDocument } from '../render/document.ts';
import type { Invocation } from './commands.ts';
import type { Input } from './inputs.ts';
import type { Project } from './project.ts';
import type { Outcome } from './run.ts';
import { createUsageError } from './usageError.ts';

const briefExtension = /\.brief(?:\.md|\.txt)?$|\.(?:md|txt)$/;

/** Stops unless the command line names one brief. */
export function requireOneBrief({ paths }: Invocation): void {
  if (paths.length !== 1) {
    const problem =
      paths.length === 0
        ? l10n.t('It is not said what to render.')
        : l10n.t('Only one brief can be rendered at a time.');
    throw createUsageError(
      `${problem} ${l10n.t('Name a brief, as in “briefmark render report.brief -o report.html”.')}`,
    );
  }
}

/** Runs `render`: to standard output, or to the file that `-o` names. */
export async function runRender(
  project: Project,
  inputs: readonly Input[],
  { paths, values }: Invocation,
): Promise<Outcome> {
  const named = inputs.filter((input) => input.named);
  if (named.length !== 1 || named[0]!.kind !== 'brief' || named[0]!.inFolder)
    throw createUsageError(l10n.t('“{0}” is no brief. Name the brief that is to be rendered.', paths[0] ?? ''));
  for await (const file of project.files()) {
    if (file.kind !== 'brief') continue;
    const name = file.name.split('/').at(-1)!.replace(briefExtension, '');
    const title = values('title').at(-1);
    const html = toDocument(renderBrief(file.brief, file.scope, { fallbackTitle: name, ...(title && { title }) }));
    const output = values('output').at(-1);
    if (output === undefined) return { output: html, exitCode: 0 };
    await writeOutput(output, html, values('force').length > 0);
  }
  return { output: '', exitCode: 0 };
}

async function writeOutput(path: string, html: string, force: boolean): Promise<void> {
  try {
    await writeFile(path, html, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST')
      throw createUsageError(
        l10n.t('“{0}” exists already and was left as it is. Name another file, or add --force to replace it.', path),
      );
    const reason = error instanceof Error ? error.message : String(error);
    throw createUsageError(
      l10n.t('“{0}” cannot be written: {1}. Name a file in a folder that exists and is yours.', path, reason),
    );
  }
}
