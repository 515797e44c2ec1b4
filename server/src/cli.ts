/** The command line: parses the arguments, finds the files, runs the command, prints its output and sets the exit code. */
import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { version } from '../../package.json';
import { escapeControls } from './base/text/escapeControls.ts';
import { lineStarts, positionAt } from './base/text/positions.ts';
import { cachePathFor } from './cli/cacheLocation.ts';
import { parseReportFiles, requireOtherFiles } from './cli/checkFormats.ts';
import { requirePaths, runExport } from './cli/export.ts';
import { findInputs, type Input, unreadableError } from './cli/inputs.ts';
import { findCommand, formatHelp, type Invocation, optionsOf, parseInvocation } from './cli/invocation.ts';
import { parseOverrides } from './cli/overrides.ts';
import { openProject } from './cli/project.ts';
import { type Outcome, requireConsistent, runCheck, runList, runRules } from './cli/run.ts';
import { runSuggest } from './cli/suggest.ts';
import { createUsageError, isUsageError } from './cli/usageError.ts';
import { describeFileNote } from './host/fileNotes.ts';
import { kindOf } from './host/nodeFiles.ts';
import { CONFIG_NAME } from './protocol/fileNames.ts';
import type { FileNote } from './protocol/fileText.ts';

/** The width of an excerpt when standard output is not a terminal. */
const DEFAULT_COLUMNS = 100;
const MIN_COLUMNS = 40;
/** More files than this are only counted. */
const MAX_LISTED_DOCUMENTS = 5;
const INCLUDE_ALL = 'include: ["**/*.{md,txt}"]';

for (const stream of [process.stdout, process.stderr]) {
  // The reader of the output may stop reading, as `head` does. That is not a failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    printError(l10n.t('The output cannot be written: {0}.', error.message));
    process.exit(2);
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 2;
  if (isUsageError(error)) return printError(error.message);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const request = l10n.t('This is a defect in Briefmark. Please report it with the command you ran and these lines:');
  printError(`${request}\n${details}`);
});

async function main(args: readonly string[]): Promise<void> {
  const invocation = parseArguments(args);
  const { command } = invocation;
  if (invocation.values('help').length > 0) return print(formatHelp(command));
  if (invocation.values('version').length > 0) return print(`${version}\n`);
  if (!command) {
    process.exitCode = 2;
    process.stderr.write(formatHelp(undefined));
    return;
  }
  if (command.name === 'lsp') return serve();
  if (command.name === 'mcp') return serveAssistant(invocation);
  if (command.name === 'rules') return print(runRules(invocation, shouldUseColor()).output);
  if (command.name === 'import') return importFiles(invocation);
  if (command.name === 'convert') return convertFiles(invocation);
  if (command.name === 'diff') return compare(invocation);
  if (command.name === 'export') requirePaths(invocation);
  if (command.name === 'check') requireConsistent(invocation);

  const overrides = parseOverrides(invocation.values);
  const paths = invocation.paths.length > 0 ? invocation.paths : ['.'];
  const { files, passedOver, emptyFolders } = await findInputs(paths, invocation.values('exclude'), readStdin);
  const reports = parseReportFiles(invocation.values('report'));
  requireOtherFiles(reports, files);
  const cachePath =
    invocation.values('cache').length > 0
      ? await cachePathFor(paths, invocation.values('cache-location').at(-1))
      : undefined;
  warnAboutConfigs(files);
  for (const { name, documents } of emptyFolders) printError(describeEmptyFolder(name, documents));
  let isComplete = emptyFolders.length === 0 || command.name !== 'check' || invocation.values('allow-empty').length > 0;
  for (const { name, note } of passedOver) {
    isComplete = false;
    printError(describeFileNote(name, note));
  }
  const reportUnreadable = (name: string, error: unknown) => {
    isComplete = false;
    printError(unreadableError(name, error).message);
  };
  const reportNote = (name: string, note: FileNote) => printError(describeFileNote(name, note));
  const [revision] = invocation.values('changed-since').slice(-1);
  const inputs =
    revision === undefined ? files : await (await import('./cli/changedSince.ts')).onlyChangedSince(files, revision);
  const project = await openProject(
    inputs,
    reportUnreadable,
    reportNote,
    overrides,
    invocation.values('trust').length > 0,
  );
  const color = shouldUseColor();
  const isTerminal = process.stdout.isTTY === true;
  const columns = Math.max(MIN_COLUMNS, process.stdout.columns ?? DEFAULT_COLUMNS);
  const outcome: Outcome =
    command.name === 'check'
      ? await runCheck(project, invocation, {
          color,
          columns,
          isTerminal,
          version,
          printError,
          cachePath,
          threadScript: join(__dirname, 'engine.js'),
        })
      : command.name === 'export'
        ? await runExport(project, files, invocation, printError)
        : command.name === 'suggest'
          ? await runSuggest(project, invocation, color, printError)
          : await runList(project, invocation, color);
  // Set before printing, so that a reader that stops early does not change it.
  process.exitCode = isComplete && project.isComplete() ? outcome.exitCode : 2;
  print(outcome.output);
}

async function convertFiles(invocation: Invocation): Promise<void> {
  const { runConvert } = await import('./cli/convert.ts');
  const { output, errors, exitCode } = await runConvert(invocation);
  process.exitCode = exitCode;
  for (const error of errors) printError(error);
  print(output);
}

async function importFiles(invocation: Invocation): Promise<void> {
  const { runImport } = await import('./cli/import.ts');
  const { output, errors, exitCode } = await runImport(invocation);
  process.exitCode = exitCode;
  for (const error of errors) printError(error);
  print(output.split('\n').map(escapeControls).join('\n'));
}

async function compare(invocation: Invocation): Promise<void> {
  const { runDiff } = await import('./cli/diff.ts');
  const { output, exitCode } = await runDiff(invocation, { readStdin, color: shouldUseColor(), printError });
  process.exitCode = exitCode;
  print(output);
}

/** Says that a folder has nothing to check, and which of its files may hold a brief under another name. */
function describeEmptyFolder(name: string, documents: readonly string[]): string {
  const problem = l10n.t('There are no briefs (*.brief, *.brief.md, *.brief.txt) and no registries in “{0}”.', name);
  if (documents.length === 0)
    return `${problem} ${l10n.t('Name another folder, or name a file to read it as a brief.')}`;
  const shown = documents.slice(0, MAX_LISTED_DOCUMENTS).join(', ');
  const rest = documents.length - MAX_LISTED_DOCUMENTS;
  const list = rest > 0 ? l10n.t('{0} and {1} more', shown, rest) : shown;
  const advice = l10n.t(
    'Name a text file to read it as a brief, or list such files in {0}: {1}',
    CONFIG_NAME,
    INCLUDE_ALL,
  );
  return `${problem} ${l10n.t('Passed over: {0}.', list)} ${advice}`;
}

/** Reports the first problem of each configuration that applies but is not itself checked. */
function warnAboutConfigs(inputs: readonly Input[]): void {
  const checked = inputs.flatMap(({ kind, config }) => (kind === 'config' && config ? [config] : []));
  for (const config of new Set(inputs.flatMap((input) => input.config ?? []))) {
    const [first, ...others] = config.config.registry.problems;
    if (!first || checked.includes(config)) continue;
    const { line } = positionAt(lineStarts(config.text), first.span.start);
    const more = others.length > 0 ? [l10n.t('“briefmark check {0}” shows {1} more.', config.name, others.length)] : [];
    printError([`${config.name}:${line + 1}: ${first.message}`, ...more].join(' '));
  }
}

function parseArguments(args: readonly string[]): Invocation {
  const [first] = args;
  const command = first === undefined || first.startsWith('-') ? undefined : findCommand(first);
  const options = optionsOf(command).map(
    ({ name, short, value }) => [name, { type: value ? 'string' : 'boolean', ...(short && { short }) }] as const,
  );
  const { tokens } = parseArgs({
    args: args.slice(command ? 1 : 0),
    options: Object.fromEntries(options),
    allowPositionals: true,
    // `parseInvocation` reports errors, in the user's language.
    strict: false,
    tokens: true,
  });
  const invocation = parseInvocation(command, tokens);
  // A path without a command: reported as an unknown command.
  if (!command && invocation.paths[0] !== undefined) findCommand(invocation.paths[0]);
  return invocation;
}

async function serve(): Promise<void> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  const { serveProcess } = await import('./serve.node.ts');
  serveProcess();
}

async function serveAssistant({ paths }: Invocation): Promise<void> {
  const [root = '.', ...others] = paths;
  const isFolder = (await kindOf(root).catch(() => undefined)) === 'folder';
  if (!isFolder || others.length > 0) throw createUsageError(l10n.t('Name one folder: briefmark mcp FOLDER.'));
  const { serveMcp } = await import('./cli/mcp/server.ts');
  await serveMcp(root, version);
}

/** Node reads a folder as if it were empty. */
function isStdinFolder(): boolean {
  try {
    return fstatSync(0).isDirectory();
  } catch {
    return false;
  }
}

async function readStdin(): Promise<Uint8Array> {
  if (isStdinFolder())
    throw createUsageError(l10n.t('Standard input is a folder. Name the folder instead: briefmark check FOLDER.'));
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whether to print colors: on terminals, unless the environment decides (https://no-color.org, https://force-color.org). */
function shouldUseColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return !['', '0', 'false'].includes(FORCE_COLOR);
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

function print(output: string | Uint8Array): void {
  process.stdout.write(output);
}

function printError(message: string): void {
  process.stderr.write(`briefmark: ${message.split('\n').map(escapeControls).join('\n')}\n`);
}
