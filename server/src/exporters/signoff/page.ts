/** The sign-off sheet as one HTML page that runs no scripts. */

import * as l10n from '@vscode/l10n';
import { LANGUAGE } from '../../base/language.ts';
import { element, escapeHtml, renderName } from '../../protocol/html.ts';
import { SHEET_STYLE } from '../../protocol/sheetStyle.ts';
import { PRINT_STYLE, STYLE } from '../../protocol/style.ts';
import { sheetParts, titleOfSheet } from './parts.ts';
import type { Sheet } from './sheet.ts';

const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page. All text from files is escaped. */
export function formatPage(sheet: Sheet): string {
  const signature = element(
    'p',
    { class: 'sign' },
    [l10n.t('Reviewer'), l10n.t('Date'), l10n.t('Signature')]
      .map((words) => element('span', {}, escapeHtml(words)))
      .join(''),
  );
  const body = [...sheetParts(sheet, { includePositions: false }).map(({ html }) => html), signature];
  return `<!doctype html>
<html lang="${escapeHtml(LANGUAGE)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
${element('title', {}, renderName(titleOfSheet(sheet)))}
<style>${STYLE}${SHEET_STYLE}${PRINT_STYLE}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}
