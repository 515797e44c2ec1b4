/** The style of the preview: that of the exported page, with the colors of the theme. */
import { l10n } from 'vscode';
import { escapeHtml } from '../../../../server/src/protocol/html';
import { STYLE } from '../../../../server/src/protocol/style';

/** The type colors need sufficient contrast on dark backgrounds, too. */
const THEME_STYLE = `
:root {
  --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground); --quiet: var(--vscode-editor-foreground);
  --line: var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor)); --link: var(--vscode-textLink-foreground);
  --alarm-paper: transparent; --focus: var(--vscode-focusBorder);
}
body { padding: 0; color: var(--ink); }
body.vscode-dark {
  --person: #8ec7ff; --org: #d9a8f5; --group: #ff9fcf; --place: #8fd694; --event: #f2b866; --weapon: #ff9d94; --media: #6fd3de;
  --doc: #d7b9a3; --other: #c8c8c8; --alarm: #ffa198;
}
body.vscode-high-contrast {
  --person: var(--ink); --org: var(--ink); --group: var(--ink); --place: var(--ink); --event: var(--ink); --weapon: var(--ink);
  --media: var(--ink); --doc: var(--ink); --other: var(--ink); --quiet: var(--ink); --alarm: var(--ink);
}
body.vscode-high-contrast mark { border-width: 2px; }
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

export const PREVIEW_STYLE = STYLE + THEME_STYLE;

export const PREVIEW_BODY = `<main id="page" aria-label="${escapeHtml(l10n.t('Preview of the brief'))}"></main>
<div id="card" role="tooltip" hidden></div>`;
