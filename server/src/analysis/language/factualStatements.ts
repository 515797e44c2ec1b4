/** Paragraphs that state facts, and what in them names a source. What is not certainly a statement of fact is none. */

import { outermostSpans, type Span } from '../../base/text/span.ts';
import type { Block } from '../../syntax/ast.ts';

import { perBlock } from '../../syntax/brief/perBlock.ts';
import { findQuotations } from '../../syntax/brief/quotations.ts';
import { isJudgment } from './judgments.ts';
import { statementsIn } from './statements.ts';
import { patternsFrom } from './words/index.ts';
import { oneOf } from './words/notation.ts';

/** What makes a statement one of fact, in its own words. */
export interface Fact {
  readonly kind: 'date' | 'figure' | 'act';
  readonly text: string;
  /** An act that may as well be told as background weighs half. */
  readonly weight: 1 | 2;
}

/** A sentence that states a fact; its span counts from the start of the block. */
export interface FactualStatement extends Span {
  readonly fact: Fact;
}

/** Of shorter paragraphs nothing is asked: transitions, one-line conclusions. */
const MIN_PARAGRAPH_WORDS = 25;
/** What the statements of a paragraph have to weigh to make it one of fact: one of the first kinds, or two of the last. */
const MIN_FACT_WEIGHT = 2;

/** Dates, figures and acts, and what makes a sentence none of fact. */
const factPatterns = patternsFrom(({ facts: list, likelihood: { percentWords } }) => {
  const month = `(?:${oneOf(list.months)}|${oneOf(list.monthAbbreviations)}\\.?)`;
  const ordinal = oneOf(list.ordinalSuffixes);
  const year = '(?:19|20)\\d\\d';
  const percent = oneOf(percentWords, { space: ' ' });
  const large = oneOf(list.largeNumbers);
  const notPastTense = `(?!${oneOf(list.notPastTense)}\\b)`;
  const [irregular, endings] = [oneOf(list.irregularPastTense), oneOf(list.pastTenseEndings)];
  const actor = `(?<![\\p{L}’'-])(\\p{Lu}[\\p{L}’'/-]{1,40}|${oneOf(list.actorNouns)})`;
  const actAdverb = `(?:\\p{Ll}{2,15}${oneOf(list.adverbEndings)}|${oneOf(list.actAdverbs)})`;
  return {
    dates: new RegExp(
      `\\b(?:${month} \\d{1,2}(?!\\d)(?:, ${year})?|\\d{1,2}${ordinal}? ${month}(?: ${year})?|${month},? ${year}|${year}-\\d\\d-\\d\\d)(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    namedDate: new RegExp(`\\b${oneOf(list.namingArticles)} (?:\\p{Ll}{2,20} )?$`, 'iu'),
    knowledgeDate: new RegExp(`\\b${oneOf(list.knowledgeDates, { space: ' ' })} $`, 'i'),
    money: new RegExp(`[$€£¥] ?\\d[\\d,.]{0,20}(?: ${large}\\b)?`, 'u'),
    amount: new RegExp(
      `(?<![\\p{L}\\p{N}.,-])(?:\\d[\\d,.]{0,20} ?(?:%|${percent}\\b|${large}\\b)|\\d{1,3}(?:,\\d{3}){1,5}(?: \\p{Ll}{3,30})?)`,
      'u',
    ),
    counted: /(\S{0,30}) (\d{2,6}) (\p{Ll}{3,30})(?![\p{L}\p{N}-])(?: (\p{Ll}{3,30})(?![\p{L}\p{N}-]))?/gu,
    numbered: new RegExp(`^${oneOf(list.numberedNouns)}$`),
    uncounted: new Set(list.uncountedWords),
    quantifiers: new Set(list.quantifiers),
    pastTense: new RegExp(
      `(?<!\\p{L})${notPastTense}(?:\\p{Ll}+${endings}|${oneOf(list.pastAuxiliaries)}|${irregular})(?!\\p{L})`,
      'u',
    ),
    acts: new RegExp(
      `${actor}(?: ${oneOf(list.actAuxiliaries)})?(?: ${actAdverb}){0,2} (${notPastTense}(?:\\p{Ll}{2,20}${endings}|${irregular}))(?!\\p{L})`,
      'gu',
    ),
    reportedActs: new Set(list.reportedActs),
    // A year without month or day dates what everyone knows: background.
    bareYear: new RegExp(`(?<![\\p{L}\\p{N}])${year}(?![\\p{L}\\p{N}])`, 'u'),
    pronoun: new RegExp(`^${oneOf(list.pronouns)}$`),
    open: new RegExp(`(?<![\\p{L}’'-])${oneOf(list.openWords)}(?![\\p{L}’'-])|\\?["”’)\\]]*$`, 'u'),
    // Transcripts that are all capitals say what someone else said.
    lowerCase: /\p{Ll}/u,
  };
});

/** What a paragraph looks like that is no running text. */
const layoutPatterns = patternsFrom(({ sections: list }) => ({
  otherProse: new RegExp(
    `^(?:>|\\||[-*+•·▪–—|<]|\\[\\^|\\d{1,3}[.)]\\s|\\.\\s|(?:\\*\\*)?${oneOf(list.captionLabels)}\\b[ \\d.]{0,8}[:.])|\\n\\s*(?:[-*+•·▪|]|\\d{1,3}[.)]|\\.)\\s`,
    'iu',
  ),
  /** The turn of a speaker in a transcript. */
  speaker: /^\[\p{Lu}[\p{Lu}\s]{2,40}\]/u,
}));

/** What refers to a source without a citation. */
const sourcePatterns = patternsFrom(({ sections, sourcing: list }) => {
  const space = ' ';
  const published = [list.publishingWords, list.publicationDeterminers].map((words) => `${oneOf(words)} `).join('');
  return {
    note: new RegExp(
      `\\[(?:\\^[^\\]\\s]{1,40}|\\d{1,3}|[ivxl]{1,7})\\]|<sup>|[¹²³⁴-⁹]|https?:\\/\\/|\\b${oneOf(sections.sourceLabels)}: `,
      'iu',
    ),
    namedYear: /\p{Lu}\p{L}+(?:’s|'s| et al\.?)? \((?:19|20)\d\d[a-z]?(?:, pp?\.? ?\d+)?\)/u,
    dateline: /^\p{Lu}{3}[^()]{0,60}\(\p{Lu}[^()]{1,40}\) ?[-–—]/u,
    attribution: new RegExp(
      `\\b${oneOf(list.attributions, { space })}\\b|\\b${published}(?:\\p{L}{1,20} ){0,3}${oneOf(list.publicationKinds)}\\b`,
      'iu',
    ),
    reporter: new RegExp(
      `(?<!\\p{L})(?!${oneOf(list.notReporters)} )\\p{Lu}[\\p{L}.’']{1,40}(?: ${oneOf(list.reporterAuxiliaries)})? ${oneOf(list.reporterVerbs)}\\b`,
      'u',
    ),
    document: new RegExp(
      `\\b${oneOf(list.legalDocuments, { space })}(?: ${oneOf(list.numberAbbreviations)})? \\d|\\b${oneOf(list.legalAbbreviations)}|§`,
      'u',
    ),
  };
});

/** Whether a paragraph refers to a source otherwise than by a citation: by a note, a link, an author and a year, a credit. */
export const hasOtherReference = perBlock((block, text): boolean => {
  const { note, namedYear } = sourcePatterns();
  const words = text.slice(0, block.content.end);
  return (
    block.groups.some(
      ({ kind: reading }) => reading === 'author-date' || reading === 'credit' || reading === 'imprint',
    ) ||
    block.atoms.some(
      (atom) => atom.kind === 'link' && text[atom.start] !== '!' && /^https?:/i.test(atom.target.value),
    ) ||
    note.test(words) ||
    namedYear.test(words)
  );
});

/** Whether a block is a paragraph of some length, and no list, table, quotation, caption or note. */
export const isRunningText = perBlock((block, text): boolean => {
  const { otherProse, speaker } = layoutPatterns();
  const words = text.slice(block.content.start, block.content.end);
  const isProse = block.kind === 'paragraph' && block.shape === 'prose';
  return (
    isProse &&
    !otherProse.test(words) &&
    !speaker.test(words) &&
    words.split(/\s+/, MIN_PARAGRAPH_WORDS).length === MIN_PARAGRAPH_WORDS
  );
});

/** Whether a paragraph says in its own words where it has something from: a source is named, though not cited. */
export const namesSourceInProse = perBlock((block, text): boolean => {
  const { dateline, attribution, reporter, document } = sourcePatterns();
  const words = text.slice(block.content.start, block.content.end);
  return dateline.test(words) || attribution.test(words) || reporter.test(words) || document.test(words);
});

/**
 * The first statement of fact of a paragraph that is made of such; undefined of one that is short, judges or looks
 * ahead as much as it reports, quotes, lists, or says what generally holds.
 */
export const firstFact = perBlock((block, text): FactualStatement | undefined => {
  const { open, lowerCase } = factPatterns();
  const words = text.slice(block.content.start, block.content.end);
  if (!isRunningText(block, text) || !lowerCase.test(words)) return undefined;
  const quotations = findQuotations(text.slice(0, block.content.end));
  const quoted = quotations.reduce((sum, { start, end }) => sum + end - start, 0);
  if (quoted * 2 > words.length) return undefined;
  const found: FactualStatement[] = [];
  let judged = 0;
  for (const { start, end } of statementsIn(block, text)) {
    const sentence = visibleText(block, text, { start, end }, quotations);
    const fact = factIn(sentence);
    if (fact) found.push({ start, end, fact });
    else if (isJudgment(sentence)) judged += 1.5;
    else if (open.test(sentence)) judged += 0.5;
  }
  const weight = found.reduce((sum, { fact }) => sum + fact.weight, 0);
  return weight >= MIN_FACT_WEIGHT && found.length >= judged ? found[0] : undefined;
});

/** What makes a sentence one of fact; undefined where it judges, looks ahead, asks, or says what generally holds. */
export function factIn(sentence: string): Fact | undefined {
  const { pastTense, acts, reportedActs, bareYear, pronoun, open } = factPatterns();
  if (isJudgment(sentence) || open.test(sentence)) return undefined;
  const day = pastTense.test(sentence) ? findDate(sentence) : undefined;
  if (day) return { kind: 'date', text: day, weight: 2 };
  const figure = findFigure(sentence);
  if (figure) return { kind: 'figure', text: figure, weight: 2 };
  if (bareYear.test(sentence)) return undefined;
  for (const { 0: matched, 1: who = '', 2: verb = '', index } of sentence.matchAll(acts)) {
    if (pronoun.test(who)) continue;
    return {
      kind: 'act',
      text: capitalizedWordsBefore(sentence.slice(0, index)) + matched,
      weight: reportedActs.has(verb) ? 2 : 1,
    };
  }
  return undefined;
}

/** The first date that is no name of an event or paper, as in `the March 4 agreement`, nor the state of knowledge, `as of`. */
function findDate(sentence: string): string | undefined {
  const { dates, namedDate, knowledgeDate } = factPatterns();
  for (const { 0: matched, index } of sentence.matchAll(dates)) {
    const before = sentence.slice(Math.max(0, index - 30), index);
    const isName = namedDate.test(before) && /^ \p{Ll}/u.test(sentence.slice(index + matched.length));
    if (!isName && !knowledgeDate.test(before)) return matched;
  }
  return undefined;
}

function findFigure(sentence: string): string | undefined {
  const { money, amount, counted, numbered, uncounted, quantifiers } = factPatterns();
  const amountMatch = money.exec(sentence) ?? amount.exec(sentence);
  if (amountMatch) return amountMatch[0].replace(/[.,]+$/, '');
  for (const [, before = '', number = '', noun = '', next = ''] of ` ${sentence}`.matchAll(counted)) {
    if (uncounted.has(noun) || /^(?:19|20)\d\d$/.test(number) || numbered.test(before.toLowerCase())) continue;
    if (/^\P{L}*\p{Lu}/u.test(before) && !quantifiers.has(before)) continue;
    const isWhole = noun.endsWith('s') || next === '' || uncounted.has(next);
    return isWhole ? `${number} ${noun}` : `${number} ${noun} ${next}`;
  }
  return undefined;
}

/** The words with capitals at the end of a text, which the name that follows begins with. */
function capitalizedWordsBefore(text: string): string {
  const { pronoun } = factPatterns();
  if (!text.endsWith(' ')) return '';
  const words = text.trimEnd().split(' ');
  let from = words.length;
  while (from > 0 && /^\p{Lu}[\p{L}’'-]*$/u.test(words[from - 1]!) && !pronoun.test(words[from - 1]!)) from--;
  return from === words.length ? '' : `${words.slice(from).join(' ')} `;
}

/** The words of a sentence: tags and links by what they show, without quotations, code and comments. */
function visibleText(block: Block, text: string, sentence: Span, quotations: readonly Span[]): string {
  const hiddenSpans = outermostSpans([...block.atoms, ...quotations]).filter(({ start }) => start >= sentence.start);
  let visible = '';
  let at = sentence.start;
  for (const cut of hiddenSpans) {
    if (cut.start >= sentence.end) break;
    visible += text.slice(at, cut.start) + visibleTextOf(block, text, cut);
    at = cut.end;
  }
  return (visible + text.slice(at, sentence.end)).replace(/\s+/g, ' ');
}

function visibleTextOf(block: Block, text: string, cut: Span): string {
  const atom = block.atoms.find(({ start, end }) => start === cut.start && end === cut.end);
  if (atom?.kind === 'tag') return atom.surface.value;
  return atom?.kind === 'link' ? text.slice(atom.text.start, atom.text.end) : '“”';
}
