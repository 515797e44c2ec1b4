/** The style of the preview: that of the exported page, with the colors of the theme. */
import { l10n } from 'vscode';
import { escapeHtml } from '../../../../server/src/protocol/html';
import { STYLE } from '../../../../server/src/protocol/style';
import { THEME_STYLE } from '../shared/themeStyle';

/** What the preview has beyond the exported page. */
const PAGE_STYLE = `
.part > :first-child { margin-top: 0; }
.part > h2, .part > h3, .part > h4, .part > section > h2 { padding-top: 0.8em; }
.citation[data-at] { cursor: pointer; }
#card {
  position: absolute; z-index: 1; max-width: min(26rem, calc(100vw - 2rem)); padding: 0.6rem 0.8rem; border-radius: 3px;
  font: var(--vscode-font-size, 13px)/1.45 var(--vscode-font-family, sans-serif);
  background: var(--vscode-editorHoverWidget-background); color: var(--vscode-editorHoverWidget-foreground);
  border: 1px solid var(--vscode-editorHoverWidget-border, var(--vscode-contrastBorder, currentColor));
}
#card p { margin: 0 0 0.35rem; }
#card p:last-child { margin: 0; }
`;

export const PREVIEW_STYLE = STYLE + THEME_STYLE + PAGE_STYLE;

export const PREVIEW_BODY = `<main id="page" aria-label="${escapeHtml(l10n.t('Preview of the brief'))}"></main>
<div id="card" role="tooltip" hidden></div>`;
