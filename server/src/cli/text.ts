/** `check --format text`: findings for people at a terminal. */

import { escapeControls } from '../base/text/escapeControls.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { type FileReport, type Report, summarize } from './check.ts';
import { createExcerpt } from './excerpt.ts';
import type { ProjectFile } from './project.ts';

export interface TextOptions {
  readonly color: boolean;
  /** The maximum width of an excerpt. */
  readonly columns: number;
}

type Style = Severity | 'bold' | 'dim';

const ANSI_CODES: Readonly<Record<Style, string>> = {
  error: '31',
  warning: '33',
  information: '34',
  hint: '36',
  bold: '1',
  dim: '2',
};
const MARGIN = '  ';

/** Each finding with its line, and a summary at the end. */
export function formatText(report: Report, { color, columns }: TextOptions): string {
  const paint = (style: Style, text: string) => (color ? `\x1b[${ANSI_CODES[style]}m${text}\x1b[0m` : text);
  const formatFinding = ({ file }: FileReport, { code, severity, message, span, related }: Finding) => {
    const { character } = file.positionAt(span.start);
    const shown = createExcerpt(file.text, span.start - character, span, columns - MARGIN.length);
    const notes = (related ?? []).map(({ uri, span: { start }, message: note }) => {
      const other = report.fileAt(uri, file);
      return `${MARGIN}note: ${other ? formatLocation(other, start) : escapeControls(uri)} ${escapeControls(note)}`;
    });
    return [
      `${paint('bold', formatLocation(file, span.start))} ${paint(severity, severity)} ${code} ${escapeControls(message)}`,
      ...(shown.line.trim() === '' ? [] : [MARGIN + shown.line, MARGIN + paint(severity, shown.underline)]),
      ...notes.map((note) => paint('dim', note)),
      '',
    ];
  };
  const findings = report.files.flatMap((file) => file.findings.flatMap((finding) => formatFinding(file, finding)));
  return `${[...findings, summarize(report)].join('\n')}\n`;
}

/** The position as `briefs/gulf.brief:12:5`, with one-based line and column; `offset` counts UTF-16 units. */
export function formatLocation(file: ProjectFile, offset: number): string {
  const { line, character } = file.positionAt(offset);
  return `${escapeControls(file.name)}:${line + 1}:${character + 1}`;
}
