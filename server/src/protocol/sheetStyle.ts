/** The style of a sign-off sheet, exported or in a view, on top of that of a rendered brief. */
export const SHEET_STYLE = `
main { max-width: 72rem; }
table { width: 100%; table-layout: fixed; font-size: 0.92em; }
th, td { vertical-align: top; overflow-wrap: anywhere; }
th.line, td.line { width: 4em; text-align: right; }
th.wide { width: 46%; }
th[scope="row"] { width: 46%; font-weight: 400; }
tr.unsourced td { background: var(--alarm-paper); }
td ul { margin: 0; padding-left: 1.1em; }
.open { color: var(--alarm); font-weight: 700; }
.quiet { color: var(--quiet); }
.sign { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2rem; margin-top: 3rem; }
.sign span { border-top: 1px solid var(--ink); padding-top: 0.3rem; }
@media print { tr { break-inside: avoid; } a { text-decoration: none; } }
`;
