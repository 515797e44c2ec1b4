/** A self-contained HTML page: for the browser, for paper, for an attachment. */

import { element, escapeHtml, renderName } from '../protocol/html.ts';
import { PRINT_STYLE, STYLE } from '../protocol/style.ts';
import type { RenderedBrief } from './brief.ts';

// Whatever the brief contains, the page runs no script and loads nothing.
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The brief as one HTML file, without scripts. */
export function toDocument({ title, language, parts }: RenderedBrief): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
${element('title', {}, renderName(title))}
<style>${STYLE}${PRINT_STYLE}</style>
</head>
<body>
<main>
${parts.map(({ html }) => html).join('\n')}
</main>
</body>
</html>
`;
}
