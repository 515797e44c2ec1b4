/** Markup and style of the timeline page. Its data arrives in messages. */
import { l10n } from 'vscode';
import { escapeHtml } from '../../../../server/src/protocol/html';

export const TIMELINE_BODY = `
<header>
<div class="tools">
<h1 class="unseen">${escapeHtml(l10n.t('Timeline of briefs'))}</h1>
<label>${escapeHtml(l10n.t('Show'))} <select id="range"></select></label>
<span role="group" aria-label="${escapeHtml(l10n.t('Kinds'))}" class="kinds">
<label><input id="report" type="checkbox" checked> <span aria-hidden="true">▪</span> ${escapeHtml(l10n.t('Reports'))}</label>
<label><input id="event" type="checkbox" checked> <span aria-hidden="true">◆</span> ${escapeHtml(l10n.t('Days in the prose'))}</label>
<label><input id="brief" type="checkbox" checked> <span aria-hidden="true">●</span> ${escapeHtml(l10n.t('Briefs'))}</label>
</span>
<label>${escapeHtml(l10n.t('Order'))} <select id="order"><option value="newest">${escapeHtml(l10n.t('newest first'))}</option><option value="oldest">${escapeHtml(l10n.t('oldest first'))}</option></select></label>
<label>${escapeHtml(l10n.t('Search'))} <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<button id="refresh" type="button">${escapeHtml(l10n.t('Refresh'))}</button>
</div>
<p class="status" id="status" role="status"></p>
<p class="notice" id="notice" hidden></p>
</header>
<nav id="density" class="density" aria-label="${escapeHtml(l10n.t('How many in each period'))}" hidden></nav>
<main id="main" tabindex="-1"></main>
`;

export const TIMELINE_STYLE = `
.kinds { display: inline-flex; flex-wrap: wrap; gap: 4px 12px; }
.density { display: flex; align-items: flex-end; gap: 1px; height: 74px; padding: 0 14px; flex: none; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); overflow: hidden; }
.density button { flex: 1 1 0; min-width: 2px; max-width: 80px; height: 100%; padding: 0; border: 0; border-radius: 0; background: none; display: flex; flex-direction: column; justify-content: flex-end; align-items: stretch; color: inherit; }
.density button:hover .bar { background: var(--vscode-focusBorder); }
.density button:focus-visible { outline-offset: -2px; }
.density .bar { background: var(--vscode-charts-blue, #1a85ff); border: 1px solid var(--vscode-contrastBorder, transparent); }
.density .when { height: 18px; font-size: .85em; text-align: start; white-space: nowrap; width: 0; }
.density button:disabled { cursor: default; }
main { flex: 1; overflow: auto; min-height: 0; padding: 0 14px 20px; }
main h2 { position: sticky; top: 0; background: var(--vscode-editor-background); padding: 10px 0 4px; z-index: 1; font-size: 1.3em; }
main h3 { padding: 8px 0 2px; font-size: 1em; }
main ol { list-style: none; margin: 0; padding: 0; border-left: 2px solid var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); margin-left: 6px; }
main section { content-visibility: auto; contain-intrinsic-size: auto 200px; }
button.item { display: grid; grid-template-columns: 1.2em 3.2em minmax(0, 1fr); gap: 0 8px; width: 100%; text-align: start; padding: 3px 8px; color: inherit; background: none; border: 1px solid transparent; }
button.item:hover { background: var(--vscode-list-hoverBackground, transparent); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); }
.item .mark { text-align: center; }
.item.report .mark { color: var(--vscode-charts-blue, #1a85ff); }
.item.event .mark { color: var(--vscode-charts-purple, #652d90); }
.item.brief .mark { color: var(--vscode-charts-green, #388a34); }
.item .day { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
.item .words { overflow-wrap: anywhere; }
.item .note { opacity: .85; }
.item .bad { font-weight: 600; text-decoration: underline wavy var(--vscode-editorError-foreground, currentColor); text-underline-offset: 3px; }
`;
