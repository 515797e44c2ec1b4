/** Where a brief uses, defines and repeats its acronyms. Spans count from the start of the file. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { oneOf, wholeWords } from '../../base/text/phrases.ts';
import { type Span, shift } from '../../base/text/span.ts';
import type { AcronymDefinition } from '../../names/acronymDefinitions.ts';
import type { Brief } from '../../syntax/ast.ts';
import { sectionsOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { patternsFrom } from '../language/words/index.ts';
import { type AcronymUse, acronymsOf, type BlockAcronyms, compoundParts, withoutPlural } from './acronymUses.ts';

/** One definition of an acronym, or one use that the words around it explain. */
export interface Explanation {
  /** Where the words before the parenthesis begin; without a parenthesis, where the acronym does. */
  readonly start: number;
  /** The parenthesis with the acronym; without one, the acronym. */
  readonly group: Span;
  /** Where the words before the parenthesis end. */
  readonly wordsEnd: number;
  /** The name in full, folded for comparison; absent if the words before do not match the letters. */
  readonly expansion?: string;
  /** `group:iskp` if the name is a tag. */
  readonly tag?: string;
}

export interface AcronymRecord {
  readonly acronym: string;
  /** The first use that nothing explains, neither there nor before; absent if there is none. */
  unexplainedUse?: Span;
  readonly definitions: Explanation[];
}

export interface AcronymReport {
  /** One record per acronym. */
  readonly acronyms: readonly AcronymRecord[];
  readonly letters: number;
  readonly capitals: number;
  /** The number of occurrences of an acronym, in prose or not. */
  countOf(acronym: string): number;
  /** Whether an acronym is part of the name of a cited source. */
  isCited(acronym: string): boolean;
  /** Whether an acronym is the surface of an entity tag. */
  isTagged(acronym: string): boolean;
  /** Whether an offset is in a summary, whose acronyms the text below defines again. */
  isSummary(offset: number): boolean;
}

/** Explanations kept per acronym. Rules need the first, and the first two that spell the name out. */
const MAX_EXPLANATIONS = 6;
const patterns = patternsFrom(({ acronyms, facts, sections }) => ({
  article: new RegExp(`^${oneOf(acronyms.acronymArticles)}\\s`),
  plural: new RegExp(`${oneOf(facts.pluralEndings)}$`),
  summaryTitle: wholeWords(sections.acronymSummaries, 'i', { space: ' ' }),
}));

/** The acronyms of a brief, combined from the reports of its chunks, which are cached. */
export function acronymReportOf(brief: Brief): AcronymReport {
  const records = new Map<string, AcronymRecord>();
  const chunkReports: ChunkReport[] = [];
  let [letters, capitals] = [0, 0];
  // `CoI` and `COI` are the same acronym.
  const recordOf = (key: string, acronym: string) =>
    getOrInsert(records, key, (): AcronymRecord => ({ acronym, definitions: [] }));
  const addUse = ({ key, use, initials, isSpelledOut }: ChunkUse, at: number) => {
    const record = recordOf(key, use.acronym);
    const isFirst = !record.unexplainedUse && record.definitions.length === 0;
    const isExplained =
      use.isExplained || (isFirst && (isSpelledOut || chunkReports.some((chunk) => chunk.hasExpansionFor(initials))));
    if (!isExplained) record.unexplainedUse ??= shift(use, at);
    else if (record.definitions.length <= MAX_EXPLANATIONS) record.definitions.push(bareExplanation(shift(use, at)));
  };
  for (const part of chunksOf(brief)) {
    const chunkReport = chunkReportOf(part);
    letters += chunkReport.letters;
    capitals += chunkReport.capitals;
    for (const event of chunkReport.events) {
      if (event.kind === 'definition') {
        const { definitions } = recordOf(event.key, event.acronym);
        // After two, only definitions that spell the name out matter.
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
    // `IS-K` counts as `IS`: an acronym that seems unused is reported, so the count errs on the high side.
    countOf: (acronym) => Math.max(...[acronym, ...compoundParts(acronym)].map(countWord)),
    isCited: (acronym) => chunkReports.some(({ cited }) => cited.has(acronym)),
    isTagged: (acronym) => chunkReports.some(({ tagged }) => tagged.has(acronym)),
    isSummary: (offset) => isInSummary(brief, offset),
  };
}

/** A use of an acronym in a chunk. */
interface ChunkUse {
  /** The acronym in capitals: the same for all spellings. */
  readonly key: string;
  readonly use: AcronymUse;
  readonly initials: string;
  /** Whether an earlier paragraph of the chunk contains words with these initials. */
  readonly isSpelledOut: boolean;
}

type AcronymEvent =
  | { readonly kind: 'definition'; readonly key: string; readonly acronym: string; readonly explanation: Explanation }
  | (ChunkUse & { readonly kind: 'use'; readonly parts: readonly ChunkUse[] });

/** The acronyms of a chunk; spans count from its start. */
interface ChunkReport {
  /** Paragraph by paragraph, and within each the definitions before the uses. */
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
    return {
      key: use.acronym.toUpperCase(),
      use: { ...use, ...shift(use, offset) },
      initials,
      isSpelledOut: !use.isExplained && spells(initials),
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
        // Words before the chunk may explain the first use. After two unexplained ones, further uses add nothing.
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
  const answers = new Map<string, boolean>();
  const hasExpansionFor = (initials: string) => getOrInsert(answers, initials, () => spells(initials));
  return { events, counts, cited, tagged, letters, capitals, hasExpansionFor };
});

/** Splits `CJTF-OIR` into two acronyms, unless the words around it explain it as one. `IS-K` is one. */
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

/** The explanations in a block. */
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
      expansion: words.toLowerCase().replace(patterns().plural, '').replace(patterns().article, ''),
    }),
    ...(isTagExpansion && { tag: `${tag.type.value}:${tag.id.value}` }),
  };
}

function isInSummary(brief: Brief, offset: number): boolean {
  return sectionsOf(brief).some(
    ({ title, span }) => span.start <= offset && offset < span.end && patterns().summaryTitle.test(title.value),
  );
}
