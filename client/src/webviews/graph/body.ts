/** Markup and style of the graph page. Its data arrives in messages. */
import { l10n } from 'vscode';
import { escapeHtml } from '../../../../server/src/protocol/html';

export const GRAPH_BODY = `
<header>
<div class="tools">
<h1 class="unseen">${escapeHtml(l10n.t('Entity graph'))}</h1>
<label>${escapeHtml(l10n.t('Show'))} <select id="range"></select></label>
<label>${escapeHtml(l10n.t('Together in'))} <select id="proximity"><option value="paragraph">${escapeHtml(l10n.t('one paragraph'))}</option><option value="brief">${escapeHtml(l10n.t('one brief'))}</option></select></label>
<label>${escapeHtml(l10n.t('Search'))} <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<button id="refresh" type="button">${escapeHtml(l10n.t('Refresh'))}</button>
<button id="png" type="button">${escapeHtml(l10n.t('Save as PNG…'))}</button>
<button id="svg" type="button">${escapeHtml(l10n.t('Save as SVG…'))}</button>
</div>
<p class="status" id="status" role="status"></p>
<p class="notice" id="notice" hidden></p>
</header>
<main id="main" hidden>
<section class="picture" aria-label="${escapeHtml(l10n.t('Picture'))}">
<div id="graph" role="img" aria-label="${escapeHtml(l10n.t('The graph. The table shows the same data.'))}"></div>
<div class="zoom" role="group" aria-label="${escapeHtml(l10n.t('Zoom'))}"><button id="in" type="button" aria-label="${escapeHtml(l10n.t('Zoom in'))}">+</button><button id="out" type="button" aria-label="${escapeHtml(l10n.t('Zoom out'))}">−</button><button id="fit" type="button">${escapeHtml(l10n.t('Fit'))}</button></div>
<ul id="legend" class="legend" aria-label="${escapeHtml(l10n.t('The meaning of shapes, colors and lines'))}"></ul>
</section>
<div class="side">
<section id="details" class="details" aria-label="${escapeHtml(l10n.t('Selected entity'))}"></section>
<section class="rows" aria-label="${escapeHtml(l10n.t('Entities'))}">
<table id="table"><caption class="unseen">${escapeHtml(l10n.t('Entities. Use the arrow keys to select one and Enter to list its mentions.'))}</caption><thead></thead><tbody></tbody></table>
</section>
</div>
</main>
`;

export const GRAPH_STYLE = `
main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 5fr) minmax(260px, 4fr); border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
.picture { position: relative; min-height: 0; min-width: 0; display: flex; flex-direction: column; }
#graph { flex: 1; min-height: 0; overflow: hidden; position: relative; }
#graph { cursor: grab; }
#graph.over { cursor: pointer; }
#graph > * { position: absolute; inset: 0; width: 100%; height: 100%; }
#graph > canvas { pointer-events: none; }
.zoom { position: absolute; top: 10px; right: 10px; display: flex; gap: 4px; z-index: 2; }
.zoom button { min-width: 28px; }
.legend { margin: 0; padding: 6px 14px; list-style: none; display: flex; flex-wrap: wrap; gap: 0 16px; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
.legend li { display: flex; gap: 8px; align-items: center; line-height: 1.5; }
.legend svg, td svg { width: 14px; height: 14px; flex: none; vertical-align: -2px; }
.side { min-height: 0; min-width: 0; display: flex; flex-direction: column; border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
.details { padding: 8px 12px; max-height: 45%; overflow: auto; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
.details h2 { font-size: 1.15em; overflow-wrap: anywhere; }
.details p { margin: 4px 0; }
.details ul { margin: 2px 0 6px; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 6px; }
.rows { flex: 1; overflow: auto; min-height: 0; }
table { border-collapse: collapse; width: 100%; }
thead th { position: sticky; top: 0; background: var(--vscode-editor-background); text-align: start; padding: 2px 4px; white-space: nowrap; box-shadow: inset 0 -1px var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); }
thead button { font-weight: 600; }
tbody th { text-align: start; font-weight: normal; }
tbody th button { overflow-wrap: anywhere; width: 100%; min-width: 8em; }
td { padding: 2px 5px; white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
tr.chosen { background: var(--vscode-list-inactiveSelectionBackground); outline: 1px solid var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
/* Half a window, or 200 %: picture and table below each other, and the page scrolls. */
@media (max-width: 700px), (max-height: 420px) {
  .tools label { max-width: 100%; }
  .tools :is(select, input) { flex: 1; min-width: 0; }
  html, body { height: auto; min-height: 100%; }
  main { display: block; }
  .picture { height: max(300px, min(100vw, 80vh)); }
  .legend { border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
  .side { border-left: 0; }
  .details { max-height: none; }
  .rows { overflow: visible; }
}
`;
