/** Names in the prose of briefs: those the registries know, and the short forms that a brief gives itself. */

import { createMemory } from '../base/memo/memory.ts';
import { outermost, type Span, shift } from '../base/text/span.ts';
import type { Block, Brief, Inline } from '../syntax/ast.ts';

import { type Chunk, chunksOf, type Part, perChunk } from '../syntax/brief/chunks.ts';

import { type AcronymDefinition, boundTo, definitionsOf } from './acronymDefinitions.ts';
import { createNameFinder, differenceOf, type Mention, type NameFinder } from './nameFinder.ts';

/** A short form that a brief gives an entity, and where it does: from there on it is a name. */
export interface OwnAcronym {
  readonly acronym: string;
  readonly id: string;
  readonly definition: AcronymDefinition;
  /** Where the block of the definition begins. */
  readonly at: number;
}

interface OwnNames {
  readonly byName: ReadonlyMap<string, OwnAcronym>;
  readonly finder: NameFinder;
  /** Where each of them is defined, in order of place: from there on it is a name. */
  readonly ends: readonly number[];
}

/** The mentions in a block, and which of them are short forms of the brief, as if those were names everywhere. */
interface Found {
  readonly finder: NameFinder;
  readonly names: readonly Mention[];
  readonly own: ReadonlySet<Mention>;
  readonly all: readonly Mention[];
}

/** What the blocks of a chunk mention, and with which short forms, of which how many were defined before it. */
interface FoundInChunk {
  readonly finder: NameFinder;
  readonly own: NameFinder | undefined;
  /** -1 when some are defined in the chunk. */
  readonly before: number;
  readonly mentions: readonly (readonly Mention[])[];
}

const namesByBlock = createMemory<Block, { finder: NameFinder; mentions: readonly Mention[] }>();
const boundByBlock = createMemory<Block, { finder: NameFinder; bound: readonly Omit<OwnAcronym, 'at'>[] }>();
const ownByBrief = createMemory<Brief, { finder: NameFinder; own: OwnNames | undefined }>();
const foundByBlock = createMemory<Block, Found>();
const foundByChunk = createMemory<Chunk, FoundInChunk>();
const shownByBlock = createMemory<Block, readonly Mention[]>();
const NONE: readonly Mention[] = [];
const NOTHING: readonly Omit<OwnAcronym, 'at'>[] = [];
/** The finders of sets of acronyms, by what they hold: most edits leave the set as it was. */
const findersOfSets = new Map<string, NameFinder>();
const MOST_SETS = 500;
/** `IS` is not the start of `IS-P`. */
const continued = /^-\p{Lu}/u;

/**
 * The names in the prose of a block that begins at `start` of the brief; not in tags, citations, code and comments.
 * The same list as long as nothing in it has changed.
 */
export function mentionsIn(brief: Brief, block: Block, start: number, finder: NameFinder): readonly Mention[] {
  const names = namesIn(brief, block, start, finder);
  const own = ownNames(brief, finder);
  if (!own || start + block.length <= own.ends[0]! || block.kind === 'front-matter') return names;
  const found = foundIn(brief, block, start, names, own);
  if (found.own.size === 0 || start >= own.ends.at(-1)!) return found.all;
  const isDefined = (mention: Mention) => {
    const { definition, at } = own.byName.get(brief.text.slice(start + mention.start, start + mention.end))!;
    return start + mention.start >= at + definition.group.end;
  };
  const shown = found.all.filter((mention) => !found.own.has(mention) || isDefined(mention));
  const before = shownByBlock.get(block);
  if (before?.length === shown.length && shown.every((mention, index) => mention === before[index])) return before;
  shownByBlock.set(block, shown);
  return shown;
}

/**
 * The mentions in the blocks of a chunk: the same list of lists as long as nothing in them has changed, so that what
 * follows from them can be remembered by it.
 */
export function mentionsInChunk(part: Part, finder: NameFinder): readonly (readonly Mention[])[] {
  const own = ownNames(part.brief, finder);
  const ends = own?.ends ?? [];
  let low = 0;
  while (low < ends.length && ends[low]! <= part.at) low++;
  const { blocks } = part.chunk;
  const last = part.first + blocks.length - 1;
  const isDefinedHere = low < ends.length && ends[low]! < part.brief.starts[last]! + blocks.at(-1)!.length;
  const known = foundByChunk.get(part.chunk);
  // Where none is defined the chunk says the same as long as the same ones are defined before it.
  if (known && !isDefinedHere && known.finder === finder && known.own === own?.finder && known.before === low) {
    return known.mentions;
  }
  const found = blocks.map((block, index) =>
    mentionsIn(part.brief, block, part.brief.starts[part.first + index]!, finder),
  );
  const isSame = known?.mentions.every((mentions, index) => mentions === found[index]);
  const mentions = isSame ? known!.mentions : found;
  foundByChunk.set(part.chunk, { finder, own: own?.finder, before: isDefinedHere ? -1 : low, mentions });
  return mentions;
}

/** The short forms that the brief gives to entities, in order; none that it gives to two, none that a registry knows. */
export function ownAcronyms(brief: Brief, finder: NameFinder): readonly OwnAcronym[] {
  const own = ownNames(brief, finder);
  if (!own) return [];
  return chunksOf(brief).flatMap((part) =>
    boundInChunk(part, finder).flatMap(({ offset, ...one }) =>
      own.byName.has(one.acronym) ? { ...one, at: part.at + offset } : [],
    ),
  );
}

function ownNames(brief: Brief, finder: NameFinder): OwnNames | undefined {
  const known = ownByBrief.get(brief);
  if (known?.finder === finder) return known.own;
  const byName = new Map<string, OwnAcronym>();
  const disputed = new Set<string>();
  for (const part of chunksOf(brief)) {
    for (const { offset, ...one } of boundInChunk(part, finder)) {
      const first = byName.get(one.acronym);
      if (!first) byName.set(one.acronym, { ...one, at: part.at + offset });
      else if (first.id !== one.id) disputed.add(one.acronym);
    }
  }
  for (const acronym of disputed) byName.delete(acronym);
  const all = [...byName.values()];
  const ends = all.map(({ definition, at }) => at + definition.group.end);
  const own: OwnNames | undefined = all.length === 0 ? undefined : { byName, finder: finderOf(all), ends };
  ownByBrief.set(brief, { finder, own });
  return own;
}

/** The short forms that the blocks of a chunk give to entities, and where in it the blocks begin. */
const boundInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder) =>
  chunk.blocks.flatMap((block, index) => {
    const at = brief.starts[first + index]!;
    return boundIn(brief, block, at, finder).map((one) => ({ ...one, offset: at - from }));
  }),
);

function boundIn(brief: Brief, block: Block, at: number, finder: NameFinder): readonly Omit<OwnAcronym, 'at'>[] {
  if (!block.groups.some(({ reading }) => reading === 'acronym')) return NOTHING;
  const known = boundByBlock.get(block);
  if (known?.finder === finder) return known.bound;
  const text = brief.text.slice(at, at + block.length);
  const names = new Map(namesIn(brief, block, at, finder).map((mention) => [mention.end, mention]));
  const bound = definitionsOf(block, text).flatMap((definition) => {
    const id = boundTo(definition, text, names, finder);
    return id === undefined ? [] : [{ acronym: definition.acronym.value, id, definition }];
  });
  boundByBlock.set(block, { finder, bound });
  return bound;
}

function finderOf(acronyms: readonly OwnAcronym[]): NameFinder {
  const names = acronyms.map(({ acronym, id }) => ({ text: acronym, id }));
  // In order of place: which of them are names somewhere follows from how many were defined before.
  const key = JSON.stringify(names.map(({ text, id }) => [text, id]));
  const known = findersOfSets.get(key);
  if (known) return known;
  if (findersOfSets.size >= MOST_SETS) findersOfSets.clear();
  const exact = new Set(names.map(({ text }) => text));
  const find = createNameFinder(names);
  const finder: NameFinder = (text, skip) =>
    find(text, skip).filter(
      ({ start, end }) => exact.has(text.slice(start, end)) && !continued.test(text.slice(end, end + 3)),
    );
  findersOfSets.set(key, finder);
  return finder;
}

function foundIn(brief: Brief, block: Block, start: number, names: readonly Mention[], { finder }: OwnNames): Found {
  const known = foundByBlock.get(block);
  if (known?.finder === finder && known.names === names) return known;
  const mentions = finder(brief.text.slice(start, start + block.content.end), notProse(block));
  let next = 0;
  const own = mentions.filter((one) => {
    while (next < names.length && names[next]!.end <= one.start) next++;
    return next === names.length || names[next]!.start >= one.end;
  });
  const all = own.length === 0 ? names : [...names, ...own].sort((a, b) => a.start - b.start);
  const found = { finder, names, own: new Set(own), all };
  foundByBlock.set(block, found);
  return found;
}

/** What the finder knows in a block: the same list as long as it finds the same. */
function namesIn(brief: Brief, block: Block, start: number, finder: NameFinder): readonly Mention[] {
  if (block.kind === 'front-matter') return NONE;
  const known = namesByBlock.get(block);
  if (known?.finder === finder) return known.mentions;
  const text = brief.text.slice(start, start + block.content.end);
  // When a registry is typed in few names have changed: where none of them stands all others do as before.
  const difference = known && differenceOf(known.finder, finder);
  const mentions = difference?.(text, []).length === 0 ? known!.mentions : finder(text, notProse(block));
  namesByBlock.set(block, { finder, mentions });
  return mentions;
}

/** The spans of a block in which no names are looked for, in order. Of a link only the address: its text is prose. */
export function notProse({ atoms, groups }: Block): Span[] {
  const spans: Span[] = [];
  let next = 0;
  // Both lists are in order of place, and so is what is made of them, but for the addresses of links.
  for (const group of groups) {
    if (group.reading !== 'citation' && group.reading !== 'credit') continue;
    for (; next < atoms.length && atoms[next]!.start < group.start; next++) spans.push(silent(atoms[next]!));
    spans.push(group);
  }
  for (; next < atoms.length; next++) spans.push(silent(atoms[next]!));
  return outermost(spans);
}

function silent(atom: Inline): Span {
  return atom.kind === 'link' ? { start: atom.text.end, end: atom.end } : atom;
}

/** The definition at a place of a brief that gives an entity a short form; a cursor at its edge counts. */
export function ownAcronymAt(brief: Brief, selection: Span, finder: NameFinder): OwnAcronym | undefined {
  return ownAcronyms(brief, finder).find(({ definition: { expansion, wordsEnd, group }, at }) => {
    const place = shift({ start: expansion?.span.start ?? wordsEnd, end: group.end }, at);
    return place.start <= selection.start && selection.end <= place.end;
  });
}
