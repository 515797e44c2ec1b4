/** The sources of a brief, numbered in the order in which they are cited first, and the list of them. */

import * as l10n from '@vscode/l10n';
import { sayRating } from '../analysis/sourcing/admiralty.ts';
import { shift, slice } from '../base/text/span.ts';
import { webAddress } from '../base/text/webAddress.ts';
import { cut, element, escapeHtml, name } from '../protocol/html.ts';
import { type Resolution, resolveOnce } from '../scope/resolveCitation.ts';
import { outletOf, type Scope } from '../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../syntax/ast.ts';
import { dateOf } from '../syntax/brief/brief.ts';

import { sayDate } from '../syntax/date/calendar.ts';
import { renderWords } from './markdown.ts';

/** One line of the list: an entry of a registry, or a citation that no entry is known for. */
interface Listed {
  readonly number: number;
  readonly entry?: SourceEntry;
  /** How the source is cited, where there is no entry. */
  readonly words: string;
  readonly status: Resolution['status'];
  /** Where it is cited first. */
  readonly at: number;
}

export interface Sources {
  /** The numbers of a citation; none where its source is missing. */
  readonly numbersOf: (citation: Citation) => readonly number[];
  readonly statusOf: (citation: Citation) => Resolution['status'];
  readonly list: readonly Listed[];
  /** Where the citations stand that have lost their source, with their words. */
  readonly missing: readonly { readonly citation: Citation; readonly at: number; readonly words: string }[];
  readonly cited: number;
}

/** Longer addresses are cut and no links. */
const LONGEST_ADDRESS = 2_000;

/** Numbers the sources of a brief. */
export function numberSources(brief: Brief, scope: Scope): Sources {
  const date = dateOf(brief)?.value;
  const numbers = new Map<Citation, number[]>();
  const byKey = new Map<SourceEntry | string, number>();
  const list: Listed[] = [];
  const missing: Sources['missing'][number][] = [];
  let cited = 0;
  const numberOf = (key: SourceEntry | string, listed: Omit<Listed, 'number'>): number => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const number = list.push({ ...listed, number: list.length + 1 });
    byKey.set(key, number);
    return number;
  };
  for (const [index, block] of brief.blocks.entries()) {
    const start = brief.starts[index]!;
    for (const citation of block.citations) {
      cited++;
      const { status, entries } = resolveOnce(citation, scope, date);
      const span = shift(citation.span, start);
      const at = span.start;
      const words = slice(brief.text, span);
      if (status === 'missing') {
        missing.push({ citation, at, words });
        continue;
      }
      if (status === 'resolved') {
        const found = entries.map(({ entry }) => numberOf(entry, { entry, words, status, at }));
        numbers.set(citation, found);
        continue;
      }
      const said = sayCited(citation, brief, start);
      numbers.set(citation, [numberOf(said, { words: said, status, at })]);
    }
  }
  return {
    numbersOf: (citation) => numbers.get(citation) ?? [],
    statusOf: (citation) => resolveOnce(citation, scope, date).status,
    list,
    missing,
    cited,
  };
}

/** The name of the source and its date as they are cited, without lead-in and tags. */
function sayCited({ source, when, id }: Citation, brief: Brief, start: number): string {
  const date = when && slice(brief.text, shift(when.span, start));
  return [source?.name ?? id?.value, date].filter(Boolean).join(', ');
}

/** The list at the end of a brief; empty for one that cites nothing. */
export function sourceList({ list, missing, cited }: Sources, scope: Scope, live: boolean): string {
  if (cited === 0) return '';
  const tally = [
    l10n.t('Citations with a source: {0} of {1}.', cited - missing.length, cited),
    missing.length > 0 ? l10n.t('Missing:') : '',
  ];
  const lost = missing.map(({ words, at }, index) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: `#missing-${index + 1}`, 'data-at': live ? at : undefined },
        renderWords(words.replace(/^,\s*/, '')),
      ),
    ),
  );
  const rows = list.map((listed) => {
    const { number, at } = listed;
    const back = { class: 'outlet', href: `#cited-${number}`, 'data-at': live ? at : undefined };
    return element('li', { id: `source-${number}` }, describe(listed, scope, back));
  });
  return element(
    'section',
    { class: 'sources', 'aria-labelledby': 'sources-title' },
    [
      element('h2', { id: 'sources-title' }, escapeHtml(l10n.t('Sources'))),
      element('p', { class: missing.length > 0 ? 'tally lost' : 'tally' }, escapeHtml(tally.filter(Boolean).join(' '))),
      lost.length > 0 ? element('ul', { class: 'lost' }, lost.join('')) : '',
      rows.length > 0 ? element('ol', {}, rows.join('')) : '',
    ].join(''),
  );
}

function describe(
  { entry, words, status }: Listed,
  scope: Scope,
  back: Readonly<Record<string, string | number | undefined>>,
): string {
  if (!entry) {
    const why = {
      unknown: l10n.t('Not in the registry of sources.'),
      ambiguous: l10n.t('Several sources of the registry fit.'),
    }[status as string];
    return `${element('a', back, name(words))}.${why ? ` ${element('em', { class: 'doubt' }, escapeHtml(why))}` : ''}`;
  }
  const outlet = entry.outlet && outletOf(scope, entry.outlet.value)?.entry;
  const rating = sayRating((entry.reliability ?? outlet?.reliability)?.value, entry.credibility?.value);
  const sentences = [
    element('a', back, name(outlet?.name.value ?? entry.outlet?.value ?? entry.id.value)),
    entry.authors.length > 0 ? name(entry.authors.join(', ')) : '',
    entry.title ? element('cite', {}, name(entry.title)) : '',
    entry.issued ? sayDate(entry.issued.value) : '',
    rating ? element('span', { class: 'rating' }, escapeHtml(l10n.t('Rated {0}', cut(rating)))) : '',
    entry.url ? address(entry.url.value) : '',
    entry.archive ? archivedAt(entry.archive.value) : '',
  ];
  return `${sentences.filter(Boolean).join('. ')}.`;
}

function archivedAt(written: string): string {
  return escapeHtml(l10n.t('Archived at {0}')).replace('{0}', () => address(written));
}

/** A link for http and https; anything else is text. */
function address(written: string): string {
  const url = written.length <= LONGEST_ADDRESS ? webAddress(written) : undefined;
  if (url === undefined) return element('span', { class: 'address' }, name(written));
  return element('a', { class: 'address', href: url, rel: 'noopener noreferrer' }, name(written));
}
