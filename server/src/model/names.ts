/**
 * Names in prose. Names and aliases are found as whole words in any script, the longest first; FORMAT.md, section 4.
 *
 * One pass over the text: at every start of a word whose first letter begins some name, a trie of all names is
 * followed as far as the text goes along. Names are at most `LONGEST_NAME` long, so the time is linear in the text.
 * (Why no library: the Aho–Corasick packages at hand cut the text into graphemes first, which takes seconds for 100 kB
 * on Node 20, and know nothing of words.)
 */

import type { Span } from '../syntax/span.ts';
import { getOrInsert } from './maps.ts';

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

interface Node {
  next?: Map<number, Node>;
  ends?: { ids: string[]; case: CaseRule }[];
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

/** Makes a finder for these names. Blank names are left out. */
export function createNameFinder(names: Iterable<Name>): NameFinder {
  const root: Node = {};
  for (const { text, id } of names) {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > LONGEST_NAME) continue;
    let node = root;
    for (let at = 0; at < trimmed.length; at = afterUnit(trimmed, at)) {
      node.next ??= new Map();
      node = getOrInsert(node.next, fold(trimmed.charCodeAt(at)), (): Node => ({}));
    }
    node.ends ??= [];
    const rule = caseRule(trimmed);
    const same = node.ends.find((end) => end.case === rule);
    if (!same) node.ends.push({ ids: [id], case: rule });
    else if (!same.ids.includes(id)) same.ids.push(id);
  }
  const begins = new Uint8Array(0x10000);
  for (const unit of root.next?.keys() ?? []) begins[unit] = 1;
  return root.next ? (text, skip) => find(root, begins, text, skip) : () => [];
}

/** `begins` says of every folded unit whether a name begins with it: most of a text is passed over by looking there. */
function find(root: Node, begins: Uint8Array, text: string, skip: readonly Span[]): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  for (const { start: limit, end: next } of [...skip, { start: text.length, end: text.length }]) {
    while (at < limit) {
      const unit = text.charCodeAt(at);
      const mayBegin = begins[fold(unit)] === 1 && !(isPlainLetter(unit) && isPlainLetter(text.charCodeAt(at - 1)));
      const mention = mayBegin && isEdge(text, at) ? longestAt(root, text, at, limit) : undefined;
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

function longestAt(root: Node, text: string, start: number, limit: number): Mention | undefined {
  let longest: Mention | undefined;
  let node: Node | undefined = root;
  for (let at = start; at < limit && node; ) {
    node = node.next?.get(fold(text.charCodeAt(at)));
    at = afterUnit(text, at);
    if (!node?.ends || at > limit || !isEdge(text, at)) continue;
    const ids = node.ends.flatMap((end) => (fits(end.case, text, start, at) ? end.ids : []));
    if (ids.length > 0) longest = { start, end: at, ids: [...new Set(ids)] };
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
  if (rule === 'capital') return upper.test(mention);
  // `IS` is not the start of `IS-P`: a hyphen and a capital continue an acronym.
  const continued = hyphenAndCapital.test(text.slice(end, end + 3));
  return mention === mention.toUpperCase() && !continued;
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
