/**
 * Names that a brief itself gives to the entities of registries: acronyms that it introduces, and family names of the people it
 * has named in full. Each is in force from one offset of the brief, and a family name up to where a second bearer appears.
 *
 * Read in three layers, so that an edit costs what it touches: candidates per block; one fold over the candidates, which says
 * which names are in force where; and the mentions per block, found again only if the names have changed.
 */

import { lazy } from '../base/memo/lazy.ts';
import { getOrInsert } from '../base/memo/maps.ts';
import { createMemo } from '../base/memo/memory.ts';
import { foldedText } from '../base/text/foldedView.ts';
import { type Span, shift } from '../base/text/span.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { chunksOf, perChunk } from '../syntax/brief/chunks.ts';
import { acronymsInChunk, type BriefAcronym, definedAcronyms } from './briefAcronyms.ts';
import { type IntroducedPerson, introducedPeople } from './introducedPeople.ts';
import { createNameFinder, type Mention, type NameFinder, nameTableOf } from './nameFinder.ts';
import { findInBlock, nonProseSpans, type RegistryNames, registryNamesIn } from './registryNames.ts';
import { isGivenName } from './surnames.ts';

/** The names that a brief gives, wherever they are in force; the same object for the same names. */
interface OwnNameSearch {
  /** By the key of the family name. */
  readonly people: ReadonlyMap<string, Pick<IntroducedPerson, 'person'>>;
  readonly findAcronyms: NameFinder | undefined;
}

interface OwnMentions {
  readonly mentions: readonly Mention[];
  /** Family names that somebody else bears. */
  readonly others: readonly Mention[];
}

interface NameChanges {
  /** In text order. */
  readonly offsets: readonly number[];
  /** The changes as a text. With the same text and the same search, the same names are in force behind as many changes. */
  readonly key: string;
}

/** A stretch of the brief in which a name is in force. */
interface Force {
  readonly from: number;
  readonly until: number;
}

export interface BriefNames {
  readonly byAcronym: ReadonlyMap<string, BriefAcronym>;
  readonly search: OwnNameSearch;
  /** The offset at which the first name comes into force. */
  readonly from: number;
  /** Where names come into force or cease to be. */
  readonly changes: () => NameChanges;
  /** Whether the name of a mention is in force there. The mention counts in a block that begins at `start`. */
  isInForce(mention: Mention, text: string, start: number): boolean;
}

const ownMentionsByBlock = createMemo<Block, { names: RegistryNames; search: OwnNameSearch; own: OwnMentions }>();
const namesByBrief = createMemo<Brief, { finder: NameFinder; names: BriefNames | undefined }>();
const NO_MENTIONS: OwnMentions = { mentions: [], others: [] };
/** The searches for sets of names, for each table of names: most edits do not change the set. */
const searchesByTable = new WeakMap<object, Map<string, OwnNameSearch>>();
/** Each edit of a definition adds a set, and a search takes a few kilobytes: about a megabyte at most. */
const MAX_CACHED_SEARCHES = 200;
/** A hyphen and a capital continue an acronym: `IS` is not mentioned in `IS-P`. */
const acronymContinuation = /^-\p{Lu}/u;

/** The names that a brief gives to entities; undefined if there are none. */
export function briefNamesOf(brief: Brief, finder: NameFinder): BriefNames | undefined {
  const cached = namesByBrief.get(brief);
  if (cached?.finder === finder) return cached.names;
  const acronyms = definedAcronyms(brief, finder);
  const people = introducedPeople(brief, finder);
  const names = acronyms.size + people.size === 0 ? undefined : createBriefNames(brief, finder, acronyms, people);
  namesByBrief.set(brief, { finder, names });
  return names;
}

/** The acronyms that a brief defines for entities, in text order; not those it defines twice or that a registry knows. */
export function acronymsDefinedIn(brief: Brief, finder: NameFinder): readonly BriefAcronym[] {
  const names = briefNamesOf(brief, finder);
  if (!names) return [];
  return chunksOf(brief).flatMap((part) =>
    acronymsInChunk(part, finder).flatMap(({ offset, ...one }) =>
      names.byAcronym.has(one.acronym) ? { ...one, at: part.at + offset } : [],
    ),
  );
}

/** The acronym whose definition contains a selection, edges included; undefined if there is none. */
export function acronymDefinedAt(brief: Brief, selection: Span, finder: NameFinder): BriefAcronym | undefined {
  return acronymsDefinedIn(brief, finder).find(({ definition: { expansion, wordsEnd, group }, at }) => {
    const span = shift({ start: expansion?.span.start ?? wordsEnd, end: group.end }, at);
    return span.start <= selection.start && selection.end <= span.end;
  });
}

/**
 * The mentions of the brief's own names in a block, as if all were in force everywhere; not inside of longer names of the
 * registries. Cached by the block.
 */
export function ownNamesIn(
  brief: Brief,
  block: Block,
  start: number,
  finder: NameFinder,
  search: OwnNameSearch,
): OwnMentions {
  const names = registryNamesIn(brief, block, start, finder);
  const { findAcronyms } = search;
  if (names.surnames.length === 0 && !findAcronyms) return NO_MENTIONS;
  const cached = ownMentionsByBlock.get(block);
  if (cached?.search === search && cached.names === names) return cached.own;
  const text = brief.text.slice(start, start + block.content.end);
  const acronyms = findAcronyms
    ? withoutOverlaps(findInBlock(block, text, nonProseSpans(block, text), findAcronyms), names.mentions)
    : [];
  const mentions: Mention[] = [...acronyms];
  const others: Mention[] = [];
  for (const { start: from, end, key, given } of withoutOverlaps(names.surnames, acronyms)) {
    const person = search.people.get(key)?.person;
    if (!person || (given !== undefined && isGivenName(given, person.given))) continue;
    (given === undefined ? mentions : others).push({ start: from, end, ids: [person.id] });
  }
  const own = { mentions: mentions.sort((a, b) => a.start - b.start), others };
  ownMentionsByBlock.set(block, { names, search, own });
  return own;
}

/** Those of `spans` that overlap none of `taken`. Both are in text order. */
function withoutOverlaps<T extends Span>(spans: readonly T[], taken: readonly Span[]): readonly T[] {
  if (taken.length === 0) return spans;
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < taken.length && taken[next]!.end <= start) next++;
    return next === taken.length || taken[next]!.start >= end;
  });
}

function createBriefNames(
  brief: Brief,
  finder: NameFinder,
  byAcronym: ReadonlyMap<string, BriefAcronym>,
  people: ReadonlyMap<string, IntroducedPerson>,
): BriefNames {
  const search = searchFor([...byAcronym.values()], people, finder);
  const firstOther = new Map<string, number>();
  if (people.size > 0)
    for (const part of chunksOf(brief))
      for (const { id, offset } of othersInChunk(part, finder, search))
        if (!firstOther.has(id)) firstOther.set(id, part.at + offset);
  const forceById = new Map<string, Force>();
  let first = Number.POSITIVE_INFINITY;
  for (const { person, from, until } of people.values()) {
    forceById.set(person.id, { from, until: Math.min(until, firstOther.get(person.id) ?? until) });
    first = Math.min(first, from);
  }
  for (const acronym of byAcronym.values()) first = Math.min(first, definitionEnd(acronym));
  return {
    byAcronym,
    search,
    from: first,
    changes: lazy(() => changesOf(byAcronym, forceById)),
    isInForce({ start: from, end, ids }, text, start) {
      const acronym = byAcronym.size > 0 ? byAcronym.get(foldedText(text.slice(start + from, start + end))) : undefined;
      if (acronym) return start + from >= definitionEnd(acronym);
      const force = forceById.get(ids[0]!);
      return force !== undefined && start + from >= force.from && start + from < force.until;
    },
  };
}

function definitionEnd({ definition, at }: BriefAcronym): number {
  return at + definition.group.end;
}

function changesOf(byAcronym: ReadonlyMap<string, BriefAcronym>, forceById: ReadonlyMap<string, Force>): NameChanges {
  const events: { at: number; event: string }[] = [];
  for (const [id, { from, until }] of forceById) {
    events.push({ at: from, event: `+${id}` });
    if (until < Number.POSITIVE_INFINITY) events.push({ at: until, event: `-${id}` });
  }
  for (const acronym of byAcronym.values())
    events.push({ at: definitionEnd(acronym), event: `${acronym.acronym}=${acronym.id}` });
  events.sort((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1));
  return { offsets: events.map(({ at }) => at), key: events.map(({ event }) => event).join('\n') };
}

/** Where a chunk gives a family name to somebody else. */
const othersInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder, search: OwnNameSearch) =>
  chunk.blocks.flatMap((block, index) => {
    if (block.kind === 'front-matter') return [];
    const at = brief.starts[first + index]!;
    return ownNamesIn(brief, block, at, finder, search).others.map(({ ids, start }) => ({
      id: ids[0]!,
      offset: at - from + start,
    }));
  }),
);

/** The search for these acronyms and family names; `finder` is the one that bound them to entities. */
function searchFor(
  acronyms: readonly BriefAcronym[],
  people: ReadonlyMap<string, IntroducedPerson>,
  finder: NameFinder,
): OwnNameSearch {
  const key = [
    ...acronyms.map(({ acronym, id }) => `${acronym}=${id}`),
    ...Array.from(people.values(), ({ person }) => person.key),
  ].join('\n');
  const table = nameTableOf(finder);
  const searches = getOrInsert(searchesByTable, table, () => new Map<string, OwnNameSearch>());
  const cached = searches.get(key);
  if (cached) return cached;
  if (searches.size >= MAX_CACHED_SEARCHES) searches.clear();
  const search = { people, findAcronyms: acronyms.length > 0 ? createAcronymFinder(acronyms) : undefined };
  searches.set(key, search);
  return search;
}

/** Finds acronyms in their exact case. */
function createAcronymFinder(acronyms: readonly BriefAcronym[]): NameFinder {
  const idByAcronym = new Map(acronyms.map(({ acronym, id }) => [acronym, id]));
  const findAnyCase = createNameFinder(acronyms.map(({ acronym, id }) => ({ text: acronym, id })));
  return (text, skip) =>
    findAnyCase(text, skip).flatMap(({ start, end }): Mention[] => {
      const id = idByAcronym.get(text.slice(start, end));
      return id === undefined || acronymContinuation.test(text.slice(end, end + 3)) ? [] : [{ start, end, ids: [id] }];
    });
}
