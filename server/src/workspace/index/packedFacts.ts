/**
 * The facts of a closed brief in less than half of the memory, because there may be ten thousand briefs: rows of numbers in
 * one array, in which strings are numbers of the string table. Lists are created on request.
 */

import { createMemo } from '../../base/memo/memory.ts';
import { detachStrings } from '../../base/text/detach.ts';
import type { Located } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { yearsKey } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, CalendarDate, Citation, CitationTemplate, Placed, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { bibliographiesOf, briefDateOf as briefDate, frontMatterOf } from '../../syntax/brief/brief.ts';
import { ignoredCodes } from '../../syntax/brief/ignoredRules.ts';
import type { PlacedCitation } from '../../syntax/brief/records.ts';

import { citationFromWords } from '../../syntax/citation/parentheticalCache.ts';
import { offsetFromStandalone } from '../../syntax/citation/wording.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';

import { type BriefFacts, type PlacedMention, sectionTitlesOf } from '../briefFacts.ts';
import { isCitationWith, possibleRecordsOf } from './possibleRecords.ts';
import type { StringTable } from './stringTable.ts';

export interface PackedFacts {
  /** The header (date, number of rows of each kind), then the rows kind by kind, as in `ROW_LAYOUTS`. */
  readonly numbers: Int32Array;
  /** What only few briefs have. */
  readonly rest: RareFacts | undefined;
}

interface RareFacts {
  readonly profile?: string | undefined;
  /** Paths of bibliographies. */
  readonly bibliography?: readonly string[];
  readonly ignored?: readonly string[];
  /** Citations that cannot be read again from their words: long ones, and those with tags or keys. */
  readonly others?: readonly Citation[];
  /** By the row of a citation, the codes of the rules that are silenced for it. */
  readonly silenced?: ReadonlyMap<number, readonly string[]>;
  /** By the row of a citation that counts only if the registries say so, the outlets they must have; none of a key. */
  readonly conditions?: ReadonlyMap<number, readonly string[]>;
}

/** The numbers of a row of each kind, and which of them are numbers of strings. `at` is the start of the block. */
const ROW_LAYOUTS = {
  /** At; start, end; surface, its start and end; type, its start and end; id, its start and end. */
  tags: { width: 12, strings: [3, 6, 9] },
  /** Title, start, end. */
  sections: { width: 3, strings: [0] },
  /** List of ids; at; start, end; whether it can be tagged (1 or 0). */
  mentions: { width: 5, strings: [0] },
  /**
   * Words, or `-1 - n` for the nth of `others`; index of the citation in the words; at; offset of the words; start and end of
   * the group; citation key (see `citationNumbersOf`).
   */
  citations: { width: 7, strings: [0, 6] },
} as const;
type RowKind = keyof typeof ROW_LAYOUTS;

const ROW_ORDER = ['tags', 'sections', 'mentions', 'citations'] as const satisfies RowKind[];
/** Year, month and day, then the number of rows of each kind. */
const HEADER_LENGTH = 3 + ROW_ORDER.length;
const ABSENT = -1;

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
  const { records: citations, conditions } = possibleRecordsOf(brief);
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
  const bibliography = detachStrings(bibliographiesOf(brief));
  const rest: RareFacts = {
    ...(profile !== undefined && { profile: detachStrings(profile) }),
    ...(ignored.fileCodes.size > 0 && { ignored: detachStrings([...ignored.fileCodes]) }),
    ...(bibliography.length > 0 && { bibliography }),
    ...(others.length > 0 && { others }),
    ...(silenced.size > 0 && { silenced }),
    ...(conditions.size > 0 && { conditions }),
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
  };
}

/** The date of the brief. */
export function packedDateOf({ numbers }: PackedFacts): CalendarDate | undefined {
  const [year, month, day] = [numbers[0]!, numbers[1]!, numbers[2]!];
  if (year !== ABSENT && month !== ABSENT && day !== ABSENT) return { year, month, day };
  if (year === ABSENT && month === ABSENT && day === ABSENT) return undefined;
  return { ...(year !== ABSENT && { year }), ...(month !== ABSENT && { month }), ...(day !== ABSENT && { day }) };
}

/** Calls `each` for every row of a kind, with the index at which its numbers begin and the number of the row. */
function forEachRow({ numbers }: PackedFacts, rowKind: RowKind, each: (at: number, row: number) => void): void {
  let at = HEADER_LENGTH;
  for (let index = 0; ROW_ORDER[index] !== rowKind; index++)
    at += numbers[3 + index]! * ROW_LAYOUTS[ROW_ORDER[index]!].width;
  const [count, { width }] = [numbers[3 + ROW_ORDER.indexOf(rowKind)]!, ROW_LAYOUTS[rowKind]];
  for (let row = 0; row < count; row++, at += width) each(at, row);
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

/** The citations that count if the registries say `known`; with `includesKey`, only those whose citation key it accepts. */
export function packedCitationsOf(
  packed: PackedFacts,
  strings: StringTable,
  known: KnownNames,
  includesKey?: (key: number) => boolean,
): PlacedCitation[] {
  const { numbers, rest } = packed;
  const citations: PlacedCitation[] = [];
  forEachRow(packed, 'citations', (at, row) => {
    if (includesKey && !includesKey(numbers[at + 6]!)) return;
    const words = numbers[at]!;
    const group = { start: numbers[at + 4]!, end: numbers[at + 5]! };
    const value =
      words < 0
        ? rest!.others![-1 - words]!
        : citationFromWords({ words: strings.stringAt(words), index: numbers[at + 1]! }, numbers[at + 3]!, group);
    const blockStart = numbers[at + 2]!;
    const condition = rest?.conditions?.get(row);
    if (!isCitationWith(value, condition, known)) return;
    const isOverlapping = () => {
      const last = citations.at(-1);
      return last?.at === blockStart && last.value.span.end > value.span.start;
    };
    // What is read with the registries stands in the place of what is read without them; a key is text inside of another citation.
    if (condition && (!value.id || value.isRepeat)) while (isOverlapping()) citations.pop();
    else if (isOverlapping()) return;
    const codes = rest?.silenced?.get(row);
    citations.push({ at: blockStart, value, ...(codes && { ignored: new Set(codes) }) });
  });
  return citations;
}

interface CitationNumbers {
  readonly words: number;
  readonly key: number;
}

/** The numbers of a citation with a template, and what they were computed for. */
interface TemplateNumbers extends CitationNumbers {
  readonly strings: StringTable;
  readonly years: number | string;
}

const numbersByTemplate = createMemo<CitationTemplate, TemplateNumbers>();

/**
 * The numbers of a citation's words and of its key, in a brief of the given date. Citations with the same key mean the same,
 * whatever the registries define. A citation without a template has no words.
 */
function citationNumbersOf(
  citation: Citation,
  date: CalendarDate | undefined,
  strings: StringTable,
): Partial<CitationNumbers> & Pick<CitationNumbers, 'key'> {
  const { template, id } = citation;
  const years = yearsKey(citation, date);
  if (!template) return { key: strings.intern(JSON.stringify(id ? { id: id.value } : { citation, years })) };
  const cached = numbersByTemplate.get(template);
  if (cached?.strings === strings && cached.years === years) return cached;
  const words = strings.intern(template.words);
  const key = strings.intern(`${template.index} ${years} ${template.words}`);
  const numbers = { strings, years, words, key };
  numbersByTemplate.set(template, numbers);
  return numbers;
}

/** Calls `each` with the key of each citation; some are repeated. */
export function forEachCitationKey(packed: PackedFacts, each: (key: number) => void): void {
  forEachRow(packed, 'citations', (at) => each(packed.numbers[at + 6]!));
}

/** Calls `each` with the number of the list of ids of each mention; some are repeated. */
export function forEachIdList(packed: PackedFacts, each: (ids: number) => void): void {
  forEachRow(packed, 'mentions', (at) => each(packed.numbers[at]!));
}

/** Calls `each` with the numbers of the type and the id of each tag; some are repeated. */
export function forEachTag(packed: PackedFacts, each: (type: number, id: number) => void): void {
  forEachRow(packed, 'tags', (at) => each(packed.numbers[at + 6]!, packed.numbers[at + 9]!));
}

/** Replaces the numbers of strings in packed facts, in place, by those of another string table. */
export function renumberStrings(numbers: Int32Array, newNumberOf: (old: number) => number): void {
  let at = HEADER_LENGTH;
  for (const [index, kind] of ROW_ORDER.entries()) {
    const { width, strings } = ROW_LAYOUTS[kind];
    for (let row = 0; row < numbers[3 + index]!; row++, at += width) {
      for (const column of strings) {
        const old = numbers[at + column]!;
        // A negative number is no string.
        if (old >= 0) numbers[at + column] = newNumberOf(old);
      }
    }
  }
}
