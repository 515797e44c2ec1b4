/**
 * Names in prose. Names and aliases are found as whole words in any script, the longest first; FORMAT.md, section 4.
 *
 * One pass over the text: at every start of a word whose first letters begin some name, a trie of all names is
 * followed as far as the text goes along. Names are at most `LONGEST_NAME` long, so the time is linear in the text.
 * (Why no library: the Aho–Corasick packages at hand cut the text into graphemes first, which takes seconds for 100 kB
 * on Node 20, and know nothing of words.)
 */

import type { Span } from '../syntax/span.ts';
import { createTrie, type Trie } from './trie.ts';

/** One name or alias of an entity. */
export interface Name {
  readonly text: string;
  readonly id: string;
}

/** A place in prose where a name stands; several ids when several entities bear it. */
export interface Mention extends Span {
  readonly ids: readonly string[];
}

/** Finds the names in a text; `skip` are the spans, in order, inside which nothing is looked for. */
export type NameFinder = (text: string, skip: readonly Span[]) => Mention[];

/** The names that end at a node of the trie. */
type Ends = { ids: string[]; case: CaseRule }[];

interface Names {
  readonly trie: Trie;
  readonly ends: (Ends | undefined)[];
  readonly beginnings: Beginnings;
}

/**
 * `exact`: an alias of up to four letters in capitals matches only in capitals, `IS` never "is". `capital`: a name with
 * capitals matches in any case, as long as the mention has a capital: "the turkey" is no country. `any`: the rest.
 */
export type CaseRule = 'exact' | 'capital' | 'any';

const LONGEST_NAME = 300;
const shortCapitals = /^(?=\P{Ll}*$)(?:[^\p{L}]*\p{L}){1,4}[^\p{L}]*$/u;
const upper = /\p{Lu}/u;
const hyphenAndCapital = /^-\p{Lu}/u;

const OTHER = 0;
/** Letters and digits of scripts that set words apart. */
const LETTER = 1;
/** Letters of scripts written without spaces: every one may begin or end a word. */
const UNSPACED = 2;
const UNKNOWN = 255;
const SPACE = 32;
const classes = new Uint8Array(0x10000).fill(UNKNOWN);
const folded = new Uint16Array(0x10000);

/** What the beginning of a word says of it; most words are passed over by looking here. */
interface Beginnings {
  /** Of every folded unit: whether no name begins with it, some do, or some that the next units say nothing of. */
  readonly first: Uint8Array;
  /** Of three folded units, as a number (see `numberOf`): whether a name may begin with them. */
  readonly three: Uint8Array;
}

const SOME = 1;
const ANY = 2;
const NUMBERS = 0x10000;

/** Makes a finder for these names. Blank names are left out. */
export function createNameFinder(names: Iterable<Name>): NameFinder {
  const trie = createTrie();
  const endsOf: (Ends | undefined)[] = [];
  const beginnings = { first: new Uint8Array(0x10000), three: new Uint8Array(NUMBERS) };
  for (const { text, id } of names) {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > LONGEST_NAME) continue;
    note(beginnings, trimmed);
    let node = 0;
    for (let at = 0; at < trimmed.length; at = afterUnit(trimmed, at))
      node = trie.add(node, fold(trimmed.charCodeAt(at)));
    endsOf[node] ??= [];
    const ends = endsOf[node]!;
    const rule = caseRule(trimmed);
    const same = ends.find((end) => end.case === rule);
    if (!same) ends.push({ ids: [id], case: rule });
    else if (!same.ids.includes(id)) same.ids.push(id);
  }
  // Without holes, which would make every look at it slow.
  const ends = Array.from(endsOf);
  return ends.length > 0 ? (text, skip) => find({ trie, ends, beginnings }, text, skip) : () => [];
}

function note({ first, three }: Beginnings, name: string): void {
  const units = [foldAt(name, 0), foldAt(name, 1), foldAt(name, 2)] as const;
  // White space may be longer in the text.
  const isPlain = name.length > 2 && !units.includes(SPACE);
  first[units[0]] = isPlain ? Math.max(first[units[0]]!, SOME) : ANY;
  if (isPlain) three[numberOf(...units)] = 1;
}

/** Different threes may have one number: that costs a look into the trie, no more. */
function numberOf(first: number, second: number, third: number): number {
  return (first ^ (second << 5) ^ (third << 10)) & (NUMBERS - 1);
}

function find(names: Names, text: string, skip: readonly Span[]): Mention[] {
  const { first, three } = names.beginnings;
  const mentions: Mention[] = [];
  let at = 0;
  for (const { start: limit, end: next } of [...skip, { start: text.length, end: text.length }]) {
    while (at < limit) {
      const unit = text.charCodeAt(at);
      const begins = first[fold(unit)]!;
      const mayBegin =
        begins !== 0 &&
        !(isPlainLetter(unit) && isPlainLetter(text.charCodeAt(at - 1))) &&
        (begins === ANY || three[numberOf(fold(unit), foldAt(text, at + 1), foldAt(text, at + 2))] === 1);
      const mention = mayBegin && isEdge(text, at) ? longestAt(names, text, at, limit) : undefined;
      if (mention) mentions.push(mention);
      at = mention?.end ?? at + 1;
    }
    at = Math.max(at, next);
  }
  return mentions;
}

/** Whether the unit is known to be a letter of a script that sets words apart. Of others, and at first, it says no. */
function isPlainLetter(unit: number): boolean {
  return classes[unit] === LETTER;
}

function longestAt({ trie, ends }: Names, text: string, start: number, limit: number): Mention | undefined {
  let longest: Mention | undefined;
  let node = 0;
  for (let at = start; at < limit; ) {
    node = trie.follow(node, fold(text.charCodeAt(at)));
    if (node === 0) break;
    at = afterUnit(text, at);
    const here = ends[node];
    if (!here || at > limit || !isEdge(text, at)) continue;
    const [first, ...others] = here.filter((end) => fits(end.case, text, start, at));
    if (!first) continue;
    const ids = others.length === 0 ? first.ids : [...new Set([first, ...others].flatMap((end) => end.ids))];
    longest = { start, end: at, ids };
  }
  return longest;
}

/** The rule for mentions of a name. */
export function caseRule(name: string): CaseRule {
  if (!upper.test(name)) return 'any';
  return shortCapitals.test(name) ? 'exact' : 'capital';
}

function fits(rule: CaseRule, text: string, start: number, end: number): boolean {
  if (rule === 'any') return true;
  const mention = text.slice(start, end);
  if (rule === 'capital') return latinCapital(text.charCodeAt(start)) || upper.test(mention);
  // `IS` is not the start of `IS-P`: a hyphen and a capital continue an acronym.
  const continued = hyphenAndCapital.test(text.slice(end, end + 3));
  return mention === mention.toUpperCase() && !continued;
}

function latinCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Whether a word may begin or end at `at`: not between two letters of a script that sets words apart. */
export function isEdge(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || classBefore(text, at) !== LETTER || classAt(text, at) !== LETTER;
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return classify(String.fromCodePoint(text.codePointAt(at)!));
  if (classes[unit] === UNKNOWN) classes[unit] = classify(String.fromCharCode(unit));
  return classes[unit]!;
}

function classBefore(text: string, at: number): number {
  const isPair = at > 1 && text.codePointAt(at - 2)! > 0xffff;
  return classAt(text, isPair ? at - 2 : at - 1);
}

function classify(char: string): number {
  if (!/[\p{L}\p{M}\p{N}]/u.test(char)) return OTHER;
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u.test(char)
    ? UNSPACED
    : LETTER;
}

/** The text as names are compared: in lower case, white space, quotation marks and dashes of a kind alike. */
export function foldText(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at = afterUnit(text, at)) {
    result += String.fromCharCode(fold(text.charCodeAt(at)));
  }
  return result;
}

/** The folded unit at a place; 0 behind the end of the text. */
function foldAt(text: string, at: number): number {
  return at < text.length ? fold(text.charCodeAt(at)) : 0;
}

/** One code unit in lower case; all white space, quotation marks and dashes of a kind are one. */
function fold(unit: number): number {
  if (folded[unit] === 0) folded[unit] = foldChar(String.fromCharCode(unit)).charCodeAt(0) || 1;
  return folded[unit]!;
}

function foldChar(char: string): string {
  if (/\s/.test(char)) return ' ';
  if (/[’‘ʼ`´]/.test(char)) return "'";
  if (/[‐‑–—]/.test(char)) return '-';
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

/** The offset after the unit at `at`; white space counts as one, so that a name may run over a line break. */
function afterUnit(text: string, at: number): number {
  if (fold(text.charCodeAt(at)) !== SPACE) return at + 1;
  let end = at + 1;
  while (end < text.length && fold(text.charCodeAt(end)) === SPACE) end++;
  return end;
}
