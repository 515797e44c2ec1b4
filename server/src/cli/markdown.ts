/** `check --format markdown`: a table of the findings, for the summary of a job or a comment. */

import * as l10n from '@vscode/l10n';
import { oneLine } from '../base/text/oneLine.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { type Report, summarize } from './check.ts';
import { escapeMarkdown } from './markdownText.ts';
import { formatLocation } from './text.ts';

/** More rows are only counted: a job summary on GitHub has at most one megabyte. */
const MAX_ROWS = 200;
const MAX_MESSAGE_LENGTH = 300;

const ICONS: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟠', information: '🔵', hint: '⚪' };

/** A heading, the summary, and a row for each finding. */
export function formatMarkdown(report: Report): string {
  const rows = report.files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, span }) => {
      const cells = [
        `${ICONS[severity]} ${severity}`,
        escapeMarkdown(formatLocation(file, span.start)),
        `\`${code}\``,
        escapeMarkdown(oneLine(message, MAX_MESSAGE_LENGTH)),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  const rest = rows.length - MAX_ROWS;
  const header = [l10n.t('severity'), l10n.t('position'), l10n.t('rule'), l10n.t('finding')];
  const table = [`| ${header.join(' | ')} |`, '|---|---|---|---|', ...rows.slice(0, MAX_ROWS)].join('\n');
  const parts = [`### Briefmark`, escapeMarkdown(summarize(report))];
  if (rows.length > 0) parts.push(table);
  if (rest > 0) parts.push(l10n.t('{0} more are not shown.', rest));
  return `${parts.join('\n\n')}\n`;
}
