/** `briefmark export`: exports briefs to files or to standard output. */

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { runSync } from '../base/memo/steps.ts';
import type { Exported, ExportedBrief, Exporter } from '../exporters/engine/exporter.ts';
import { readReviewText } from '../exporters/engine/reviewText.ts';
import { DEFAULT_EXPORTER, loadExporter } from '../exporters/index.ts';
import { exists, kindOf, readTextSync } from '../host/nodeFiles.ts';
import { realPathOf, toPath } from '../host/nodeUris.ts';
import { lostSources } from '../rules/run/lostSources.ts';
import { checkBrief } from '../rules/run/runRules.ts';
import { type Input, isRead } from './inputs.ts';
import type { Invocation } from './invocation.ts';
import type { Project } from './project.ts';
import { replaceFile, unwritableError } from './replaceFile.ts';
import type { Outcome } from './run.ts';
import { createUsageError } from './usageError.ts';

const briefExtension = /\.brief(?:\.md|\.txt)?$|\.(?:md|txt)$/;
const STDIN_NAME = '<stdin>';

/** Throws a usage error unless the command line names something to export. */
export function requirePaths({ paths }: Invocation): void {
  if (paths.length > 0) return;
  throw createUsageError(
    l10n.t('Nothing to export: name a brief, as in “{0}”.', 'briefmark export report.brief -o report.html'),
  );
}

/**
 * Runs `export`. One file goes to standard output, or to the file that `--output` names; several go to the folder that it names.
 * What an export leaves out is reported to `notify`.
 */
export async function runExport(
  project: Project,
  inputs: readonly Input[],
  { paths, values }: Invocation,
  notify: (message: string) => void,
): Promise<Outcome> {
  const briefs = await collectBriefs(project);
  if (briefs.length === 0)
    throw createUsageError(l10n.t('“{0}” is not a brief. Name the brief to export.', paths[0] ?? ''));
  const exporter = (await loadExporter(values('format').at(-1) ?? DEFAULT_EXPORTER))!;
  const title = values('title').at(-1);
  const options = { ...(title && { title }), internal: values('internal').length > 0 };
  const output = values('output').at(-1);
  const writing = { force: values('force').length > 0, inputs };
  const write = (some: readonly ExportedBrief[]) =>
    exporter.write({ briefs: some, run: async (steps) => runSync(steps), options });

  const isOneEach = briefs.length > 1 && (!exporter.isBundle || (await isFolderName(output)));
  if (isOneEach) {
    const folder = requireFolder(output, exporter, briefs.length);
    const names = fileNamesOf(briefs);
    for (const [index, brief] of briefs.entries()) {
      const exported = await write([brief]);
      await writeAll(exported, join(folder, names[index]!), writing);
      for (const sentence of exported.leftOut) notify(`${brief.file}: ${sentence}`);
    }
    return { output: '', exitCode: 0 };
  }
  const exported = await write(briefs);
  for (const sentence of exported.leftOut) notify(sentence);
  const [main, ...others] = exported.files;
  if (others.length > 0) {
    const folder = requireFolder(output, exporter, exported.files.length);
    await writeAll(exported, join(folder, briefs.length > 1 ? BUNDLE_NAME : fileNamesOf(briefs)[0]!), writing);
  } else if (output === undefined) return { output: main!.content, exitCode: 0 };
  else if (await isFolderName(output)) await writeAll(exported, join(output, fileNamesOf(briefs)[0]!), writing);
  else await writeOutput(output, main!.content, writing);
  return { output: '', exitCode: 0 };
}

/** The files of several briefs together are called this. */
const BUNDLE_NAME = 'briefs';

async function collectBriefs(project: Project): Promise<ExportedBrief[]> {
  const briefs: ExportedBrief[] = [];
  for await (const file of project.files()) {
    if (file.kind !== 'brief') continue;
    const { uri, brief, scope, settings } = file;
    briefs.push({
      uri,
      file: file.name,
      name: nameOf(file.name.split('/').at(-1)!),
      brief,
      scope,
      workspace: project.workspace,
      settings,
      lost: lostSources(project.workspace.factsOf(uri)!, scope, settings),
      findings: () => checkBrief(uri, brief, scope, settings),
      review: () =>
        readReviewText(
          uri,
          async (file) => readTextSync(toPath(file)).text,
          (file) => exists(toPath(file)),
        ),
    });
  }
  return briefs;
}

function nameOf(file: string): string {
  return file === STDIN_NAME ? 'brief' : file.replace(briefExtension, '');
}

/** The paths of the exports of briefs, without extension, below the folder that all of them share: no two are the same. */
function fileNamesOf(briefs: readonly ExportedBrief[]): string[] {
  const paths = briefs.map(({ file }) => file.split('/'));
  const [first = [], ...others] = paths.map((path) => path.slice(0, -1));
  let shared = 0;
  while (shared < first.length && others.every((path) => path[shared] === first[shared])) shared++;
  const taken = new Set<string>();
  return paths.map((path) => {
    const name = nameOf(path.slice(shared).join('/')).replace(/^(?:\.\.\/)+/, '');
    let unused = name;
    for (let number = 2; taken.has(unused.toLowerCase()); number++) unused = `${name}-${number}`;
    taken.add(unused.toLowerCase());
    return unused;
  });
}

async function isFolderName(output: string | undefined): Promise<boolean> {
  if (output === undefined) return false;
  return /[/\\]$/.test(output) || (await kindOf(resolve(output)).catch(() => undefined)) === 'folder';
}

function requireFolder(output: string | undefined, { title }: Exporter, count: number): string {
  if (output !== undefined) return output;
  throw createUsageError(
    l10n.t('This export in {0} is {1} files. Name a folder for them, as in “-o exports”.', title, count),
  );
}

interface Writing {
  readonly force: boolean;
  readonly inputs: readonly Input[];
}

/** Writes all files of an export beside each other. Nothing is written if one of them must not be. */
async function writeAll({ files }: Exported, path: string, writing: Writing): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) =>
    Promise.reject(unwritableError(path, error)),
  );
  for (const { suffix } of files) await refuseToReplace(path + suffix, writing);
  for (const { suffix, content } of files) await writeOutput(path + suffix, content, writing);
}

/** Writes a file completely or not at all. Refuses to replace one that exists, without `force`, and one that was read. */
async function writeOutput(path: string, content: Uint8Array, writing: Writing): Promise<void> {
  const kind = await refuseToReplace(path, writing);
  // Through links, so that these remain.
  const target = realPathOf(resolve(path));
  try {
    await (kind === 'other' ? writeFile(target, content) : replaceFile(target, content));
  } catch (error) {
    throw unwritableError(path, error);
  }
}

async function refuseToReplace(path: string, { force, inputs }: Writing) {
  if (isRead(path, inputs))
    throw createUsageError(
      l10n.t('“{0}” is read for this export and was not changed. Name another file for the export.', path),
    );
  const kind = await kindOf(realPathOf(resolve(path))).catch(() => undefined);
  if (kind !== undefined && !force)
    throw createUsageError(
      l10n.t('“{0}” already exists and was not changed. Name another file, or add --force to replace it.', path),
    );
  return kind;
}
