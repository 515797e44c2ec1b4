/**
 * The facts of a closed brief in less than half of the memory, because there may be ten thousand briefs: rows of numbers in
 * one array, in which strings are numbers of the string table. Lists are created on request.
 */

import { detachStrings } from '../../base/text/detach.ts';
import type { Located } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, CalendarDate, Citation, Placed, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { bibliographiesOf, briefDateOf as briefDate, frontMatterOf } from '../../syntax/brief/brief.ts';
import { ignoredCodes } from '../../syntax/brief/ignoredRules.ts';
import { offsetFromStandalone } from '../../syntax/citation/wording.ts';
import { type BriefFacts, type PlacedMention, sectionTitlesOf } from '../briefFacts.ts';
import { citationNumbersOf, packedCitationsOf, packedMarkersOf } from './packedCitations.ts';
import {
  ABSENT,
  forEachRow,
  HEADER_LENGTH,
  type PackedFacts,
  type RareFacts,
  ROW_LAYOUTS,
  ROW_ORDER,
} from './packedRows.ts';
import { possibleRecordsOf } from './possibleRecords.ts';
import type { StringTable } from './stringTable.ts';

/** Packs what `factsOf` returns for a brief. Written directly, not from the lists, because there may be ten thousand briefs to read. */
export function packFacts(brief: Brief, finder: NameFinder, strings: StringTable): PackedFacts {
  const { blocks, starts } = brief;
  const date = briefDate(brief)?.value;
  const profile = frontMatterOf(brief)?.profile?.value;
  const ignored = ignoredCodes(brief);
  const tags = blocks.map(entityTags);
  const sections = sectionTitlesOf(brief);
  const mentions = blocks.map((block, index) => mentionsIn(brief, block, starts[index]!, finder));
  const totalLength = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0);
  const { records: citations, conditions, whole } = possibleRecordsOf(brief);
  const markers = brief.notes.markers.filter(({ notes }) => notes.length > 0);
  const counts = {
    tags: totalLength(tags),
    sections: sections.length,
    mentions: totalLength(mentions),
    citations: citations.length,
    markers: totalLength(markers.map(({ notes }) => notes)),
  };
  const numbers = new Int32Array(
    ROW_ORDER.reduce((sum, kind) => sum + counts[kind] * ROW_LAYOUTS[kind].width, HEADER_LENGTH),
  );
  const others: Citation[] = [];
  const silenced = new Map<number, readonly string[]>();
  let offset = 0;
  const writeLocated = ({ value, span }: Located<string>) => {
    numbers[offset++] = strings.intern(value);
    numbers[offset++] = span.start;
    numbers[offset++] = span.end;
  };
  numbers[offset++] = date?.year ?? ABSENT;
  numbers[offset++] = date?.month ?? ABSENT;
  numbers[offset++] = date?.day ?? ABSENT;
  for (const kind of ROW_ORDER) numbers[offset++] = counts[kind];
  for (let index = 0; index < blocks.length; index++) {
    for (const tag of tags[index]!) {
      numbers[offset++] = starts[index]!;
      numbers[offset++] = tag.start;
      numbers[offset++] = tag.end;
      writeLocated(tag.surface);
      writeLocated(tag.type);
      writeLocated(tag.id);
    }
  }
  for (const section of sections) writeLocated(section);
  for (let index = 0; index < blocks.length; index++) {
    if (mentions[index]!.length === 0) continue;
    const isTaggable = createTaggableCheck(brief, blocks[index]!, starts[index]!);
    for (const mention of mentions[index]!) {
      numbers[offset++] = strings.internIds(mention.ids);
      numbers[offset++] = starts[index]!;
      numbers[offset++] = mention.start;
      numbers[offset++] = mention.end;
      numbers[offset++] = Number(isTaggable(mention));
    }
  }
  for (const [index, { at, value, ignored: codes }] of citations.entries()) {
    const { template, group } = value;
    const { words, key } = citationNumbersOf(value, date, strings);
    numbers[offset++] = words ?? -others.push(detachStrings(value));
    numbers[offset++] = template?.index ?? 0;
    numbers[offset++] = at;
    numbers[offset++] = offsetFromStandalone(value);
    numbers[offset++] = group.start;
    numbers[offset++] = group.end;
    numbers[offset++] = key;
    if (codes) silenced.set(index, detachStrings([...codes]));
  }
  for (const { blockIndex, span, notes } of markers) {
    const start = starts[blockIndex]!;
    for (const note of notes) {
      numbers[offset++] = start;
      numbers[offset++] = span.start - start;
      numbers[offset++] = span.end - start;
      numbers[offset++] = note.span.start;
    }
  }
  const bibliography = detachStrings(bibliographiesOf(brief));
  const rest: RareFacts = {
    ...(profile !== undefined && { profile: detachStrings(profile) }),
    ...(ignored.fileCodes.size > 0 && { ignored: detachStrings([...ignored.fileCodes]) }),
    ...(bibliography.length > 0 && { bibliography }),
    ...(others.length > 0 && { others }),
    ...(silenced.size > 0 && { silenced }),
    ...(conditions.size > 0 && { conditions }),
    ...(whole && { whole }),
  };
  return { numbers, rest: Object.keys(rest).length > 0 ? rest : undefined };
}

/** The facts, as from `factsOf`. `finder` is what found the mentions, `scope` what the registries define. */
export function unpackFacts(packed: PackedFacts, strings: StringTable, finder: NameFinder, scope: Scope): BriefFacts {
  return {
    date: packedDateOf(packed),
    profile: packed.rest?.profile,
    ignored: new Set(packed.rest?.ignored),
    finder,
    get tags() {
      return packedTagsOf(packed, strings);
    },
    get sections() {
      return packedSectionsOf(packed, strings);
    },
    get mentions() {
      return packedMentionsOf(packed, strings);
    },
    get citations() {
      return packedCitationsOf(packed, strings, knownNamesOf(scope));
    },
    get markers() {
      const known = knownNamesOf(scope);
      return packedMarkersOf(packed, packedCitationsOf(packed, strings, known), known);
    },
  };
}

/** The date of the brief. */
export function packedDateOf({ numbers }: PackedFacts): CalendarDate | undefined {
  const [year, month, day] = [numbers[0]!, numbers[1]!, numbers[2]!];
  if (year !== ABSENT && month !== ABSENT && day !== ABSENT) return { year, month, day };
  if (year === ABSENT && month === ABSENT && day === ABSENT) return undefined;
  return { ...(year !== ABSENT && { year }), ...(month !== ABSENT && { month }), ...(day !== ABSENT && { day }) };
}

/** The tags; with `idOrType`, the number of a string, only those with that id or type. */
export function packedTagsOf(packed: PackedFacts, strings: StringTable, idOrType?: number): Placed<Tag>[] {
  const { numbers } = packed;
  const tags: Placed<Tag>[] = [];
  forEachRow(packed, 'tags', (at) => {
    if (idOrType !== undefined && numbers[at + 6] !== idOrType && numbers[at + 9] !== idOrType) return;
    const value: Tag = {
      kind: 'tag',
      start: numbers[at + 1]!,
      end: numbers[at + 2]!,
      surface: readLocated(numbers, at + 3, strings),
      type: readLocated(numbers, at + 6, strings),
      id: readLocated(numbers, at + 9, strings),
    };
    tags.push({ at: numbers[at]!, value });
  });
  return tags;
}

function packedSectionsOf(packed: PackedFacts, strings: StringTable): Located<string>[] {
  const sections: Located<string>[] = [];
  forEachRow(packed, 'sections', (at) => sections.push(readLocated(packed.numbers, at, strings)));
  return sections;
}

function readLocated(numbers: Int32Array, at: number, strings: StringTable): Located<string> {
  return { value: strings.stringAt(numbers[at]!), span: { start: numbers[at + 1]!, end: numbers[at + 2]! } };
}

/** The mentions; with `idLists`, only those whose list of ids has one of these numbers. */
export function packedMentionsOf(
  packed: PackedFacts,
  strings: StringTable,
  idLists?: readonly number[],
): PlacedMention[] {
  const { numbers } = packed;
  const mentions: PlacedMention[] = [];
  forEachRow(packed, 'mentions', (at) => {
    if (idLists && !idLists.includes(numbers[at]!)) return;
    const value = { start: numbers[at + 2]!, end: numbers[at + 3]!, ids: strings.idsOf(numbers[at]!) };
    mentions.push({ at: numbers[at + 1]!, value, taggable: numbers[at + 4] === 1 });
  });
  return mentions;
}

/** Calls `each` with the number of the list of ids of each mention; some are repeated. */
export function forEachIdList(packed: PackedFacts, each: (ids: number) => void): void {
  forEachRow(packed, 'mentions', (at) => each(packed.numbers[at]!));
}

/** Calls `each` with the numbers of the type and the id of each tag; some are repeated. */
export function forEachTag(packed: PackedFacts, each: (type: number, id: number) => void): void {
  forEachRow(packed, 'tags', (at) => each(packed.numbers[at + 6]!, packed.numbers[at + 9]!));
}
