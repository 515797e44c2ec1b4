/** `briefmark check`: the findings of a project, their summary and the exit code. */

import * as l10n from '@vscode/l10n';
import type { Position } from '../base/text/positions.ts';
import type { Span } from '../base/text/span.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { SEVERITIES } from '../rules/engine/settings.ts';
import { checkRegistry } from '../rules/run/runRules.ts';
import { type BriefChecker, type CheckedBrief, createChecker } from './briefChecker.ts';
import type { Project, ProjectFile } from './project.ts';

/** A file with at least one finding. */
export interface FileReport {
  readonly file: ProjectFile;
  readonly findings: readonly Finding[];
}

export interface Report {
  /** The names of the checked files. */
  readonly checked: readonly string[];
  /** The number of briefs in which there is no citation. */
  readonly briefsWithoutCitations: number;
  readonly files: readonly FileReport[];
  /** The file of a related position; undefined if it was not read. */
  readonly fileAt: (uri: string, from: ProjectFile) => ProjectFile | undefined;
}

/** One finding of `check --format json`. */
export interface JsonFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly span: Span;
}

/**
 * Checks every named file. Registries are checked after all briefs, since unused sources are known only then, and only for
 * registries that were found in a named folder, with all its briefs.
 */
export async function checkProject(project: Project, checker: BriefChecker = createChecker(project)): Promise<Report> {
  const reports: (() => FileReport | undefined)[] = [];
  const checked: string[] = [];
  const briefs: CheckedBrief[] = [];
  const cited = new Set<string>();
  for await (const file of project.sources()) {
    const { name, uri, source, settings } = file;
    checked.push(name);
    if (file.kind === 'registry') {
      const { registry, scope, inFolder } = file;
      const isCited = (id: string) => (inFolder && project.isComplete() ? cited.has(id) : undefined);
      reports.push(() => toFileReport(source, checkRegistry(uri, registry, scope, settings, isCited)));
    } else {
      const brief = await checker.check(file);
      briefs.push(brief);
      reports.push(() => toFileReport(brief.source, brief.check().findings));
    }
  }
  await checker.finish();
  for (const { check } of briefs) for (const id of check().cited) cited.add(id);
  const briefsWithoutCitations = briefs.filter(({ check }) => !check().hasCitations).length;
  const files = reports.flatMap((report) => report() ?? []);
  const fileAt: Report['fileAt'] = (uri, from) => (uri === from.uri ? from : project.registry(uri));
  return { checked, briefsWithoutCitations, files, fileAt };
}

/** The report on a file; undefined, so that nothing is kept, if it is clean. */
function toFileReport(file: ProjectFile, findings: readonly Finding[]): FileReport | undefined {
  return findings.length > 0 ? { file, findings } : undefined;
}

/** Whether there is a finding of at least the severity `threshold`; always false for `never`. */
export function shouldFail({ files }: Report, threshold: Severity | 'never'): boolean {
  return files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, threshold)));
}

/** Whether a severity is at least `threshold`; nothing is at least `never`. */
export function isAtLeast(severity: Severity, threshold: Severity | 'never'): boolean {
  return threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** The findings for `check --format json`. */
export function toJson({ files }: Report): JsonFinding[] {
  return files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, span }) => ({
      file: file.name,
      code,
      severity,
      message,
      range: { start: file.positionAt(span.start), end: file.positionAt(span.end) },
      span: { start: span.start, end: span.end },
    })),
  );
}

/** `7 errors and 1 warning in 2 of 6 files`. Where nothing was found, it says how many briefs have nothing to find it in. */
export function summarize({ checked, briefsWithoutCitations, files }: Report): string {
  const fileCount = checked.length;
  if (fileCount === 0) return l10n.t('Nothing was checked.');
  if (files.length === 0) {
    const none = fileCount === 1 ? l10n.t('No findings in 1 file.') : l10n.t('No findings in {0} files.', fileCount);
    if (briefsWithoutCitations === 0) return none;
    const empty =
      briefsWithoutCitations === 1
        ? l10n.t('1 brief has no citations to check.')
        : l10n.t('{0} briefs have no citations to check.', briefsWithoutCitations);
    return `${none} ${empty}`;
  }
  const findings = files.flatMap((file) => file.findings);
  const counts = SEVERITIES.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return found > 0 ? [COUNT_FORMATS[severity](found)] : [];
  });
  const last = counts.pop()!;
  const all = counts.length > 0 ? l10n.t('{0} and {1}', counts.join(', '), last) : last;
  return fileCount === 1
    ? l10n.t('{0} in 1 of 1 file.', all)
    : l10n.t('{0} in {1} of {2} files.', all, files.length, fileCount);
}

const COUNT_FORMATS: Readonly<Record<Severity, (n: number) => string>> = {
  error: (n) => (n === 1 ? l10n.t('1 error') : l10n.t('{0} errors', n)),
  warning: (n) => (n === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', n)),
  information: (n) => (n === 1 ? l10n.t('1 information') : l10n.t('{0} information', n)),
  hint: (n) => (n === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', n)),
};
