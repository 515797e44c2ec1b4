/**
 * What is kept of a closed brief: the same facts in a tenth of the memory, for there may be ten thousand of them. Places
 * are numbers in one array; lists are made of them when somebody asks. It is plain data, which can be written to a file.
 */
import type { Citation } from '../syntax/citation.ts';
import type { CalendarDate } from '../syntax/dates.ts';
import { patternAt, patternOf } from '../syntax/group.ts';
import type { Tag } from '../syntax/inlines.ts';
import type { Located } from '../syntax/span.ts';
import type { BriefFacts, Placed, PlacedCitation, PlacedMention } from './facts.ts';
import type { NameFinder } from './names.ts';
import { withOwnStrings } from './ownCopy.ts';

export interface PackedFacts {
  readonly date: CalendarDate | undefined;
  readonly profile: string | undefined;
  readonly ignored: readonly string[];
  readonly tags: readonly Placed<Tag>[];
  readonly sections: readonly Located<string>[];
  readonly mentions: Int32Array;
  /** Of every mention. The lists belong to the finder: all mentions of a name have the same. */
  readonly ids: readonly (readonly string[])[];
  readonly citations: Int32Array;
  /** Of every citation the text it can be read from again, or itself: long ones, and those with tags and keys. */
  readonly written: readonly (string | Citation)[];
  /** The codes of the rules that are silenced for a citation, by its number. */
  readonly silenced: ReadonlyMap<number, readonly string[]>;
}

/** Start of the block, start and end in it, whether it can be tagged. */
const MENTION = 4;
/** Start of the block; of one that is read again which item of its text it is, where this begins, its group. */
const CITATION = 5;

/** The facts without the text they come from. */
export function pack(facts: BriefFacts): PackedFacts {
  const { date, profile, ignored, tags, sections } = facts;
  return {
    date,
    profile: withOwnStrings(profile),
    ignored: withOwnStrings([...ignored]),
    tags: withOwnStrings(tags),
    sections,
    ...packMentions(facts.mentions),
    ...packCitations(facts.citations),
  };
}

/** The facts again. `finder` is what the mentions were found with. */
export function unpack(packed: PackedFacts, finder: NameFinder): BriefFacts {
  const { date, profile, ignored, tags, sections } = packed;
  return {
    date,
    profile,
    ignored: new Set(ignored),
    tags,
    sections,
    finder,
    get mentions() {
      return unpackMentions(packed);
    },
    get citations() {
      return unpackCitations(packed);
    },
  };
}

function packMentions(found: readonly PlacedMention[]): Pick<PackedFacts, 'mentions' | 'ids'> {
  const mentions = new Int32Array(found.length * MENTION);
  for (const [index, { at, value, taggable }] of found.entries())
    mentions.set([at, value.start, value.end, Number(taggable)], index * MENTION);
  return { mentions, ids: found.map(({ value }) => value.ids) };
}

function unpackMentions(packed: PackedFacts): PlacedMention[] {
  return packed.ids.map((_, index) => mentionAt(packed, index));
}

/** The mentions of one entity. */
export function mentionsOf(packed: PackedFacts, id: string): PlacedMention[] {
  return packed.ids.flatMap((ids, index) => (ids.includes(id) ? mentionAt(packed, index) : []));
}

function mentionAt({ mentions, ids }: PackedFacts, index: number): PlacedMention {
  const from = index * MENTION;
  const value = { start: mentions[from + 1]!, end: mentions[from + 2]!, ids: ids[index]! };
  return { at: mentions[from]!, value, taggable: mentions[from + 3] === 1 };
}

function packCitations(found: readonly PlacedCitation[]): Pick<PackedFacts, 'citations' | 'written' | 'silenced'> {
  const citations = new Int32Array(found.length * CITATION);
  const silenced = new Map<number, readonly string[]>();
  const written = found.map(({ at, value, ignored }, number) => {
    const { pattern, span, group } = value;
    const by = pattern ? span.start - pattern.item.span.start : 0;
    citations.set([at, pattern?.index ?? 0, by, group.start, group.end], number * CITATION);
    if (ignored) silenced.set(number, withOwnStrings([...ignored]));
    return pattern?.words ?? withOwnStrings(value);
  });
  return { citations, written, silenced };
}

/** What the citations say, wherever they stand: of those that are written alike the same object. */
export function itemsOf({ citations, written }: PackedFacts): Citation[] {
  return written.map((words, number) =>
    typeof words === 'string' ? patternOf(words, citations[number * CITATION + 1]!).item : words,
  );
}

export function unpackCitations({ citations, written, silenced }: PackedFacts): PlacedCitation[] {
  return written.map((words, number) => {
    const from = number * CITATION;
    const group = { start: citations[from + 3]!, end: citations[from + 4]! };
    const value =
      typeof words === 'string'
        ? patternAt(patternOf(words, citations[from + 1]!), citations[from + 2]!, group)
        : words;
    const codes = silenced.get(number);
    return { at: citations[from]!, value, ...(codes && { ignored: new Set(codes) }) };
  });
}
