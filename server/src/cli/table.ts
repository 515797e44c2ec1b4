/** Rows of data as a table for people. */

import { clip, displayWidth, escapeControls } from '../base/text/escapeControls.ts';

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
