/**
 * Names that a brief itself gives to the entities of registries: acronyms that it introduces, and family names of the people it
 * has named in full. Each is in force from one offset of the brief, and a family name up to where a second bearer appears.
 *
 * Read in three layers, so that an edit costs what it touches: candidates per block; one fold over the candidates, which says
 * which names are in force where; and the mentions per block, found again only if the names have changed.
 */

import { getOrInsert } from '../base/memo/maps.ts';
import { createMemo } from '../base/memo/memory.ts';
import { foldedText } from '../base/text/foldedView.ts';
import { type Span, shift } from '../base/text/span.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { chunksOf, perChunk } from '../syntax/brief/chunks.ts';
import { type AcronymDefinition, acronymDefinitionsIn, entityOfDefinition } from './acronymDefinitions.ts';
import { createNameFinder, type Mention, type NameFinder, namesOf, namesWrittenAs, nameTableOf } from './nameFinder.ts';
import { findInBlock, nonProseSpans, type RegistryNames, registryNamesIn } from './registryNames.ts';
import { givenNamesOf, isAfterTitle, isFullName, isGivenName, surnameKey } from './surnames.ts';

/** An acronym that a brief defines for an entity. After its definition it is a name. */
export interface BriefAcronym {
  readonly acronym: string;
  readonly id: string;
  readonly definition: AcronymDefinition;
  /** The offset of the block with the definition. */
  readonly at: number;
}

/** A person with a family name. */
interface Person {
  readonly id: string;
  readonly surname: string;
  /** The same for all spellings of the family name. */
  readonly surnameKey: string;
  /** The given names in the full name, folded. */
  readonly given: readonly string[];
}

/** A person whose name is written in a certain way. */
interface Bearer extends Person {
  /** Whether that is a full name. */
  readonly isFull: boolean;
}

/** A person whom a block names in full, so that the family name can stand for the person from `end` on. */
interface Introduction extends Person {
  readonly end: number;
}

/** A name that the brief gives, and where it is in force. */
interface OwnName {
  readonly id: string;
  readonly from: number;
  readonly until: number;
}

/** The names that a brief gives, wherever they are in force; the same object for the same names. */
interface OwnNameSearch {
  /** By the key of the family name. */
  readonly people: ReadonlyMap<string, Person>;
  readonly findAcronyms: NameFinder | undefined;
}

interface OwnMentions {
  readonly mentions: readonly Mention[];
  /** Family names that somebody else bears. */
  readonly others: readonly Mention[];
}

export interface BriefNames {
  readonly byAcronym: ReadonlyMap<string, BriefAcronym>;
  readonly search: OwnNameSearch;
  /** The offsets at which a name comes into force or ceases to be, in text order. */
  readonly changes: readonly number[];
  /** The changes as a text. With the same text and the same search, the same names are in force behind as many changes. */
  readonly key: string;
  /** Whether the name of a mention is in force there. The mention counts in a block that begins at `start`. */
  isInForce(mention: Mention, text: string, start: number): boolean;
}

const acronymsByBlock = createMemo<Block, { finder: NameFinder; bound: readonly Omit<BriefAcronym, 'at'>[] }>();
const introductionsByBlock = createMemo<Block, { mentions: readonly Mention[]; found: readonly Introduction[] }>();
const ownMentionsByBlock = createMemo<Block, { names: RegistryNames; search: OwnNameSearch; own: OwnMentions }>();
const namesByBrief = createMemo<Brief, { finder: NameFinder; names: BriefNames | undefined }>();
const peopleByFinder = new WeakMap<NameFinder, ReadonlySet<string>>();
const bearersByFinder = new WeakMap<NameFinder, Map<string, readonly Bearer[]>>();
const NO_ACRONYMS: readonly Omit<BriefAcronym, 'at'>[] = [];
const NO_INTRODUCTIONS: readonly Introduction[] = [];
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
    const person = search.people.get(key);
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
  people: ReadonlyMap<string, Introduction & OwnName>,
): BriefNames {
  const search = searchFor([...byAcronym.values()], people, finder);
  const firstOther = new Map<string, number>();
  if (people.size > 0)
    for (const part of chunksOf(brief))
      for (const { id, offset } of othersInChunk(part, finder, search))
        if (!firstOther.has(id)) firstOther.set(id, part.at + offset);
  const personById = new Map<string, OwnName>();
  for (const { id, from, until } of people.values())
    personById.set(id, { id, from, until: Math.min(until, firstOther.get(id) ?? until) });
  const events: { at: number; event: string }[] = [];
  for (const { id, from, until } of personById.values()) {
    events.push({ at: from, event: `+${id}` });
    if (until < Number.POSITIVE_INFINITY) events.push({ at: until, event: `-${id}` });
  }
  for (const { acronym, id, definition, at } of byAcronym.values())
    events.push({ at: at + definition.group.end, event: `${acronym}=${id}` });
  events.sort((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1));
  return {
    byAcronym,
    search,
    changes: events.map(({ at }) => at),
    key: events.map(({ event }) => event).join('\n'),
    isInForce({ start: from, end, ids }, text, start) {
      const acronym = byAcronym.get(foldedText(text.slice(start + from, start + end)));
      if (acronym) return start + from >= acronym.at + acronym.definition.group.end;
      const person = personById.get(ids[0]!);
      return person !== undefined && start + from >= person.from && start + from < person.until;
    },
  };
}

function definedAcronyms(brief: Brief, finder: NameFinder): Map<string, BriefAcronym> {
  const byAcronym = new Map<string, BriefAcronym>();
  const ambiguous = new Set<string>();
  for (const part of chunksOf(brief)) {
    for (const { offset, ...one } of acronymsInChunk(part, finder)) {
      const first = byAcronym.get(one.acronym);
      if (!first) byAcronym.set(one.acronym, { ...one, at: part.at + offset });
      else if (first.id !== one.id) ambiguous.add(one.acronym);
    }
  }
  for (const acronym of ambiguous) byAcronym.delete(acronym);
  return byAcronym;
}

/** By family name, the person whom the brief names first with it, and where it names a second one. */
function introducedPeople(brief: Brief, finder: NameFinder): Map<string, Introduction & OwnName> {
  const bySurname = new Map<string, Introduction & OwnName>();
  for (const part of chunksOf(brief)) {
    for (const { offset, ...one } of introductionsInChunk(part, finder)) {
      const { surnameKey: key } = one;
      const from = part.at + offset;
      const first = bySurname.get(key);
      if (!first) bySurname.set(key, { ...one, from, until: Number.POSITIVE_INFINITY });
      else if (first.id !== one.id && first.until > from) bySurname.set(key, { ...first, until: from });
    }
  }
  return bySurname;
}

/** The acronyms that the blocks of a chunk define, and the offsets of these blocks in the chunk. */
const acronymsInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder) =>
  chunk.blocks.flatMap((block, index) => {
    const at = brief.starts[first + index]!;
    return acronymsInBlock(brief, block, at, finder).map((one) => ({ ...one, offset: at - from }));
  }),
);

/** The people whom a chunk introduces, each once; `offset` counts in the chunk. */
const introductionsInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder) => {
  const seen = new Set<string>();
  return chunk.blocks.flatMap((block, index) => {
    const at = brief.starts[first + index]!;
    return introductionsInBlock(brief, block, at, finder).flatMap((one) => {
      if (seen.has(one.id)) return [];
      seen.add(one.id);
      return [{ ...one, offset: at - from + one.end }];
    });
  });
});

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

function acronymsInBlock(
  brief: Brief,
  block: Block,
  at: number,
  finder: NameFinder,
): readonly Omit<BriefAcronym, 'at'>[] {
  if (!block.groups.some(({ kind }) => kind === 'acronym')) return NO_ACRONYMS;
  const cached = acronymsByBlock.get(block);
  if (cached?.finder === finder) return cached.bound;
  const text = brief.text.slice(at, at + block.length);
  const { mentions } = registryNamesIn(brief, block, at, finder);
  const mentionsByEnd = new Map(mentions.map((mention) => [mention.end, mention]));
  const acronyms = acronymDefinitionsIn(block, text).flatMap((definition) => {
    const id = entityOfDefinition(definition, text, mentionsByEnd, finder);
    return id === undefined ? [] : [{ acronym: definition.acronym.value, id, definition }];
  });
  acronymsByBlock.set(block, { finder, bound: acronyms });
  return acronyms;
}

/**
 * The people whom a block names in full, or by a title and a name of a registry, in prose or in a tag, in text order. They
 * follow from the text and the names in it, so that they hold as long as the list of mentions does.
 */
function introductionsInBlock(brief: Brief, block: Block, at: number, finder: NameFinder): readonly Introduction[] {
  if (block.kind === 'front-matter') return NO_INTRODUCTIONS;
  const { mentions } = registryNamesIn(brief, block, at, finder);
  const cached = introductionsByBlock.get(block);
  if (cached?.mentions === mentions) return cached.found;
  const people = peopleIn(finder);
  const inTags = entityTags(block).map(({ id, surface }) => ({ ...surface.span, ids: [id.value] }));
  const named = [...mentions, ...inTags].filter(({ ids }) => ids.some((id) => people.has(id)));
  const found = named.length > 0 ? introductionsOf(named, brief.text.slice(at, at + block.length), finder) : NO_INTRODUCTIONS;
  introductionsByBlock.set(block, { mentions, found });
  return found;
}

/** Whom these mentions in the text of a block introduce. */
function introductionsOf(named: Mention[], text: string, finder: NameFinder): Introduction[] {
  const found: Introduction[] = [];
  for (const { start, end, ids } of named.sort((a, b) => a.start - b.start)) {
    const seen = new Set<string>();
    for (const { isFull, ...person } of bearersOf(finder, text.slice(start, end))) {
      if (!ids.includes(person.id) || seen.has(person.id) || !(isFull || isAfterTitle(text, start))) continue;
      seen.add(person.id);
      found.push({ ...person, end });
    }
  }
  return found;
}

/** The ids of the people whom a finder knows by a family name. */
function peopleIn(finder: NameFinder): ReadonlySet<string> {
  return getOrInsert(peopleByFinder, finder, () => {
    const people = namesOf(finder).filter(({ surname }) => surname !== undefined);
    return new Set(people.map(({ id }) => id));
  });
}

/** The people with a name that is written like this. Briefs repeat few names, so that each is looked up once. */
function bearersOf(finder: NameFinder, words: string): readonly Bearer[] {
  const bearers = getOrInsert(bearersByFinder, finder, () => new Map<string, readonly Bearer[]>());
  return getOrInsert(bearers, words, () =>
    namesWrittenAs(finder, foldedText(words)).flatMap(({ text: name, id, surname }) =>
      surname === undefined
        ? []
        : {
            id,
            surname,
            surnameKey: surnameKey(surname),
            given: givenNamesOf(name, surname),
            isFull: isFullName(name, surname),
          },
    ),
  );
}

/** The search for these acronyms and family names; `finder` is the one that bound them to entities. */
function searchFor(
  acronyms: readonly BriefAcronym[],
  people: ReadonlyMap<string, Person>,
  finder: NameFinder,
): OwnNameSearch {
  const key = [
    ...acronyms.map(({ acronym, id }) => `${acronym}=${id}`),
    ...Array.from(people.values(), ({ surname, id, given }) => `${given.join(' ')} ${surname}:${id}`),
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
