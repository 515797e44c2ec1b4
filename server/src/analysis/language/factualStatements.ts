/**
 * Paragraphs that state facts, and the ways in which they name a source. When in doubt a sentence counts as no statement
 * of fact, so that rules stay silent.
 */

import { oneOf } from '../../base/text/phrases.ts';
import { outermostSpans, type Span } from '../../base/text/span.ts';
import type { Block } from '../../syntax/ast.ts';
import { citedIn } from '../../syntax/brief/citedIn.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { findQuotations } from '../../syntax/brief/quotations.ts';
import { createOverlapCheck } from '../../syntax/citation/findOutside.ts';
import { maskSpans } from './authorText.ts';
import { isJudgment } from './judgments.ts';
import { statementsIn } from './statements.ts';
import { patternsFrom } from './words/index.ts';

/** The words that make a sentence a statement of fact. */
export interface Fact {
  readonly kind: 'date' | 'figure' | 'act';
  readonly text: string;
  /** An act that could just as well be background has half the weight. */
  readonly weight: 1 | 2;
}

/** A sentence that states a fact; its span counts from the start of the block. */
export interface FactualStatement extends Span {
  readonly fact: Fact;
}

/** Shorter paragraphs are mostly transitions and one-line conclusions, which need no source. */
const MIN_PARAGRAPH_WORDS = 25;
/** The weight that makes a paragraph one of facts: a date, a figure or a reported act, or two other acts. */
const MIN_FACT_WEIGHT = 2;
/** How many statements of fact outweigh a judgment, and a sentence that merely hedges. */
const JUDGMENT_OPENNESS = 1.5;
const HEDGE_OPENNESS = 0.5;

/** Patterns for dates, figures and acts, and for what rules a sentence out. */
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
    plural: new RegExp(`${oneOf(list.pluralEndings)}$`),
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
    // A year without a month dates background knowledge.
    bareYear: new RegExp(`(?<![\\p{L}\\p{N}])${year}(?![\\p{L}\\p{N}])`, 'u'),
    pronoun: new RegExp(`^${oneOf(list.pronouns)}$`),
    open: new RegExp(`(?<![\\p{L}’'-])${oneOf(list.openWords)}(?![\\p{L}’'-])|\\?["”’)\\]]*$`, 'u'),
    // A text in capitals throughout is a transcript of what someone else said.
    lowerCase: /\p{Ll}/u,
  };
});

/** Patterns for paragraphs that are not running text. */
const layoutPatterns = patternsFrom(({ sections: list }) => ({
  otherProse: new RegExp(
    `^(?:>|\\||[-*+•·▪–—|<]|\\[\\^|\\d{1,3}[.)]\\s|\\.\\s|(?:\\*\\*)?${oneOf(list.captionLabels)}\\b[ \\d.]{0,8}[:.])|\\n\\s*(?:[-*+•·▪|]|\\d{1,3}[.)]|\\.)\\s`,
    'iu',
  ),
  /** The name of a speaker in a transcript: `[MR. PRICE]`. */
  speaker: /^\[\p{Lu}[\p{Lu}\s]{2,40}\]/u,
}));

/** Patterns for references to a source other than citations. */
const sourcePatterns = patternsFrom(({ sections, sourcing: list }) => {
  const space = ' ';
  const published = [list.publishingWords, list.publicationDeterminers].map((words) => `${oneOf(words)} `).join('');
  return {
    note: new RegExp(
      `\\[(?:\\^[^\\]\\s]{1,40}|\\d{1,3}|[ivxl]{1,7})\\]|<sup>|[¹²³⁴-⁹]|https?:\\/\\/|\\b${oneOf(sections.sourceLabels)}: `,
      'iu',
    ),
    namedYear: /(?<!\p{L})\p{Lu}\p{L}+(?:’s|'s| et al\.?)? \((?:19|20)\d\d[a-z]?(?:, pp?\.? ?\d+)?\)/u,
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

/**
 * Whether a paragraph refers to a source otherwise than by a citation that was read: a note that cites nothing, a link, an author and a
 * year, a credit.
 */
export const hasOtherReference = perBlock((block, text): boolean => {
  const { note, namedYear } = sourcePatterns();
  const cited = citedIn(block, text);
  const words = maskSpans(text.slice(0, block.content.end), cited);
  const [isFreeGroup, isFreeAtom] = [createOverlapCheck(cited), createOverlapCheck(cited)];
  return (
    block.groups.some(
      (group) =>
        (group.kind === 'author-date' || group.kind === 'credit' || group.kind === 'imprint') && isFreeGroup(group),
    ) ||
    block.atoms.some(
      (atom) =>
        atom.kind === 'link' && text[atom.start] !== '!' && /^https?:/i.test(atom.target.value) && isFreeAtom(atom),
    ) ||
    note.test(words) ||
    namedYear.test(words)
  );
});

/** Whether a block is a paragraph of at least 25 words, and not a list, a table, a quotation, a caption or a note. */
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

/** Whether a paragraph names a source in its prose, without citing it: "according to the ministry". */
export const namesSourceInProse = perBlock((block, text): boolean => {
  const { dateline, attribution, reporter, document } = sourcePatterns();
  const words = text.slice(block.content.start, block.content.end);
  return dateline.test(words) || attribution.test(words) || reporter.test(words) || document.test(words);
});

/**
 * The first statement of fact in a paragraph of facts. Undefined for other paragraphs: short ones, lists, quotations,
 * general statements, and those that judge or look ahead at least as much as they report.
 */
export const firstFact = perBlock((block, text): FactualStatement | undefined => {
  const { open, lowerCase } = factPatterns();
  const words = text.slice(block.content.start, block.content.end);
  if (!isRunningText(block, text) || !lowerCase.test(words)) return undefined;
  const quotations = findQuotations(text.slice(0, block.content.end));
  const quoted = quotations.reduce((sum, { start, end }) => sum + end - start, 0);
  if (quoted * 2 > words.length) return undefined;
  const found: FactualStatement[] = [];
  let openness = 0;
  for (const { start, end } of statementsIn(block, text)) {
    const sentence = visibleText(block, text, { start, end }, quotations);
    const fact = factIn(sentence);
    if (fact) found.push({ start, end, fact });
    else if (isJudgment(sentence)) openness += JUDGMENT_OPENNESS;
    else if (open.test(sentence)) openness += HEDGE_OPENNESS;
  }
  const weight = found.reduce((sum, { fact }) => sum + fact.weight, 0);
  return weight >= MIN_FACT_WEIGHT && found.length >= openness ? found[0] : undefined;
});

/** The fact that a sentence states; undefined if it judges, looks ahead, asks, or makes a general statement. */
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

/** The first date of an event. A date can also be part of a name (`the March 4 agreement`) or limit knowledge (`as of`). */
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
  const { money, amount, counted, numbered, plural, uncounted, quantifiers } = factPatterns();
  const amountMatch = money.exec(sentence) ?? amount.exec(sentence);
  if (amountMatch) return amountMatch[0].replace(/[.,]+$/, '');
  for (const [, before = '', number = '', noun = '', next = ''] of ` ${sentence}`.matchAll(counted)) {
    if (uncounted.has(noun) || /^(?:19|20)\d\d$/.test(number) || numbered.test(before.toLowerCase())) continue;
    if (/^\P{L}*\p{Lu}/u.test(before) && !quantifiers.has(before)) continue;
    const isWhole = plural.test(noun) || next === '' || uncounted.has(next);
    return isWhole ? `${number} ${noun}` : `${number} ${noun} ${next}`;
  }
  return undefined;
}

/** The capitalized words at the end of a text, which are the start of the name that follows. */
function capitalizedWordsBefore(text: string): string {
  const { pronoun } = factPatterns();
  if (!text.endsWith(' ')) return '';
  const words = text.trimEnd().split(' ');
  let from = words.length;
  while (from > 0 && /^\p{Lu}[\p{L}’'-]*$/u.test(words[from - 1]!) && !pronoun.test(words[from - 1]!)) from--;
  return from === words.length ? '' : `${words.slice(from).join(' ')} `;
}

/** The text of a sentence as a reader sees it: tags and links by their surface, without quotations, code and comments. */
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
