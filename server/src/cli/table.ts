/** Rows of data as a table for people, and as CSV for spreadsheets. */

import { clip, displayWidth, escapeControls, escapeControlsInLines } from './escapeControls.ts';

/** A column: its title, and its cell in each row. */
export interface Column<T> {
  readonly title: string;
  readonly value: (item: T) => string;
}

/** Wider cells are clipped, except in the last column. */
const MAX_COLUMN_WIDTH = 60;

/** The items as aligned columns below their titles, which are bold with `color`. */
export function formatTable<T>(columns: readonly Column<T>[], items: readonly T[], color: boolean): string {
  const last = columns.length - 1;
  const rows = items.map((item) =>
    columns.map(({ value }, index) =>
      index === last ? escapeControls(value(item)) : clip(escapeControls(value(item)), MAX_COLUMN_WIDTH),
    ),
  );
  const titles = columns.map(({ title }) => title.toUpperCase());
  const widths = titles.map((title, index) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[index]!)), title.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell + ' '.repeat(widths[index]! - displayWidth(cell)))
      .join('  ')
      .trimEnd();
  const head = color ? `\x1b[1m${line(titles)}\x1b[0m` : line(titles);
  return [head, ...rows.map(line)].map((text) => `${text}\n`).join('');
}

/**
 * Comma-separated values with a header, as in RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180). The values of a row are plain
 * JSON, in the order of `titles`; a span fills two columns. Control characters are escaped, because a terminal may show the output.
 */
export function formatCsv(titles: readonly string[], rows: readonly object[]): string {
  const lines = [titles, ...rows.map((row) => Object.values(row).flatMap(flattenCells))];
  return lines.map((line) => `${line.map(escapeField).join(',')}\r\n`).join('');
}

function flattenCells(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(flattenCells);
  return [
    value === null ? '' : typeof value === 'string' ? neutralizeFormula(escapeControlsInLines(value)) : String(value),
  ];
}

/**
 * Spreadsheets run cells such as `=…`, `+…`, `-…` and `@…` as formulas; a leading apostrophe makes them text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function neutralizeFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function escapeField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
