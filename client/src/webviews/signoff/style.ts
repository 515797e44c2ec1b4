/** Style and markup of the sign-off sheet: those of the exported one, with the colors of the theme. */
import { l10n } from 'vscode';
import { escapeHtml } from '../../../../server/src/protocol/html';
import { SHEET_STYLE } from '../../../../server/src/protocol/sheetStyle';
import { STYLE } from '../../../../server/src/protocol/style';
import { THEME_STYLE } from '../shared/themeStyle';

const PAGE_STYLE = `
.part > :first-child { margin-top: 0; }
.part > h2 { padding-top: 0.8em; }
tr[data-at] { cursor: pointer; }
tr[data-at]:hover td { outline: 1px dashed var(--line); outline-offset: -1px; }
tr.unsourced td.line { border-left: 4px solid var(--alarm); }
.open a { color: inherit; }
`;

export const SHEET_PAGE_STYLE = STYLE + SHEET_STYLE + THEME_STYLE + PAGE_STYLE;

export const SHEET_BODY = `<main id="page" aria-label="${escapeHtml(l10n.t('Sign-off sheet of the brief'))}"></main>`;
