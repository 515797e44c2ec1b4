/** `check --format text`: for people at a terminal. */

import type { Finding } from '../rules/engine/rule.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { type FileReport, type Report, summarize } from './check.ts';
import { visible } from './escapeControls.ts';
import { excerpt } from './excerpt.ts';
import type { ProjectFile } from './project.ts';

export interface TextOptions {
  readonly color: boolean;
  /** How wide a line of a brief may be shown. */
  readonly columns: number;
}

type Style = Severity | 'bold' | 'dim';

const CODES: Readonly<Record<Style, string>> = {
  error: '31',
  warning: '33',
  information: '34',
  hint: '36',
  bold: '1',
  dim: '2',
};
const MARGIN = '  ';

/** Every finding with its line, and a summary at the end. */
export function formatText(report: Report, { color, columns }: TextOptions): string {
  const paint = (style: Style, text: string) => (color ? `\x1b[${CODES[style]}m${text}\x1b[0m` : text);
  const one = ({ file }: FileReport, { code, severity, message, span, related }: Finding) => {
    const { character } = file.positionAt(span.start);
    const shown = excerpt(file.text, span.start - character, span, columns - MARGIN.length);
    const notes = (related ?? []).map(({ uri, span: { start }, message: note }) => {
      const other = report.fileAt(uri, file);
      return `${MARGIN}note: ${other ? placeOf(other, start) : visible(uri)} ${visible(note)}`;
    });
    return [
      `${paint('bold', placeOf(file, span.start))} ${paint(severity, severity)} ${code} ${visible(message)}`,
      ...(shown.line.trim() === '' ? [] : [MARGIN + shown.line, MARGIN + paint(severity, shown.underline)]),
      ...notes.map((note) => paint('dim', note)),
      '',
    ];
  };
  const findings = report.files.flatMap((file) => file.findings.flatMap((finding) => one(file, finding)));
  return `${[...findings, summarize(report)].join('\n')}\n`;
}

/** `briefs/gulf.brief:12:5`, counted from one, as editors do. */
export function placeOf(file: ProjectFile, offset: number): string {
  const { line, character } = file.positionAt(offset);
  return `${visible(file.name)}:${line + 1}:${character + 1}`;
}
