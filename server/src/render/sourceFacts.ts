/** What the list of sources says of a source, in the order in which it says it. */

import { formatGrades } from '../analysis/sourcing/grades.ts';
import { truncateName } from '../protocol/html.ts';
import type { Resolution } from '../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../scope/scope.ts';
import type { SourceEntry } from '../syntax/ast.ts';
import type { Release } from './release.ts';
import type { PageWords } from './words/words.ts';

/** An item of the list: a registry entry, or a citation that resolves to no entry that may be shown. */
export interface ListedSource {
  readonly number: number;
  readonly entry?: SourceEntry;
  /** The source as cited, for an item without an entry. */
  readonly citedAs: string;
  /** The address that a citation without an entry gives. */
  readonly url?: string | undefined;
  readonly status: Resolution['status'];
}

export interface FactOptions {
  readonly words: PageWords;
  readonly release: Release;
}

/** A text without its full stop, for people; `archive` is an address, and `doubt` a sentence. */
export interface SourceFact {
  readonly kind: 'outlet' | 'authors' | 'title' | 'date' | 'rating' | 'address' | 'archive' | 'doubt';
  readonly text: string;
}

/** The facts of a source that its readers may know. */
export function sourceFacts(
  { entry, citedAs, url, status }: ListedSource,
  scope: Scope,
  { words, release }: FactOptions,
): SourceFact[] {
  const doubts = { unknown: words.unknownSource, ambiguous: words.ambiguousSource };
  const found = entry?.outlet && findOutlet(scope, entry.outlet.value)?.entry;
  const outlet = release.isWithheld(found) ? undefined : found;
  const rating = entry && release.isInternal ? formatGrades(entry, scope) : '';
  const facts: readonly (readonly [SourceFact['kind'], string | undefined])[] = entry
    ? [
        ['outlet', outlet?.name.value ?? entry.outlet?.value ?? entry.id.value],
        ['authors', entry.authors.join(', ')],
        ['title', entry.title],
        ['date', entry.issued && words.date(entry.issued.value)],
        ['rating', rating && words.rated(truncateName(rating))],
        ['address', entry.url?.value],
        ['archive', entry.archive?.value],
      ]
    : [
        ['outlet', citedAs],
        ['address', url === citedAs ? undefined : url],
        ['doubt', release.isInternal ? doubts[status as keyof typeof doubts] : undefined],
      ];
  return facts.flatMap(([kind, text]) => (text ? { kind, text } : []));
}
