/**
 * Parentheses as they are read, remembered by their words: a shop cites the same reports again and again, and what
 * `(TASS, May 3)` says depends on nothing but itself.
 */
import { type Citation, type Pattern, type Reading, readGroup, type SourceName } from './citation.ts';
import type { CitedDate, When } from './dates.ts';
import type { Inline } from './inlines.ts';
import { ownCopy, type Span, shift } from './span.ts';

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

const known = new Map<string, Known>();

/** As `readGroup`: the parenthesis at `group` of `text`, with the tags, links and code spans inside it. */
export function readKnownGroup(text: string, group: Span, atoms: readonly Inline[]): Reading {
  if (atoms.length > 0 || group.end - group.start > LONGEST) return readGroup(text, group, atoms);
  const written = text.slice(group.start, group.end);
  return readItems(written, group) ?? moved(knownGroup(written), group);
}

/** The item of a group without tags that was read before, perhaps by another process; `index` counts its citations. */
export function patternOf(words: string, index: number): Pattern {
  return knownGroup(words).patterns[index]!;
}

function knownGroup(written: string): Known {
  let group = known.get(written);
  if (!group) {
    // A copy, because a slice would keep the whole text it was cut from.
    const words = ownCopy(written);
    const reading = readGroup(words, { start: 0, end: words.length }, []);
    const items = reading.kind === 'citation' ? reading.citations : [];
    group = { reading, patterns: items.map((item, index) => ({ words, index, item })) };
    if (known.size >= MOST) known.clear();
    known.set(words, group);
  }
  return group;
}

/**
 * Of `(TASS, May 3; AFP, May 4)` each item by itself: the pairs differ where the items do not. Undefined unless every
 * item would be a citation if it stood alone, for then it says the same in company.
 */
function readItems(written: string, group: Span): Reading | undefined {
  if (!written.includes(';') || /[[(]/.test(written.slice(1))) return undefined;
  const citations: Citation[] = [];
  let start = 1;
  for (const item of written.slice(1, -1).split(';')) {
    const { reading, patterns } = knownGroup(`(${item})`);
    if (reading.kind !== 'citation') return undefined;
    for (const pattern of patterns) citations.push(patternAt(pattern, group.start + start - 1, group));
    start += item.length + 1;
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
  const at = { start: span.start + by, end: span.end + by };
  const whole = { start, end };
  // Of a group without atoms: its items are in words and dated.
  const then = movedWhen(when!, by);
  const wrong = slips.length === 0 ? slips : slips.map((slip) => ({ kind: slip.kind, at: shift(slip.at, by) }));
  return source
    ? { form, span: at, group: whole, source: movedSource(source, by), when: then, slips: wrong, pattern }
    : { form, span: at, group: whole, when: then, slips: wrong, pattern };
}

function movedSource(source: SourceName, by: number): SourceName {
  const { name, place, short, domain } = source;
  const [start, end] = [source.start + by, source.end + by];
  if (!place && !short) return domain === undefined ? { start, end, name } : { start, end, name, domain };
  return {
    ...source,
    start,
    end,
    ...(place && { place: shift(place, by) }),
    ...(short && { short: shift(short, by) }),
  };
}

function movedWhen({ span, dates, accessed, strayStop }: When, by: number): When {
  const moved = { span: shift(span, by), dates: dates.map((date) => movedDate(date, by)), accessed };
  return strayStop ? { ...moved, strayStop: shift(strayStop, by) } : moved;
}

function movedDate({ value, span, until }: CitedDate, by: number): CitedDate {
  return until ? { value, span: shift(span, by), until } : { value, span: shift(span, by) };
}
