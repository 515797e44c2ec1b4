/** What may follow the date of an item: a page or paragraph, the language of the source, its address. docs/format.md, section 2. */

import type { Located, Span } from '../../base/text/span.ts';
import { isMark, type Token } from '../tokens.ts';
import { findWebAddresses, isCutOff } from './webAddresses.ts';

const locator =
  /(?:,\s*|\s)((?:pp?|paras?|sec|ch|chap|art|vol|fn|annex|section|chapter|article|paragraphs?|pages?|S|Rn|Abs|pág|págs|стр|с)\.?\s?[\dIVXLivxl]{1,6}[a-z]?(?:\s?[–-]\s?\d{1,5})?(?:\s?,\s?\d{1,5}(?:[–-]\d{1,5})?){0,6})\.?\s*$/iu;
/** `22 January 2024, c. 412`: a column of a parliament's record, or a question of a hearing, behind the year. */
const column = /(?<=\d{4},?\s)((?:cc?|cols?|columns?|qq?)\.?\s?\d{1,4}(?:\s?[–-]\s?q?\d{1,4})?(?:wh|ws|w)?)\.?$/iu;
const language =
  /^(?:in|en|auf|em|po|на) (?:the )?(?:original )?\p{L}{3,20}$|^(?:arabic|russian|chinese|persian|farsi|french|spanish|german|turkish|ukrainian|hebrew|urdu|pashto|dari|swahili)$/iu;

/** `2020-04-14, 120`: behind such a date a number is a page. */
const pageBehindIso = /\d{4}-\d{2}(?:-\d{2})?,\s(\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}){0,5})$/;

const locatorWords = new Set(
  'p pp para paras sec ch chap art vol fn annex section chapter article paragraph paragraphs page pages s rn abs pág págs стр с c cc col cols column columns q qq'.split(
    ' ',
  ),
);

export interface Extras {
  /** The tokens before the extras. */
  readonly tokens: readonly Token[];
  readonly locator: Located<string> | undefined;
  readonly url: Located<string> | undefined;
}

/** Splits off the extras at the end of an item. `isLedIn`: it may be an address alone. */
export function splitExtras(text: string, tokens: readonly Token[], isLedIn = false): Extras {
  const address = finalAddress(text, tokens, isLedIn);
  const url = address && !isCutOff(address.value) ? address : undefined;
  let rest = address ? tokens.slice(0, endBefore(tokens, address.span.start)) : tokens;
  let found: Located<string> | undefined;
  for (let length = -1; length !== rest.length && rest.length > 0; ) {
    length = rest.length;
    rest = withoutLanguage(text, rest);
    const span = locatorSpan(text, rest);
    if (!span) continue;
    found = { value: text.slice(span.start, span.end), span };
    const next = rest.findIndex(({ start }) => start >= span.start);
    rest = rest.slice(0, isMark(rest[next - 1], ',') ? next - 1 : next);
  }
  return { tokens: rest, locator: found, url };
}

/** The address at the end of an item that begins with something else: `Reuters, May 3, https://…`. */
function finalAddress(text: string, tokens: readonly Token[], isLedIn: boolean): Located<string> | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !tokens.some((token) => isMark(token, '/'))) return undefined;
  const address = findWebAddresses(text, { start: first.start, end: last!.end }).at(-1);
  const isFinal =
    address &&
    (isLedIn || address.span.start > first.start) &&
    /^[>.\s]*$/.test(text.slice(address.span.end, last!.end));
  return isFinal ? address : undefined;
}

/** How many tokens stand before an address, without the comma, colon or bracket that leads to it. */
function endBefore(tokens: readonly Token[], start: number): number {
  const end = tokens.findIndex((token) => token.start >= start);
  const isJoint = (token: Token | undefined) => isMark(token, ',') || isMark(token, ':') || isMark(token, '<');
  return end - (isMark(tokens[end - 1], '<') && isJoint(tokens[end - 2]) ? 2 : isJoint(tokens[end - 1]) ? 1 : 0);
}

/** `[in Russian]` or `(in Arabic)` at the end. */
function withoutLanguage(text: string, tokens: readonly Token[]): readonly Token[] {
  const last = tokens.length - 1;
  const opening = isMark(tokens[last], ']') ? '[' : isMark(tokens[last], ')') ? '(' : undefined;
  if (!opening) return tokens;
  const open = tokens.findLastIndex((token) => isMark(token, opening));
  if (open < 0 || !language.test(text.slice(tokens[open]!.end, tokens[last]!.start).trim())) return tokens;
  return tokens.slice(0, isMark(tokens[open - 1], ',') ? open - 1 : open);
}

function locatorSpan(text: string, tokens: readonly Token[]): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || last?.kind === 'atom') return undefined;
  if (last!.kind === 'number' && isMark(tokens.at(-2), ',')) {
    const page = pageBehindIso.exec(text.slice(Math.max(first.start, last!.end - 60), last!.end))?.[1];
    if (page !== undefined) return { start: last!.end - page.length, end: last!.end };
  }
  if (!tokens.some(({ lower }) => locatorWords.has(lower))) return undefined;
  // Long enough for the longest locator.
  const from = Math.max(first.start, last!.end - 80);
  const words = ` ${text.slice(from, last!.end)}`;
  const match = locator.exec(words) ?? column.exec(words);
  if (!match) return undefined;
  const start = from - 1 + match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

/** Whether the tokens are a language alone, as the `[in Russian]` that is left of `(TASS [in Russian], May 5)`. */
export function isLanguageNote(text: string, tokens: readonly Token[]): boolean {
  return tokens.length > 0 && withoutLanguage(text, tokens).length === 0;
}
