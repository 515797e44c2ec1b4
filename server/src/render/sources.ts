/** The sources of a brief, numbered in the order of their first citation, and the list of them. */

import type { Steps } from '../base/memo/steps.ts';
import { shift, slice } from '../base/text/span.ts';
import { parseWebAddress } from '../base/text/webAddress.ts';
import { element, escapeHtml, renderName } from '../protocol/html.ts';
import { type Resolution, resolveCached } from '../scope/resolveCitation.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../syntax/ast.ts';
import { briefDateOf } from '../syntax/brief/brief.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { normalizeAddress } from '../syntax/citation/linkAddress.ts';
import { renderInlineMarkdown } from './markdown.ts';
import { type FactOptions, type ListedSource, sourceFacts } from './sourceFacts.ts';
import type { PageWords } from './words/words.ts';

export interface NumberedSources {
  /** The numbers of a citation; none if its source is missing. */
  readonly numbersOf: (citation: Citation) => readonly number[];
  readonly statusOf: (citation: Citation) => Resolution['status'];
  /** The entries of a citation that may be shown. */
  readonly entriesOf: (citation: Citation) => readonly SourceEntry[];
  readonly list: readonly ListedSource[];
  /** The citations whose missing source is to be seen, with their offsets and their text. */
  readonly missing: readonly { readonly citation: Citation; readonly at: number; readonly words: string }[];
  /** The offsets of those whose missing source is not reported. */
  readonly quietAt: ReadonlySet<number>;
  /** How many citations there are, but for the quiet ones. */
  readonly citationCount: number;
}

export interface SourceOptions extends FactOptions {
  /** Whether a citation without a source is to be seen as one. */
  readonly isGap: (citation: Citation) => boolean;
}

/** Longer addresses are cut and are not links. */
const MAX_ADDRESS_LENGTH = 2_000;
const RECORDS_PER_STEP = 500;
/** A source leads back to at most this many statements. */
const MAX_BACK_LINKS = 100;

/** Numbers the sources of a brief. */
export function* numberSources(
  brief: Brief,
  scope: Scope,
  { words: fixed, release, isGap }: SourceOptions,
): Steps<NumberedSources> {
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
  const quietAt = new Set<number>();
  for (const [index, { at: start, value: citation }] of records.entries()) {
    if (index % RECORDS_PER_STEP === 0) yield;
    const { status, entries } = resolveCached(citation, scope, date);
    const span = shift(citation.span, start);
    const words = slice(brief.text, span);
    if (status === 'missing') {
      if (isGap(citation)) missing.push({ citation, at: span.start, words });
      else quietAt.add(span.start);
      continue;
    }
    if (status === 'resolved') {
      const found = entries.map(({ entry }) => {
        if (!release.isWithheld(entry)) return numberOf(entry, { entry, citedAs: words, status });
        const isNamed = citation.source !== undefined || citation.title !== undefined;
        return numberOf(entry, {
          citedAs: isNamed ? formatCitedSource(citation, brief, start) : fixed.withheld,
          status,
        });
      });
      numbers.set(citation, found);
      continue;
    }
    const listed = { citedAs: formatCitedSource(citation, brief, start), url: citation.url?.value, status };
    numbers.set(citation, [numberOf(sourceKey(citation), listed)]);
  }
  return {
    numbersOf: (citation) => numbers.get(citation) ?? [],
    statusOf: (citation) => resolveCached(citation, scope, date).status,
    entriesOf: (citation) =>
      resolveCached(citation, scope, date).entries.flatMap(({ entry }) => (release.isWithheld(entry) ? [] : [entry])),
    list,
    missing,
    quietAt,
    citationCount: records.length - quietAt.size,
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

interface SourceListOptions extends FactOptions {
  /** How often the page shows the number of a source: its statements, to which the list leads back. */
  readonly countOf: (number: number) => number;
}

/** The list at the end of a brief; empty if the brief cites nothing. */
export function* renderSourceList(
  { list, missing, citationCount }: NumberedSources,
  scope: Scope,
  options: SourceListOptions,
): Steps<string> {
  if (citationCount === 0) return '';
  const { words: fixed } = options;
  const summary = [fixed.tally(citationCount - missing.length, citationCount), missing.length > 0 ? fixed.missing : ''];
  const missingItems: string[] = [];
  for (const [index, { words }] of missing.entries()) {
    if (index % RECORDS_PER_STEP === 0) yield;
    const link = element('a', { href: `#missing-${index + 1}` }, renderInlineMarkdown(words.replace(/^,\s*/, '')));
    missingItems.push(element('li', {}, link));
  }
  const rows: string[] = [];
  for (const [index, listed] of list.entries()) {
    if (index % RECORDS_PER_STEP === 0) yield;
    const { number } = listed;
    const back = renderBackLinks(number, options.countOf(number), fixed);
    rows.push(element('li', { id: `source-${number}` }, `${renderSource(listed, scope, options)}${back}`));
  }
  return element(
    'section',
    { class: 'sources', 'aria-labelledby': 'sources-title' },
    [
      element('h2', { id: 'sources-title' }, escapeHtml(fixed.sources)),
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

/** An arrow back, as text and not as an emoji. */
const BACK = '\u21A9\uFE0E';

/** The links of a source to its statements: one arrow, or an arrow and a number for each. */
function renderBackLinks(number: number, count: number, words: PageWords): string {
  const links = Array.from({ length: Math.min(count, MAX_BACK_LINKS) }, (_, index) => {
    const place = count === 1 ? undefined : index + 1;
    const attributes = {
      href: `#cited-${number}-${index + 1}`,
      role: 'doc-backlink',
      'aria-label': words.backFromSource(number, place),
    };
    return element('a', attributes, place === undefined ? BACK : String(place));
  });
  if (links.length === 0) return '';
  return ` ${element('span', { class: 'back' }, `${count === 1 ? '' : `${BACK} `}${links.join(' ')}`)}`;
}

function renderSource(listed: ListedSource, scope: Scope, options: FactOptions): string {
  const sentences = sourceFacts(listed, scope, options).map(({ kind, text }) => {
    switch (kind) {
      case 'outlet':
        return `${renderOutlet(text)}.`;
      case 'title':
        return `${element('cite', {}, renderName(text))}.`;
      case 'rating':
        return `${element('span', { class: kind }, escapeHtml(text))}.`;
      case 'address':
        return `${renderAddress(text)}.`;
      case 'archive':
        return `${escapeHtml(options.words.archivedAt)} ${renderAddress(text)}.`;
      case 'doubt':
        return element('em', { class: kind }, escapeHtml(text));
      default:
        return `${renderName(text)}.`;
    }
  });
  return sentences.join(' ');
}

function renderOutlet(name: string): string {
  return element('span', { class: 'outlet' }, renderName(name));
}

/** A link for http and https; anything else is text. */
function renderAddress(written: string): string {
  const url = written.length <= MAX_ADDRESS_LENGTH ? parseWebAddress(written) : undefined;
  if (url === undefined) return element('span', { class: 'address' }, renderName(written));
  return element('a', { class: 'address', href: url, rel: 'noopener noreferrer' }, renderName(written));
}
