/** Paragraphs that state facts, and what in them names a source. What is not certainly a statement of fact is none. */

import { lazy } from '../../base/memo/lazy.ts';
import { outermostSpans, type Span } from '../../base/text/span.ts';
import type { Block } from '../../syntax/ast.ts';

import { perBlock } from '../../syntax/brief/perBlock.ts';
import { findQuotations } from '../../syntax/brief/quotations.ts';
import { isJudgement } from './judgements.ts';
import { statementsIn } from './statements.ts';

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

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)';
/** What follows a number that counts nothing: `by 2019 the`, `12 months`. */
const nonCountableWords = new Set(
  `after and are before but during for from had has have into its nor not our out over since than that the their then there these they
  this through under until was were when where which while who with within day days hour hours minute minutes month months
  second seconds week weeks year years percent`.split(/\s+/),
);
/** A word with a capital before a number names a thing by it, `Boeing 737 aircraft`; these do not. */
const quantifierWords = new Set(
  'A About All Around At In More Nearly Of On Over Roughly Some The These Those'.split(' '),
);

const IRREGULAR_PAST =
  'became|began|broke|brought|built|came|cut|drove|fell|fled|flew|fought|found|gave|grew|held|hit|kept|killed|laid|led|left|lost|made|met|put|ran|rose|said|sank|sat|saw|sent|set|shot|sold|spent|spoke|stood|struck|swore|took|told|went|withdrew|won|wrote';
const NOT_PAST_VERB =
  '(?!(?:alleged|armed|based|called|exceed|hundred|indeed|limited|mixed|named|need|proceed|red|related|so-called|speed|succeed|united)\\b)';
const ACTOR =
  "(?<![\\p{L}’'-])(\\p{Lu}[\\p{L}’'/-]{1,40}|government|ministry|army|police|military|parliament|court|president|minister|troops|forces|militants|rebels|fighters|soldiers|gunmen)";
/** Acts of which one is enough: nobody knows them but from a report. */
const reportableActs = new Set(
  `accused announced arrested assassinated attacked banned bombed captured claimed condemned convicted declared denied deployed
  destroyed detained dismissed executed expelled extradited fired intercepted killed launched raided released sank seized sentenced
  shelled signed struck summoned suspended tested withdrew wounded`.split(/\s+/),
);

/** Made when the first paragraph is judged: with all their classes of letters they would hold up every start. */
const patterns = lazy(() => {
  const dates = new RegExp(
    `\\b(?:${MONTH} \\d{1,2}(?!\\d)(?:, (?:19|20)\\d\\d)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: (?:19|20)\\d\\d)?|${MONTH},? (?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const money = /[$€£¥] ?\d[\d,.]{0,20}(?: (?:million|billion|trillion)\b)?/u;
  const amount =
    /(?<![\p{L}\p{N}.,-])(?:\d[\d,.]{0,20} ?(?:%|percent\b|per cent\b|(?:million|billion|trillion)\b)|\d{1,3}(?:,\d{3}){1,5}(?: \p{Ll}{3,30})?)/u;
  const counted = /(\S{0,30}) (\d{2,6}) (\p{Ll}{3,30})(?![\p{L}\p{N}-])(?: (\p{Ll}{3,30})(?![\p{L}\p{N}-]))?/gu;
  /** In lower case these name a thing by the number after them: `article 51 allows`. */
  const numbered =
    /^(?:article|chapter|highway|line|mark|model|no\.|number|page|paragraph|phase|resolution|route|section|type|unit|version)$/;
  const pastTense = new RegExp(
    `(?<!\\p{L})${NOT_PAST_VERB}(?:\\p{Ll}+ed|was|were|had|did|${IRREGULAR_PAST})(?!\\p{L})`,
    'u',
  );
  const did = new RegExp(
    `${ACTOR}(?: (?:was|were|had|has|have))?(?: (?:\\p{Ll}{2,15}ly|again|also|already|first|later|nevertheless|soon|then)){0,2} (${NOT_PAST_VERB}(?:\\p{Ll}{2,20}ed|${IRREGULAR_PAST}))(?!\\p{L})`,
    'gu',
  );
  /** A year without month or day dates what everybody knows: background. */
  const bareYear = /(?<![\p{L}\p{N}])(?:19|20)\d\d(?![\p{L}\p{N}])/u;
  const pronoun =
    /^(?:A|An|And|Both|But|Few|He|It|Many|Most|None|Others|She|Some|That|The|There|These|They|This|Those|We|Which|Who)$/;
  const hedged =
    /(?<![\p{L}’'-])(?:appear(?:s|ed)?|apparently|can|cannot|could|expected|if|indicates?|likel(?:y|ihood)|may|might|must|perhaps|possibl[ey]|presumably|probabl[ey]|risks?|seem(?:s|ed)?|shall|should|suggest(?:s|ed|ing)?|unless|unlikely|whether|will|would|I|[Ww]e|[Oo]urs?|us|my)(?![\p{L}’'-])|\?["”’)\]]*$/u;
  const otherProse =
    /^(?:>|\||[-*+•·▪–—|<]|\[\^|\d{1,3}[.)]\s|\.\s|(?:\*\*)?(?:figure|table|map|chart|image|photo|source|sources|note|notes)\b[ \d.]{0,8}[:.])|\n\s*(?:[-*+•·▪|]|\d{1,3}[.)]|\.)\s/iu;
  /** The turn of a speaker in a transcript. */
  const speaker = /^\[\p{Lu}[\p{Lu}\s]{2,40}\]/u;
  const note = /\[(?:\^[^\]\s]{1,40}|\d{1,3}|[ivxl]{1,7})\]|<sup>|[¹²³⁴-⁹]|https?:\/\/|\bsources?: /iu;
  const namedYear = /\p{Lu}\p{L}+(?:’s|'s| et al\.?)? \((?:19|20)\d\d[a-z]?(?:, pp?\.? ?\d+)?\)/u;
  const dateline = /^\p{Lu}{3}[^()]{0,60}\(\p{Lu}[^()]{1,40}\) ?[-–—]/u;
  const attribution =
    /\b(?:according to|as reported|(?:cited|quoted) (?:by|in)|quot(?:es|ing)|told|reports? (?:by|from|in|that)|(?:data|figures|estimates?|numbers) (?:by|compiled|from|of|published|released)|(?:published|posted|broadcast|aired|wrote|written|tweeted) (?:by|in|on)|press release|news (?:agency|conference)|press conference|communiqué|newspapers?|broadcaster|(?:local|state|news|social|independent|foreign|national) media|websites?|footage|imagery|satellite images?|transcript|indictment|court documents|census|polls?|surveys?|leaked)\b|\b(?:in|issued|released|published) (?:an?|its|his|her|their|the) (?:\p{L}{1,20} ){0,3}(?:address|article|briefing|interview|letter|paper|post|report|speech|statement|study|testimony|video)\b|\bon (?:Facebook|Instagram|Telegram|TikTok|Truth Social|Twitter|VK|Weibo|WeChat|X|YouTube)\b/iu;
  const reporter =
    /(?<!\p{L})(?!(?:Nobody|None|Nothing) )\p{Lu}[\p{L}.’']{1,40}(?: (?:has|had))? (?:counted|documented|estimate[sd]?|found|note[sd]?|recorded|reported|reports|writes|wrote)\b/u;
  const document =
    /\b(?:Resolution|Executive Order|Public Law|Section|Article|Decree|Directive|Regulation)(?: No\.)? \d|\b(?:P\.L\.|E\.O\.)|\bU\.S\.C\.|§/u;
  /** Transcripts that are all capitals say what somebody else said. */
  const lowerCase = /\p{Ll}/u;
  return {
    dates,
    money,
    amount,
    counted,
    numbered,
    pastTense,
    did,
    bareYear,
    pronoun,
    hedged,
    otherProse,
    speaker,
    note,
    namedYear,
    dateline,
    attribution,
    reporter,
    document,
    lowerCase,
  };
});

/** Whether a paragraph refers to a source otherwise than by a citation: by a note, a link, an author and a year, a credit. */
export const hasOtherReference = perBlock((block, text): boolean => {
  const { note, namedYear } = patterns();
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
  const { otherProse, speaker } = patterns();
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
  const { dateline, attribution, reporter, document } = patterns();
  const words = text.slice(block.content.start, block.content.end);
  return dateline.test(words) || attribution.test(words) || reporter.test(words) || document.test(words);
});

/**
 * The first statement of fact of a paragraph that is made of such; undefined of one that is short, judges or looks
 * ahead as much as it reports, quotes, lists, or says what generally holds.
 */
export const firstFact = perBlock((block, text): FactualStatement | undefined => {
  const { hedged, lowerCase } = patterns();
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
    else if (isJudgement(sentence)) judged += 1.5;
    else if (hedged.test(sentence)) judged += 0.5;
  }
  const weight = found.reduce((sum, { fact }) => sum + fact.weight, 0);
  return weight >= MIN_FACT_WEIGHT && found.length >= judged ? found[0] : undefined;
});

/** What makes a sentence one of fact; undefined where it judges, looks ahead, asks, or says what generally holds. */
export function factIn(sentence: string): Fact | undefined {
  const { pastTense, did: actPattern, bareYear, pronoun, hedged } = patterns();
  if (isJudgement(sentence) || hedged.test(sentence)) return undefined;
  const day = pastTense.test(sentence) ? findDate(sentence) : undefined;
  if (day) return { kind: 'date', text: day, weight: 2 };
  const figure = findFigure(sentence);
  if (figure) return { kind: 'figure', text: figure, weight: 2 };
  if (bareYear.test(sentence)) return undefined;
  for (const { 0: matched, 1: who = '', 2: verb = '', index } of sentence.matchAll(actPattern)) {
    if (pronoun.test(who)) continue;
    return {
      kind: 'act',
      text: capitalizedWordsBefore(sentence.slice(0, index)) + matched,
      weight: reportableActs.has(verb) ? 2 : 1,
    };
  }
  return undefined;
}

/** The first date that is no name of an event or paper, as in `the March 4 agreement`, nor the state of knowledge, `as of`. */
function findDate(sentence: string): string | undefined {
  const { dates } = patterns();
  for (const { 0: matched, index } of sentence.matchAll(dates)) {
    const before = sentence.slice(Math.max(0, index - 30), index);
    const isName =
      /\bthe (?:\p{Ll}{2,20} )?$/iu.test(before) && /^ \p{Ll}/u.test(sentence.slice(index + matched.length));
    if (!isName && !/\bas of $/i.test(before)) return matched;
  }
  return undefined;
}

function findFigure(sentence: string): string | undefined {
  const { money, amount, counted, numbered } = patterns();
  const amountMatch = money.exec(sentence) ?? amount.exec(sentence);
  if (amountMatch) return amountMatch[0].replace(/[.,]+$/, '');
  for (const [, before = '', number = '', noun = '', next = ''] of ` ${sentence}`.matchAll(counted)) {
    if (nonCountableWords.has(noun) || /^(?:19|20)\d\d$/.test(number) || numbered.test(before.toLowerCase())) continue;
    if (/^\P{L}*\p{Lu}/u.test(before) && !quantifierWords.has(before)) continue;
    const isWhole = noun.endsWith('s') || next === '' || nonCountableWords.has(next);
    return isWhole ? `${number} ${noun}` : `${number} ${noun} ${next}`;
  }
  return undefined;
}

/** The words with capitals at the end of a text, which the name that follows begins with. */
function capitalizedWordsBefore(text: string): string {
  const { pronoun } = patterns();
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
