/** The sources of a brief, numbered in the order of their first citation, and the list of them. */

import * as l10n from '@vscode/l10n';
import { formatRating } from '../analysis/sourcing/admiralty.ts';
import { shift, slice } from '../base/text/span.ts';
import { parseWebAddress } from '../base/text/webAddress.ts';
import { element, escapeHtml, renderName, truncateName } from '../protocol/html.ts';
import { type Resolution, resolveCached } from '../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../syntax/ast.ts';
import { briefDateOf } from '../syntax/brief/brief.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { normalizeAddress } from '../syntax/citation/linkAddress.ts';
import { formatDateForDisplay } from '../syntax/date/calendar.ts';
import { renderInlineMarkdown } from './markdown.ts';

/** An item of the list: a registry entry, or a citation that resolves to no entry. */
interface ListedSource {
  readonly number: number;
  readonly entry?: SourceEntry;
  /** The source as cited, for an item without an entry. */
  readonly citedAs: string;
  /** The address that a citation without an entry gives. */
  readonly url?: string | undefined;
  readonly status: Resolution['status'];
  /** The offset of its first citation. */
  readonly at: number;
}

export interface NumberedSources {
  /** The numbers of a citation; none if its source is missing. */
  readonly numbersOf: (citation: Citation) => readonly number[];
  readonly statusOf: (citation: Citation) => Resolution['status'];
  readonly list: readonly ListedSource[];
  /** The citations whose source is missing, with their offsets and their text. */
  readonly missing: readonly { readonly citation: Citation; readonly at: number; readonly words: string }[];
  readonly citationCount: number;
}

/** Longer addresses are cut and are not links. */
const MAX_ADDRESS_LENGTH = 2_000;

/** Numbers the sources of a brief. */
export function numberSources(brief: Brief, scope: Scope): NumberedSources {
  const date = briefDateOf(brief)?.value;
  const numbers = new Map<Citation, number[]>();
  const byKey = new Map<SourceEntry | string, number>();
  const list: ListedSource[] = [];
  const missing: NumberedSources['missing'][number][] = [];
  const numberOf = (key: SourceEntry | string, listed: Omit<ListedSource, 'number'>): number => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const number = list.push({ ...listed, number: list.length + 1 });
    byKey.set(key, number);
    return number;
  };
  const records = recordsOf(brief);
  for (const { at: start, value: citation } of records) {
    const { status, entries } = resolveCached(citation, scope, date);
    const span = shift(citation.span, start);
    const at = span.start;
    const words = slice(brief.text, span);
    if (status === 'missing') {
      missing.push({ citation, at, words });
      continue;
    }
    if (status === 'resolved') {
      const found = entries.map(({ entry }) => numberOf(entry, { entry, citedAs: words, status, at }));
      numbers.set(citation, found);
      continue;
    }
    const listed = { citedAs: formatCitedSource(citation, brief, start), url: citation.url?.value, status, at };
    numbers.set(citation, [numberOf(sourceKey(citation), listed)]);
  }
  return {
    numbersOf: (citation) => numbers.get(citation) ?? [],
    statusOf: (citation) => resolveCached(citation, scope, date).status,
    list,
    missing,
    citationCount: records.length,
  };
}

/** Equal for citations of one source: by its address, else by its name and dates. `ibid.` has those of the citation before it. */
function sourceKey({ source, title, url, id, when }: Citation): string {
  if (url) return normalizeAddress(url.value);
  const dates = (when?.dates ?? []).map(({ value, until }) => [value, until]);
  return JSON.stringify([source?.name ?? id?.value, source ? undefined : title?.value, dates]);
}

/** The name of the source, or the title, and the date as cited, without lead-in and tags. */
function formatCitedSource({ source, title, when, id, url }: Citation, brief: Brief, start: number): string {
  // The date of a link is in its address, which is shown.
  const isInAddress =
    url !== undefined && when !== undefined && when.span.start >= url.span.start && when.span.end <= url.span.end;
  const date = when && !isInAddress && slice(brief.text, shift(when.span, start));
  const name = source?.name ?? id?.value ?? title?.value ?? url?.value;
  const words = source && url && title && title.value !== name ? title.value : undefined;
  return [name, words, date].filter(Boolean).join(', ');
}

/** The list at the end of a brief; empty if the brief cites nothing. */
export function renderSourceList(
  { list, missing, citationCount }: NumberedSources,
  scope: Scope,
  includePositions: boolean,
): string {
  if (citationCount === 0) return '';
  const summary = [
    l10n.t('Citations with a source: {0} of {1}.', citationCount - missing.length, citationCount),
    missing.length > 0 ? l10n.t('Missing:') : '',
  ];
  const missingItems = missing.map(({ words, at }, index) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: `#missing-${index + 1}`, 'data-at': includePositions ? at : undefined },
        renderInlineMarkdown(words.replace(/^,\s*/, '')),
      ),
    ),
  );
  const rows = list.map((listed) => {
    const { number, at } = listed;
    const back = { class: 'outlet', href: `#cited-${number}`, 'data-at': includePositions ? at : undefined };
    return element('li', { id: `source-${number}` }, renderSource(listed, scope, back));
  });
  return element(
    'section',
    { class: 'sources', 'aria-labelledby': 'sources-title' },
    [
      element('h2', { id: 'sources-title' }, escapeHtml(l10n.t('Sources'))),
      element(
        'p',
        { class: missing.length > 0 ? 'tally lost' : 'tally' },
        escapeHtml(summary.filter(Boolean).join(' ')),
      ),
      missingItems.length > 0 ? element('ul', { class: 'lost' }, missingItems.join('')) : '',
      rows.length > 0 ? element('ol', {}, rows.join('')) : '',
    ].join(''),
  );
}

function renderSource(
  { entry, citedAs, url, status }: ListedSource,
  scope: Scope,
  back: Readonly<Record<string, string | number | undefined>>,
): string {
  if (!entry) {
    const why = {
      unknown: l10n.t('Not in the registry of sources.'),
      ambiguous: l10n.t('Several sources of the registry fit.'),
    }[status as string];
    const address = url && url !== citedAs ? ` ${renderAddress(url)}.` : '';
    return `${element('a', back, renderName(citedAs))}.${address}${why ? ` ${element('em', { class: 'doubt' }, escapeHtml(why))}` : ''}`;
  }
  const outlet = entry.outlet && findOutlet(scope, entry.outlet.value)?.entry;
  const rating = formatRating((entry.reliability ?? outlet?.reliability)?.value, entry.credibility?.value);
  const sentences = [
    element('a', back, renderName(outlet?.name.value ?? entry.outlet?.value ?? entry.id.value)),
    entry.authors.length > 0 ? renderName(entry.authors.join(', ')) : '',
    entry.title ? element('cite', {}, renderName(entry.title)) : '',
    entry.issued ? formatDateForDisplay(entry.issued.value) : '',
    rating ? element('span', { class: 'rating' }, escapeHtml(l10n.t('Rated {0}', truncateName(rating)))) : '',
    entry.url ? renderAddress(entry.url.value) : '',
    entry.archive ? renderArchive(entry.archive.value) : '',
  ];
  return `${sentences.filter(Boolean).join('. ')}.`;
}

function renderArchive(written: string): string {
  return escapeHtml(l10n.t('Archived at {0}')).replace('{0}', () => renderAddress(written));
}

/** A link for http and https; anything else is text. */
function renderAddress(written: string): string {
  const url = written.length <= MAX_ADDRESS_LENGTH ? parseWebAddress(written) : undefined;
  if (url === undefined) return element('span', { class: 'address' }, renderName(written));
  return element('a', { class: 'address', href: url, rel: 'noopener noreferrer' }, renderName(written));
}
