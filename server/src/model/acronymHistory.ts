/** Where a brief uses, explains and repeats its acronyms. Spans count from the start of the file. */
import { type Brief, sectionsOf } from '../syntax/brief.ts';
import { type Span, shift } from '../syntax/span.ts';
import type { AcronymDefinition } from './acronyms.ts';
import { type AcronymsOfBlock, type AcronymUse, acronymsOf, partsOf, stemOf } from './acronymUses.ts';
import { getOrInsert } from './maps.ts';
import { perBlock } from './perBlock.ts';

/** What explains an acronym at a place. */
export interface Explanation {
  /** The words and the parenthesis; of any other explanation the acronym. */
  readonly start: number;
  readonly group: Span;
  /** Where the words before the parenthesis end. */
  readonly wordsEnd: number;
  /** The name it spells out, as names are compared; absent where that cannot be told. */
  readonly words?: string;
  /** `group:iskp`, when the name is a tag. */
  readonly tag?: string;
}

export interface AcronymPlace {
  readonly acronym: string;
  /** The first use outside its definitions that nothing explains where it stands or before; absent when there is none. */
  use?: Span;
  readonly definitions: Explanation[];
  /** How often it stands in the brief, in whatever place. */
  count: number;
}

export interface AcronymHistory {
  /** One for each acronym. */
  readonly places: readonly AcronymPlace[];
  readonly cited: ReadonlySet<string>;
  /** The surfaces of entity tags. */
  readonly tagged: ReadonlySet<string>;
  readonly letters: number;
  readonly capitals: number;
  /** Whether a place is in a summary, whose short forms the text below explains again. */
  isSummary(offset: number): boolean;
}

/** The first few say all there is to say. */
const MOST_EXPLANATIONS = 6;
const summary = /\b(?:summary|overview|abstract|key (?:points|findings|judge?ments|takeaways)|bottom line|bluf)\b/i;

/** Walks over what its blocks remember of acronyms. */
export function historyOf(brief: Brief): AcronymHistory {
  const places = new Map<string, AcronymPlace>();
  const cited = new Set<string>();
  const tagged = new Set<string>();
  const counts = new Map<string, number>();
  const before: AcronymsOfBlock[] = [];
  let [letters, capitals] = [0, 0];
  // `CoI` and `COI` are one.
  const placeOf = (acronym: string) =>
    getOrInsert(places, acronym.toUpperCase(), (): AcronymPlace => ({ acronym, definitions: [], count: 0 }));
  const isSpelledOut = (acronym: string) => {
    const initials = acronym.replace(/[^A-Z]/g, '');
    return before.some((block) => block.initials.has(initials));
  };
  for (const [index, block] of brief.blocks.entries()) {
    if (block.kind === 'front-matter') continue;
    const at = brief.starts[index]!;
    const text = brief.text.slice(at, at + block.length);
    const here = acronymsOf(block, text);
    letters += here.letters;
    capitals += here.capitals;
    for (const word of here.cited) cited.add(word);
    for (const word of here.tagged) tagged.add(word);
    for (const [word, count] of here.words) counts.set(word, (counts.get(word) ?? 0) + count);
    for (const { acronym, explanation } of explanationsOf(block, text)) {
      const { definitions } = placeOf(acronym);
      // Of many the first counts, and the first two that spell it out.
      if (definitions.length > 2 && !explanation.words) continue;
      if (definitions.length > MOST_EXPLANATIONS) continue;
      definitions.push(moved(explanation, at));
    }
    const isDefined = (acronym: string) => (places.get(acronym.toUpperCase())?.definitions.length ?? 0) > 0;
    for (const use of here.uses.flatMap((one) => (isDefined(one.acronym) ? one : inParts(one)))) {
      const place = placeOf(use.acronym);
      const isFirst = !place.use && place.definitions.length === 0;
      if (!use.explained && !(isFirst && isSpelledOut(use.acronym))) place.use ??= shift(use, at);
      else if (place.definitions.length <= MOST_EXPLANATIONS) place.definitions.push(asWord(shift(use, at)));
    }
    before.push(here);
  }
  for (const place of places.values()) {
    // Of `IS-K` only `IS` is counted: it is thought to be used rather too often than too seldom.
    place.count = Math.max(
      ...[place.acronym, ...partsOf(place.acronym)].map((word) => counts.get(word.toUpperCase()) ?? 0),
    );
    place.definitions.sort((a, b) => a.group.start - b.group.start);
  }
  return {
    places: [...places.values()],
    cited,
    tagged,
    letters,
    capitals,
    isSummary: (offset) => isInSummary(brief, offset),
  };
}

/** `CJTF-OIR` is two, unless it is one that the brief defines; `IS-K` is one. */
function inParts(use: AcronymUse): AcronymUse[] {
  const parts = partsOf(use.acronym);
  if (parts.length < 2 || use.explained || parts.length < use.acronym.split('-').length) return [use];
  let end = use.start;
  return use.acronym.split('-').map((word) => {
    const start = end;
    end = start + word.length + 1;
    return { acronym: stemOf(word), start, end: start + word.length, explained: false };
  });
}

/** What explains acronyms in a block. */
const explanationsOf = perBlock((block, text) => {
  const { definitions } = acronymsOf(block, text);
  const inCitations = block.citations.flatMap(({ source }) => source?.short ?? []);
  return [
    ...inCitations.map((short) => ({ acronym: text.slice(short.start, short.end), explanation: asWord(short) })),
    ...definitions.map((one) => ({
      acronym: stemOf(one.acronym.value),
      explanation: one.inProse ? asExplanation(one) : asWord(one.group),
    })),
  ];
});

function moved(one: Explanation, at: number): Explanation {
  return { ...one, start: one.start + at, group: shift(one.group, at), wordsEnd: one.wordsEnd + at };
}

function asWord(span: Span): Explanation {
  return { start: span.start, group: span, wordsEnd: span.start };
}

function asExplanation({ group, wordsEnd, expansion, tag }: AcronymDefinition): Explanation {
  const whole = tag && (!expansion || expansion.span.start === tag.start);
  const words = whole ? tag.surface.value : expansion?.value;
  return {
    start: whole ? tag.start : (expansion?.span.start ?? wordsEnd),
    group,
    wordsEnd,
    ...(words !== undefined && {
      words: words
        .toLowerCase()
        .replace(/s?$/, '')
        .replace(/^the\s/, ''),
    }),
    ...(whole && { tag: `${tag.type.value}:${tag.id.value}` }),
  };
}

function isInSummary(brief: Brief, offset: number): boolean {
  return sectionsOf(brief).some(
    ({ title, span }) => span.start <= offset && offset < span.end && summary.test(title.value),
  );
}
