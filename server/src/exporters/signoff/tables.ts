/** What the tables of the sign-off sheet have in common: heads, and rows that lead to places of the brief. */

import * as l10n from '@vscode/l10n';
import { element, escapeHtml } from '../../protocol/html.ts';
import type { PreviewPart } from '../../protocol/previewPart.ts';

/** Writes what leads to places of the brief; as text where nothing leads anywhere. */
export interface Places {
  /** The attributes of a row about the place at an offset. */
  readonly row: (at: number) => Readonly<Record<string, number | undefined>>;
  /** The number of a line, as a link to an offset in it. */
  readonly line: (line: number, at: number) => string;
  /** HTML as a link to an offset. */
  readonly link: (html: string, at: number) => string;
}

/** Creates a part whose offsets count from its first row. */
export type CreatePart = (
  rows: readonly { readonly at: number; readonly line: number }[],
  html: (places: Places) => string,
) => PreviewPart;

/** A heading, and a table of rows whose first column is the line; without rows, it says so. `note` stands above the table. */
export function titledTable(title: string, head: string, rows: readonly string[], note = ''): string {
  const heading = element('h2', {}, escapeHtml(title));
  if (rows.length === 0) return heading + element('p', {}, escapeHtml(l10n.t('None.')));
  return heading + note + element('table', {}, head + rows.join(''));
}

/** A row about the place at an offset: the number of its line, then the cells. */
export function placeRow(
  { row, line }: Places,
  place: { readonly at: number; readonly line: number },
  cells: readonly string[],
): string {
  const first = element('td', { class: 'line' }, line(place.line, place.at));
  return element('tr', row(place.at), first + cells.map((html) => element('td', {}, html)).join(''));
}

/** The head of a table whose first column is the line. */
export function columnHeads(wide: string, last: string): string {
  const cells = [
    element('th', { scope: 'col', class: 'line' }, escapeHtml(l10n.t('Line'))),
    element('th', { scope: 'col', class: 'wide' }, escapeHtml(wide)),
    element('th', { scope: 'col' }, escapeHtml(last)),
  ];
  return element('tr', {}, cells.join(''));
}
