/**
 * Reads parentheses through a cache by wording: briefs cite the same reports again and again, and the reading of
 * `(TASS, May 3)` depends on nothing but these words. On the benchmark corpus this makes reading five times as fast.
 */

import { detach, type Located, type Mutable, type Span, shift } from '../../base/text/span.ts';
import type { Citation, CitationTemplate, CitedDate, Inline, Parenthetical, SourceName, When } from '../ast.ts';

import { type KnownNames, NOTHING_KNOWN, recordAsked } from '../knownNames.ts';
import { createCitation } from './createCitation.ts';
import { isEmptied, readBehindLostSpace, readEmptyParenthesis, readParenthesis } from './readParenthesis.ts';

/** Longer parentheses rarely occur twice: in UTF-16 code units, both parentheses included. */
const MAX_CACHED_LENGTH = 160;
/** The cache is emptied when it holds this many wordings, so that it takes at most some tens of megabytes. */
const MAX_CACHED_PARENTHESES = 20_000;

/** The reading of a parenthesis in a text that holds nothing else. */
interface CachedParenthesis {
  readonly reading: Parenthetical;
  /** Its items, if it is a citation. */
  readonly templates: readonly CitationTemplate[];
  /** The names that it depends on: with one of them as an outlet of a registry, the words are read again. */
  readonly asked: readonly string[];
}

const NO_NAMES: readonly string[] = [];

/** By the words between the parentheses. */
const cache = new Map<string, CachedParenthesis>();

/** As `readParenthesis`, with the same arguments and, templates aside, the same result. */
export function readParenthesisCached(
  text: string,
  group: Span,
  atoms: readonly Inline[],
  known: KnownNames = NOTHING_KNOWN,
): Parenthetical {
  if (atoms.length > 0 || group.end - group.start > MAX_CACHED_LENGTH)
    return readParenthesis(text, group, atoms, known);
  const inside = text.slice(group.start + 1, group.end - 1);
  // What an empty one, or the `(; )` that is left of two citations, means depends on the sentence.
  if (isEmptied(inside)) return readEmptyParenthesis(text, group);
  const lost = inside.startsWith(' ') ? readBehindLostSpace(text, group) : undefined;
  if (lost) return lost;
  const separate = readItemsSeparately(inside, group, known);
  if (separate) return separate;
  const cached = cachedParenthesis(inside);
  return isAnyOutlet(cached.asked, known)
    ? readParenthesis(text, group, atoms, known)
    : shiftParenthetical(cached, group);
}

/**
 * The citation with the wording `template`, `offset` code units after its position there, in `group`; for citations that
 * were read before, perhaps in another process.
 */
export function citationFromWords(
  { words, index }: Pick<CitationTemplate, 'words' | 'index'>,
  offset: number,
  group: Span,
): Citation {
  return instantiateTemplate(cachedParenthesis(words.slice(1, -1)).templates[index]!, offset, group);
}

function cachedParenthesis(inside: string): CachedParenthesis {
  const cached = cache.get(inside);
  if (cached) return cached;
  // A copy, because a slice would keep alive the whole text it was cut from.
  const words = detach(`(${inside})`);
  const names = new Set<string>();
  const reading = readParenthesis(words, { start: 0, end: words.length }, [], recordAsked(NOTHING_KNOWN, names));
  const items = reading.kind === 'citation' ? reading.citations : [];
  const templates = items.map((item, index) => ({ words, index, item }));
  const asked = names.size > 0 ? Array.from(names, detach) : NO_NAMES;
  const parenthesis = { reading, templates, asked };
  if (cache.size >= MAX_CACHED_PARENTHESES) cache.clear();
  cache.set(words.slice(1, -1), parenthesis);
  return parenthesis;
}

/**
 * Reads each item of `(TASS, May 3; AFP, May 4)` on its own, because the same items recur in different pairs. Undefined
 * unless every item is a citation on its own, whatever the registries say: only then it is certain to be the same one beside others.
 */
function readItemsSeparately(inside: string, group: Span, known: KnownNames): Parenthetical | undefined {
  let end = inside.indexOf(';');
  if (end < 0 || inside.includes('(') || inside.includes('[')) return undefined;
  const citations: Citation[] = [];
  for (let start = 0; start <= inside.length; start = end + 1, end = inside.indexOf(';', start)) {
    if (end < 0) end = inside.length;
    const { reading, templates, asked } = cachedParenthesis(inside.slice(start, end));
    if (reading.kind !== 'citation' || isAnyOutlet(asked, known)) return undefined;
    for (const template of templates) citations.push(instantiateTemplate(template, group.start + start, group));
  }
  return { kind: 'citation', citations };
}

/** Whether one of the names is an outlet; each of them is asked for, so that `recordAsked` records them all. */
function isAnyOutlet(names: readonly string[], known: KnownNames): boolean {
  return names.filter(known.isOutlet).length > 0;
}

function shiftParenthetical({ reading, templates }: CachedParenthesis, group: Span): Parenthetical {
  switch (reading.kind) {
    case 'citation':
      return {
        kind: 'citation',
        citations: templates.map((template) => instantiateTemplate(template, group.start, group)),
      };
    case 'acronym':
      return { kind: 'acronym', short: shift(reading.short, group.start) };
    case 'credit':
      return { kind: 'credit', source: shift(reading.source, group.start) };
    default:
      return reading;
  }
}

// Fields are listed rather than spread: otherwise copying takes most of the time of reading a folder.

function instantiateTemplate(template: CitationTemplate, offset: number, group: Span): Citation {
  const { form, span, source, title, author, when, locator, url, accessed, id, isRepeat, formErrors } = template.item;
  return createCitation({
    form,
    span: shift(span, offset),
    group,
    source: source && shiftSource(source, offset),
    title: title && shiftLocated(title, offset),
    author: author && shiftLocated(author, offset),
    when: when && shiftWhen(when, offset),
    locator: locator && shiftLocated(locator, offset),
    url: url && shiftLocated(url, offset),
    accessed: accessed && shift(accessed, offset),
    id: id && shiftLocated(id, offset),
    isRepeat,
    formErrors:
      formErrors.length === 0 ? formErrors : formErrors.map(({ kind, at }) => ({ kind, at: shift(at, offset) })),
    template,
  });
}

function shiftLocated<T>({ value, span }: Located<T>, by: number): Located<T> {
  return { value, span: shift(span, by) };
}

function shiftSource(source: SourceName, by: number): SourceName {
  const { name, place, abbreviation, domain } = source;
  const shifted: Mutable<SourceName> = { start: source.start + by, end: source.end + by, name };
  if (domain !== undefined) shifted.domain = domain;
  if (place) shifted.place = shift(place, by);
  if (abbreviation) shifted.abbreviation = shift(abbreviation, by);
  return shifted;
}

function shiftWhen({ span, dates, accessed, strayStop, time }: When, by: number): When {
  const whole = shift(span, by);
  const [first] = dates;
  const isOneDate = dates.length === 1 && first!.span.start === span.start && first!.span.end === span.end;
  const shifted: Mutable<When> = {
    span: whole,
    dates: isOneDate ? [moveDate(first!, whole)] : dates.map((date) => moveDate(date, shift(date.span, by))),
    accessed,
  };
  if (strayStop) shifted.strayStop = shift(strayStop, by);
  if (time) shifted.time = shift(time, by);
  return shifted;
}

function moveDate(date: CitedDate, span: Span): CitedDate {
  const { value, until, order, calendar } = date;
  if (order || calendar) return { ...date, span };
  return until ? { value, span, until } : { value, span };
}
