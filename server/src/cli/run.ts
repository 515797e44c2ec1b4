/** Runs commands: from a project and an invocation to the output and the exit code, without any input or output of its own. */

import * as l10n from '@vscode/l10n';
import type { Span } from '../base/text/span.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { checkProject, type Report, shouldFail, toJson } from './check.ts';
import type { Invocation } from './commands.ts';
import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import {
  type CitationRow,
  citationRows,
  collectRows,
  type EntityRow,
  entityRows,
  type LocatedRow,
  outlineRows,
} from './list.ts';
import { findRule } from './overrides.ts';
import type { Project } from './project.ts';
import { formatRule, formatRules, ruleRows } from './rules.ts';
import { toSarif } from './sarif.ts';
import { type SourceRow, sourceRows } from './sources.ts';
import { type Column, formatCsv, formatTable } from './table.ts';
import { formatLocation, formatText, type TextOptions } from './text.ts';

export interface Outcome {
  readonly output: string | Uint8Array;
  readonly exitCode: 0 | 1;
}

/** Runs `check`. */
export async function runCheck(
  project: Project,
  { values }: Invocation,
  options: TextOptions & { readonly version: string },
): Promise<Outcome> {
  const report = await checkProject(project);
  const formats: Readonly<Record<string, (report: Report) => string>> = {
    text: () => formatText(report, options),
    json: () => formatJson(toJson(report)),
    sarif: () => formatJson(toSarif(report, options.version)),
    github: () => formatGithub(report),
  };
  const threshold = values('fail-on').at(-1) as Severity | 'never';
  const output = formats[values('format').at(-1) ?? 'text']!(report);
  return { output, exitCode: shouldFail(report, threshold) ? 1 : 0 };
}

const SPAN_TITLES = ['span_start', 'span_end'];

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
    titles: readonly string[],
    columns: readonly Column<Row>[],
    position: Column<LocatedRow<Row>>,
  ): Outcome => {
    const rows = listed.map(({ row }) => row);
    if (format === 'json') return { output: formatJson(rows), exitCode: 0 };
    if (format === 'csv') return { output: formatCsv(titles, rows), exitCode: 0 };
    const others = columns.map(({ title, value }) => ({ title, value: ({ row }: LocatedRow<Row>) => value(row) }));
    return { output: formatTable([position, ...others], listed, color), exitCode: 0 };
  };
  const position: Column<LocatedRow<{ span: Span }>> = {
    title: l10n.t('position'),
    value: ({ row, file }) => formatLocation(file, row.span.start),
  };
  if (subject === 'citations') {
    return print<CitationRow>(
      await collectRows(project, citationRows),
      ['file', 'group_start', 'group_end', ...SPAN_TITLES, 'text', 'source', 'date', 'iso', 'id', 'status'],
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
    return print<SourceRow>(
      await collectRows(project, sourceRows),
      ['file', 'outlet', 'title', 'date', 'id', 'status', 'rating', 'cited', 'archived', 'single_sourced'],
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
    return print<EntityRow>(
      await collectRows(project, entityRows),
      ['file', ...SPAN_TITLES, 'surface', 'type', 'id', 'tagged'],
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
    ['file', 'level', 'title', ...SPAN_TITLES],
    [{ title: l10n.t('title'), value: ({ level, title }) => '  '.repeat(level - 1) + title }],
    position,
  );
}
