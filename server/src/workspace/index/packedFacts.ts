/**
 * What is kept of a closed brief: the same facts in less than half of the memory, because there may be ten thousand
 * of them. They are numbers in one array, in which strings are numbers of the string table; lists are made on request.
 */

import { createMemo } from '../../base/memo/memory.ts';
import { detachStrings } from '../../base/text/detach.ts';
import type { Located } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { yearsKey } from '../../scope/resolveCitation.ts';
import type { Brief, CalendarDate, Citation, CitationTemplate, Placed, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { briefDateOf as briefDate, frontMatterOf } from '../../syntax/brief/brief.ts';
import { ignoredCodes } from '../../syntax/brief/ignoredRules.ts';
import { type PlacedCitation, recordsOf } from '../../syntax/brief/records.ts';

import { citationFromWords } from '../../syntax/citation/parentheticalCache.ts';
import { offsetFromStandalone } from '../../syntax/citation/wording.ts';

import { type BriefFacts, type PlacedMention, sectionTitlesOf } from '../briefFacts.ts';
import type { StringTable } from './stringTable.ts';

export interface PackedFacts {
  /** The date, how many there are of each kind, then all of a kind after the other: so many numbers each. */
  readonly numbers: Int32Array;
  /** What few briefs have. */
  readonly rest: RareFacts | undefined;
}

interface RareFacts {
  readonly profile?: string | undefined;
  readonly ignored?: readonly string[];
  /** Citations that cannot be read again from their words: long ones, those with tags and keys. */
  readonly others?: readonly Citation[];
  /** The codes of the rules that are silenced for a citation, by its number. */
  readonly silenced?: ReadonlyMap<number, readonly string[]>;
}

/** Which numbers of each kind stand for words. */
const ROW_LAYOUTS = {
  /** The block; start and end; of surface, type and id the word, start and end. */
  tags: { width: 12, words: [3, 6, 9] },
  /** The title, start and end. */
  sections: { width: 3, words: [0] },
  /** The ids; the block; start and end; whether it can be tagged. */
  mentions: { width: 5, words: [0] },
  /**
   * The words, or `-1 - n` for the nth of the others; which item of them it is; the block; where the words begin; the group;
   * what it says, wherever it stands (see `numbersOf`).
   */
  citations: { width: 7, words: [0, 6] },
} as const;
type RowKind = keyof typeof ROW_LAYOUTS;

const ROW_ORDER = ['tags', 'sections', 'mentions', 'citations'] as const satisfies RowKind[];
/** Year, month and day, then the counts. */
const HEADER_LENGTH = 3 + ROW_ORDER.length;
const ABSENT = -1;

/** What `factsOf` says of a brief, without its text. Written at one go: there may be ten thousand briefs to read. */
export function packFacts(brief: Brief, finder: NameFinder, strings: StringTable): PackedFacts {
  const { blocks, starts } = brief;
  const date = briefDate(brief)?.value;
  const profile = frontMatterOf(brief)?.profile?.value;
  const ignored = ignoredCodes(brief);
  const tags = blocks.map(entityTags);
  const sections = sectionTitlesOf(brief);
  const mentions = blocks.map((block, index) => mentionsIn(brief, block, starts[index]!, finder));
  const totalLength = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0);
  const citations = recordsOf(brief);
  const counts = {
    tags: totalLength(tags),
    sections: sections.length,
    mentions: totalLength(mentions),
    citations: citations.length,
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
    const { word, saying } = citationNumbersOf(value, date, strings);
    numbers[offset++] = word ?? -others.push(detachStrings(value));
    numbers[offset++] = template?.index ?? 0;
    numbers[offset++] = at;
    numbers[offset++] = offsetFromStandalone(value);
    numbers[offset++] = group.start;
    numbers[offset++] = group.end;
    numbers[offset++] = saying;
    if (codes) silenced.set(index, detachStrings([...codes]));
  }
  const rest: RareFacts = {
    ...(profile !== undefined && { profile: detachStrings(profile) }),
    ...(ignored.fileCodes.size > 0 && { ignored: detachStrings([...ignored.fileCodes]) }),
    ...(others.length > 0 && { others }),
    ...(silenced.size > 0 && { silenced }),
  };
  return { numbers, rest: Object.keys(rest).length > 0 ? rest : undefined };
}

/** The facts again. `finder` is what the mentions were found with. */
export function unpackFacts(packed: PackedFacts, strings: StringTable, finder: NameFinder): BriefFacts {
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
      return packedCitationsOf(packed, strings);
    },
  };
}

export function packedDateOf({ numbers }: PackedFacts): CalendarDate | undefined {
  const [year, month, day] = [numbers[0]!, numbers[1]!, numbers[2]!];
  if (year !== ABSENT && month !== ABSENT && day !== ABSENT) return { year, month, day };
  if (year === ABSENT && month === ABSENT && day === ABSENT) return undefined;
  return { ...(year !== ABSENT && { year }), ...(month !== ABSENT && { month }), ...(day !== ABSENT && { day }) };
}

/** Calls `each` with where every row of a kind begins, and which of them it is. */
function forEachRow({ numbers }: PackedFacts, rowKind: RowKind, each: (at: number, row: number) => void): void {
  let at = HEADER_LENGTH;
  for (let index = 0; ROW_ORDER[index] !== rowKind; index++)
    at += numbers[3 + index]! * ROW_LAYOUTS[ROW_ORDER[index]!].width;
  const [count, { width }] = [numbers[3 + ROW_ORDER.indexOf(rowKind)]!, ROW_LAYOUTS[rowKind]];
  for (let row = 0; row < count; row++, at += width) each(at, row);
}

/** The tags, or those whose id or type has this number. */
export function packedTagsOf(packed: PackedFacts, strings: StringTable, word?: number): Placed<Tag>[] {
  const { numbers } = packed;
  const tags: Placed<Tag>[] = [];
  forEachRow(packed, 'tags', (at) => {
    if (word !== undefined && numbers[at + 6] !== word && numbers[at + 9] !== word) return;
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

/** The mentions, or those whose ids have one of these numbers. */
export function packedMentionsOf(
  packed: PackedFacts,
  strings: StringTable,
  lists?: readonly number[],
): PlacedMention[] {
  const { numbers } = packed;
  const mentions: PlacedMention[] = [];
  forEachRow(packed, 'mentions', (at) => {
    if (lists && !lists.includes(numbers[at]!)) return;
    const value = { start: numbers[at + 2]!, end: numbers[at + 3]!, ids: strings.idsOf(numbers[at]!) };
    mentions.push({ at: numbers[at + 1]!, value, taggable: numbers[at + 4] === 1 });
  });
  return mentions;
}

/** The citations, or those that are wanted by what they say. */
export function packedCitationsOf(
  packed: PackedFacts,
  strings: StringTable,
  includesKey?: (saying: number) => boolean,
): PlacedCitation[] {
  const { numbers, rest } = packed;
  const citations: PlacedCitation[] = [];
  forEachRow(packed, 'citations', (at, number) => {
    if (includesKey && !includesKey(numbers[at + 6]!)) return;
    const word = numbers[at]!;
    const group = { start: numbers[at + 4]!, end: numbers[at + 5]! };
    const value =
      word < 0
        ? rest!.others![-1 - word]!
        : citationFromWords({ words: strings.stringAt(word), index: numbers[at + 1]! }, numbers[at + 3]!, group);
    const codes = rest?.silenced?.get(number);
    citations.push({ at: numbers[at + 2]!, value, ...(codes && { ignored: new Set(codes) }) });
  });
  return citations;
}

interface CitationNumbers {
  readonly words: StringTable;
  readonly years: number | string;
  readonly word: number;
  readonly saying: number;
}

const numbersByTemplate = createMemo<CitationTemplate, CitationNumbers>();

/**
 * The numbers of the words of a citation and of what it says in a brief of the given date: where that is the same, the same is
 * meant, whatever the registries are.
 */
function citationNumbersOf(
  citation: Citation,
  date: CalendarDate | undefined,
  strings: StringTable,
): { readonly word?: number; readonly saying: number } {
  const { template, id } = citation;
  const years = yearsKey(citation, date);
  if (!template) return { saying: strings.intern(JSON.stringify(id ? { id: id.value } : { citation, years })) };
  const cached = numbersByTemplate.get(template);
  if (cached?.words === strings && cached.years === years) return cached;
  const word = strings.intern(template.words);
  const found = { words: strings, years, word, saying: strings.intern(`${template.index} ${years} ${template.words}`) };
  numbersByTemplate.set(template, found);
  return found;
}

/** The numbers of what its citations say, and which of them it is; some of them more than once. */
export function forEachCitationKey(packed: PackedFacts, each: (saying: number, citation: number) => void): void {
  forEachRow(packed, 'citations', (at, number) => each(packed.numbers[at + 6]!, number));
}

/** The numbers of the ids of its mentions; some of them more than once. */
export function forEachIdList(packed: PackedFacts, each: (ids: number) => void): void {
  forEachRow(packed, 'mentions', (at) => each(packed.numbers[at]!));
}

/** The numbers of the types and ids of its tags; some of them more than once. */
export function forEachTag(packed: PackedFacts, each: (type: number, id: number) => void): void {
  forEachRow(packed, 'tags', (at) => each(packed.numbers[at + 6]!, packed.numbers[at + 9]!));
}

/** The same facts for other words: every number of a word is replaced, in place. */
export function renumberStrings(numbers: Int32Array, newNumberOf: (word: number) => number): void {
  let at = HEADER_LENGTH;
  for (const [index, kind] of ROW_ORDER.entries()) {
    const { width, words } = ROW_LAYOUTS[kind];
    for (let row = 0; row < numbers[3 + index]!; row++, at += width) {
      for (const column of words) {
        const word = numbers[at + column]!;
        if (word >= 0) numbers[at + column] = newNumberOf(word);
      }
    }
  }
}
