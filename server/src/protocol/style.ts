/** A small letter behind a name. */
export const LETTER = 'font: 700 0.55em/1 system-ui, sans-serif; vertical-align: super; margin-left: 0.15em;';

/**
 * The style sheet of a rendered brief. Colors are variables, so that the preview can use those of the editor's theme.
 * Types are marked by the style of the underline as well as by a color; by a letter only where there are no colors. Nothing is
 * animated.
 */
export const STYLE = `
:root {
  --paper: #ffffff; --ink: #1b1b1b; --quiet: #555555; --line: #c8c8c8; --link: #0b57a4; --alarm: #a1130c; --alarm-paper: #fdeceb; --focus: #0b57a4;
  --person: #0b57a4; --org: #6a1b9a; --group: #9a1f5e; --place: #1b5e20; --event: #8a4b00; --weapon: #8c1d18; --media: #00606b; --doc: #5d4037; --other: #444444;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "DejaVu Serif", serif;
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); }
body { margin: 0; font-family: var(--serif); font-size: 1.05rem; line-height: 1.55; overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 0.5em; break-after: avoid; }
h1 { font-size: 1.7rem; margin-top: 0; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p { margin: 0 0 0.9em; orphans: 2; widows: 2; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; padding-bottom: 0.5rem; }
.facts, .masthead, .credit, .tally { color: var(--quiet); font-size: 0.9em; }
.facts, .marking { margin: 0 0 0.4rem; }
.marking { font-weight: 700; letter-spacing: 0.03em; }
.masthead { white-space: pre-line; font-family: system-ui, sans-serif; line-height: 1.45; padding-left: 0.75rem; border-left: 3px solid var(--line); }
.masthead + .masthead { margin-top: -0.9em; }
.credit { font-style: italic; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
blockquote { margin: 0 0 0.9em; padding-left: 1rem; border-left: 3px solid var(--line); }
table { border-collapse: collapse; margin: 0 0 0.9em; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: left; }
code { font-size: 0.9em; }
hr { border: 0; border-top: 1px solid var(--line); }
.note { font-size: 0.92em; padding-left: 2.4em; text-indent: -2.4em; }
.number { display: inline-block; min-width: 2.1em; text-indent: 0; color: var(--quiet); }
.source { color: var(--quiet); }
sup { line-height: 0; font-size: 0.7em; margin-left: 0.15em; }
.image { color: var(--quiet); font-style: italic; }
.entity { color: var(--kind); text-decoration: underline 1px; text-underline-offset: 0.18em; }
.is-person { --kind: var(--person); --letter: "P"; }
.is-org { --kind: var(--org); --letter: "O"; text-decoration-style: double; }
.is-group { --kind: var(--group); --letter: "G"; text-decoration-thickness: 2px; }
.is-place { --kind: var(--place); --letter: "L"; text-decoration-style: dotted; }
.is-event { --kind: var(--event); --letter: "E"; text-decoration-style: dashed; }
.is-weapon { --kind: var(--weapon); --letter: "W"; text-decoration: underline dashed 2px; }
.is-media { --kind: var(--media); --letter: "M"; text-decoration: underline dotted 2px; }
.is-doc { --kind: var(--doc); --letter: "D"; text-decoration: underline double 2px; }
.is-other { --kind: var(--other); --letter: "N"; }
.entity.unknown { text-decoration-style: wavy; }
@media (forced-colors: active) { .entity::after { content: var(--letter); ${LETTER} } }
.citation { color: var(--quiet); }
.citation.doubtful { text-decoration: underline dotted; text-underline-offset: 0.2em; }
.missing { text-decoration: none; }
mark { background: var(--alarm-paper); color: var(--alarm); border: 1px solid var(--alarm); border-radius: 3px; padding: 0 0.25em; }
.tally.lost { color: var(--alarm); font-weight: 700; }
ul.lost { display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; list-style: none; padding: 0; }
.sources, .named { font-size: 0.92em; }
.sources li, .named li { margin-bottom: 0.4em; break-inside: avoid; }
.outlet { font-weight: 700; }
.doubt { color: var(--alarm); }
.back { white-space: nowrap; }
.sources .back { white-space: normal; }
:target { outline: 2px solid var(--focus); outline-offset: 3px; }
`;

/** For print: black on white, with link addresses written out. */
export const PRINT_STYLE = `
@page { margin: 20mm 18mm; }
@media print {
  html, body { background: none; color: #000; }
  body { font-size: 10.5pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  a, .entity, .citation, .facts, .masthead, .credit, .source, .number, .tally, .tally.lost, .doubt { color: #000; }
  .entity { text-decoration: none; }
  .entity::after { content: none; }
  p a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; }
  mark { background: none; color: #000; border: 1.5pt solid #000; }
  .back { display: none; }
  .sources { break-before: auto; border-top: 1pt solid #000; }
  .named ul { columns: 2; column-gap: 2.5em; }
  :target { outline: none; }
}
`;
