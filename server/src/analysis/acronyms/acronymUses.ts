/** The acronyms in the prose of a block, and whether the block explains them. */

import { oneOf } from '../../base/text/phrases.ts';
import { outermostSpans, type Span } from '../../base/text/span.ts';
import { type AcronymDefinition, acronymDefinitionsIn, matchesInitials } from '../../names/acronymDefinitions.ts';
import { nonProseSpans } from '../../names/registryNames.ts';
import type { Block, Citation } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { patternsFrom } from '../language/words/index.ts';
import { COMMON_ACRONYMS, measuresAndCurrencies, SHIP_PREFIXES } from './householdAcronyms.ts';

/** One use of an acronym in prose. The parenthesis of a definition is not a use. */
export interface AcronymUse extends Span {
  /** The acronym without a plural `s`. */
  readonly acronym: string;
  /** Whether the words around it say what it stands for. */
  readonly isExplained: boolean;
}

/** The acronyms of a block; spans count from its start. */
export interface BlockAcronyms {
  readonly uses: readonly AcronymUse[];
  /** The definitions in the block. `inProse`: not in a table, a note or a heading. */
  readonly definitions: readonly (AcronymDefinition & { readonly inProse: boolean })[];
  /** The surfaces of the entity tags. */
  readonly tagged: ReadonlySet<string>;
  /** The number of occurrences of each word with at least two capitals, by the word in capitals; in prose or not. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /** The initials of the names in the text (see `initialsIn`). */
  readonly initials: ReadonlySet<string>;
  /** The acronyms in the names of cited sources. */
  readonly inSourceNames: ReadonlySet<string>;
  readonly letters: number;
  readonly capitals: number;
}

/** A text with a higher share of capitals is set in capitals: acronyms cannot be told from words. */
export const MAX_CAPITALS_SHARE = 0.5;
/** The most capitals that `acronymShape` allows: longer runs of initials match no acronym. */
const MAX_INITIALS = 6;
/** Longer tokens are addresses or codes. */
const MAX_WORD_LENGTH = 40;
/** Characters around an acronym that may explain it: an introduction before it, a parenthesis of up to 160 after it. */
const EXPLANATION_BEFORE = 60;
const EXPLANATION_AFTER = 200;

const tokenPattern = /[^\s“”„"()[\]{},;—–]+/g;
const leadingMarks = /^['‘’*_.-]+/;
const trailingMarks = /(?:['’]s?|[.:!?…*_‘-])+$/;
const acronymShape = /^(?=(?:[^A-Z]*[A-Z]){2,6}[^A-Z]*$)[A-Z][A-Z&-]*(?:\d[A-Z]{2,})?s?$/;
const plainWord = /^[\p{L}\p{N}&-]+$/u;
const roman = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const nextCapital = /\p{Lu}/gu;
const wordChar = /[\p{L}\p{N}&]/u;
const restOfWord = /[\p{L}\p{N}&]*/uy;
const twoCapitals = /\p{Lu}.*\p{Lu}/u;
const letter = /\p{L}/u;
const capital = /\p{Lu}/u;
const capitalized = /^\p{Lu}\P{Lu}*$/u;
const nonWord = /[^\p{L}\p{N}]*/uy;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*/uy;
const [CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z, ASCII] = [0x41, 0x5a, 0x61, 0x7a, 0x7f];
const betweenNames = /^[\s’'“”"&,–*_/-]*$/;
/** Lower-case words within names, in the languages of most names: they do not end a run of capitalized words. */
const nameConnectives: ReadonlySet<string> = new Set(
  'a ad al an and d da das de del des di dis du e el et for fur für in la les of on the to und y'.split(' '),
);
/** `Ukr. ` and `Russian: `, before an acronym in that language. */
const LANGUAGE_LABEL = String.raw`\p{Lu}\p{Ll}{1,12}[.:] `;
const patterns = patternsFrom(({ acronyms, sections }) => {
  const space = ' ';
  const [article, alternative] = [oneOf(acronyms.acronymArticles), oneOf(acronyms.acronymAlternatives)];
  return {
    meaningIntroduction: new RegExp(
      `(?:,\\s+${oneOf(acronyms.alternativeNames)}|\\b${oneOf(acronyms.acronymIntroductions, { space })})\\s+(?:${article}\\s+)?[“"'‘*_]*$`,
      'i',
    ),
    meaningAfter: new RegExp(`^,\\s+${oneOf(acronyms.acronymMeanings, { space, slots: { end: '\\b' } })}`, 'i'),
    designationBefore: new RegExp(`\\b${oneOf(acronyms.designationWords, { space })}\\s+[“"'‘*_]*$`, 'i'),
    groupOpening: new RegExp(`\\((?:[“"'‘*_]*|${article} |${LANGUAGE_LABEL})$`, 'u'),
    groupClosing: new RegExp(`^[”"'’*_]*(?:[),;]| ${alternative}\\b| in \\p{Lu}\\p{Ll}{2,12}\\))`, 'u'),
    // Rows of tables, footnotes, credits.
    asideLine: new RegExp(`^[ \\t]*(?:\\||\\[\\^|[*_]*${oneOf(sections.asideLabels)}\\s?:).*`, 'gim'),
  };
});
/** Of aircraft and satellites: `ET-AMQ`, `KA-SAT`, `RP-C2255`. */
const registration = /^([A-Z]{1,2})-(?:[A-Z]{3,5}|[A-Z]{1,3}\d{2,5})$/;
const longNumber = /^\d{5,12}$/;
const amount = /^[$€£¥]?\d[\d.,]*$/;
const lineOpening = /^[\s>*_#-]{0,20}$/;
const datelineEnd = /^[*_]{0,3}(?::|\s{0,2}[—–]\s|\s-{1,2}\s|,\s[^\n.:]{2,40}\s(?:[—–]|-{1,2})\s)/;
const groupAfter = /^(?:['’]s)?[”"*_]*\s?\(([^()]{3,160})\)/;
/** Masks everything that is not prose. */
const NON_PROSE = '\u0000';
/** Codes of states and provinces of the US, Canada and Australia, which follow a city: `Austin, TX`. */
const STATES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN
  TX UT VT VA WA WV WI WY PR AB BC MB NB NL NS ON PE QC SK ACT NSW QLD TAS VIC`.split(/\s+/),
);
const NO_ACRONYMS: BlockAcronyms = {
  uses: [],
  definitions: [],
  wordCounts: new Map(),
  initials: new Set(),
  tagged: new Set(),
  inSourceNames: new Set(),
  letters: 0,
  capitals: 0,
};

/** The acronyms of a block. Only prose has uses. */
export const acronymsOf = perBlock((block, text): BlockAcronyms => {
  if (block.kind === 'front-matter') return NO_ACRONYMS;
  const { letters, capitals } = countLetters(text);
  const isProse =
    block.kind === 'paragraph' &&
    block.shape === 'prose' &&
    capitals <= letters * MAX_CAPITALS_SHARE &&
    !isMostlyLinks(block);
  const prose = isProse ? maskNonProse(block, text) : '';
  const words = new Map<string, number>();
  for (const stem of capitalWordsIn(text)) {
    const same = stem.toUpperCase();
    words.set(same, (words.get(same) ?? 0) + 1);
  }
  const initials = initialsIn(text);
  return {
    uses: words.size > 0 ? acronymUsesIn(block, text, prose, initials) : [],
    definitions: acronymDefinitionsIn(block, text).map((one) => ({
      ...one,
      inProse: prose !== '' && prose[one.group.start] !== NON_PROSE,
    })),
    wordCounts: words,
    initials,
    tagged: new Set(entityTags(block).map(({ surface }) => withoutPlural(surface.value))),
    inSourceNames: sourceNameAcronyms(block.citations),
    letters,
    capitals,
  };
});

/** An acronym without a plural `s`. */
export function withoutPlural(word: string): string {
  return /\p{Lu}s$/u.test(word) ? word.slice(0, -1) : word;
}

/** The acronyms that a compound consists of: `CJTF-OIR` has two. */
export function compoundParts(acronym: string): string[] {
  return acronym
    .split(/[-/]/)
    .flatMap((part) => ((part.match(/\p{Lu}/gu)?.length ?? 0) > 1 ? [withoutPlural(part)] : []));
}

function acronymUsesIn(block: Block, text: string, prose: string, initials: ReadonlySet<string>): AcronymUse[] {
  const uses: AcronymUse[] = [];
  const defined = new Set(acronymDefinitionsIn(block, text).map(({ acronym }) => acronym.span.start));
  const groups = new Set(block.groups.map(({ start }) => start));
  const tokens = tokensIn(prose);
  for (const [index, token] of tokens.entries()) {
    const [previous, next] = [tokens[index - 1], tokens[index + 1]];
    if (isShouted(token, previous, text) || isShouted(token, next, text)) continue;
    if (isDesignation(token, next) || isState(token, previous, text)) continue;
    if (isMeasure(token, previous, next) || isNamed(token, text) || isDateline(token, text)) continue;
    for (const part of acronymsIn(token)) {
      if (defined.has(part.start)) continue;
      const acronym = withoutPlural(part.word);
      const end = part.start + part.word.length;
      const isExplained =
        initials.has(acronym.replace(/[^A-Z]/g, '')) ||
        isExplainedNearby(groups, text, { start: part.start, end }, acronym);
      uses.push({ acronym, start: part.start, end, isExplained });
    }
  }
  return uses;
}

interface Word {
  readonly word: string;
  readonly start: number;
}

/** The text with everything masked that is not prose; offsets remain valid. */
function maskNonProse(block: Block, text: string): string {
  const groups = block.groups.filter(({ kind }) => kind !== 'acronym');
  let prose = '';
  const asides = [...text.matchAll(patterns().asideLine)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  for (const { start, end } of outermostSpans([...nonProseSpans(block, text), ...groups, ...asides])) {
    prose += text.slice(prose.length, start) + NON_PROSE.repeat(end - Math.max(start, prose.length));
  }
  return prose + text.slice(prose.length);
}

/** The tokens of a text without the punctuation around them. */
function tokensIn(prose: string): Word[] {
  return [...prose.matchAll(tokenPattern)].flatMap((match) => {
    if (match[0].length > MAX_WORD_LENGTH || match[0].includes(NON_PROSE)) return [];
    const lead = leadingMarks.exec(match[0])?.[0].length ?? 0;
    const one = match[0].slice(lead).replace(trailingMarks, '');
    // The first word of a title in italics is the name of a ship or a newspaper.
    const opensTitle = /^[*_](?![*_])/.test(match[0]) && !/[*_]/.test(match[0].slice(lead));
    return one === '' || opensTitle ? [] : [{ word: one, start: match.index + lead }];
  });
}

/** The acronyms in a token, which may be one or contain some: `ISIL-held`, `SDF/YPG`. */
function acronymsIn({ word, start }: Word): Word[] {
  if (/\d-|-\d/.test(word)) return [];
  if (isAcronym(word)) return [{ word, start }];
  const parts: Word[] = [];
  const pieces = word.split(/[/-]/);
  if (pieces.length < 2 || !pieces.every((piece) => plainWord.test(piece))) return [];
  let at = start;
  for (const piece of pieces) {
    if (isAcronym(piece)) parts.push({ word: piece, start: at });
    at += piece.length + 1;
  }
  return parts;
}

function isAcronym(word: string): boolean {
  return acronymShape.test(word) && !roman.test(withoutPlural(word));
}

/** Whether two words in capitals follow each other: a label, or emphasis. */
function isShouted(one: Word, other: Word | undefined, text: string): boolean {
  if (!other || !/^[A-Z]{2,}$/.test(other.word) || !/^[A-Z&]{2,}$/.test(one.word)) return false;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return /^\s+$/.test(text.slice(first.start + first.word.length, second.start));
}

/** Whether a token is the code of a state: `Austin, TX`. */
function isState(one: Word, previous: Word | undefined, text: string): boolean {
  if (!previous || !/^\p{Lu}/u.test(previous.word) || !STATES.has(one.word)) return false;
  return text.slice(previous.start + previous.word.length, one.start) === ', ';
}

/** Whether a block is navigation: more than half of it is links. */
function isMostlyLinks({ atoms, content }: Block): boolean {
  const linked = atoms.reduce((sum, atom) => sum + (atom.kind === 'link' ? atom.end - atom.start : 0), 0);
  return linked * 2 > content.end - content.start;
}

/**
 * Whether a token is a registration (`ET-AMQ`), part of a designation or number (`BTR 80`, `IMO 9086526`), what
 * stands before the name of a ship (`BRP Sierra Madre`), or the initials of a person (`JD Vance`).
 */
function isDesignation(one: Word, next: Word | undefined): boolean {
  const registered = registration.exec(one.word);
  if (registered) return !COMMON_ACRONYMS.has(registered[1]!);
  if (!next || !isNextTo(one, next)) return false;
  if (longNumber.test(next.word)) return true;
  if (SHIP_PREFIXES.has(one.word) && /^['‘“"*_]?\p{Lu}/u.test(next.word)) return true;
  if (one.word.length > 3) return false;
  return /^\d{1,3}\p{L}?$/u.test(next.word) || (one.word.length === 2 && /^\p{Lu}\p{Ll}/u.test(next.word));
}

/** Whether a token is a unit or a currency beside a number: `220 KV`, `PLN 300`. */
function isMeasure(one: Word, previous: Word | undefined, next: Word | undefined): boolean {
  if (!measuresAndCurrencies().has(one.word)) return false;
  const [before, after] = [isNextTo(previous, one) && previous, isNextTo(one, next) && next];
  return [before, after].some((other) => other && amount.test(other.word));
}

/** Whether the words before a token say that it is a call sign or a name: `call sign ALFA`. */
function isNamed({ start }: Word, text: string): boolean {
  return patterns().designationBefore.test(text.slice(Math.max(0, start - EXPLANATION_BEFORE), start));
}

/** Whether a token opens its line as a place or a label: `HAVANA: …`, `ACCRA, Ghana — …`. */
function isDateline({ start, word: place }: Word, text: string): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!lineOpening.test(text.slice(lineStart, start))) return false;
  const end = start + place.length;
  return datelineEnd.test(text.slice(end, end + EXPLANATION_AFTER));
}

function isNextTo(one: Word | undefined, next: Word | undefined): boolean {
  return one !== undefined && next?.start === one.start + one.word.length + 1;
}

function isExplainedNearby(groups: ReadonlySet<number>, text: string, { start, end }: Span, acronym: string): boolean {
  const { meaningIntroduction, meaningAfter, groupOpening, groupClosing } = patterns();
  const textBefore = text.slice(Math.max(0, start - EXPLANATION_BEFORE), start);
  const textAfter = text.slice(end, end + EXPLANATION_AFTER);
  if (meaningIntroduction.test(textBefore) || meaningAfter.test(textAfter)) return true;
  if (groupOpening.test(textBefore) && groupClosing.test(textAfter)) return true;
  const group = groupAfter.exec(textAfter);
  if (!group?.[1]) return false;
  const from = end + group[0].indexOf('(');
  if (groups.has(from)) return false;
  return (/^[“"'‘]?\p{Lu}/u.test(group[1]) && /\S\s+\S/.test(group[1])) || matchesInitials(group[1], acronym);
}

/** The initials of possible names: of any two to six consecutive words in a run of capitalized words. */
function initialsIn(text: string): ReadonlySet<string> {
  const initials = new Set<string>();
  let initialsRun = '';
  let end = 0;
  const flush = () => {
    for (let from = 0; from < initialsRun.length - 1; from++)
      for (let size = 2; size <= MAX_INITIALS && from + size <= initialsRun.length; size++)
        initials.add(initialsRun.slice(from, from + size));
    initialsRun = '';
  };
  for (;;) {
    nonWord.lastIndex = end;
    nonWord.test(text);
    const start = nonWord.lastIndex;
    word.lastIndex = start;
    if (!word.test(text)) break;
    const before = end;
    end = word.lastIndex;
    const first = text.charCodeAt(start);
    // The common case first: a lower-case word outside a run.
    if (initialsRun === '' && first >= SMALL_A && first <= SMALL_Z) continue;
    const one = text.slice(start, end);
    if (!betweenNames.test(text.slice(before, start))) flush();
    // An acronym is not a word of a name: otherwise `UN MI` would explain `UM`.
    if (one.length > 1 && capitalized.test(one)) initialsRun += one[0]!;
    else if (!nameConnectives.has(one)) flush();
  }
  flush();
  return initials;
}

function countLetters(text: string): { letters: number; capitals: number } {
  let [letters, capitals] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= SMALL_A && code <= SMALL_Z) letters++;
    else if (code >= CAPITAL_A && code <= CAPITAL_Z) {
      letters++;
      capitals++;
    } else if (code > ASCII) {
      const one = String.fromCodePoint(text.codePointAt(at)!);
      at += one.length - 1;
      if (!letter.test(one)) continue;
      letters++;
      if (capital.test(one)) capitals++;
    }
  }
  return { letters, capitals };
}

function sourceNameAcronyms(citations: readonly Citation[]): ReadonlySet<string> {
  return new Set(citations.flatMap(({ source }) => (source ? capitalWordsIn(source.name) : [])));
}

/** The words with at least two capitals, without a plural `s`. */
function capitalWordsIn(text: string): string[] {
  const words: string[] = [];
  // Jumps from capital to capital: the words between them have none.
  for (let end = 0; ; ) {
    nextCapital.lastIndex = end;
    if (!nextCapital.test(text)) return words;
    const afterCapital = nextCapital.lastIndex;
    let start = afterCapital;
    while (start > end && wordChar.test(charBefore(text, start))) start -= charBefore(text, start).length;
    restOfWord.lastIndex = start;
    restOfWord.test(text);
    end = Math.max(afterCapital, restOfWord.lastIndex);
    const one = text.slice(start, end);
    if (twoCapitals.test(one)) words.push(withoutPlural(one));
  }
}

/** The character before an offset: both halves of a surrogate pair, or one unit. */
function charBefore(text: string, at: number): string {
  return text.slice((text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1, at);
}
