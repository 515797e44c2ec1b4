/** The results as a table for a terminal or a page, and the page docs/benchmarks.md. */
import { ratioOf } from './stats.mjs';

/**
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {{ date: string, cores: number, processor: string, memory: number, load: number, node: string, system: string, quick: boolean }} Machine
 * @typedef {{ machine: Machine, rows: Row[] }} Results
 */

/** @typedef {{ header: readonly string[], groups: readonly { title: string, lines: readonly (readonly string[])[] }[] }} Table */

const HEADER = ['', 'floor', 'Briefmark', 'p95', '× floor', 'Markdown', '× floor'];
const COMPARISON_HEADER = ['', 'before', 'now', 'now / before', 'of the rounds', ''];
/** This much slower or larger is marked. */
const MARKED_RATIO = 1.1;

/** @param {Results} results @returns {Table} */
export function floorTable({ rows }) {
  return tableOf(HEADER, rows, cellsOf);
}

/** Both builds and how they compare; what has become more than 10 % worse is marked. @param {Results} results @returns {Table} */
export function comparisonTable({ rows }) {
  return tableOf(COMPARISON_HEADER, rows, comparisonCells);
}

/** @param {readonly string[]} header @param {readonly Row[]} rows @param {(row: Row) => string[]} toCells @returns {Table} */
function tableOf(header, rows, toCells) {
  return { header, groups: groupsOf(rows).map(([title, members]) => ({ title, lines: members.map(toCells) })) };
}

/** For a terminal. @param {Table} table */
export function toText({ header, groups }) {
  const lines = [header, ...groups.flatMap(({ lines }) => lines)];
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const format = (/** @type {readonly string[]} */ cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [format(header), ...groups.map(({ title, lines }) => `\n${title}\n${lines.map(format).join('\n')}`)].join(
    '\n',
  );
}

/** For a page. @param {Table} table */
export function toMarkdown({ header, groups }) {
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  const format = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return groups
    .map(
      ({ title, lines }) =>
        `## ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${[header, rule, ...lines].map(format).join('\n')}\n`,
    )
    .join('\n');
}

/** @param {Results} results */
export function toPage(results) {
  const { date, cores, processor, memory, load, node, system } = results.machine;
  return `<!-- Written by \`npm run bench -- --write-docs\`. -->
# Benchmarks

Measured on ${date}: ${cores} cores (${processor}), ${Math.round(memory / 2 ** 30)} GB of memory, Node ${node}, ${system}.
The load was ${load.toFixed(1)}: a load above the number of cores means that other programs were running too and all times
are longer. Times are specific to this machine; ratios are comparable across machines. \`npm run bench\` measures on yours.

- **Floor**: an empty \`vscode-languageserver\` that keeps documents and answers every request with nothing. For cross-file
  answers, a program that reads the same files and runs one regular expression over each. For the engine, one regular
  expression over the same text, or \`TextDocument.update\` for edits.
- **Markdown**: Microsoft's Markdown language server 0.5.0 with validation, on the same prose as Markdown. It makes its client
  parse and read files, so part of the time is the client's.
- **Goal**: at most 3 × the floor.

Every figure is a median, with the 95th percentile for Briefmark. All servers receive the same briefs over stdio, in turns
within one run: a citation about every 300 characters, every tenth one malformed, 300 known names, 800 known sources. A
keystroke is one character typed in the middle of the brief; the time ends when the answer has been received and parsed. Each
server is warmed up by one second of typing. *Enter at the top* moves all findings, so all of them are sent again; the floor has
none. Start is the time from the start of the process to the answer to \`initialize\`, with code compiled by earlier starts. The
time of the first correct cross-file answer is accurate to 3 %. At the first start there is no stored index; the second start
finds the one that the first start stored. Memory is that of the process, as the system counts it. A dash means that the server
does not support the request, or answers with nothing.

${toMarkdown(floorTable(results))}`;
}

/** @param {readonly Row[]} rows @returns {[group: string, rows: Row[]][]} */
function groupsOf(rows) {
  return [...new Set(rows.map(({ group }) => group))].map((group) => [
    group,
    rows.filter((row) => row.group === group),
  ]);
}

/** @param {Row} row */
function cellsOf(row) {
  const { name, unit, values, limit = Infinity } = row;
  const format = (/** @type {number | undefined} */ value) =>
    value === undefined ? '–' : `${value >= limit ? '> ' : ''}${withUnit(value, unit)}`;
  const ratio = (/** @type {import('./servers.mjs').ServerId} */ id) => {
    const value = unit === 'findings' ? undefined : ratioOf(row, id);
    return value === undefined ? '–' : value < 10 ? value.toFixed(1) : value.toFixed(0);
  };
  return [
    name,
    format(values.floor?.median),
    format(values.briefmark?.median),
    format(values.briefmark && values.briefmark.count > 1 ? values.briefmark.p95 : undefined),
    ratio('briefmark'),
    format(values.markdown?.median),
    ratio('markdown'),
  ];
}

/** @param {Row} row */
function comparisonCells({ name, unit, values, ratio, limit = Infinity }) {
  const format = (/** @type {number | undefined} */ value) =>
    value === undefined ? '–' : `${value >= limit ? '> ' : ''}${withUnit(value, unit)}`;
  return [
    name,
    format(values.before?.median),
    format(values.briefmark?.median),
    ratio ? ratio.median.toFixed(2) : '–',
    ratio ? `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}` : '–',
    ratio && ratio.median > MARKED_RATIO ? '!' : '',
  ];
}

/** @param {number} value @param {Row['unit']} unit */
function withUnit(value, unit) {
  switch (unit) {
    case 'findings':
      return value.toFixed(0);
    case 'MB/s':
      return `${digits(value)} MB/s`;
    case 'ms':
      return value < 1_000 ? `${digits(value)} ms` : `${digits(value / 1_000)} s`;
    case 'bytes':
      if (value < 1_000) return `${value.toFixed(0)} B`;
      return value < 1_000_000 ? `${digits(value / 1_000)} kB` : `${digits(value / 1_000_000)} MB`;
  }
}

/** At least two significant digits. @param {number} value */
function digits(value) {
  return value < 1 ? value.toFixed(2) : value < 10 ? value.toFixed(1) : value.toFixed(0);
}
