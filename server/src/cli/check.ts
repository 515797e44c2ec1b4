/** `briefmark check`: the findings of a project, and what follows from them. */
import { checkBrief, checkRegistry } from '../rules/check.ts';
import { type Finding, SEVERITIES, type Severity } from '../rules/rule.ts';
import type { Position } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';
import type { Project, ProjectFile } from './project.ts';

/** The findings of a file that has some. */
export interface FileReport {
  readonly file: ProjectFile;
  readonly findings: readonly Finding[];
}

export interface Report {
  /** How many files were checked. */
  readonly checked: number;
  readonly files: readonly FileReport[];
  /** The file a related place is in, as far as it was read. */
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

/** Checks every file that was asked for. */
export async function checkProject(project: Project): Promise<Report> {
  const files: FileReport[] = [];
  let checked = 0;
  for await (const file of project.files()) {
    checked++;
    const findings =
      file.kind === 'brief'
        ? checkBrief(file.uri, file.brief, file.scope)
        : checkRegistry(file.uri, file.registry, file.scope);
    if (findings.length > 0) files.push({ file: file.source, findings });
  }
  return { checked, files, fileAt: (uri, from) => (uri === from.uri ? from : project.registry(uri)) };
}

/** Whether something was found that is at least as bad as `threshold`. */
export function isWorthFailing({ files }: Report, threshold: Severity | 'never'): boolean {
  if (threshold === 'never') return false;
  const limit = SEVERITIES.indexOf(threshold);
  return files.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit));
}

/** The findings as programs read them. */
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

/** `7 errors and 1 warning in 2 of 6 files`. */
export function summarize({ checked, files }: Report): string {
  if (files.length === 0) return `No findings in ${count(checked, 'file')}.`;
  const findings = files.flatMap((file) => file.findings);
  const counts = SEVERITIES.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return found > 0 ? [count(found, severity)] : [];
  });
  const last = counts.pop()!;
  const all = counts.length > 0 ? `${counts.join(', ')} and ${last}` : last;
  return `${all} in ${files.length} of ${count(checked, 'file')}.`;
}

function count(many: number, what: string): string {
  const endless = what === 'information';
  return `${many} ${what}${many === 1 || endless ? '' : 's'}`;
}
