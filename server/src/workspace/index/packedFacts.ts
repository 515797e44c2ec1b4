/**
 * What is kept of a closed brief: the same facts in a tenth of the memory, for there may be ten thousand of them. They are
 * numbers in one array, strings among them as numbers of `Words`; lists are made of them when somebody asks.
 */

import { createMemory } from '../../base/memo/memory.ts';
import { withOwnStrings } from '../../base/text/detach.ts';
import type { Located } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { taggableIn } from '../../names/taggable.ts';
import { yearsOf } from '../../scope/resolveCitation.ts';
import type { Brief, CalendarDate, Citation, Pattern, Tag } from '../../syntax/ast.ts';
import { dateOf as briefDate, frontMatterOf } from '../../syntax/brief/brief.ts';
import { ignoredCodes } from '../../syntax/brief/ignoredRules.ts';

import { patternAt, patternOf } from '../../syntax/citation/parentheticalCache.ts';

import {
  type BriefFacts,
  entityTags,
  type Placed,
  type PlacedCitation,
  type PlacedMention,
  titlesOf,
} from './briefFacts.ts';
import type { Words } from './stringTable.ts';

export interface PackedFacts {
  /** The date, how many there are of each kind, then all of a kind after the other: so many numbers each. */
  readonly numbers: Int32Array;
  /** What few briefs have. */
  readonly rest: Rest | undefined;
}

interface Rest {
  readonly profile?: string | undefined;
  readonly ignored?: readonly string[];
  /** Citations that cannot be read again from their words: long ones, those with tags and keys. */
  readonly others?: readonly Citation[];
  /** The codes of the rules that are silenced for a citation, by its number. */
  readonly silenced?: ReadonlyMap<number, readonly string[]>;
}

/** Which numbers of each kind stand for words. */
const KINDS = {
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
type Kind = keyof typeof KINDS;

const ORDER = ['tags', 'sections', 'mentions', 'citations'] as const satisfies Kind[];
/** Year, month and day, then the counts. */
const HEADER = 3 + ORDER.length;
const NONE = -1;

/** What `factsOf` says of a brief, without its text. Written at one go: there may be ten thousand briefs to read. */
export function pack(brief: Brief, finder: NameFinder, words: Words): PackedFacts {
  const { blocks, starts } = brief;
  const date = briefDate(brief)?.value;
  const profile = frontMatterOf(brief)?.profile?.value;
  const ignored = ignoredCodes(brief);
  const tags = blocks.map(entityTags);
  const sections = titlesOf(brief);
  const mentions = blocks.map((block, index) => mentionsIn(brief, block, starts[index]!, finder));
  const count = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0);
  const citations = blocks.reduce((sum, block) => sum + block.citations.length, 0);
  const counts = { tags: count(tags), sections: sections.length, mentions: count(mentions), citations };
  const numbers = new Int32Array(ORDER.reduce((sum, kind) => sum + counts[kind] * KINDS[kind].width, HEADER));
  const others: Citation[] = [];
  const silenced = new Map<number, readonly string[]>();
  let to = 0;
  const putWord = ({ value, span }: Located<string>) => {
    numbers[to++] = words.numberOf(value);
    numbers[to++] = span.start;
    numbers[to++] = span.end;
  };
  numbers[to++] = date?.year ?? NONE;
  numbers[to++] = date?.month ?? NONE;
  numbers[to++] = date?.day ?? NONE;
  for (const kind of ORDER) numbers[to++] = counts[kind];
  for (let index = 0; index < blocks.length; index++) {
    for (const tag of tags[index]!) {
      numbers[to++] = starts[index]!;
      numbers[to++] = tag.start;
      numbers[to++] = tag.end;
      putWord(tag.surface);
      putWord(tag.type);
      putWord(tag.id);
    }
  }
  for (const section of sections) putWord(section);
  for (let index = 0; index < blocks.length; index++) {
    if (mentions[index]!.length === 0) continue;
    const isTaggable = taggableIn(brief, blocks[index]!, starts[index]!);
    for (const mention of mentions[index]!) {
      numbers[to++] = words.numberOfIds(mention.ids);
      numbers[to++] = starts[index]!;
      numbers[to++] = mention.start;
      numbers[to++] = mention.end;
      numbers[to++] = Number(isTaggable(mention));
    }
  }
  let number = 0;
  for (let index = 0; index < blocks.length; index++) {
    const codes = ignored.blocks.get(index);
    for (const citation of blocks[index]!.citations) {
      const { pattern, span, group } = citation;
      const { word, saying } = numbersOf(citation, date, words);
      numbers[to++] = word ?? -others.push(withOwnStrings(citation));
      numbers[to++] = pattern ? pattern.index : 0;
      numbers[to++] = starts[index]!;
      numbers[to++] = pattern ? span.start - pattern.item.span.start : 0;
      numbers[to++] = group.start;
      numbers[to++] = group.end;
      numbers[to++] = saying;
      if (codes) silenced.set(number, withOwnStrings([...codes]));
      number++;
    }
  }
  const rest: Rest = {
    ...(profile !== undefined && { profile: withOwnStrings(profile) }),
    ...(ignored.file.size > 0 && { ignored: withOwnStrings([...ignored.file]) }),
    ...(others.length > 0 && { others }),
    ...(silenced.size > 0 && { silenced }),
  };
  return { numbers, rest: Object.keys(rest).length > 0 ? rest : undefined };
}

/** The facts again. `finder` is what the mentions were found with. */
export function unpack(packed: PackedFacts, words: Words, finder: NameFinder): BriefFacts {
  return {
    date: dateOf(packed),
    profile: packed.rest?.profile,
    ignored: new Set(packed.rest?.ignored),
    finder,
    get tags() {
      return tagsOf(packed, words);
    },
    get sections() {
      return sectionsOf(packed, words);
    },
    get mentions() {
      return mentionsOf(packed, words);
    },
    get citations() {
      return citationsOf(packed, words);
    },
  };
}

export function dateOf({ numbers }: PackedFacts): CalendarDate | undefined {
  const [year, month, day] = [numbers[0]!, numbers[1]!, numbers[2]!];
  if (year !== NONE && month !== NONE && day !== NONE) return { year, month, day };
  if (year === NONE && month === NONE && day === NONE) return undefined;
  return { ...(year !== NONE && { year }), ...(month !== NONE && { month }), ...(day !== NONE && { day }) };
}

/** Calls `each` with where every row of a kind begins, and which of them it is. */
function forEachRow({ numbers }: PackedFacts, wanted: Kind, each: (at: number, row: number) => void): void {
  let at = HEADER;
  for (let index = 0; ORDER[index] !== wanted; index++) at += numbers[3 + index]! * KINDS[ORDER[index]!].width;
  const [count, { width }] = [numbers[3 + ORDER.indexOf(wanted)]!, KINDS[wanted]];
  for (let row = 0; row < count; row++, at += width) each(at, row);
}

/** The tags, or those whose id or type has this number. */
export function tagsOf(packed: PackedFacts, words: Words, word?: number): Placed<Tag>[] {
  const { numbers } = packed;
  const tags: Placed<Tag>[] = [];
  forEachRow(packed, 'tags', (at) => {
    if (word !== undefined && numbers[at + 6] !== word && numbers[at + 9] !== word) return;
    const value: Tag = {
      kind: 'tag',
      start: numbers[at + 1]!,
      end: numbers[at + 2]!,
      surface: located(numbers, at + 3, words),
      type: located(numbers, at + 6, words),
      id: located(numbers, at + 9, words),
    };
    tags.push({ at: numbers[at]!, value });
  });
  return tags;
}

function sectionsOf(packed: PackedFacts, words: Words): Located<string>[] {
  const sections: Located<string>[] = [];
  forEachRow(packed, 'sections', (at) => sections.push(located(packed.numbers, at, words)));
  return sections;
}

function located(numbers: Int32Array, at: number, words: Words): Located<string> {
  return { value: words.textOf(numbers[at]!), span: { start: numbers[at + 1]!, end: numbers[at + 2]! } };
}

/** The mentions, or those whose ids have one of these numbers. */
export function mentionsOf(packed: PackedFacts, words: Words, lists?: readonly number[]): PlacedMention[] {
  const { numbers } = packed;
  const mentions: PlacedMention[] = [];
  forEachRow(packed, 'mentions', (at) => {
    if (lists && !lists.includes(numbers[at]!)) return;
    const value = { start: numbers[at + 2]!, end: numbers[at + 3]!, ids: words.idsOf(numbers[at]!) };
    mentions.push({ at: numbers[at + 1]!, value, taggable: numbers[at + 4] === 1 });
  });
  return mentions;
}

/** The citations, or those that are wanted by what they say. */
export function citationsOf(
  packed: PackedFacts,
  words: Words,
  isWanted?: (saying: number) => boolean,
): PlacedCitation[] {
  const { numbers, rest } = packed;
  const citations: PlacedCitation[] = [];
  forEachRow(packed, 'citations', (at, number) => {
    if (isWanted && !isWanted(numbers[at + 6]!)) return;
    const word = numbers[at]!;
    const group = { start: numbers[at + 4]!, end: numbers[at + 5]! };
    const value =
      word < 0
        ? rest!.others![-1 - word]!
        : patternAt(patternOf(words.textOf(word), numbers[at + 1]!), numbers[at + 3]!, group);
    const codes = rest?.silenced?.get(number);
    citations.push({ at: numbers[at + 2]!, value, ...(codes && { ignored: new Set(codes) }) });
  });
  return citations;
}

interface PatternNumbers {
  readonly words: Words;
  readonly years: number | string;
  readonly word: number;
  readonly saying: number;
}

const lastNumbers = createMemory<Pattern, PatternNumbers>();

/**
 * The numbers of the words of a citation and of what it says in a brief of the given date: where that is the same, the same is
 * meant, whatever the registries are.
 */
function numbersOf(
  citation: Citation,
  date: CalendarDate | undefined,
  words: Words,
): { readonly word?: number; readonly saying: number } {
  const { pattern, id } = citation;
  const years = yearsOf(citation, date);
  if (!pattern) return { saying: words.numberOf(JSON.stringify(id ? { id: id.value } : { citation, years })) };
  const known = lastNumbers.get(pattern);
  if (known?.words === words && known.years === years) return known;
  const word = words.numberOf(pattern.words);
  const found = { words, years, word, saying: words.numberOf(`${pattern.index} ${years} ${pattern.words}`) };
  lastNumbers.set(pattern, found);
  return found;
}

/** The numbers of what its citations say, and which of them it is; some of them more than once. */
export function forEachSaying(packed: PackedFacts, each: (saying: number, citation: number) => void): void {
  forEachRow(packed, 'citations', (at, number) => each(packed.numbers[at + 6]!, number));
}

/** The numbers of the ids of its mentions; some of them more than once. */
export function forEachIds(packed: PackedFacts, each: (ids: number) => void): void {
  forEachRow(packed, 'mentions', (at) => each(packed.numbers[at]!));
}

/** The numbers of the types and ids of its tags; some of them more than once. */
export function forEachTag(packed: PackedFacts, each: (type: number, id: number) => void): void {
  forEachRow(packed, 'tags', (at) => each(packed.numbers[at + 6]!, packed.numbers[at + 9]!));
}

/** The same facts for other words: every number of a word is replaced, in place. */
export function renumber(numbers: Int32Array, to: (word: number) => number): void {
  let at = HEADER;
  for (const [index, kind] of ORDER.entries()) {
    const { width, words } = KINDS[kind];
    for (let row = 0; row < numbers[3 + index]!; row++, at += width) {
      for (const column of words) {
        const word = numbers[at + column]!;
        if (word >= 0) numbers[at + column] = to(word);
      }
    }
  }
}
