/** The colors of the theme for pages that are styled like the exported one. */
import { LETTER } from '../../../../server/src/protocol/style';

/** The type colors need sufficient contrast on dark backgrounds, too. */
export const THEME_STYLE = `
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
body.vscode-high-contrast .entity::after { content: var(--letter); ${LETTER} }
`;
