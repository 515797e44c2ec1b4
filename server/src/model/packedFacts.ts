/**
 * What is kept of a closed brief: the same facts in a tenth of the memory, for there may be ten thousand of them. Places
 * are numbers in one array; lists are made of them when somebody asks.
 */
import type { Citation } from '../syntax/citation.ts';
import { movedCitation } from '../syntax/group.ts';
import type { BriefFacts, PlacedCitation, PlacedMention } from './facts.ts';
import { withOwnStrings } from './ownCopy.ts';

/** Start of the block, start and end in it, whether it can be tagged. */
const MENTION = 4;
/** Start of the block, how far in it from the pattern's place, start and end of the group. */
const CITATION = 4;

/** The same facts, which nothing of the text is kept for. */
export function packed(facts: BriefFacts): BriefFacts {
  const { date, profile, ignored, tags, sections, finder } = facts;
  const mentionsOf = packedMentions(facts.mentions);
  const citationsOf = packedCitations(facts.citations);
  return {
    date,
    profile: withOwnStrings(profile),
    ignored: ignored.size > 0 ? new Set(withOwnStrings([...ignored])) : ignored,
    tags: withOwnStrings(tags),
    sections,
    finder,
    get citations() {
      return citationsOf();
    },
    get mentions() {
      return mentionsOf();
    },
  };
}

function packedMentions(mentions: readonly PlacedMention[]): () => PlacedMention[] {
  const places = new Int32Array(mentions.length * MENTION);
  // The lists of ids belong to the finder: all mentions of a name have the same.
  const ids = mentions.map(({ value }) => value.ids);
  for (const [index, { at, value, taggable }] of mentions.entries())
    places.set([at, value.start, value.end, Number(taggable)], index * MENTION);
  return () =>
    ids.map((names, index) => {
      const from = index * MENTION;
      const value = { start: places[from + 1]!, end: places[from + 2]!, ids: names };
      return { at: places[from]!, value, taggable: places[from + 3] === 1 };
    });
}

function packedCitations(citations: readonly PlacedCitation[]): () => PlacedCitation[] {
  const places = new Int32Array(citations.length * CITATION);
  const patterns: Citation[] = [];
  /** Those that have no pattern: long ones, and those with tags and keys. */
  const own = new Set<number>();
  const silenced = new Map<number, ReadonlySet<string>>();
  for (const [index, { at, value, ignored }] of citations.entries()) {
    const pattern = value.pattern ?? withOwnStrings(value);
    if (!value.pattern) own.add(index);
    patterns.push(pattern);
    const { start, end } = value.group;
    places.set([at, value.span.start - pattern.span.start, start, end], index * CITATION);
    if (ignored) silenced.set(index, new Set(withOwnStrings([...ignored])));
  }
  return () =>
    patterns.map((pattern, index) => {
      const from = index * CITATION;
      const ignored = silenced.get(index);
      const group = { start: places[from + 2]!, end: places[from + 3]! };
      const value = own.has(index) ? pattern : movedCitation(pattern, places[from + 1]!, group);
      return { at: places[from]!, value, ...(ignored && { ignored }) };
    });
}
