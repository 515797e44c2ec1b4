/** Where a brief uses, explains and repeats its acronyms. Spans count from the start of the file. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import type { AcronymDefinition } from '../../names/acronymDefinitions.ts';
import type { Brief } from '../../syntax/ast.ts';
import { sectionsOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { patternsFrom } from '../language/words/index.ts';
import { wholeWords } from '../language/words/notation.ts';
import { type AcronymUse, acronymsOf, type BlockAcronyms, compoundParts, withoutPlural } from './acronymUses.ts';

/** What explains an acronym at a place. */
export interface Explanation {
  /** The words and the parenthesis; of any other explanation the acronym. */
  readonly start: number;
  readonly group: Span;
  /** Where the words before the parenthesis end. */
  readonly wordsEnd: number;
  /** The name it spells out, as names are compared; absent where that cannot be told. */
  readonly expansion?: string;
  /** `group:iskp`, when the name is a tag. */
  readonly tag?: string;
}

export interface AcronymRecord {
  readonly acronym: string;
  /** The first use outside its definitions that nothing explains where it stands or before; absent when there is none. */
  unexplainedUse?: Span;
  readonly definitions: Explanation[];
}

export interface AcronymReport {
  /** One for each acronym. */
  readonly acronyms: readonly AcronymRecord[];
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
const MAX_EXPLANATIONS = 6;
const patterns = patternsFrom(({ sections }) => ({
  summaryTitle: wholeWords(sections.acronymSummaries, 'i', { space: ' ' }),
}));

/** Walks over what its chunks remember of acronyms. */
export function acronymReportOf(brief: Brief): AcronymReport {
  const records = new Map<string, AcronymRecord>();
  const chunkReports: ChunkReport[] = [];
  let [letters, capitals] = [0, 0];
  // `CoI` and `COI` are one.
  const recordOf = (key: string, acronym: string) =>
    getOrInsert(records, key, (): AcronymRecord => ({ acronym, definitions: [] }));
  const addUse = ({ key, use, initials, isSpelledOut: spelledOut }: ChunkUse, at: number) => {
    const place = recordOf(key, use.acronym);
    const isFirst = !place.unexplainedUse && place.definitions.length === 0;
    const isExplained =
      use.isExplained || (isFirst && (spelledOut || chunkReports.some((chunk) => chunk.hasExpansionFor(initials))));
    if (!isExplained) place.unexplainedUse ??= shift(use, at);
    else if (place.definitions.length <= MAX_EXPLANATIONS) place.definitions.push(bareExplanation(shift(use, at)));
  };
  for (const part of chunksOf(brief)) {
    const chunkReport = chunkReportOf(part);
    letters += chunkReport.letters;
    capitals += chunkReport.capitals;
    for (const event of chunkReport.events) {
      if (event.kind === 'definition') {
        const { definitions } = recordOf(event.key, event.acronym);
        // Of many the first counts, and the first two that spell it out.
        if (definitions.length > 2 && !event.explanation.expansion) continue;
        if (definitions.length > MAX_EXPLANATIONS) continue;
        definitions.push(shiftExplanation(event.explanation, part.at));
      } else if (event.parts.length > 1 && (records.get(event.key)?.definitions.length ?? 0) === 0) {
        for (const one of event.parts) addUse(one, part.at);
      } else addUse(event, part.at);
    }
    chunkReports.push(chunkReport);
  }
  for (const { definitions } of records.values()) definitions.sort((a, b) => a.group.start - b.group.start);
  const countWord = (word: string) =>
    chunkReports.reduce((sum, { counts }) => sum + (counts.get(word.toUpperCase()) ?? 0), 0);
  return {
    acronyms: [...records.values()],
    letters,
    capitals,
    // Of `IS-K` only `IS` is counted: it is thought to be used rather too often than too seldom.
    countOf: (acronym) => Math.max(...[acronym, ...compoundParts(acronym)].map(countWord)),
    isCited: (acronym) => chunkReports.some(({ cited }) => cited.has(acronym)),
    isTagged: (acronym) => chunkReports.some(({ tagged }) => tagged.has(acronym)),
    isSummary: (offset) => isInSummary(brief, offset),
  };
}

/** A use that may matter, in a chunk. */
interface ChunkUse {
  /** The same for all ways to write it. */
  readonly key: string;
  readonly use: AcronymUse;
  readonly initials: string;
  /** Whether a paragraph before it in the chunk has words of these initials. */
  readonly isSpelledOut: boolean;
}

type AcronymEvent =
  | { readonly kind: 'definition'; readonly key: string; readonly acronym: string; readonly explanation: Explanation }
  | (ChunkUse & { readonly kind: 'use'; readonly parts: readonly ChunkUse[] });

/** What a chunk says of acronyms; places count from its start. */
interface ChunkReport {
  /** In the order in which they count: of every paragraph its definitions, then its uses. */
  readonly events: readonly AcronymEvent[];
  readonly counts: ReadonlyMap<string, number>;
  readonly cited: ReadonlySet<string>;
  readonly tagged: ReadonlySet<string>;
  readonly letters: number;
  readonly capitals: number;
  hasExpansionFor(initials: string): boolean;
}

const chunkReportOf = perChunk((part): ChunkReport => {
  const events: AcronymEvent[] = [];
  const counts = new Map<string, number>();
  const cited = new Set<string>();
  const tagged = new Set<string>();
  const passed: BlockAcronyms[] = [];
  const unexplained = new Map<string, number>();
  let [letters, capitals] = [0, 0];
  const spells = (initials: string) => passed.some((block) => block.initials.has(initials));
  const toUse = (use: AcronymUse, offset: number): ChunkUse => {
    const initials = use.acronym.replace(/[^A-Z]/g, '');
    const spelledOut = !use.isExplained && spells(initials);
    return {
      key: use.acronym.toUpperCase(),
      use: { ...use, ...shift(use, offset) },
      initials,
      isSpelledOut: spelledOut,
    };
  };
  for (const { block, text, offset } of blocksOf(part)) {
    if (block.kind === 'front-matter') continue;
    const here = acronymsOf(block, text);
    letters += here.letters;
    capitals += here.capitals;
    for (const word of here.inSourceNames) cited.add(word);
    for (const word of here.tagged) tagged.add(word);
    for (const [word, count] of here.wordCounts) counts.set(word, (counts.get(word) ?? 0) + count);
    for (const { acronym, explanation } of explanationsIn(block, text)) {
      const key = acronym.toUpperCase();
      events.push({ kind: 'definition', key, acronym, explanation: shiftExplanation(explanation, offset) });
    }
    for (const use of here.uses) {
      const parts = splitCompound(use);
      if (parts.length === 1 && !use.isExplained) {
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
  return { events, counts, cited, tagged, letters, capitals, hasExpansionFor: spellsOut };
});

/** `CJTF-OIR` is two, unless it is one that the brief defines; `IS-K` is one. */
function splitCompound(use: AcronymUse): AcronymUse[] {
  const parts = compoundParts(use.acronym);
  if (parts.length < 2 || use.isExplained || parts.length < use.acronym.split('-').length) return [use];
  let end = use.start;
  return use.acronym.split('-').map((word) => {
    const start = end;
    end = start + word.length + 1;
    return { acronym: withoutPlural(word), start, end: start + word.length, isExplained: false };
  });
}

/** What explains acronyms in a block. */
const explanationsIn = perBlock((block, text) => {
  const { definitions } = acronymsOf(block, text);
  const inCitations = block.citations.flatMap(({ source }) => source?.abbreviation ?? []);
  return [
    ...inCitations.map((short) => ({
      acronym: text.slice(short.start, short.end),
      explanation: bareExplanation(short),
    })),
    ...definitions.map((one) => ({
      acronym: withoutPlural(one.acronym.value),
      explanation: one.inProse ? explanationOfDefinition(one) : bareExplanation(one.group),
    })),
  ];
});

function shiftExplanation(one: Explanation, at: number): Explanation {
  return { ...one, start: one.start + at, group: shift(one.group, at), wordsEnd: one.wordsEnd + at };
}

function bareExplanation(span: Span): Explanation {
  return { start: span.start, group: span, wordsEnd: span.start };
}

function explanationOfDefinition({ group, wordsEnd, expansion, tag }: AcronymDefinition): Explanation {
  const isTagExpansion = tag && (!expansion || expansion.span.start === tag.start);
  const words = isTagExpansion ? tag.surface.value : expansion?.value;
  return {
    start: isTagExpansion ? tag.start : (expansion?.span.start ?? wordsEnd),
    group,
    wordsEnd,
    ...(words !== undefined && {
      expansion: words
        .toLowerCase()
        .replace(/s?$/, '')
        .replace(/^the\s/, ''),
    }),
    ...(isTagExpansion && { tag: `${tag.type.value}:${tag.id.value}` }),
  };
}

function isInSummary(brief: Brief, offset: number): boolean {
  return sectionsOf(brief).some(
    ({ title, span }) => span.start <= offset && offset < span.end && patterns().summaryTitle.test(title.value),
  );
}
