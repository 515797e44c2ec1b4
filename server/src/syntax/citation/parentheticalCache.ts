/**
 * Parentheses as they are read, remembered by their words: a shop cites the same reports again and again, and what
 * `(TASS, May 3)` says depends on nothing but itself.
 */

import { detach, type Mutable, type Span, shift } from '../../base/text/span.ts';
import type { Citation, CitationTemplate, CitedDate, Inline, Parenthetical, SourceName, When } from '../ast.ts';

import { createCitation, readGroup } from './citation.ts';

/** Longer groups are too rarely the same. */
const MAX_CACHED_LENGTH = 160;
/** More different ones are not remembered: then it begins anew. */
const MAX_CACHED_GROUPS = 20_000;

/** What a group says that stands for itself, with all its places counted from its own start. */
interface CachedGroup {
  readonly reading: Parenthetical;
  /** Of a citation its items. */
  readonly patterns: readonly CitationTemplate[];
}

/** By the words between the parentheses. */
const groupCache = new Map<string, CachedGroup>();

/** As `readGroup`: the parenthesis at `group` of `text`, with the tags, links and code spans inside it. */
export function readGroupCached(text: string, group: Span, atoms: readonly Inline[]): Parenthetical {
  if (atoms.length > 0 || group.end - group.start > MAX_CACHED_LENGTH) return readGroup(text, group, atoms);
  const inside = text.slice(group.start + 1, group.end - 1);
  return readItemsSeparately(inside, group) ?? shiftParenthetical(cachedGroup(inside), group);
}

/** The item of a group without tags that was read before, perhaps by another process; `index` counts its citations. */
export function templateOf(groupText: string, index: number): CitationTemplate {
  return cachedGroup(groupText.slice(1, -1)).patterns[index]!;
}

function cachedGroup(inside: string): CachedGroup {
  const cached = groupCache.get(inside);
  if (cached) return cached;
  // A copy, because a slice would keep the whole text it was cut from.
  const groupText = detach(`(${inside})`);
  const reading = readGroup(groupText, { start: 0, end: groupText.length }, []);
  const items = reading.kind === 'citation' ? reading.citations : [];
  const group = { reading, patterns: items.map((item, index) => ({ words: groupText, index, item })) };
  if (groupCache.size >= MAX_CACHED_GROUPS) groupCache.clear();
  groupCache.set(groupText.slice(1, -1), group);
  return group;
}

/**
 * Of `(TASS, May 3; AFP, May 4)` each item by itself: the pairs differ where the items do not. Undefined unless every
 * item would be a citation if it stood alone, for then it says the same in company.
 */
function readItemsSeparately(inside: string, group: Span): Parenthetical | undefined {
  let end = inside.indexOf(';');
  if (end < 0 || inside.includes('(') || inside.includes('[')) return undefined;
  const citations: Citation[] = [];
  for (let start = 0; start <= inside.length; start = end + 1, end = inside.indexOf(';', start)) {
    if (end < 0) end = inside.length;
    const { reading, patterns } = cachedGroup(inside.slice(start, end));
    if (reading.kind !== 'citation') return undefined;
    for (const pattern of patterns) citations.push(instantiateTemplate(pattern, group.start + start, group));
  }
  return { kind: 'citation', citations };
}

function shiftParenthetical({ reading, patterns }: CachedGroup, group: Span): Parenthetical {
  switch (reading.kind) {
    case 'citation':
      return {
        kind: 'citation',
        citations: patterns.map((pattern) => instantiateTemplate(pattern, group.start, group)),
      };
    case 'acronym':
      return { kind: 'acronym', short: shift(reading.short, group.start) };
    case 'credit':
      return { kind: 'credit', source: shift(reading.source, group.start) };
    default:
      return reading;
  }
}

// Written out rather than spread: most of the time of reading a folder would go into copying otherwise.

/** The citation that stands in `group`, its own text beginning at `by`. */
export function instantiateTemplate(template: CitationTemplate, offset: number, { start, end }: Span): Citation {
  const { form, span, source, when, formErrors } = template.item;
  const shiftedErrors =
    formErrors.length === 0 ? formErrors : formErrors.map((slip) => ({ kind: slip.kind, at: shift(slip.at, offset) }));
  // Of a group without atoms: its items are in words and dated.
  const shiftedWhen = shiftWhen(when!, offset);
  return createCitation(
    form,
    shift(span, offset),
    { start, end },
    undefined,
    source && shiftSource(source, offset),
    shiftedWhen,
    shiftedErrors,
    template,
  );
}

function shiftSource(source: SourceName, by: number): SourceName {
  const { name, place, abbreviation: short, domain } = source;
  const shifted: Mutable<SourceName> = { start: source.start + by, end: source.end + by, name };
  if (domain !== undefined) shifted.domain = domain;
  if (place) shifted.place = shift(place, by);
  if (short) shifted.abbreviation = shift(short, by);
  return shifted;
}

function shiftWhen({ span, dates, accessed, strayStop }: When, by: number): When {
  const shifted: Mutable<When> = {
    span: shift(span, by),
    dates: dates.length === 1 ? [shiftDate(dates[0]!, by)] : dates.map((date) => shiftDate(date, by)),
    accessed,
  };
  if (strayStop) shifted.strayStop = shift(strayStop, by);
  return shifted;
}

function shiftDate({ value, span, until }: CitedDate, by: number): CitedDate {
  return until ? { value, span: shift(span, by), until } : { value, span: shift(span, by) };
}
