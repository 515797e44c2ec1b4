import * as l10n from '@vscode/l10n';
import { type Statement, statementsIn } from '../../analysis/language/statements.ts';
import { isPlatform } from '../../analysis/sourcing/platforms.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { resolveCached } from '../../scope/resolveCitation.ts';
import { outletKey, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { readInlines } from '../../syntax/brief/inlines.ts';

import { perWording, type TextOf } from '../../syntax/citation/wording.ts';

import type { BlockContext, Rule } from '../engine/rule.ts';

/** Two interviews on one day are two sources. */
const interviewPattern = /\binterviews?\b|^(?:KII|FGD)\b/i;

/** One source cited twice for one statement, so that it looks like two. */
export const duplicateCitation: Rule = {
  code: 'duplicate-citation',
  severity: { draft: 'hint', release: 'warning' },
  title: l10n.t('One source is cited twice for one statement.'),
  standard: {
    name: 'Chicago Manual of Style Online, Q&A “Citation, Documentation of Sources”',
    requirement: l10n.t('Where references to one source follow each other, one of them is enough.'),
  },
  why: l10n.t(
    'A source that stands twice in one citation reads like two that agree, and often comes from pasting: another report was meant. Take one of them out, or put the right source in its place. Other pages of one source and other days of one outlet are no duplicates; nor is a source that is cited again after another one. Two reports of one outlet and day can only be told apart by their ids: tag them.',
  ),
  bad: {
    brief: 'Flights were resumed (Coastal Courier, May 8; Harbour Radio, May 9; Coastal Courier, May 8).\n',
  },
  fixed: { brief: 'Flights were resumed (Coastal Courier, May 8; Harbour Radio, May 9).\n' },
  good: { brief: 'Flights were resumed (Coastal Courier, May 8, 10; Harbour Radio, May 9).\n' },
  *paragraph(block, context) {
    if (!hasRepeatedIdentity(block.citations, context)) return;
    for (const statement of statementsIn(block, context.textOf({ start: 0, end: block.length }))) {
      for (const { first, repeated, removal } of duplicatesIn(statement, context)) {
        const isCertain = repeated.id !== undefined && first.id?.value === repeated.id.value;
        const name = formatCitation(repeated, context);
        const problem =
          first.group.start === repeated.group.start
            ? l10n.t('{0} is cited twice in this citation, so one source looks like two. Take one of them out.', name)
            : l10n.t('{0} is cited twice for this sentence, so one source looks like two. Take one of them out.', name);
        const advice = l10n.t('If two reports of that day are meant, say which with tags.');
        yield {
          span: repeated.span,
          message: isCertain ? problem : `${problem} ${advice}`,
          ...(isCertain && { unnecessary: true }),
          data: { ...(removal && { removal: [removal.start, removal.end] }), isCertain },
        };
      }
    }
  },
  fixes({ span, data }, { brief, uri }) {
    const index = brief ? blockIndexAt(brief, span.start) : -1;
    const [start, end] = Array.isArray(data?.removal) ? data.removal : [];
    if (!brief || index < 0 || typeof start !== 'number' || typeof end !== 'number') return [];
    const at = brief.starts[index]!;
    const text = brief.text.slice(at, at + brief.blocks[index]!.length);
    if (!isSafeToRemove(text, { start, end })) return [];
    const removedText = text.slice(start, end).replace(/^[\s;]+/, '');
    const title = l10n.t('Take out “{0}”', removedText.replace(/\s+/g, ' '));
    return [
      { title, isPreferred: data?.isCertain === true, changes: [{ uri, span: shift({ start, end }, at), text: '' }] },
    ];
  },
};

/**
 * Whether two citations of a paragraph may mean the same source. In most paragraphs none do, and the rest is skipped.
 */
function hasRepeatedIdentity(citations: readonly Citation[], context: BlockContext): boolean {
  const seen = new Set<string>();
  for (const citation of citations) {
    const identity = citations.length > 1 ? identityIn(context, citation) : undefined;
    if (identity === undefined) continue;
    if (seen.has(identity)) return true;
    seen.add(identity);
  }
  return false;
}

interface Duplicate {
  readonly first: Citation;
  readonly repeated: Citation;
  /** What can be removed, with the preceding separator or blank; a span in the block. */
  readonly removal?: Span;
}

function duplicatesIn({ citations }: Statement, context: BlockContext): Duplicate[] {
  const found: Duplicate[] = [];
  const groups = new Map<number, Citation[]>();
  for (const citation of citations) {
    // An item that is its own group, such as a source tag in running prose, says who reported something; the citation after
    // it is not a repetition.
    if (citation.group.start === citation.span.start) continue;
    getOrInsert(groups, citation.group.start, () => []).push(citation);
  }
  let previous: Citation | undefined;
  for (const items of groups.values()) {
    const seen = new Map<string, Citation>();
    for (const [index, repeated] of items.entries()) {
      const identity = identityIn(context, repeated);
      const first = identity === undefined ? undefined : seen.get(identity);
      if (identity !== undefined && !first) seen.set(identity, repeated);
      if (first) found.push({ first, repeated, ...itemRemoval(items[index - 1]!, repeated, context) });
    }
    const single = items.length === 1 ? items[0] : undefined;
    const identity = single && identityIn(context, single);
    // The last reference covers the whole sentence, so the earlier one is removed.
    if (previous && single && identity !== undefined && identity === identityIn(context, previous)) {
      const { start, end } = previous.group;
      const gap = /[ \t]*$/.exec(context.textOf({ start: Math.max(0, start - 4), end: start }))![0].length;
      found.push({ first: previous, repeated: single, removal: { start: start - gap, end } });
    }
    previous = single;
  }
  return found;
}

/** The item with the preceding semicolon; empty if the two are not separated by one. */
function itemRemoval(previous: Citation, repeated: Citation, context: BlockContext): { removal?: Span } {
  const between = context.textOf({ start: previous.span.end, end: repeated.span.start });
  const semicolon = between.lastIndexOf(';');
  if (semicolon < 0 || between.slice(semicolon + 1).trim() !== '') return {};
  const end = repeated.span.end + locatorOf(repeated, context.textOf).length;
  return { removal: { start: previous.span.end + semicolon, end } };
}

/** A key that is equal for citations of the same source; undefined if that cannot be decided. */
const identityOf = perWording((citation, textOf, scope: Scope, date: CalendarDate | undefined): string | undefined => {
  const { id, source, when, locator } = citation;
  const { status, entries, dates } = resolveCached(citation, scope, date);
  if (id) return JSON.stringify(['id', id.value, locator?.value ?? locatorOf(citation, textOf).trim()]);
  // Two posts on a platform, like two interviews, are usually two sources.
  if (!source || interviewPattern.test(source.name) || isPlatform(scope, source.name)) return undefined;
  const place = [source.place && textOf(source.place), locator?.value].filter(Boolean).join(' ');
  const [resolvedEntry] = status === 'resolved' && dates.length === 1 && !dates[0]!.until ? entries : [];
  if (resolvedEntry) return JSON.stringify(['id', resolvedEntry.entry.id.value, place]);
  if (status === 'ambiguous' || !dates.every((one) => one.date.day !== undefined)) return undefined;
  const days = dates.map(({ date: day, until }) => [day.year, day.month, day.day, until?.month, until?.day]);
  return JSON.stringify([source.entity ?? outletKey(scope, source.name), place, days, when?.accessed]);
});

function identityIn({ textOf, scope, date }: BlockContext, citation: Citation): string | undefined {
  return identityOf(citation, textOf, scope, date);
}

/** The text after a tag in its item, such as `, p. 3`. */
function locatorOf({ id, span, group }: Citation, textOf: TextOf): string {
  return id ? textOf({ start: span.end, end: group.end - 1 }).split(';', 1)[0]! : '';
}

function formatCitation({ id, source, span, when }: Citation, { textOf }: BlockContext): string {
  if (id) return id.value;
  const containsSource = source && source.start >= span.start;
  const words = containsSource || !when ? textOf(span) : `${source?.name ?? ''}, ${textOf(when.span)}`;
  return words.replace(/\s+/g, ' ');
}

/** Whether removing the span leaves all other citations of the paragraph unchanged. */
function isSafeToRemove(text: string, removal: Span): boolean {
  const keysOf = (citations: readonly Citation[]) =>
    JSON.stringify(
      citations.map(({ form, id, source, when }) => [
        form,
        id?.value,
        source?.name,
        when?.accessed,
        when?.dates.map(({ value, until }) => [value, until]),
      ]),
    );
  const others = readInlines(text).citations.filter(({ span }) => span.start < removal.start || span.end > removal.end);
  return keysOf(readInlines(text.slice(0, removal.start) + text.slice(removal.end)).citations) === keysOf(others);
}
