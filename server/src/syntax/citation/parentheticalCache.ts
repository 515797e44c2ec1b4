/**
 * Parentheses as they are read, remembered by their words: a shop cites the same reports again and again, and what
 * `(TASS, May 3)` says depends on nothing but itself.
 */

import { type Draft, ownCopy, type Span, shift } from '../../base/text/span.ts';
import type { Citation, CitedDate, Inline, Pattern, Reading, SourceName, When } from '../ast.ts';

import { citationOf, readGroup } from './citation.ts';

/** Longer groups are too rarely the same. */
const LONGEST = 160;
/** More different ones are not remembered: then it begins anew. */
const MOST = 20_000;

/** What a group says that stands for itself, with all its places counted from its own start. */
interface Known {
  readonly reading: Reading;
  /** Of a citation its items. */
  readonly patterns: readonly Pattern[];
}

/** By the words between the parentheses. */
const known = new Map<string, Known>();

/** As `readGroup`: the parenthesis at `group` of `text`, with the tags, links and code spans inside it. */
export function readKnownGroup(text: string, group: Span, atoms: readonly Inline[]): Reading {
  if (atoms.length > 0 || group.end - group.start > LONGEST) return readGroup(text, group, atoms);
  const inside = text.slice(group.start + 1, group.end - 1);
  return readItems(inside, group) ?? moved(knownGroup(inside), group);
}

/** The item of a group without tags that was read before, perhaps by another process; `index` counts its citations. */
export function patternOf(words: string, index: number): Pattern {
  return knownGroup(words.slice(1, -1)).patterns[index]!;
}

function knownGroup(inside: string): Known {
  const before = known.get(inside);
  if (before) return before;
  // A copy, because a slice would keep the whole text it was cut from.
  const words = ownCopy(`(${inside})`);
  const reading = readGroup(words, { start: 0, end: words.length }, []);
  const items = reading.kind === 'citation' ? reading.citations : [];
  const group = { reading, patterns: items.map((item, index) => ({ words, index, item })) };
  if (known.size >= MOST) known.clear();
  known.set(words.slice(1, -1), group);
  return group;
}

/**
 * Of `(TASS, May 3; AFP, May 4)` each item by itself: the pairs differ where the items do not. Undefined unless every
 * item would be a citation if it stood alone, for then it says the same in company.
 */
function readItems(inside: string, group: Span): Reading | undefined {
  let end = inside.indexOf(';');
  if (end < 0 || inside.includes('(') || inside.includes('[')) return undefined;
  const citations: Citation[] = [];
  for (let start = 0; start <= inside.length; start = end + 1, end = inside.indexOf(';', start)) {
    if (end < 0) end = inside.length;
    const { reading, patterns } = knownGroup(inside.slice(start, end));
    if (reading.kind !== 'citation') return undefined;
    for (const pattern of patterns) citations.push(patternAt(pattern, group.start + start, group));
  }
  return { kind: 'citation', citations };
}

function moved({ reading, patterns }: Known, group: Span): Reading {
  switch (reading.kind) {
    case 'citation':
      return { kind: 'citation', citations: patterns.map((pattern) => patternAt(pattern, group.start, group)) };
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
export function patternAt(pattern: Pattern, by: number, { start, end }: Span): Citation {
  const { form, span, source, when, slips } = pattern.item;
  const wrong = slips.length === 0 ? slips : slips.map((slip) => ({ kind: slip.kind, at: shift(slip.at, by) }));
  // Of a group without atoms: its items are in words and dated.
  const then = movedWhen(when!, by);
  return citationOf(
    form,
    shift(span, by),
    { start, end },
    undefined,
    source && movedSource(source, by),
    then,
    wrong,
    pattern,
  );
}

function movedSource(source: SourceName, by: number): SourceName {
  const { name, place, short, domain } = source;
  const moved: Draft<SourceName> = { start: source.start + by, end: source.end + by, name };
  if (domain !== undefined) moved.domain = domain;
  if (place) moved.place = shift(place, by);
  if (short) moved.short = shift(short, by);
  return moved;
}

function movedWhen({ span, dates, accessed, strayStop }: When, by: number): When {
  const moved: Draft<When> = {
    span: shift(span, by),
    dates: dates.length === 1 ? [movedDate(dates[0]!, by)] : dates.map((date) => movedDate(date, by)),
    accessed,
  };
  if (strayStop) moved.strayStop = shift(strayStop, by);
  return moved;
}

function movedDate({ value, span, until }: CitedDate, by: number): CitedDate {
  return until ? { value, span: shift(span, by), until } : { value, span: shift(span, by) };
}
