/**
 * The facts of a brief: what the workspace needs from it. The facts of an open brief are computed from its blocks; of a
 * closed brief only the facts are kept, not the text.
 */

import { lazy } from '../base/memo/lazy.ts';
import { createMemo } from '../base/memo/memory.ts';
import { detach, type Located, shift } from '../base/text/span.ts';
import { mentionsIn } from '../names/mentions.ts';
import type { Mention, NameFinder } from '../names/nameFinder.ts';
import { createTaggableCheck } from '../names/taggable.ts';
import { resolveMeaning, usedEntries } from '../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../scope/scope.ts';
import {
  type Block,
  type Brief,
  BUILT_IN_TYPES,
  type CalendarDate,
  type Citation,
  type NoteMarker,
  type Placed,
  type Registry,
  type Tag,
} from '../syntax/ast.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { briefDateOf, frontMatterOf, sectionsOf } from '../syntax/brief/brief.ts';
import { ignoredCodes } from '../syntax/brief/ignoredRules.ts';
import { type PlacedCitation, recordsOf } from '../syntax/brief/records.ts';
import { formOf } from '../syntax/citation/forms/index.ts';
import type { Occurrence } from './occurrences.ts';

export interface PlacedMention extends Placed<Mention> {
  /** Whether it can be turned into a tag where it is. */
  readonly taggable: boolean;
}

export interface BriefFacts {
  readonly date: CalendarDate | undefined;
  /** The `profile` of the front matter, as written. */
  readonly profile: string | undefined;
  /** The codes of the rules that are silenced in the whole brief. */
  readonly ignored: ReadonlySet<string>;
  readonly tags: readonly Placed<Tag>[];
  readonly citations: readonly PlacedCitation[];
  readonly mentions: readonly PlacedMention[];
  /** The markers of notes with citations. */
  readonly markers: readonly Placed<NoteMarker>[];
  /** The titles of the sections, with spans in the file. */
  readonly sections: readonly Located<string>[];
  /** What found the mentions. They are outdated when it is no longer `scope.findNames`. */
  readonly finder: NameFinder;
}

const NO_MARKERS: readonly Placed<NoteMarker>[] = [];
const NO_CODES: ReadonlySet<string> = new Set();

/** The facts of a block, with spans relative to its start. */
export interface BlockFacts extends Pick<BriefFacts, 'tags' | 'citations' | 'mentions' | 'markers'> {
  /** The list they were computed from. */
  readonly found: readonly Mention[];
}

const factsByBlock = createMemo<Block, BlockFacts>();

/** The facts of a block that begins at `at`: the same object as long as the block and its mentions are. */
export function factsOfBlock(brief: Brief, block: Block, at: number, finder: NameFinder): BlockFacts {
  const found = mentionsIn(brief, block, at, finder);
  const cached = factsByBlock.get(block);
  if (cached?.found === found) return cached;
  const taggable = found.length > 0 ? createTaggableCheck(brief, block, at) : () => false;
  const facts = {
    found,
    tags: entityTags(block).map((value) => ({ at: 0, value })),
    citations: block.citations.map((value) => ({ at: 0, value })),
    mentions: found.map((value) => ({ at: 0, value, taggable: taggable(value) })),
    markers: markersOfBlock(block, 0),
  };
  factsByBlock.set(block, facts);
  return facts;
}

function markersOfBlock({ markers }: Block, at: number): readonly Placed<NoteMarker>[] {
  return markers.length === 0
    ? NO_MARKERS
    : markers.flatMap((value) => (value.citations.length > 0 ? [{ at, value }] : []));
}

/** The markers of notes with citations, in order of position. */
export function markersOfBlocks({ blocks, starts }: Brief): readonly Placed<NoteMarker>[] {
  return blocks.flatMap((block, index) => markersOfBlock(block, starts[index]!));
}

/** The facts of a brief. Lists are created on first access, because few callers need all of them. */
export function factsOf(brief: Brief, finder: NameFinder): BriefFacts {
  const ignored = lazy(() => ignoredCodes(brief));
  const lazyList = <T>(add: (list: T[], facts: BlockFacts, at: number, index: number) => void) =>
    lazy(() => {
      const list: T[] = [];
      for (const [index, block] of brief.blocks.entries()) {
        const at = brief.starts[index]!;
        add(list, factsOfBlock(brief, block, at, finder), at, index);
      }
      return list;
    });
  const tags = lazyList<Placed<Tag>>((list, facts, at) => {
    for (const { value } of facts.tags) list.push({ at, value });
  });
  const mentions = lazyList<PlacedMention>((list, facts, at) => {
    for (const { value, taggable } of facts.mentions) list.push({ at, value, taggable });
  });
  const sections = lazy(() => sectionTitlesOf(brief));
  const markers = lazy(() => markersOfBlocks(brief));
  return {
    date: briefDateOf(brief)?.value,
    profile: frontMatterOf(brief)?.profile?.value,
    get ignored() {
      return ignored().fileCodes.size > 0 ? ignored().fileCodes : NO_CODES;
    },
    get tags() {
      return tags();
    },
    get citations() {
      return recordsOf(brief);
    },
    get mentions() {
      return mentions();
    },
    get markers() {
      return markers();
    },
    get sections() {
      return sections();
    },
    finder,
  };
}

/** In UTF-16 code units; longer titles are cut. */
const MAX_TITLE_LENGTH = 120;

/** The titles of the sections of a brief. */
export function sectionTitlesOf(brief: Brief): Located<string>[] {
  return sectionsOf(brief).map(({ title: { value, span } }) => ({
    value: detach(value.slice(0, MAX_TITLE_LENGTH)),
    span,
  }));
}

/** The occurrences in a brief or in one of its blocks, by kind. `registry` is what its front matter defines. */
export function occurrencesInBrief(
  uri: string,
  facts: Pick<BriefFacts, 'tags' | 'citations' | 'mentions' | 'markers' | 'date'>,
  registry: Registry | undefined,
  scope: Scope,
): Occurrence[] {
  const found = registry ? occurrencesInRegistry(uri, registry, scope) : [];
  for (const { at, value } of facts.tags) {
    found.push({
      kind: 'entity',
      id: value.id.value,
      role: 'tag',
      uri,
      span: shift(value, at),
      idSpan: shift(value.id.span, at),
    });
    found.push(...typeOccurrences(value.type, 'tag', uri, at));
  }
  for (const { at, value, taggable } of facts.mentions) {
    const taggableAs = taggable ? { taggableAs: value.ids } : {};
    for (const id of value.ids)
      found.push({ kind: 'entity', id, role: 'mention', uri, span: shift(value, at), ...taggableAs });
  }
  for (const { at, value } of facts.citations) {
    const span = shift(value.span, at);
    const role = formOf(value).idRole;
    if (value.id && role) {
      found.push({ kind: 'source', id: value.id.value, role, uri, span, idSpan: shift(value.id.span, at) });
      continue;
    }
    for (const id of citedIds(value, scope, facts.date))
      found.push({ kind: 'source', id, role: 'citation', uri, span });
  }
  for (const { at, value } of facts.markers) {
    const span = { start: value.start + at, end: value.end + at };
    for (const id of new Set(value.citations.flatMap((citation) => citedIds(citation, scope, facts.date))))
      found.push({ kind: 'source', id, role: 'marker', uri, span });
  }
  return found;
}

/** The ids of the sources that a citation uses in a brief of the given date. */
export function citedIds(citation: Citation, scope: Scope, date: CalendarDate | undefined): string[] {
  if (citation.id) return [citation.id.value];
  return usedEntries(resolveMeaning(citation, scope, date)).map(({ entry }) => entry.id.value);
}

/** The definitions and references in a registry. */
export function occurrencesInRegistry(uri: string, registry: Registry, scope: Scope): Occurrence[] {
  const found: Occurrence[] = [];
  for (const { id, span, extends: wider } of registry.types) {
    found.push({ kind: 'type', id: id.value, role: 'definition', uri, span, idSpan: id.span });
    if (wider) found.push(...typeOccurrences(wider, 'reference', uri));
  }
  for (const { id, span, type, partOf } of registry.entities) {
    found.push({ kind: 'entity', id: id.value, role: 'definition', uri, span, idSpan: id.span });
    if (partOf)
      found.push({ kind: 'entity', id: partOf.value, role: 'reference', uri, span: partOf.span, idSpan: partOf.span });
    found.push(...typeOccurrences(type, 'reference', uri));
  }
  for (const { id, span, outlet } of registry.sources) {
    found.push({ kind: 'source', id: id.value, role: 'definition', uri, span, idSpan: id.span });
    const entity = outlet && findOutlet(scope, outlet.value);
    if (entity) found.push({ kind: 'entity', id: entity.entry.id.value, role: 'reference', uri, span: outlet.span });
  }
  return found;
}

/** Built-in types have no occurrences: they are defined in no file. */
function typeOccurrences(
  { value: id, span }: Located<string>,
  role: 'tag' | 'reference',
  uri: string,
  at = 0,
): Occurrence[] {
  const occurrenceSpan = shift(span, at);
  return BUILT_IN_TYPES.includes(id)
    ? []
    : [{ kind: 'type', id, role, uri, span: occurrenceSpan, idSpan: occurrenceSpan }];
}
