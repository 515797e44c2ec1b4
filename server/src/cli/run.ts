/** The commands: from what was asked to what is printed and the exit code. What reaches the world outside is passed in. */
import type { Severity } from '../rules/rule.ts';
import { checkProject, isWorthFailing, type Report, toJson } from './check.ts';
import type { Invocation } from './commands.ts';
import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import {
  type CitationRow,
  citationRows,
  type EntityRow,
  entityRows,
  type Listed,
  listProject,
  outlineRows,
} from './list.ts';
import type { Project } from './project.ts';
import { toSarif } from './sarif.ts';
import { type Column, formatCsv, formatTable } from './table.ts';
import { formatText, placeOf, type TextOptions } from './text.ts';

export interface Outcome {
  readonly output: string;
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
  return { output, exitCode: isWorthFailing(report, threshold) ? 1 : 0 };
}

const SPAN_TITLES = ['span_start', 'span_end'];

/** Runs `list citations`, `list entities` or `list outline`. */
export async function runList(project: Project, { subject, values }: Invocation, color: boolean): Promise<Outcome> {
  const format = values('format').at(-1);
  const print = <Row extends { span: { start: number } }>(
    listed: readonly Listed<Row>[],
    titles: readonly string[],
    columns: readonly Column<Row>[],
  ): Outcome => {
    const rows = listed.map(({ row }) => row);
    if (format === 'json') return { output: formatJson(rows), exitCode: 0 };
    if (format === 'csv') return { output: formatCsv(titles, rows), exitCode: 0 };
    const place: Column<Listed<Row>> = { title: 'place', value: ({ row, file }) => placeOf(file, row.span.start) };
    const others = columns.map(({ title, value }) => ({ title, value: ({ row }: Listed<Row>) => value(row) }));
    return { output: formatTable([place, ...others], listed, color), exitCode: 0 };
  };
  if (subject === 'citations') {
    return print<CitationRow>(
      await listProject(project, citationRows),
      ['file', 'group_start', 'group_end', ...SPAN_TITLES, 'text', 'source', 'date', 'iso', 'id', 'status'],
      [
        { title: 'status', value: ({ status }) => status },
        { title: 'source', value: ({ source }) => source },
        { title: 'date', value: ({ date }) => date },
        { title: 'iso', value: ({ iso }) => iso ?? '' },
        { title: 'id', value: ({ id }) => id ?? '' },
      ],
    );
  }
  if (subject === 'entities') {
    return print<EntityRow>(
      await listProject(project, entityRows),
      ['file', ...SPAN_TITLES, 'surface', 'type', 'id', 'tagged'],
      [
        { title: 'surface', value: ({ surface }) => surface },
        { title: 'type', value: ({ type }) => type ?? '' },
        { title: 'id', value: ({ id }) => id ?? '' },
        { title: 'tagged', value: ({ tagged }) => (tagged ? 'yes' : 'no') },
      ],
    );
  }
  return print(
    await listProject(project, outlineRows),
    ['file', 'level', 'title', ...SPAN_TITLES],
    [{ title: 'title', value: ({ level, title }) => '  '.repeat(level - 1) + title }],
  );
}
