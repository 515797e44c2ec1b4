/**
 * The sign-off sheet as HTML, in parts: summary, one for each section, findings, silenced rules. In the editor, rows and citations
 * carry their offsets in the brief, from the start of their part.
 */

import * as l10n from '@vscode/l10n';
import { plural } from '../../base/text/plural.ts';
import { element, escapeHtml, renderName } from '../../protocol/html.ts';
import type { PreviewPart } from '../../protocol/previewPart.ts';
import type { Severity } from '../../rules/engine/settings.ts';
import type { SourceRow } from '../rows/sources.ts';
import { reviewParts } from './reviewParts.ts';
import type { Sheet, SheetSource, SheetStatement } from './sheet.ts';
import { type CreatePart, columnHeads, type Places, placeRow, titledTable } from './tables.ts';

export interface SheetPartOptions {
  /** Whether the sheet leads to places in the brief. */
  readonly includePositions: boolean;
}

/** What the sheet is called. */
export function titleOfSheet({ title }: Sheet): string {
  return l10n.t('Sign-off sheet: {0}', title);
}

/** The parts of the sheet, from top to bottom. All text from files is escaped. */
export function sheetParts(sheet: Sheet, options: SheetPartOptions): PreviewPart[] {
  const part: CreatePart = (rows, html) => {
    const at = Math.min(...rows.map((row) => row.at));
    const start = rows.length === 0 ? { line: 0, at: 0 } : { line: rows[0]!.line, at };
    return { ...start, html: html(placesFrom(start.at, options)) };
  };
  return [
    { line: 0, at: 0, html: formatHeader(sheet) + formatSummary(sheet) },
    ...sectionsOf(sheet.statements).map(([title, rows]) => part(rows, (places) => formatSection(title, rows, places))),
    part(sheet.findings, (places) => formatFindings(sheet, places)),
    part(sheet.ignores, (places) => formatIgnores(sheet, places)),
    ...(sheet.review ? reviewParts(sheet.review, part) : []),
  ];
}

function placesFrom(start: number, { includePositions }: SheetPartOptions): Places {
  if (!includePositions) return { row: () => ({}), line: String, link: (html) => html };
  return {
    row: (at) => ({ 'data-at': at - start }),
    line: (line, at) =>
      element(
        'a',
        { href: '#', 'data-at': at - start, 'aria-label': l10n.t('Line {0}', line) },
        escapeHtml(String(line)),
      ),
    link: (html, at) => element('a', { href: '#', 'data-at': at - start }, html),
  };
}

function formatHeader(sheet: Sheet): string {
  const { facts, marking } = sheet;
  return element(
    'header',
    {},
    [
      element('h1', {}, renderName(titleOfSheet(sheet))),
      facts.length > 0 ? element('p', { class: 'facts' }, facts.map(renderName).join(' · ')) : '',
      marking ? element('p', { class: 'marking' }, renderName(marking)) : '',
    ].join(''),
  );
}

function formatSummary({ statements, sources, findings, isInternal, review }: Sheet): string {
  const known = sources.filter(({ status }) => status !== 'missing');
  const count = (rows: readonly SourceRow[], test: (row: SourceRow) => boolean) => rows.filter(test).length;
  const unsourced = statements.filter(isUnsourced).length;
  const facts: readonly (readonly [string, string | number])[] = [
    [l10n.t('Statements'), statements.length],
    [l10n.t('Statements without a source'), unsourced],
    [l10n.t('Statements that lost a source'), statements.filter(hasLostSource).length],
    [l10n.t('Judgments'), statements.filter((one) => one.isJudgment).length],
    [l10n.t('Sources'), known.length],
    [l10n.t('Outlets'), new Set(known.map(({ outlet }) => outlet.toLowerCase()).filter(Boolean)).size],
    ...(isInternal ? [[l10n.t('Rated'), count(known, ({ rating }) => rating !== '')] as const] : []),
    [l10n.t('Archived'), count(known, ({ archived, archive }) => archived || archive !== '')],
    [l10n.t('Sources that carry a statement alone'), count(known, ({ singleSourced }) => singleSourced > 0)],
    [l10n.t('By type'), tally(known, ({ type }) => type)],
    [l10n.t('By language'), tally(known, ({ language }) => language)],
    [l10n.t('Open findings'), findings.length],
    ...(review && review.problem === undefined
      ? ([
          [l10n.t('Open comments'), review.comments.length],
          [l10n.t('Sign-offs of this text'), review.signoffs.filter(({ isCurrent }) => isCurrent).length],
        ] as const)
      : []),
  ];
  const rows = facts.map(([name, value]) =>
    element('tr', {}, element('th', { scope: 'row' }, escapeHtml(name)) + element('td', {}, escapeHtml(String(value)))),
  );
  return element('h2', {}, escapeHtml(l10n.t('Summary'))) + element('table', {}, rows.join(''));
}

/** `webpage 3, report 1`, the most frequent first, those without one last. */
function tally(rows: readonly SourceRow[], keyOf: (row: SourceRow) => string): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const stated = [...counts].filter(([key]) => key !== '').sort((a, b) => b[1] - a[1]);
  const unstated = counts.get('');
  const words = [
    ...stated.map(([key, count]) => `${key} ${count}`),
    ...(unstated === undefined ? [] : [l10n.t('not stated {0}', unstated)]),
  ];
  return words.join(', ') || '–';
}

/** Whether nothing supports a statement: it cites nothing, or all that it cites is lost. */
export function isUnsourced({ sources }: SheetStatement): boolean {
  return sources.every(({ isLost }) => isLost);
}

function hasLostSource({ sources }: SheetStatement): boolean {
  return sources.some(({ isLost }) => isLost);
}

/** The statements under each heading, in the order of the brief. */
function sectionsOf(statements: readonly SheetStatement[]): readonly (readonly [string, readonly SheetStatement[]])[] {
  const sections: [string, SheetStatement[]][] = [];
  for (const statement of statements) {
    const last = sections.at(-1);
    if (last?.[0] === statement.section) last[1].push(statement);
    else sections.push([statement.section, [statement]]);
  }
  return sections;
}

function formatSection(title: string, rows: readonly SheetStatement[], places: Places): string {
  const heading = element('h2', {}, renderName(title || l10n.t('Above the first heading')));
  const body = rows.map((row) => formatStatement(row, places));
  return heading + element('table', {}, columnHeads(l10n.t('Statement'), l10n.t('Sources')) + body.join(''));
}

function formatStatement(statement: SheetStatement, places: Places): string {
  const { at, line, text, sources, independence, likelihood, confidence } = statement;
  const notes = [
    statement.isJudgment ? l10n.t('Judgment') : '',
    likelihood.length > 0 ? l10n.t('likelihood: {0}', likelihood.join(', ')) : '',
    confidence.length > 0 ? l10n.t('confidence: {0}', confidence.join(', ')) : '',
  ].filter(Boolean);
  const list =
    sources.length === 0
      ? ''
      : element('ul', {}, sources.map((source) => element('li', {}, formatSource(source, places))).join(''));
  const cells = [
    element('td', { class: 'line' }, places.line(line, at)),
    element(
      'td',
      {},
      escapeHtml(text) +
        (notes.length > 0 ? `<br>${element('span', { class: 'quiet' }, escapeHtml(notes.join(' · ')))}` : ''),
    ),
    element(
      'td',
      {},
      [
        isUnsourced(statement) ? element('span', { class: 'open' }, escapeHtml(l10n.t('No source'))) : '',
        list,
        independence ? element('span', { class: 'quiet' }, escapeHtml(independence)) : '',
      ].join(''),
    ),
  ];
  return element('tr', { ...places.row(at), class: isUnsourced(statement) ? 'unsourced' : undefined }, cells.join(''));
}

function formatSource(source: SheetSource, { link }: Places): string {
  const { at, cited, isLost, status, outlet, title, date, rating, archive, sha256, tlp } = source;
  if (isLost) {
    const words = escapeHtml(l10n.t('source missing: {0}', cited || '–'));
    return element('span', { class: 'open' }, link(words, at));
  }
  const name = [outlet || cited, title && `“${title}”`, date].filter(Boolean).join(', ');
  const parts = [
    status === 'resolved' ? '' : describeStatus(status),
    rating,
    archive ? l10n.t('archived at {0}', archive) : '',
    sha256 ? `SHA-256 ${sha256}` : '',
    tlp ? `TLP:${tlp.replace(/^TLP:\s*/i, '')}` : '',
  ];
  return [link(renderName(name), at), ...parts.filter(Boolean).map(renderName)].join(' · ');
}

function describeStatus(status: SheetSource['status']): string {
  if (status === 'ambiguous') return l10n.t('several entries match');
  return status === 'linked' ? l10n.t('by its address alone') : l10n.t('in no registry');
}

function formatFindings({ findings }: Sheet, places: Places): string {
  const rows = findings.map(({ code, severity, message, ...place }) =>
    placeRow(places, place, [escapeHtml(message), escapeHtml(`${code} (${nameOfSeverity(severity)})`)]),
  );
  const count = plural(findings.length, {
    one: l10n.t('1 finding'),
    other: l10n.t('{0} findings', findings.length),
  });
  const head = columnHeads(l10n.t('Finding'), l10n.t('Rule'));
  return titledTable(l10n.t('Open findings'), head, rows, element('p', {}, escapeHtml(count)));
}

function nameOfSeverity(severity: Severity): string {
  const names: Readonly<Record<Severity, string>> = {
    error: l10n.t('error'),
    warning: l10n.t('warning'),
    information: l10n.t('information'),
    hint: l10n.t('hint'),
  };
  return names[severity];
}

function formatIgnores({ ignores }: Sheet, places: Places): string {
  const rows = ignores.map(({ codes, scope, reason, ...place }) => {
    const where = scope === 'file' ? l10n.t('in the whole brief') : l10n.t('in the next paragraph');
    const why = reason ? escapeHtml(reason) : element('span', { class: 'open' }, escapeHtml(l10n.t('no reason given')));
    return placeRow(places, place, [escapeHtml(codes.join(', ')), `${escapeHtml(where)}: ${why}`]);
  });
  return titledTable(l10n.t('Silenced rules'), columnHeads(l10n.t('Rule'), l10n.t('Reason')), rows);
}
