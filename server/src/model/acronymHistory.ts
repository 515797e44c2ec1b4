/** Where a brief uses, explains and repeats its acronyms. Spans count from the start of the file. */
import { type Brief, sectionsOf } from '../syntax/brief.ts';
import { type Span, shift } from '../syntax/span.ts';
import type { AcronymDefinition } from './acronyms.ts';
import { type AcronymsOfBlock, type AcronymUse, acronymsOf, partsOf, stemOf } from './acronymUses.ts';
import { entityTags } from './facts.ts';
import { getOrInsert } from './maps.ts';

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
    for (const { surface } of entityTags(block)) tagged.add(stemOf(surface.value));
    for (const [word, count] of here.words) {
      const same = word.toUpperCase();
      counts.set(same, (counts.get(same) ?? 0) + count);
    }
    for (const citation of block.citations) {
      const short = citation.source?.short;
      if (short) placeOf(text.slice(short.start, short.end)).definitions.push(asWord(shift(short, at)));
    }
    for (const one of here.definitions)
      placeOf(stemOf(one.acronym.value)).definitions.push(
        one.inProse ? asExplanation(one, at) : asWord(shift(one.group, at)),
      );
    const isDefined = (acronym: string) => (places.get(acronym.toUpperCase())?.definitions.length ?? 0) > 0;
    for (const use of here.uses.flatMap((one) => (isDefined(one.acronym) ? one : inParts(one)))) {
      if (here.definitions.some(({ acronym }) => acronym.span.start === use.start)) continue;
      const place = placeOf(use.acronym);
      if (use.explained || (!place.use && place.definitions.length === 0 && isSpelledOut(use.acronym)))
        place.definitions.push(asWord(shift(use, at)));
      else place.use ??= shift(use, at);
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

function asWord(span: Span): Explanation {
  return { start: span.start, group: span, wordsEnd: span.start };
}

function asExplanation({ group, wordsEnd, expansion, tag }: AcronymDefinition, at: number): Explanation {
  const whole = tag && (!expansion || expansion.span.start === tag.start);
  const words = whole ? tag.surface.value : expansion?.value;
  return {
    start: at + (whole ? tag.start : (expansion?.span.start ?? wordsEnd)),
    group: shift(group, at),
    wordsEnd: at + wordsEnd,
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
