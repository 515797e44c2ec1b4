/** Where a brief uses, explains and repeats its acronyms. Spans count from the start of the file. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import type { AcronymDefinition } from '../../names/acronymDefinitions.ts';
import type { Brief } from '../../syntax/ast.ts';
import { sectionsOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { type AcronymsOfBlock, type AcronymUse, acronymsOf, partsOf, stemOf } from './acronymUses.ts';

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
}

export interface AcronymHistory {
  /** One for each acronym. */
  readonly places: readonly AcronymPlace[];
  readonly letters: number;
  readonly capitals: number;
  /** How often an acronym stands in the brief, in whatever place. */
  countOf(acronym: string): number;
  /** Whether it belongs to the name of a source that is cited. */
  isCited(acronym: string): boolean;
  /** Whether it is the surface of an entity tag. */
  isTagged(acronym: string): boolean;
  /** Whether a place is in a summary, whose short forms the text below explains again. */
  isSummary(offset: number): boolean;
}

/** The first few say all there is to say. */
const MOST_EXPLANATIONS = 6;
const summary = /\b(?:summary|overview|abstract|key (?:points|findings|judge?ments|takeaways)|bottom line|bluf)\b/i;

/** Walks over what its chunks remember of acronyms. */
export function historyOf(brief: Brief): AcronymHistory {
  const places = new Map<string, AcronymPlace>();
  const before: ChunkHistory[] = [];
  let [letters, capitals] = [0, 0];
  // `CoI` and `COI` are one.
  const placeOf = (key: string, acronym: string) =>
    getOrInsert(places, key, (): AcronymPlace => ({ acronym, definitions: [] }));
  const take = ({ key, use, initials, spelledOut }: Use, at: number) => {
    const place = placeOf(key, use.acronym);
    const isFirst = !place.use && place.definitions.length === 0;
    const isExplained = use.explained || (isFirst && (spelledOut || before.some((chunk) => chunk.spellsOut(initials))));
    if (!isExplained) place.use ??= shift(use, at);
    else if (place.definitions.length <= MOST_EXPLANATIONS) place.definitions.push(asWord(shift(use, at)));
  };
  for (const part of chunksOf(brief)) {
    const here = historyIn(part);
    letters += here.letters;
    capitals += here.capitals;
    for (const event of here.events) {
      if (event.kind === 'definition') {
        const { definitions } = placeOf(event.key, event.acronym);
        // Of many the first counts, and the first two that spell it out.
        if (definitions.length > 2 && !event.explanation.words) continue;
        if (definitions.length > MOST_EXPLANATIONS) continue;
        definitions.push(moved(event.explanation, part.at));
      } else if (event.parts.length > 1 && (places.get(event.key)?.definitions.length ?? 0) === 0) {
        for (const one of event.parts) take(one, part.at);
      } else take(event, part.at);
    }
    before.push(here);
  }
  for (const { definitions } of places.values()) definitions.sort((a, b) => a.group.start - b.group.start);
  const total = (word: string) => before.reduce((sum, { counts }) => sum + (counts.get(word.toUpperCase()) ?? 0), 0);
  return {
    places: [...places.values()],
    letters,
    capitals,
    // Of `IS-K` only `IS` is counted: it is thought to be used rather too often than too seldom.
    countOf: (acronym) => Math.max(...[acronym, ...partsOf(acronym)].map(total)),
    isCited: (acronym) => before.some(({ cited }) => cited.has(acronym)),
    isTagged: (acronym) => before.some(({ tagged }) => tagged.has(acronym)),
    isSummary: (offset) => isInSummary(brief, offset),
  };
}

/** A use that may matter, in a chunk. */
interface Use {
  /** The same for all ways to write it. */
  readonly key: string;
  readonly use: AcronymUse;
  readonly initials: string;
  /** Whether a paragraph before it in the chunk has words of these initials. */
  readonly spelledOut: boolean;
}

type Event =
  | { readonly kind: 'definition'; readonly key: string; readonly acronym: string; readonly explanation: Explanation }
  | (Use & { readonly kind: 'use'; readonly parts: readonly Use[] });

/** What a chunk says of acronyms; places count from its start. */
interface ChunkHistory {
  /** In the order in which they count: of every paragraph its definitions, then its uses. */
  readonly events: readonly Event[];
  readonly counts: ReadonlyMap<string, number>;
  readonly cited: ReadonlySet<string>;
  readonly tagged: ReadonlySet<string>;
  readonly letters: number;
  readonly capitals: number;
  spellsOut(initials: string): boolean;
}

const historyIn = perChunk((part): ChunkHistory => {
  const events: Event[] = [];
  const counts = new Map<string, number>();
  const cited = new Set<string>();
  const tagged = new Set<string>();
  const passed: AcronymsOfBlock[] = [];
  const unexplained = new Map<string, number>();
  let [letters, capitals] = [0, 0];
  const spells = (initials: string) => passed.some((block) => block.initials.has(initials));
  const toUse = (use: AcronymUse, offset: number): Use => {
    const initials = use.acronym.replace(/[^A-Z]/g, '');
    const spelledOut = !use.explained && spells(initials);
    return { key: use.acronym.toUpperCase(), use: { ...use, ...shift(use, offset) }, initials, spelledOut };
  };
  for (const { block, text, offset } of blocksOf(part)) {
    if (block.kind === 'front-matter') continue;
    const here = acronymsOf(block, text);
    letters += here.letters;
    capitals += here.capitals;
    for (const word of here.cited) cited.add(word);
    for (const word of here.tagged) tagged.add(word);
    for (const [word, count] of here.words) counts.set(word, (counts.get(word) ?? 0) + count);
    for (const { acronym, explanation } of explanationsOf(block, text)) {
      const key = acronym.toUpperCase();
      events.push({ kind: 'definition', key, acronym, explanation: moved(explanation, offset) });
    }
    for (const use of here.uses) {
      const parts = inParts(use);
      if (parts.length === 1 && !use.explained) {
        // The first may be explained by words before it; after two, nothing more is learnt from further ones.
        const seen = unexplained.get(use.acronym.toUpperCase()) ?? 0;
        if (seen > 1) continue;
        unexplained.set(use.acronym.toUpperCase(), seen + 1);
      }
      events.push({
        kind: 'use',
        ...toUse(use, offset),
        parts: parts.length > 1 ? parts.map((one) => toUse(one, offset)) : [],
      });
    }
    passed.push(here);
  }
  const asked = new Map<string, boolean>();
  const spellsOut = (initials: string) => getOrInsert(asked, initials, () => spells(initials));
  return { events, counts, cited, tagged, letters, capitals, spellsOut };
});

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
