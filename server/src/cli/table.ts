/** Rows of data as a table for people, and as CSV for spreadsheets. */
import { clip, displayWidth, escapeControls } from './escapeControls.ts';

/** A column: its title, and what stands in it. */
export interface Column<T> {
  readonly title: string;
  readonly value: (item: T) => string;
}

/** Columns are clipped at this width, except the last one, which is in nobody's way. */
const MAX_COLUMN_WIDTH = 60;

/** One row of cells under another, in columns; `color` sets the titles apart. */
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

/** Comma-separated values as in RFC 4180, with a line of titles. The values are plain JSON; spans become two columns. */
export function formatCsv(titles: readonly string[], rows: readonly object[]): string {
  const lines = [titles, ...rows.map((row) => Object.values(row).flatMap(flattenCells))];
  return lines.map((line) => `${line.map(escapeField).join(',')}\r\n`).join('');
}

function flattenCells(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(flattenCells);
  return [value === null ? '' : typeof value === 'string' ? neutralizeFormula(value) : String(value)];
}

/** A spreadsheet takes `=…`, `+…`, `-…` and `@…` for formulas and runs them; an apostrophe before it makes it text. */
function neutralizeFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function escapeField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
