/** The shared style of the graph and the timeline, in the colors and sizes of the editor's theme. */
export const PICTURE_STYLE = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; padding: 0; display: flex; flex-direction: column; color: var(--vscode-foreground); background: var(--vscode-editor-background); font: var(--vscode-font-size, 13px) var(--vscode-font-family, sans-serif); }
[hidden] { display: none !important; }
h1, h2, h3 { font-weight: 600; margin: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { flex: none; }
.tools { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; padding: 10px 14px 6px; }
.tools label { display: inline-flex; gap: 6px; align-items: center; }
select, input[type=search] { font: inherit; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, var(--vscode-descriptionForeground))); padding: 3px 6px; border-radius: 2px; max-width: 18em; }
select { max-width: min(30em, 75vw); color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); }
button { font: inherit; color: var(--vscode-button-secondaryForeground, var(--vscode-foreground)); background: var(--vscode-button-secondaryBackground, transparent); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, var(--vscode-panel-border, transparent))); padding: 3px 10px; border-radius: 2px; cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground, var(--vscode-list-hoverBackground)); }
button.plain { color: inherit; background: none; border: 1px solid transparent; padding: 2px 4px; text-align: start; }
button.plain:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
.status { margin: 0; padding: 0 14px 6px; color: var(--vscode-foreground); min-height: 1.5em; }
.notice { margin: 0 14px 6px; padding: 5px 9px; border: 1px solid var(--vscode-inputValidation-infoBorder, var(--vscode-contrastBorder, currentColor)); background: var(--vscode-inputValidation-infoBackground, transparent); color: var(--vscode-inputValidation-infoForeground, var(--vscode-foreground)); }
.quiet { color: var(--vscode-foreground); opacity: .85; }
body.vscode-high-contrast button.plain, body.vscode-high-contrast-light button.plain { border-color: transparent; }
`;
