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
import type { PlacedCitation } from '../../syntax/brief/records.ts';
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
  type RowKind,
} from './packedRows.ts';
import { possibleRecordsOf } from './possibleRecords.ts';
import type { StringTable } from './stringTable.ts';

/**
 * Packs what `factsOf` returns for a brief. Written directly, not from the lists, because there may be ten thousand briefs to read; by
 * a function for each kind of row, because V8 takes much longer to optimize one large function.
 */
export function packFacts(brief: Brief, finder: NameFinder, strings: StringTable): PackedFacts {
  const date = briefDate(brief)?.value;
  const profile = frontMatterOf(brief)?.profile?.value;
  const { fileCodes } = ignoredCodes(brief);
  const { records, conditions, whole } = possibleRecordsOf(brief);
  const others: Citation[] = [];
  const rows: Readonly<Record<RowKind, readonly number[]>> = {
    tags: tagRows(brief, strings),
    sections: sectionRows(brief, strings),
    mentions: mentionRows(brief, finder, strings),
    citations: citationRows(records, date, strings, others),
    markers: markerRows(brief),
  };
  const bibliography = detachStrings(bibliographiesOf(brief));
  const silenced = silencedCodes(records);
  const rest: RareFacts = {
    ...(profile !== undefined && { profile: detachStrings(profile) }),
    ...(fileCodes.size > 0 && { ignored: detachStrings([...fileCodes]) }),
    ...(bibliography.length > 0 && { bibliography }),
    ...(others.length > 0 && { others }),
    ...(silenced.size > 0 && { silenced }),
    ...(conditions.size > 0 && { conditions }),
    ...(whole && { whole }),
  };
  return { numbers: joinRows(date, rows), rest: Object.keys(rest).length > 0 ? rest : undefined };
}

function joinRows(
  date: CalendarDate | undefined,
  rows: Readonly<Record<RowKind, readonly number[]>>,
): PackedFacts['numbers'] {
  const numbers = new Int32Array(ROW_ORDER.reduce((sum, kind) => sum + rows[kind].length, HEADER_LENGTH));
  numbers.set([date?.year ?? ABSENT, date?.month ?? ABSENT, date?.day ?? ABSENT]);
  let offset = HEADER_LENGTH;
  for (const [index, kind] of ROW_ORDER.entries()) {
    numbers[3 + index] = rows[kind].length / ROW_LAYOUTS[kind].width;
    numbers.set(rows[kind], offset);
    offset += rows[kind].length;
  }
  return numbers;
}

function tagRows({ blocks, starts }: Brief, strings: StringTable): number[] {
  const rows: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    for (const { start, end, surface, type, id } of entityTags(blocks[index]!)) {
      rows.push(starts[index]!, start, end);
      pushLocated(rows, surface, strings);
      pushLocated(rows, type, strings);
      pushLocated(rows, id, strings);
    }
  }
  return rows;
}

function sectionRows(brief: Brief, strings: StringTable): number[] {
  const rows: number[] = [];
  for (const section of sectionTitlesOf(brief)) pushLocated(rows, section, strings);
  return rows;
}

function pushLocated(rows: number[], { value, span }: Located<string>, strings: StringTable): void {
  rows.push(strings.intern(value), span.start, span.end);
}

function mentionRows(brief: Brief, finder: NameFinder, strings: StringTable): number[] {
  const { blocks, starts } = brief;
  const rows: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const at = starts[index]!;
    const mentions = mentionsIn(brief, blocks[index]!, at, finder);
    if (mentions.length === 0) continue;
    const isTaggable = createTaggableCheck(brief, blocks[index]!, at);
    for (const mention of mentions)
      rows.push(strings.internIds(mention.ids), at, mention.start, mention.end, isTaggable(mention) ? 1 : 0);
  }
  return rows;
}

/** Citations that cannot be read again from their words are added to `others`. */
function citationRows(
  records: readonly PlacedCitation[],
  date: CalendarDate | undefined,
  strings: StringTable,
  others: Citation[],
): number[] {
  const rows: number[] = [];
  for (const { at, value } of records) {
    const { template, group } = value;
    const { words, key } = citationNumbersOf(value, date, strings);
    rows.push(
      words ?? -others.push(detachStrings(value)),
      template?.index ?? 0,
      at,
      offsetFromStandalone(value),
      group.start,
      group.end,
      key,
    );
  }
  return rows;
}

function silencedCodes(records: readonly PlacedCitation[]): ReadonlyMap<number, readonly string[]> {
  const silenced = new Map<number, readonly string[]>();
  for (let row = 0; row < records.length; row++) {
    const codes = records[row]!.ignored;
    if (codes) silenced.set(row, detachStrings([...codes]));
  }
  return silenced;
}

function markerRows({ notes: { markers }, starts }: Brief): number[] {
  const rows: number[] = [];
  for (const { blockIndex, span, notes } of markers) {
    const at = starts[blockIndex]!;
    for (const note of notes) rows.push(at, span.start - at, span.end - at, note.span.start);
  }
  return rows;
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
