/** Mentions in the prose of a brief: names from the registries, and acronyms that the brief defines. */

import { createMemo } from '../base/memo/memory.ts';
import { findFolded } from '../base/text/foldedView.ts';
import { outermostSpans, type Span, shift } from '../base/text/span.ts';
import type { Block, Brief, Inline } from '../syntax/ast.ts';
import { type Chunk, chunksOf, type PlacedChunk, perChunk } from '../syntax/brief/chunks.ts';
import { type AcronymDefinition, acronymDefinitionsIn, entityOfDefinition } from './acronymDefinitions.ts';
import { addressSpansIn } from './addresses.ts';
import { createDifferenceFinder, createNameFinder, type Mention, type NameFinder, nameTableOf } from './nameFinder.ts';

/** An acronym that a brief defines for an entity. After its definition it is a name. */
export interface BriefAcronym {
  readonly acronym: string;
  readonly id: string;
  readonly definition: AcronymDefinition;
  /** The offset of the block with the definition. */
  readonly at: number;
}

interface AcronymNames {
  readonly byAcronym: ReadonlyMap<string, BriefAcronym>;
  readonly finder: NameFinder;
  /** The end of each definition, in text order. */
  readonly definitionEnds: readonly number[];
}

/** The mentions in a block, as if the acronyms of the brief were names before their definitions as well. */
interface BlockMentions {
  readonly finder: NameFinder;
  readonly names: readonly Mention[];
  readonly own: ReadonlySet<Mention>;
  readonly all: readonly Mention[];
}

/** The mentions in the blocks of a chunk, and what they depend on. */
interface ChunkMentions {
  readonly finder: NameFinder;
  readonly acronymFinder: NameFinder | undefined;
  /** The number of acronyms defined before the chunk; -1 if the chunk itself defines some. */
  readonly definedBefore: number;
  readonly mentions: readonly (readonly Mention[])[];
}

const registryMentionsByBlock = createMemo<Block, { finder: NameFinder; mentions: readonly Mention[] }>();
const acronymsByBlock = createMemo<Block, { finder: NameFinder; bound: readonly Omit<BriefAcronym, 'at'>[] }>();
const acronymNamesByBrief = createMemo<Brief, { finder: NameFinder; own: AcronymNames | undefined }>();
const mentionsByBlock = createMemo<Block, BlockMentions>();
const mentionsByChunk = createMemo<Chunk, ChunkMentions>();
const visibleMentionsByBlock = createMemo<Block, readonly Mention[]>();
const NONE: readonly Mention[] = [];
const NO_ACRONYMS: readonly Omit<BriefAcronym, 'at'>[] = [];
/** The finders for sets of acronyms, for each table of names: most edits do not change the set. */
const findersByTable = new WeakMap<object, Map<string, NameFinder>>();
/** Each edit of a definition adds a set, and a finder takes a few kilobytes: about a megabyte at most. */
const MAX_CACHED_FINDERS = 500;
/** A hyphen and a capital continue an acronym: `IS` is not mentioned in `IS-P`. */
const acronymContinuation = /^-\p{Lu}/u;

/**
 * The names in the prose of a block that begins at offset `start` of the brief: not in tags, citations, code and comments.
 * The list is the same object as long as its contents do not change.
 */
export function mentionsIn(brief: Brief, block: Block, start: number, finder: NameFinder): readonly Mention[] {
  const registryMentions = registryMentionsIn(brief, block, start, finder);
  const acronymNames = acronymNamesOf(brief, finder);
  if (!acronymNames || start + block.length <= acronymNames.definitionEnds[0]! || block.kind === 'front-matter')
    return registryMentions;
  const blockMentions = blockMentionsOf({ brief, block, start, registryMentions, finder: acronymNames.finder });
  if (blockMentions.own.size === 0 || start >= acronymNames.definitionEnds.at(-1)!) return blockMentions.all;
  const isDefined = (mention: Mention) => {
    const { definition, at } = acronymNames.byAcronym.get(
      brief.text.slice(start + mention.start, start + mention.end),
    )!;
    return start + mention.start >= at + definition.group.end;
  };
  const visible = blockMentions.all.filter((mention) => !blockMentions.own.has(mention) || isDefined(mention));
  const previous = visibleMentionsByBlock.get(block);
  if (previous?.length === visible.length && visible.every((mention, index) => mention === previous[index]))
    return previous;
  visibleMentionsByBlock.set(block, visible);
  return visible;
}

/**
 * The mentions in each block of a chunk. The outer list is the same object as long as no mention changes, so that results
 * can be cached by it.
 */
export function mentionsInChunk(part: PlacedChunk, finder: NameFinder): readonly (readonly Mention[])[] {
  const acronymNames = acronymNamesOf(part.brief, finder);
  const definitionEnds = acronymNames?.definitionEnds ?? [];
  let definedBefore = 0;
  while (definedBefore < definitionEnds.length && definitionEnds[definedBefore]! <= part.at) definedBefore++;
  const { blocks } = part.chunk;
  const last = part.first + blocks.length - 1;
  const isDefinedHere =
    definedBefore < definitionEnds.length &&
    definitionEnds[definedBefore]! < part.brief.starts[last]! + blocks.at(-1)!.length;
  const cached = mentionsByChunk.get(part.chunk);
  // Without definitions of its own, a chunk depends only on which acronyms are defined before it.
  if (
    cached &&
    !isDefinedHere &&
    cached.finder === finder &&
    cached.acronymFinder === acronymNames?.finder &&
    cached.definedBefore === definedBefore
  ) {
    return cached.mentions;
  }
  const found = blocks.map((block, index) =>
    mentionsIn(part.brief, block, part.brief.starts[part.first + index]!, finder),
  );
  const isUnchanged = cached?.mentions.every((mentions, index) => mentions === found[index]);
  const mentions = isUnchanged ? cached!.mentions : found;
  mentionsByChunk.set(part.chunk, {
    finder,
    acronymFinder: acronymNames?.finder,
    definedBefore: isDefinedHere ? -1 : definedBefore,
    mentions,
  });
  return mentions;
}

/** The acronyms that a brief defines for entities, in text order; not those it defines twice or that a registry knows. */
export function acronymsDefinedIn(brief: Brief, finder: NameFinder): readonly BriefAcronym[] {
  const acronymNames = acronymNamesOf(brief, finder);
  if (!acronymNames) return [];
  return chunksOf(brief).flatMap((part) =>
    acronymsInChunk(part, finder).flatMap(({ offset, ...one }) =>
      acronymNames.byAcronym.has(one.acronym) ? { ...one, at: part.at + offset } : [],
    ),
  );
}

function acronymNamesOf(brief: Brief, finder: NameFinder): AcronymNames | undefined {
  const cached = acronymNamesByBrief.get(brief);
  if (cached?.finder === finder) return cached.own;
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
  const all = [...byAcronym.values()];
  const definitionEnds = all.map(({ definition, at }) => at + definition.group.end);
  const acronymNames: AcronymNames | undefined =
    all.length === 0 ? undefined : { byAcronym, finder: acronymFinderOf(all, finder), definitionEnds };
  acronymNamesByBrief.set(brief, { finder, own: acronymNames });
  return acronymNames;
}

/** The acronyms that the blocks of a chunk define, and the offsets of these blocks in the chunk. */
const acronymsInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder) =>
  chunk.blocks.flatMap((block, index) => {
    const at = brief.starts[first + index]!;
    return acronymsInBlock(brief, block, at, finder).map((one) => ({ ...one, offset: at - from }));
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
  const mentionsByEnd = new Map(registryMentionsIn(brief, block, at, finder).map((mention) => [mention.end, mention]));
  const acronyms = acronymDefinitionsIn(block, text).flatMap((definition) => {
    const id = entityOfDefinition(definition, text, mentionsByEnd, finder);
    return id === undefined ? [] : [{ acronym: definition.acronym.value, id, definition }];
  });
  acronymsByBlock.set(block, { finder, bound: acronyms });
  return acronyms;
}

/** A finder for the acronyms of a brief in their exact case; `registryFinder` is the one that bound them to entities. */
function acronymFinderOf(acronyms: readonly BriefAcronym[], registryFinder: NameFinder): NameFinder {
  const names = acronyms.map(({ acronym, id }) => ({ text: acronym, id }));
  // In text order, so that the number of definitions before a chunk tells which acronyms are names there.
  const key = JSON.stringify(names.map(({ text, id }) => [text, id]));
  const table = nameTableOf(registryFinder);
  const finders = findersByTable.get(table) ?? new Map<string, NameFinder>();
  findersByTable.set(table, finders);
  const cached = finders.get(key);
  if (cached) return cached;
  if (finders.size >= MAX_CACHED_FINDERS) finders.clear();
  const exactTexts = new Set(names.map(({ text }) => text));
  const findIgnoringCase = createNameFinder(names);
  const finder: NameFinder = (text, skip) =>
    findIgnoringCase(text, skip).filter(
      ({ start, end }) => exactTexts.has(text.slice(start, end)) && !acronymContinuation.test(text.slice(end, end + 3)),
    );
  finders.set(key, finder);
  return finder;
}

interface BlockMentionsInput {
  readonly brief: Brief;
  readonly block: Block;
  /** The offset of the block in the brief. */
  readonly start: number;
  readonly registryMentions: readonly Mention[];
  /** Finds the acronyms of the brief. */
  readonly finder: NameFinder;
}

/** The registry mentions of a block together with its mentions of acronyms; cached by the block. */
function blockMentionsOf({ brief, block, start, registryMentions, finder }: BlockMentionsInput): BlockMentions {
  const cached = mentionsByBlock.get(block);
  if (cached?.finder === finder && cached.names === registryMentions) return cached;
  const text = brief.text.slice(start, start + block.content.end);
  const candidates = findFolded(text, nonProseSpans(block, text), finder);
  let next = 0;
  const acronymMentions = candidates.filter((one) => {
    while (next < registryMentions.length && registryMentions[next]!.end <= one.start) next++;
    return next === registryMentions.length || registryMentions[next]!.start >= one.end;
  });
  const all =
    acronymMentions.length === 0
      ? registryMentions
      : [...registryMentions, ...acronymMentions].sort((a, b) => a.start - b.start);
  const blockMentions = { finder, names: registryMentions, own: new Set(acronymMentions), all };
  mentionsByBlock.set(block, blockMentions);
  return blockMentions;
}

/** The names that the finder knows in a block; the same list object as long as it finds the same. */
function registryMentionsIn(brief: Brief, block: Block, start: number, finder: NameFinder): readonly Mention[] {
  if (block.kind === 'front-matter') return NONE;
  const cached = registryMentionsByBlock.get(block);
  if (cached?.finder === finder) return cached.mentions;
  const text = brief.text.slice(start, start + block.content.end);
  // While someone edits a registry few names change: in a block without these names, all mentions are the same as before.
  const difference = cached && createDifferenceFinder(cached.finder, finder);
  const mentions =
    difference && findFolded(text, [], difference).length === 0
      ? cached!.mentions
      : findFolded(text, nonProseSpans(block, text), finder);
  registryMentionsByBlock.set(block, { finder, mentions });
  return mentions;
}

/**
 * The spans of a block that contain no prose, in text order. Of a link only the address, since its text is prose. `text` is
 * the text of the block, at least up to the end of its content.
 */
export function nonProseSpans({ atoms, groups }: Block, text: string): Span[] {
  const spans = addressSpansIn(text);
  let next = 0;
  // Both lists are in text order, so that the result is too, except for the addresses of links.
  for (const group of groups) {
    if (group.kind !== 'citation' && group.kind !== 'credit') continue;
    for (; next < atoms.length && atoms[next]!.start < group.start; next++) spans.push(nonProseSpanOf(atoms[next]!));
    spans.push(group);
  }
  for (; next < atoms.length; next++) spans.push(nonProseSpanOf(atoms[next]!));
  return outermostSpans(spans);
}

function nonProseSpanOf(atom: Inline): Span {
  return atom.kind === 'link' ? { start: atom.text.end, end: atom.end } : atom;
}

/** The acronym whose definition contains a selection, edges included; undefined if there is none. */
export function acronymDefinedAt(brief: Brief, selection: Span, finder: NameFinder): BriefAcronym | undefined {
  return acronymsDefinedIn(brief, finder).find(({ definition: { expansion, wordsEnd, group }, at }) => {
    const span = shift({ start: expansion?.span.start ?? wordsEnd, end: group.end }, at);
    return span.start <= selection.start && selection.end <= span.end;
  });
}
