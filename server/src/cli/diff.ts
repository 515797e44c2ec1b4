/** `briefmark diff`: what happened to the sources of briefs between two versions. */

import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import { describeSourceChange, findSourceChanges, type SourceChange } from '../analysis/comparison/sourceChanges.ts';
import type { CitedSource, SourcedStatement } from '../analysis/comparison/sourcedStatements.ts';
import { escapeControls } from '../base/text/escapeControls.ts';
import { oneLine } from '../base/text/oneLine.ts';
import { plural } from '../base/text/plural.ts';
import type { Span } from '../base/text/span.ts';
import { describeFileNote } from '../host/fileNotes.ts';
import { checkRevision, idsAtRevision, readObject } from '../host/gitObjects.node.ts';
import { decodeText } from '../protocol/fileText.ts';
import { describeGitProblem } from './changedSince.ts';
import { findInputs, type Input, unreadableError } from './inputs.ts';
import type { Invocation } from './invocation.ts';
import { formatJson } from './json.ts';
import { escapeMarkdown } from './markdownText.ts';
import { type BriefFile, openProject, type ProjectFile } from './project.ts';
import { formatLocation } from './text.ts';
import { createUsageError } from './usageError.ts';

export interface DiffOptions {
  readonly readStdin: () => Promise<Uint8Array>;
  readonly color: boolean;
  readonly printError: (message: string) => void;
}

/** A change with the two files that were compared. */
interface LocatedChange {
  readonly file: ProjectFile;
  readonly earlierFile: ProjectFile;
  readonly change: SourceChange;
}

/** The two versions of one brief. The old one of a new brief is empty. */
interface VersionInputs {
  readonly before: Input;
  readonly after: Input;
}

/** Statements are quoted up to this length, in UTF-16 units. */
const MAX_STATEMENT_LENGTH = 120;

/** Runs `diff`. Throws a usage error if a version cannot be read. */
export async function runDiff(
  { paths, terminatedAt, values }: Invocation,
  { readStdin, color, printError }: DiffOptions,
): Promise<{ readonly output: string; readonly exitCode: 0 | 1 | 2 }> {
  const exclude = values('exclude');
  const [pairs, others] =
    terminatedAt === undefined
      ? await filePair(paths, readStdin)
      : await revisionPairs(paths.slice(0, terminatedAt), paths.slice(terminatedAt), exclude);
  let isComplete = true;
  const found: LocatedChange[] = [];
  // The registries are read once for all versions.
  const versions = pairs.flatMap(({ before, after }) => [before, after]);
  const project = await openProject(
    [...others, ...versions],
    (name, error) => {
      isComplete = false;
      printError(unreadableError(name, error).message);
    },
    (name, note) => printError(describeFileNote(name, note)),
  );
  let next = 0;
  let old: { readonly file: BriefFile; readonly index: number } | undefined;
  for await (const file of project.files()) {
    if (file.kind !== 'brief') continue;
    // A version that cannot be read is left out.
    while (versions[next]!.name !== file.name) next++;
    const index = next++;
    if (index % 2 === 0) old = { file, index };
    else if (old?.index === index - 1)
      for (const change of findSourceChanges(old.file, file))
        found.push({ file: file.source, earlierFile: old.file.source, change });
  }
  isComplete &&= project.isComplete();
  const formats: Readonly<Record<string, () => string>> = {
    text: () => formatChanges(found, pairs.length, color),
    json: () => formatJson(found.map(toJson)),
    markdown: () => formatMarkdown(found, pairs.length),
  };
  return {
    output: formats[values('format').at(-1) ?? 'text']!(),
    exitCode: !isComplete ? 2 : found.length > 0 ? 1 : 0,
  };
}

async function filePair(
  paths: readonly string[],
  readStdin: () => Promise<Uint8Array>,
): Promise<[VersionInputs[], Input[]]> {
  const [oldPath, newPath] = paths;
  if (oldPath === undefined || newPath === undefined || paths.length > 2) {
    throw createUsageError(
      l10n.t('Name two files, or a revision: “briefmark diff OLD NEW” or “briefmark diff HEAD -- PATHS”.'),
    );
  }
  const read = async (path: string) => {
    const { files } = await findInputs([path], [], readStdin);
    const named = files.filter((file) => file.named);
    const [file] = named;
    if (named.length === 1 && file?.kind === 'brief' && !file.inFolder) return { file, files };
    throw createUsageError(l10n.t('“{0}” is not one brief. Name two files, or a revision before “--”.', path));
  };
  const [before, after] = [await read(oldPath), await read(newPath)];
  // The registries near the new version apply to both, so that a change of theirs is none of the brief.
  const others = after.files.filter(({ named }) => !named);
  return [[{ before: before.file, after: after.file }], others];
}

async function revisionPairs(
  revisions: readonly string[],
  paths: readonly string[],
  exclude: readonly string[],
): Promise<[VersionInputs[], Input[]]> {
  const [revision] = revisions;
  if (revision === undefined || revisions.length > 1)
    throw createUsageError(l10n.t('Name one revision before “--”, as in “briefmark diff HEAD -- PATHS”.'));
  const noStdin = () =>
    Promise.reject(createUsageError(l10n.t('Standard input has no earlier revision. Name a file.')));
  if (paths.includes('-')) await noStdin();
  const { files } = await findInputs(paths.length > 0 ? paths : ['.'], exclude, noStdin);
  const briefs = files.filter(({ kind, named }) => kind === 'brief' && named);
  const others = files
    .filter(({ kind }) => kind === 'registry' || kind === 'project')
    .map((file) => ({ ...file, named: false }));
  const [first] = briefs;
  if (!first) throw createUsageError(l10n.t('There are no briefs in {0}.', paths.join(', ') || '.'));
  const problem = await checkRevision(dirname(fileURLToPath(first.uri)), revision);
  if (problem) throw createUsageError(describeGitProblem(problem, revision));
  const filePaths = briefs.map(({ uri }) => fileURLToPath(uri));
  const ids = await idsAtRevision(filePaths, revision);
  const pairs = briefs.map((after, index): VersionInputs => {
    const id = ids[index];
    const read = async () =>
      id === undefined ? { text: '' } : decodeText(await readObject(dirname(filePaths[index]!), id));
    return { after, before: { ...after, name: `${revision}:${after.name}`, read } };
  });
  return [pairs, others];
}

function formatChanges(found: readonly LocatedChange[], compared: number, color: boolean): string {
  const bold = (text: string) => (color ? `\x1b[1m${text}\x1b[0m` : text);
  const blocks = found.map(({ file, change }) => {
    const { statement, kind } = change;
    const words = oneLine(statement.words, MAX_STATEMENT_LENGTH);
    return `${bold(formatLocation(file, statement.start))} ${kind} ${escapeControls(describeSourceChange(change))}\n  ${escapeControls(words)}\n`;
  });
  return `${[...blocks, summarize(found, compared)].join('\n')}\n`;
}

function summarize(found: readonly LocatedChange[], compared: number): string {
  const briefs = plural(compared, {
    one: l10n.t('One brief compared'),
    other: l10n.t('{0} briefs compared', compared),
  });
  const changes =
    found.length === 0
      ? l10n.t('no statement lost or changed its source')
      : plural(found.length, { one: l10n.t('one change'), other: l10n.t('{0} changes', found.length) });
  return `${briefs}: ${changes}.`;
}

/** A list for a pull request. */
function formatMarkdown(found: readonly LocatedChange[], compared: number): string {
  const rows = found.map(({ file, change }) => {
    const { line } = file.positionAt(change.statement.start);
    const words = escapeMarkdown(oneLine(change.statement.words, MAX_STATEMENT_LENGTH));
    return `- **${escapeMarkdown(basename(file.name))}:${line + 1}** ${escapeMarkdown(describeSourceChange(change))}\n  > ${words}`;
  });
  return `${[`### ${l10n.t('Sources of the briefs')}`, summarize(found, compared), ...(rows.length > 0 ? [rows.join('\n')] : [])].join('\n\n')}\n`;
}

/** One change in `--format json`. Spans are in UTF-16 units, lines and columns count from 1. */
function toJson({ file, earlierFile, change }: LocatedChange) {
  const { kind, statement, earlier, lost, gained, other } = change;
  const source = ({ label, id, span }: CitedSource, { positionAt }: ProjectFile) => ({
    source: label,
    id: id ?? null,
    ...located(span, positionAt),
  });
  const place = (one: SourcedStatement, { name, positionAt }: ProjectFile) => ({
    file: name,
    statement: one.words,
    ...located(one, positionAt),
  });
  return {
    kind,
    message: describeSourceChange(change),
    ...place(statement, file),
    earlier: earlier ? place(earlier, earlierFile) : null,
    lost: lost.map((one) => source(one, earlierFile)),
    gained: gained.map((one) => source(one, file)),
    other: other ? place(other, file) : null,
  };
}

function located({ start, end }: Span, positionAt: ProjectFile['positionAt']) {
  const { line, character } = positionAt(start);
  return { span: { start, end }, line: line + 1, column: character + 1 };
}
