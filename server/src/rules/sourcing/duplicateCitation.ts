import * as l10n from '@vscode/l10n';
import { type Statement, statementsIn } from '../../analysis/language/statements.ts';
import { isPlatform } from '../../analysis/sourcing/platforms.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { resolveCached } from '../../scope/resolveCitation.ts';
import { outletKey, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { type CitedHere, citedIn } from '../../syntax/brief/citedIn.ts';
import { readCitations } from '../../syntax/brief/registryAnswers.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { perWording, type TextOf } from '../../syntax/citation/wording.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';
import type { BlockContext, Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';

/** Two interviews on one day are two sources. */
const interviewPattern = /\binterviews?\b|^(?:KII|FGD)\b/i;

/** One source cited twice for one statement, so that it looks like two. */
export const duplicateCitation: Rule = {
  code: 'duplicate-citation',
  severity: { draft: 'hint', release: 'warning' },
  title: l10n.t('One source is cited twice for one statement.'),
  standard: {
    name: 'Chicago Manual of Style Online, Q&A “Citation, Documentation of Sources”',
    requirement: l10n.t('When references to one source follow each other, one of them is enough.'),
  },
  why: l10n.t(
    'A source that appears twice in one citation looks like two sources that agree. It often comes from pasting, and another report was meant. Remove one, or cite the right source. Other pages of one source and other days of one outlet are not duplicates; nor is a source that is cited again after another one. Two reports of one outlet and day differ only by id: tag them.',
  ),
  bad: {
    brief: 'Flights were resumed (Coastal Courier, May 8; Harbour Radio, May 9; Coastal Courier, May 8).\n',
  },
  fixed: { brief: 'Flights were resumed (Coastal Courier, May 8; Harbour Radio, May 9).\n' },
  good: { brief: 'Flights were resumed (Coastal Courier, May 8, 10; Harbour Radio, May 9).\n' },
  *paragraph(block, context) {
    const text = context.textOf({ start: 0, end: block.length });
    if (!hasRepeatedIdentity(citedIn(block, text), context)) return;
    for (const statement of statementsIn(block, text)) {
      for (const { first, repeated, removal } of duplicatesIn(statement, context)) {
        const isCertain =
          first.citation === repeated.citation ||
          (repeated.citation.id !== undefined && first.citation.id?.value === repeated.citation.id.value);
        const name = formatCitation(repeated, context);
        const problem =
          first.group.start === repeated.group.start
            ? l10n.t('{0} is cited twice in this citation. Remove one.', name)
            : l10n.t('{0} is cited twice for this sentence. Remove one.', name);
        const advice = l10n.t('If you mean two reports of that day, tag them.');
        yield {
          span: { start: repeated.start, end: repeated.end },
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
    if (!isSafeToRemove(text, { start, end }, brief.known)) return [];
    const removedText = text.slice(start, end).replace(/^[\s;]+/, '');
    const title = l10n.t('Remove “{0}”', removedText.replace(/\s+/g, ' '));
    return [
      { title, isPreferred: data?.isCertain === true, changes: [{ uri, span: shift({ start, end }, at), text: '' }] },
    ];
  },
};

/**
 * Whether two citations of a paragraph may mean the same source. In most paragraphs none do, and the rest is skipped.
 */
function hasRepeatedIdentity(cited: readonly CitedHere[], context: BlockContext): boolean {
  const seen = new Set<unknown>();
  for (const one of cited) {
    const identity = cited.length > 1 ? identityIn(context, one) : undefined;
    if (identity === undefined) continue;
    if (seen.has(identity)) return true;
    seen.add(identity);
  }
  return false;
}

interface Duplicate {
  readonly first: CitedHere;
  readonly repeated: CitedHere;
  /** What can be removed, with the preceding separator or blank; a span in the block. */
  readonly removal?: Span;
}

function duplicatesIn({ citations }: Statement, context: BlockContext): Duplicate[] {
  const found: Duplicate[] = [];
  const groups = new Map<number, CitedHere[]>();
  for (const cited of citations) {
    // An item that is its own group, such as a source tag in running prose, says who reported something; the citation after
    // it is not a repetition.
    if (cited.group.start === cited.start && !cited.isAtMarker) continue;
    getOrInsert(groups, cited.group.start, () => []).push(cited);
  }
  let previous: readonly CitedHere[] = [];
  for (const items of groups.values()) {
    const seen = new Map<unknown, CitedHere>();
    for (const [index, repeated] of items.entries()) {
      const identity = identityIn(context, repeated);
      const first = identity === undefined ? undefined : seen.get(identity);
      if (identity !== undefined && !first) seen.set(identity, repeated);
      if (first) found.push({ first, repeated, ...itemRemoval(items[index - 1]!, repeated, context) });
    }
    const [repeated, first] = [items[0]!, previous[0]];
    if (first && isSameGroup(previous, items, context))
      found.push({ first, repeated, ...groupRemoval(first, repeated, context) });
    previous = items;
  }
  return found;
}

/** Whether two groups cite the same: two parentheses of one item each, or two neighbors, one of them a marker. */
function isSameGroup(a: readonly CitedHere[], b: readonly CitedHere[], context: BlockContext): boolean {
  const [left, right] = [a[0]!, b[0]!];
  const hasMarker = left.isAtMarker || right.isAtMarker;
  // An item that is no citation is one more: `(Institute 2020-01-16; US 2020-01-16)`.
  if (
    hasMarker
      ? !isBlankOrStop(context.textOf({ start: left.group.end, end: right.group.start }))
      : b.length > 1 || context.textOf(right.group).includes(';')
  )
    return false;
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const identity = identityIn(context, one);
      return identity !== undefined && identity === identityIn(context, b[index]!);
    })
  );
}

function isBlankOrStop(text: string): boolean {
  return /^[\s.,;]*$/.test(text);
}

/** The earlier of two groups with the blanks before it, as the last one covers the whole sentence; of two markers, only for one note. */
function groupRemoval(first: CitedHere, repeated: CitedHere, { textOf }: BlockContext): { removal?: Span } {
  if ((first.isAtMarker || repeated.isAtMarker) && textOf(first.group) !== textOf(repeated.group)) return {};
  const { start, end } = first.group;
  const gap = /[ \t]*$/.exec(textOf({ start: Math.max(0, start - 4), end: start }))![0].length;
  return { removal: { start: start - gap, end } };
}

/** The item with the preceding semicolon; empty if the two are not separated by one. */
function itemRemoval(previous: CitedHere, repeated: CitedHere, context: BlockContext): { removal?: Span } {
  const between = context.textOf({ start: previous.end, end: Math.max(previous.end, repeated.start) });
  const semicolon = between.lastIndexOf(';');
  if (semicolon < 0 || between.slice(semicolon + 1).trim() !== '') return {};
  const end = repeated.end + locatorOf(repeated.citation, context.textOf).length;
  return { removal: { start: previous.end + semicolon, end } };
}

/** A key that is equal for citations of the same source; undefined if that cannot be decided. */
const identityOf = perWording((citation, textOf, scope: Scope, date: CalendarDate | undefined): string | undefined => {
  const { id, source, when, locator, title, url, formErrors } = citation;
  const { status, entries, dates } = resolveCached(citation, scope, date);
  if (id) return JSON.stringify(['id', id.value, locator?.value ?? locatorOf(citation, textOf).trim()]);
  if (formErrors.some(({ kind }) => kind === 'unread-date')) return undefined;
  // Two posts on a platform, like two interviews, are usually two sources.
  if (!source || interviewPattern.test(source.name) || isPlatform(scope, source.name)) return undefined;
  const place = [source.place && textOf(source.place), locator?.value].filter(Boolean).join(' ');
  const [resolvedEntry] = status === 'resolved' && dates.length === 1 && !dates[0]!.until ? entries : [];
  if (resolvedEntry) return JSON.stringify(['id', resolvedEntry.entry.id.value, place]);
  if (status === 'ambiguous' || !dates.every((one) => one.date.day !== undefined)) return undefined;
  const days = dates.map(({ date: day, until }) => [day.year, day.month, day.day, until?.month, until?.day]);
  return JSON.stringify([
    source.entity ?? outletKey(scope, source.name),
    place,
    days,
    when?.accessed,
    title?.value,
    url?.value,
  ]);
});

/** The identity of what is cited; of two markers of one note, the citation itself where nothing else is certain. */
function identityIn({ textOf, scope, date }: BlockContext, { citation, isAtMarker }: CitedHere): unknown {
  if (!isAtMarker) return identityOf(citation, textOf, scope, date);
  return identityOf(citation, () => '', scope, date) ?? citation;
}

/** The text after a tag in its item, such as `, p. 3`. */
function locatorOf({ id, span, group }: Citation, textOf: TextOf): string {
  return id ? textOf({ start: span.end, end: group.end - 1 }).split(';', 1)[0]! : '';
}

function formatCitation({ citation, isAtMarker, start, end }: CitedHere, { textOf, resolve }: BlockContext): string {
  const { id, source, span, when } = citation;
  if (id) {
    const [report] = resolve(citation).entries;
    return report ? sourceLabel(report.entry) : id.value;
  }
  if (isAtMarker) return formOf(citation).outlineLabel(citation, '') || textOf({ start, end });
  const containsSource = source && source.start >= span.start;
  const words = containsSource || !when ? textOf(span) : `${source?.name ?? ''}, ${textOf(when.span)}`;
  return words.replace(/\s+/g, ' ');
}

/** Whether removing the span leaves all other citations of the paragraph unchanged. */
function isSafeToRemove(text: string, removal: Span, known: KnownNames): boolean {
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
  const others = readCitations(text, known).filter(({ span }) => span.start < removal.start || span.end > removal.end);
  return keysOf(readCitations(text.slice(0, removal.start) + text.slice(removal.end), known)) === keysOf(others);
}
