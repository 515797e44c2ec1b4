/**
 * Tables for spreadsheets: comma-separated values with a header, as in RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), with a
 * byte order mark, without which spreadsheets take UTF-8 for another encoding.
 */

import { BYTE_ORDER_MARK } from '../../base/text/byteOrderMark.ts';
import { escapeControlsInLines } from '../../base/text/escapeControls.ts';

/** A column: its title, and its cell in each row. Null is an empty cell. */
export interface CsvColumn<T> {
  readonly title: string;
  readonly value: (row: T) => string | number | boolean | null;
}

/** The rows below the titles. Control characters are escaped, because a terminal may show the output. */
export function formatCsv<T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string {
  const lines = [
    columns.map(({ title }) => escapeField(title)),
    ...rows.map((row) => columns.map(({ value }) => formatCell(value(row)))),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(',')}\r\n`).join('');
}

/** Columns that hold a field of the row each, under its name or another one. */
export function columnsOf<T extends object>(...fields: readonly (keyof T & string)[]): readonly CsvColumn<T>[] {
  return fields.map((field) => ({
    title: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value: (row) => row[field] as string | number | boolean | null,
  }));
}

function formatCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  return typeof value === 'string' ? escapeField(neutralizeFormula(escapeControlsInLines(value))) : String(value);
}

/**
 * Spreadsheets run cells such as `=…`, `+…`, `-…` and `@…` as formulas; a leading apostrophe makes them text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function neutralizeFormula(text: string): string {
  return /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function escapeField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
