/** The words of a prose text, with what stands between them. */

import type { Span } from '../../../base/text/span.ts';
import { foldWord } from './knowledge/fold.ts';

/** A word. `end` is in front of a possessive ending, `fullEnd` behind it. */
export interface Token extends Span {
  readonly fullEnd: number;
  /** As written, without a possessive ending. */
  readonly text: string;
  /** In lower case, with straight apostrophes and without the stops of `U.S.` */
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isSentenceStart: boolean;
  /** What stands between this word and the next one: one space for white space inside a paragraph. */
  readonly gap: string;
}

/** Each character is read once: a mark belongs to a word only in front of a letter or digit. */
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-.’'‘ʼ](?=[\p{L}\p{N}]))*/gu;
const possessiveEnding = /['’]s$/u;
const dottedAcronym = /^\p{Lu}(?:\.\p{Lu})+$/u;
const startsWithCapital = /^(?:\p{Lu}|\p{Ll}{1,3}[-’']\p{Lu}|\p{N}+\p{Lu})/u;
const abbreviation =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Brig|Sen|Rep|Gov|Hon|Rev|St|Mt|Ft|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|approx|ca|cf|e\.g|i\.e)$/u;
const sentenceEnd = /[.!?…][’”"')\]]*\s/u;
/** A quotation or a list item begins. */
const sentenceOpening = /(?:[:;,]\s*[“"‘]|^\s*[“"]|[:]\s|\n\s*(?:[-*•–—]|\.)\s*)$/u;
/** Of a longer gap only the ends are read, so that the time stays linear. */
const MAX_GAP = 200;
/** A shorter line ends with its line break; a longer one is wrapped. */
const MIN_WRAPPED_LINE = 60;
/** Words after which a stop ends no sentence, unless a word follows that begins one. */
const startsSentence =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|This|That|These|Those|But|And|As|For|However|Its|His|Her|Their)$/;

/** A word, or the two names in it: `UK-France`. */
function parts({ 0: written, index }: RegExpMatchArray & { index: number }, isName: (folded: string) => boolean) {
  const hyphen = written.search(/[-–]\p{Lu}/u);
  const [first, second] = [written.slice(0, hyphen), written.slice(hyphen + 1)];
  const isPair = hyphen > 0 && isName(foldWord(first)) && isName(foldWord(second.replace(possessiveEnding, '')));
  return isPair
    ? [
        { 0: first, index },
        { 0: second, index: index + hyphen + 1 },
      ]
    : [{ 0: written, index }];
}

/** The words of a text in order. Characters that are no white space, letter or digit stay in the gaps. Hyphens part names that `isName` knows. */
export function tokensIn(text: string, isName: (folded: string) => boolean = () => false): Token[] {
  const matches = [...text.matchAll(word)].flatMap((match) => parts(match, isName));
  const tokens: Token[] = [];
  let isSentenceStart = true;
  let lineStart = 0;
  for (const [index, { 0: written, index: start }] of matches.entries()) {
    const ending = possessiveEnding.exec(written);
    const core = ending ? written.slice(0, ending.index) : written;
    let fullEnd = start + written.length;
    let end = start + core.length;
    // The last stop of `U.S.` belongs to it.
    if (!ending && dottedAcronym.test(core) && text[end] === '.') fullEnd = end += 1;
    // The plural has an apostrophe only: `rebels’`.
    else if (!ending && /s$/u.test(core) && /^['’](?=\s)/u.test(text.slice(end, end + 2))) fullEnd = end + 1;
    const next = matches[index + 1]?.index ?? text.length;
    const between = text.slice(fullEnd, next);
    const lineBreak = between.indexOf('\n');
    const isWrapped =
      /^\s*$/u.test(between) &&
      lineBreak >= 0 &&
      between.indexOf('\n', lineBreak + 1) < 0 &&
      end - lineStart >= MIN_WRAPPED_LINE;
    const gap = isWrapped || (lineBreak < 0 && /^\s+$/u.test(between)) ? ' ' : between;
    tokens.push({
      start,
      end,
      fullEnd,
      text: text.slice(start, end),
      folded: foldWord(core),
      isCapital: startsWithCapital.test(core),
      isSentenceStart,
      gap,
    });
    if (lineBreak >= 0) lineStart = fullEnd + between.lastIndexOf('\n') + 1;
    const nextWord = matches[index + 1]?.[0] ?? '';
    const ends = between.length <= MAX_GAP ? between : `${between.slice(0, MAX_GAP / 2)}${between.slice(-MAX_GAP / 2)}`;
    const stops = sentenceEnd.test(`${ends} `) && !(abbreviation.test(core) && /^\.\s/.test(between));
    const stopsInAcronym = dottedAcronym.test(core) && text[end - 1] === '.' && startsSentence.test(nextWord);
    isSentenceStart = stops || stopsInAcronym || gap.includes('\n') || sentenceOpening.test(ends);
  }
  return tokens;
}
