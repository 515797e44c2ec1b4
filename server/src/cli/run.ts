/** Runs commands: from a project and an invocation to the output and the exit code, without any input or output of its own. */

import * as l10n from '@vscode/l10n';
import { escapeControlsInLines } from '../base/text/escapeControls.ts';
import type { Span } from '../base/text/span.ts';
import { citationRows } from '../exporters/rows/citations.ts';
import { CITATION_COLUMNS, ENTITY_COLUMNS, SOURCE_COLUMNS, spanColumns } from '../exporters/rows/columns.ts';
import { type CsvColumn, columnsOf, formatCsv } from '../exporters/rows/csvTable.ts';
import { entityRows } from '../exporters/rows/entities.ts';
import { sourceRows } from '../exporters/rows/sources.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { createChecker, createThreadedChecker } from './briefChecker.ts';
import { describeWriteFailure, openCache } from './cache.ts';
import { checkProject, shouldFail } from './check.ts';
import { CHECK_FORMATS, parseReportFiles, writeReports } from './checkFormats.ts';
import { MIN_FILES_PER_THREAD, threadCountFor } from './checkPool.ts';
import { createFixing, describeFixes } from './fixing.ts';
import { STDIN } from './inputs.ts';
import type { Invocation } from './invocation.ts';
import { formatJson } from './json.ts';
import { collectRows, type LocatedRow, type OutlineRow, outlineRows } from './list.ts';
import { findRule } from './overrides.ts';
import type { Project } from './project.ts';
import { formatRule, formatRules, ruleRows } from './rules.ts';
import { type Column, formatTable } from './table.ts';
import { formatLocation, type TextOptions } from './text.ts';
import { createUsageError } from './usageError.ts';

export interface Outcome {
  readonly output: string | Uint8Array;
  readonly exitCode: 0 | 1 | 2;
}

interface CheckOptions extends TextOptions {
  readonly version: string;
  /** The script that threads run (`checkPool.ts`). */
  readonly threadScript: string;
  /** The file of `--cache`. */
  readonly cachePath: string | undefined;
  /** Whether standard output is a terminal, which control characters in a diff would reach. */
  readonly isTerminal: boolean;
  /** Prints a line for the user beside the output. */
  readonly printError: (message: string) => void;
}

/** Runs `check`, and with `--fix` corrects what it checks. */
export async function runCheck(project: Project, { values }: Invocation, options: CheckOptions): Promise<Outcome> {
  const isDryRun = values('dry-run').length > 0;
  const fixing = values('fix').length > 0 ? createFixing(project, { isDryRun, report: options.printError }) : undefined;
  const threadCount = threadCountFor(project.briefCount, parseThreads(values('threads').at(-1)));
  const pool =
    fixing || threadCount === 1
      ? undefined
      : createThreadedChecker(project, {
          script: options.threadScript,
          count: threadCount,
          // How many are not in the cache is known at the end only.
          minimum: options.cachePath === undefined ? 0 : threadCount * MIN_FILES_PER_THREAD,
        });
  const checker = fixing?.checker ?? pool ?? createChecker(project);
  const cache =
    options.cachePath === undefined
      ? undefined
      : await openCache(options.cachePath, options.threadScript, project, checker, fixing !== undefined);
  const report = await checkProject(project, cache?.checker ?? checker).finally(() => pool?.stop());
  await cache?.store().catch((error: unknown) => options.printError(describeWriteFailure(options.cachePath!, error)));
  const fixed = fixing?.result();
  if (fixed) options.printError(describeFixes(fixed, isDryRun));
  const threshold = values('fail-on').at(-1) as Severity | 'never';
  const context = { ...options, threshold };
  await writeReports(parseReportFiles(values('report')), report, context);
  const exitCode = fixed?.isComplete === false ? 2 : shouldFail(report, threshold) ? 1 : 0;
  if (fixed && isDryRun)
    return { output: options.isTerminal ? escapeControlsInLines(fixed.diff) : fixed.diff, exitCode };
  return { output: CHECK_FORMATS.get(values('format').at(-1)!)!(report, context), exitCode };
}

/** The value of `--threads`. Throws a usage error unless it is a number. */
function parseThreads(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw createUsageError(l10n.t('The option --threads needs a number from 1 to 99, not “{0}”.', value));
}

/** Throws a usage error for options that do not go together. */
export function requireConsistent(invocation: Invocation): void {
  const { values } = invocation;
  if (values('cache-location').length > 0 && values('cache').length === 0)
    throw createUsageError(l10n.t('--cache-location says where --cache keeps its file. Use both.'));
  requireFixable(invocation);
}

/** Throws a usage error for options of `--fix` that do not go together. */
function requireFixable({ values, paths }: Invocation): void {
  const isDryRun = values('dry-run').length > 0;
  if (values('fix').length === 0) {
    if (isDryRun) throw createUsageError(l10n.t('--dry-run shows what --fix would change. Use both: --fix --dry-run.'));
    return;
  }
  if (paths.includes(STDIN))
    throw createUsageError(l10n.t('Standard input cannot be corrected. Save the text in a file, and name that.'));
  if (isDryRun && values('format').at(-1) !== 'text')
    throw createUsageError(l10n.t('--dry-run prints a unified diff. Leave out --format.'));
}

/** Runs `rules`, for the named rules or for all. */
export function runRules({ paths, values }: Invocation, color: boolean): Outcome {
  const rules = paths.map(findRule);
  const output =
    values('format').at(-1) === 'json'
      ? formatJson(ruleRows(rules.length > 0 ? rules : RULES))
      : rules.length > 0
        ? rules.map((rule) => formatRule(rule, color)).join('\n')
        : formatRules(color);
  return { output, exitCode: 0 };
}

/** Runs `list` for the subject of the invocation. */
export async function runList(project: Project, { subject, values }: Invocation, color: boolean): Promise<Outcome> {
  const format = values('format').at(-1);
  const print = <Row extends object>(
    listed: readonly LocatedRow<Row>[],
    csvColumns: readonly CsvColumn<Row>[],
    columns: readonly Column<Row>[],
    position: Column<LocatedRow<Row>>,
  ): Outcome => {
    const rows = listed.map(({ row }) => row);
    if (format === 'json') return { output: formatJson(rows), exitCode: 0 };
    if (format === 'csv') return { output: formatCsv(csvColumns, rows), exitCode: 0 };
    const others = columns.map(({ title, value }) => ({ title, value: ({ row }: LocatedRow<Row>) => value(row) }));
    return { output: formatTable([position, ...others], listed, color), exitCode: 0 };
  };
  const position: Column<LocatedRow<{ span: Span }>> = {
    title: l10n.t('position'),
    value: ({ row, file }) => formatLocation(file, row.span.start),
  };
  if (subject === 'citations') {
    return print(
      await collectRows(project, (file) => citationRows(file)),
      CITATION_COLUMNS,
      [
        { title: l10n.t('status'), value: ({ status }) => status },
        { title: l10n.t('source'), value: ({ source }) => source },
        { title: l10n.t('date'), value: ({ date }) => date },
        { title: l10n.t('iso'), value: ({ iso }) => iso ?? '' },
        { title: l10n.t('id'), value: ({ id }) => id ?? '' },
      ],
      position,
    );
  }
  if (subject === 'sources') {
    return print(
      await collectRows(project, (file) => sourceRows(file)),
      SOURCE_COLUMNS,
      [
        { title: l10n.t('outlet'), value: ({ outlet }) => outlet },
        { title: l10n.t('date'), value: ({ date }) => date ?? '' },
        { title: l10n.t('status'), value: ({ status }) => status },
        { title: l10n.t('rating'), value: ({ rating }) => rating },
        { title: l10n.t('cited'), value: ({ cited }) => String(cited) },
        { title: l10n.t('single'), value: ({ singleSourced }) => String(singleSourced) },
        { title: l10n.t('archived'), value: ({ archived }) => (archived ? l10n.t('yes') : l10n.t('no')) },
        { title: l10n.t('id'), value: ({ id }) => id ?? '' },
        { title: l10n.t('title'), value: ({ title }) => title },
      ],
      { title: l10n.t('file'), value: ({ file }) => file.name },
    );
  }
  if (subject === 'entities') {
    return print(
      await collectRows(project, (file) => entityRows(file)),
      ENTITY_COLUMNS,
      [
        { title: l10n.t('surface'), value: ({ surface }) => surface },
        { title: l10n.t('type'), value: ({ type }) => type ?? '' },
        { title: l10n.t('id'), value: ({ id }) => id ?? '' },
        { title: l10n.t('tagged'), value: ({ tagged }) => (tagged ? l10n.t('yes') : l10n.t('no')) },
      ],
      position,
    );
  }
  return print(
    await collectRows(project, outlineRows),
    [
      ...columnsOf<OutlineRow>('file', 'line', 'column', 'level', 'title'),
      ...spanColumns<OutlineRow>('span', ({ span }) => span),
    ],
    [{ title: l10n.t('title'), value: ({ level, title }) => '  '.repeat(level - 1) + title }],
    position,
  );
}
