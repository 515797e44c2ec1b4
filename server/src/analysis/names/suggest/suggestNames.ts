/**
 * Suggests people, organizations, groups, places, events and weapons that briefs name and no registry has: from their prose and
 * general knowledge alone, without a model or a network.
 */

import type { Span } from '../../../base/text/span.ts';
import { type Group, groupMentions } from './grouping.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { mentionsInProse } from './mentions.ts';
import { EVIDENCE_WEIGHT, type Mention } from './phrase.ts';
import { reasonFor } from './reasons.ts';

/** A text, and the file it comes from. */
export interface NamedProse {
  readonly file: string;
  readonly text: string;
}

export interface FileSpan extends Span {
  readonly file: string;
}

/** A name that a registry could hold. */
export interface NameSuggestion {
  /** The id that tags use for it already. */
  readonly id?: string;
  /** The longest form in the texts, without article and title. */
  readonly name: string;
  /** A `SuggestedType`; of a tagged name, what the tag says. */
  readonly type: string;
  /** The other forms in the texts. */
  readonly aliases: readonly string[];
  readonly count: number;
  readonly files: readonly string[];
  /** The phrase of each mention: the name with its article, title and the noun it describes. */
  readonly spans: readonly FileSpan[];
  /** Why it has this type. */
  readonly reason: string;
  /** The sentence of the first mention, on one line. */
  readonly sentence: string;
  /** Whether it describes people, or is a title without a name: nothing that a registry would hold. */
  readonly isDescription: boolean;
  /** Whether only its form shows that it is a name. */
  readonly isGuess: boolean;
}

/** Whether a suggestion is an entry without a further look: a description is none, and a guess needs a second mention. */
export function isWorthWriting({ isDescription, isGuess, count }: NameSuggestion): boolean {
  return !isDescription && !(isGuess && count < 2);
}

type PlacedMention = Mention & { readonly source: NamedProse };

const MAX_SENTENCE_LENGTH = 200;
/** Many mentions make a name worth more, up to this number. */
const MAX_COUNTED = 20;

/** The suggestions for texts in which everything but prose is masked (`proseOf`), the best first. */
export function suggestNamesInTexts(texts: readonly NamedProse[], knowledge: Knowledge): NameSuggestion[] {
  const mentions = texts.flatMap((source) =>
    mentionsInProse(source.text, knowledge).map((mention): PlacedMention => ({ ...mention, source })),
  );
  const groups = groupMentions(mentions, knowledge);
  return groups
    .map((group) => ({ group, rank: rankOf(group) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ group }) => toSuggestion(group));
}

/** The better the evidence and the more mentions, the higher. */
function rankOf({ decisive, mentions, isDescription }: Group): number {
  return (isDescription ? -100 : 0) + EVIDENCE_WEIGHT[decisive.evidence] * 2 + Math.min(mentions.length, MAX_COUNTED);
}

function toSuggestion({
  name,
  type,
  aliases,
  mentions,
  decisive,
  isDescription,
}: Group<PlacedMention>): NameSuggestion {
  const [first] = mentions;
  return {
    name,
    type,
    aliases,
    count: mentions.length,
    files: [...new Set(mentions.map(({ source }) => source.file))],
    spans: mentions.map(({ source: { file }, span: { start, end } }) => ({ file, start, end })),
    reason: reasonFor(decisive),
    sentence: first ? sentenceAround(first.source.text, first.span) : '',
    isDescription,
    isGuess: decisive.evidence === 'form',
  };
}

/** The sentence around a span, without masked characters; its middle if it is long. */
export function sentenceAround(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - MAX_SENTENCE_LENGTH);
  const before = text.slice(from, start);
  const after = text.slice(end, end + MAX_SENTENCE_LENGTH);
  const opening = Math.max(before.lastIndexOf('\n\n') + 2, lastMatchEnd(before, /[.!?]["”’)]?\s+(?=\p{Lu})/gu), 0);
  const closing = /[.!?]["”’)]?(?=\s)|\n\s*\n/u.exec(after);
  const sentence =
    before.slice(opening) + text.slice(start, end) + after.slice(0, closing ? closing.index + 1 : after.length);
  return (
    sentence
      .replace(/\s*\uFFFC[\uFFFC\s]*/gu, ' … ')
      .replace(/^ … /, '')
      // Nothing has to stand for a citation at the end.
      .replace(/ … (?=[.,;:!?])/g, '')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

function lastMatchEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
