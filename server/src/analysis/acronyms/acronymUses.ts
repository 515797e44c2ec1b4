/** Where acronyms stand in prose, and what a paragraph says of what they mean. */

import { outermostSpans, type Span } from '../../base/text/span.ts';
import { type AcronymDefinition, acronymDefinitionsIn, matchesInitials } from '../../names/acronymDefinitions.ts';
import { nonProseSpans } from '../../names/mentions.ts';
import type { Block, Citation } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { patternsFrom } from '../language/words/index.ts';
import { oneOf } from '../language/words/notation.ts';

/** One acronym in prose. */
export interface AcronymUse extends Span {
  /** Without the `s` of the plural. */
  readonly acronym: string;
  /** Whether the words around it say what it stands for. The parenthesis of a definition is no use. */
  readonly isExplained: boolean;
}

/** What a block says of acronyms. Spans count from its start. */
export interface BlockAcronyms {
  readonly uses: readonly AcronymUse[];
  /** The definitions in it; `inProse` are those that are no part of a table, a note, a heading. */
  readonly definitions: readonly (AcronymDefinition & { readonly inProse: boolean })[];
  /** The surfaces of its entity tags. */
  readonly tagged: ReadonlySet<string>;
  /** All words with two capitals or more, in capitals, wherever they stand, and how often. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /** The initials of the names in it. */
  readonly initials: ReadonlySet<string>;
  /** What belongs to the names of its sources. */
  readonly inSourceNames: ReadonlySet<string>;
  readonly letters: number;
  readonly capitals: number;
}

/** Above this share of capitals a text is set in capitals: nothing in it tells an acronym from a word. */
export const MAX_CAPITALS_SHARE = 0.5;
const MAX_INITIALS = 7;
/** What is longer is an address, or a code. */
const MAX_WORD_LENGTH = 40;

const token = /[^\s“”„"()[\]{},;—–]+/g;
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
/** Words within names, in the languages that names are most often in: a run of capitalized words goes on after them. */
const nameConnectives: ReadonlySet<string> = new Set(
  'a ad al an and d da das de del des di dis du e el et for fur für in la les of on the to und y'.split(' '),
);
const patterns = patternsFrom(({ acronyms, sections }) => {
  const space = ' ';
  const [article, alternative] = [oneOf(acronyms.acronymArticles), oneOf(acronyms.acronymAlternatives)];
  return {
    meaningIntroduction: new RegExp(
      `(?:,\\s+${oneOf(acronyms.alternativeNames)}|\\b${oneOf(acronyms.acronymIntroductions, { space })})\\s+(?:${article}\\s+)?[“"'‘*_]*$`,
      'i',
    ),
    meaningAfter: new RegExp(`^,\\s+${oneOf(acronyms.acronymMeanings, { space, slots: { end: '\\b' } })}`, 'i'),
    groupOpening: new RegExp(`\\((?:[“"'‘*_]*|${article} )$`),
    groupClosing: new RegExp(`^[”"'’*_]*(?:[),;]| ${alternative}\\b)`),
    // Rows of tables, footnotes, credits.
    asideLine: new RegExp(`^[ \\t]*(?:\\||\\[\\^|[*_]*${oneOf(sections.asideLabels)}\\s?:).*`, 'gim'),
  };
});
const groupAfter = /^(?:['’]s)?[”"*_]*\s?\(([^()]{3,160})\)/;
/** Stands where no prose is. */
const NON_PROSE = '\u0000';
/** Of states: `Austin, TX`. */
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

/** The acronyms of a block, and what it says of them. Only prose has uses. */
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

/** An acronym without the `s` of its plural. */
export function withoutPlural(word: string): string {
  return /\p{Lu}s$/u.test(word) ? word.slice(0, -1) : word;
}

/** What is a word by itself in it: `CJTF-OIR` holds two. */
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
  for (const [index, one] of tokens.entries()) {
    if (isShouted(one, tokens[index - 1], text) || isShouted(one, tokens[index + 1], text)) continue;
    if (isDesignation(one, tokens[index + 1]) || isState(one, tokens[index - 1], text)) continue;
    for (const part of acronymsIn(one)) {
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

/** The text with blanks where no prose is: every place stays what it is. */
function maskNonProse(block: Block, text: string): string {
  const groups = block.groups.filter(({ kind: reading }) => reading !== 'acronym');
  let prose = '';
  const asides = [...text.matchAll(patterns().asideLine)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  for (const { start, end } of outermostSpans([...nonProseSpans(block), ...groups, ...asides])) {
    prose += text.slice(prose.length, start) + NON_PROSE.repeat(end - Math.max(start, prose.length));
  }
  return prose + text.slice(prose.length);
}

/** The words of a text without the marks around them. */
function tokensIn(prose: string): Word[] {
  return [...prose.matchAll(token)].flatMap((match) => {
    if (match[0].length > MAX_WORD_LENGTH || match[0].includes(NON_PROSE)) return [];
    const lead = leadingMarks.exec(match[0])?.[0].length ?? 0;
    const one = match[0].slice(lead).replace(trailingMarks, '');
    // The first word of a title in italics: a ship, a paper.
    const opens = /^[*_](?![*_])/.test(match[0]) && !/[*_]/.test(match[0].slice(lead));
    return one === '' || opens ? [] : [{ word: one, start: match.index + lead }];
  });
}

/** The acronyms in a word: it may be one, or hold some, as `ISIL-held` and `SDF/YPG`. */
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

/** Words in capitals one after the other are a label or are shouted. */
function isShouted(one: Word, other: Word | undefined, text: string): boolean {
  if (!other || !/^[A-Z]{2,}$/.test(other.word) || !/^[A-Z&]{2,}$/.test(one.word)) return false;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return /^\s+$/.test(text.slice(first.start + first.word.length, second.start));
}

/** `Austin, TX`. */
function isState(one: Word, previous: Word | undefined, text: string): boolean {
  if (!previous || !/^\p{Lu}/u.test(previous.word) || !STATES.has(one.word)) return false;
  return text.slice(previous.start + previous.word.length, one.start) === ', ';
}

/** A text that is mostly links leads somewhere: it says nothing. */
function isMostlyLinks({ atoms, content }: Block): boolean {
  const linked = atoms.reduce((sum, atom) => sum + (atom.kind === 'link' ? atom.end - atom.start : 0), 0);
  return linked * 2 > content.end - content.start;
}

/** `BTR 80`: a few letters and a number; `JD Vance`: two letters and a name. */
function isDesignation(one: Word, next: Word | undefined): boolean {
  if (!next || next.start !== one.start + one.word.length + 1 || one.word.length > 3) return false;
  return /^\d{1,3}\p{L}?$/u.test(next.word) || (one.word.length === 2 && /^\p{Lu}\p{Ll}/u.test(next.word));
}

function isExplainedNearby(groups: ReadonlySet<number>, text: string, { start, end }: Span, acronym: string): boolean {
  const { meaningIntroduction, meaningAfter, groupOpening, groupClosing } = patterns();
  const textBefore = text.slice(Math.max(0, start - 60), start);
  const textAfter = text.slice(end, end + 200);
  if (meaningIntroduction.test(textBefore) || meaningAfter.test(textAfter)) return true;
  if (groupOpening.test(textBefore) && groupClosing.test(textAfter)) return true;
  const group = groupAfter.exec(textAfter);
  if (!group?.[1]) return false;
  const from = end + group[0].indexOf('(');
  if (groups.has(from)) return false;
  return (/^[“"'‘]?\p{Lu}/u.test(group[1]) && /\S\s+\S/.test(group[1])) || matchesInitials(group[1], acronym);
}

/** The initials of names, as they stand: of every run of words with capitals, any two to seven that follow each other. */
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
    // Most words are in small letters and follow another such word.
    if (initialsRun === '' && first >= SMALL_A && first <= SMALL_Z) continue;
    const one = text.slice(start, end);
    if (!betweenNames.test(text.slice(before, start))) flush();
    // An acronym is no word of a name: otherwise `UN MI` would explain what `UM` is.
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

/** The words with two capitals or more. */
function capitalWordsIn(text: string): string[] {
  const words: string[] = [];
  // From capital to capital: the words between have none.
  for (let end = 0; ; ) {
    nextCapital.lastIndex = end;
    if (!nextCapital.test(text)) return words;
    let start = nextCapital.lastIndex;
    while (start > end && wordChar.test(charBefore(text, start))) start -= charBefore(text, start).length;
    restOfWord.lastIndex = start;
    restOfWord.test(text);
    end = restOfWord.lastIndex;
    const one = text.slice(start, end);
    if (twoCapitals.test(one)) words.push(withoutPlural(one));
  }
}

/** The character, whole, that ends at a place. */
function charBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return text.slice(at > 1 && low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1, at);
}
