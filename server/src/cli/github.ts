/**
 * `check --format github`: workflow commands, which GitHub Actions shows beside the lines of a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

import { escapeControls } from '../base/text/escapeControls.ts';
import type { Severity } from '../rules/engine/settings.ts';
import type { Report } from './check.ts';
import { formatLocation } from './text.ts';

const ANNOTATION_COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** One command per finding, each on its own line. */
export function formatGithub(report: Report): string {
  const commands = report.files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, span, related }) => {
      const [start, end] = [file.positionAt(span.start), file.positionAt(span.end)];
      const properties = {
        file: escapeControls(file.name.replace(/^(?:\.\/+)+/, '')),
        line: start.line + 1,
        // Annotations have columns only within one line.
        ...(start.line === end.line
          ? { col: start.character + 1, endColumn: end.character + 1 }
          : { endLine: end.line + 1 }),
        title: code,
      };
      const notes = (related ?? []).flatMap((note) => {
        const other = report.fileAt(note.uri, file);
        return other ? [`${escapeControls(note.message)}: ${formatLocation(other, note.span.start)}`] : [];
      });
      const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${ANNOTATION_COMMANDS[severity]} ${listed.join(',')}::${escapeData([escapeControls(message), ...notes].join('\n'))}`;
    }),
  );
  return commands.map((command) => `${command}\n`).join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
