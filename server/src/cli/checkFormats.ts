/** The formats of `check`, and the further reports of a run. */

import { writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { closestMatch, didYouMean } from '../base/text/didYouMean.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { type Report, toJson } from './check.ts';
import { formatGithub } from './github.ts';
import { toGitlab } from './gitlab.ts';
import { type Input, isRead } from './inputs.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import { formatMarkdown } from './markdown.ts';
import { unwritableError } from './replaceFile.ts';
import { toSarif } from './sarif.ts';
import { formatText, type TextOptions } from './text.ts';
import { createUsageError } from './usageError.ts';

export interface FormatContext extends TextOptions {
  readonly version: string;
  /** The severity from which on the check fails. */
  readonly threshold: Severity | 'never';
}

type Format = (report: Report, context: FormatContext) => string;

export const CHECK_FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', formatText],
  ['json', (report) => formatJson(toJson(report))],
  ['markdown', formatMarkdown],
  ['sarif', (report, { version }) => formatJson(toSarif(report, version))],
  ['github', formatGithub],
  ['gitlab', (report) => formatJson(toGitlab(report))],
  ['junit', (report, { threshold }) => formatJunit(report, threshold)],
]);

/** A report that is written to a file. */
export interface ReportFile {
  readonly format: string;
  readonly path: string;
}

/** The values of `--report`. Throws a usage error for one that is not a format and a path. */
export function parseReportFiles(values: readonly string[]): ReportFile[] {
  const formats = [...CHECK_FORMATS.keys()];
  return values.map((value) => {
    const [format = '', ...rest] = value.split('=');
    const path = rest.join('=');
    if (path === '')
      throw createUsageError(l10n.t('The option --report needs a format and a file: --report sarif=briefs.sarif.'));
    if (CHECK_FORMATS.has(format)) return { format, path };
    const problem = l10n.t('There is no format “{0}”.', format) + didYouMean(closestMatch(format, formats));
    throw createUsageError(`${problem} ${l10n.t('Use one of {0}.', formats.join(', '))}`);
  });
}

/** Throws a usage error for a report that would replace what is checked. */
export function requireOtherFiles(reports: readonly ReportFile[], inputs: readonly Input[]): void {
  for (const { path } of reports) {
    if (isRead(path, inputs))
      throw createUsageError(l10n.t('“{0}” is checked and was not replaced. Name another file for the report.', path));
  }
}

/** Writes the reports, without colors. Throws a usage error if that is not possible. */
export async function writeReports(
  files: readonly ReportFile[],
  report: Report,
  context: FormatContext,
): Promise<void> {
  for (const { format, path } of files) {
    const text = CHECK_FORMATS.get(format)!(report, { ...context, color: false });
    await writeFile(path, text).catch((error: unknown) => Promise.reject(unwritableError(path, error)));
  }
}
