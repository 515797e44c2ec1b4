/** While a known name or alias is typed in prose: its tag. */

import { canBeTagOf } from '../../edits/tags/tagging.ts';
import { caseRule, foldText, isEdge } from '../../names/nameFinder.ts';
import { taggableIn } from '../../names/taggable.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Context, Offer } from './offer.ts';
import { lengthOf, proseAt } from './prose.ts';

interface KnownName {
  readonly folded: string;
  readonly text: string;
  readonly id: string;
}

/** Fewer letters begin too many words. */
const FEWEST_LETTERS = 3;
/** So far back, and over so many words, a name may have begun. */
const LONGEST_BEGINNING = 100;
const MOST_WORDS = 8;
const restOfWord = /^[\p{L}\p{M}\p{N}]+/u;
const letterAtEnd = /[\p{L}\p{M}\p{N}]$/u;
const unfitForSurface = /[[\]\\\r\n]/;

export const names: Context = (place) => {
  const prose = proseAt(place);
  if (!prose || !letterAtEnd.test(prose.before)) return undefined;
  const scope = place.workspace.scopeOf(place.uri);
  const isTaggable = taggableIn(prose.brief, prose.block, prose.at);
  const { before, after } = prose;
  for (const at of beginnings(before)) {
    const begun = before.slice(at);
    const start = place.offset - begun.length;
    if (!isTaggable({ start: start - prose.at, end: place.offset - prose.at })) continue;
    const found = namesLike(scope, begun);
    if (found.length === 0) continue;
    const rest = lengthOf(restOfWord, after);
    // The brackets somebody has begun to write a tag with are part of it.
    const opened = before[at - 1] === '[' ? 1 : 0;
    const closed = opened === 1 && after[rest] === ']' ? 1 : 0;
    if (opened === 1 && after.startsWith('](', rest)) return undefined;
    return {
      typed: { start: start - opened, end: place.offset },
      whole: { start: start - opened, end: place.offset + rest + closed },
      mayKeepRest: opened === 0,
      offers: tagOffers(scope, found, begun, opened === 1 ? '[' : ''),
    };
  }
  return undefined;
};

const barelyBegun = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}\\p{N}]{1,${FEWEST_LETTERS - 1}}$`, 'u');

/**
 * Whether a word has just been begun at `offset`: nothing is offered yet, but may be a letter later. The editor has to be
 * told, or it takes an empty answer that comes late, while somebody types fast, for the answer to the whole word.
 */
export function isBarelyBegun(text: string, offset: number): boolean {
  return barelyBegun.test(text.slice(Math.max(0, offset - 2 * FEWEST_LETTERS), offset));
}

function* tagOffers(scope: Scope, found: readonly KnownName[], begun: string, opened: string): Generator<Offer> {
  for (const { text, id, folded } of found) {
    const entry = scope.entities.get(id)?.entry;
    if (!entry || unfitForSurface.test(text) || !canBeTagOf(entry.type.value, id)) continue;
    const surface = foldText(begun) === folded ? begun : text;
    const tag = `[${surface}](${entry.type.value}:${id})`;
    const type = scope.types.get(entry.type.value)?.entry.name ?? entry.type.value;
    const detail = entry.name.value === text ? (entry.description ?? type) : `${entry.name.value} (${type})`;
    yield { kind: 'entity', label: tag, detail, text: tag, names: [opened + text], about: { kind: 'entity', id } };
  }
}

/** Where a name that is being typed may have begun: starts of words, the furthest first. */
function beginnings(before: string): number[] {
  const found: number[] = [];
  const lineStart = before.lastIndexOf('\n') + 1;
  const earliest = Math.max(lineStart, before.length - LONGEST_BEGINNING);
  for (let at = before.length - 1; at >= earliest && found.length < MOST_WORDS; at--) {
    if (letterAtEnd.test(before[at]!) || isPairAt(before, at)) {
      if (isEdge(before, at) && before.length - at >= FEWEST_LETTERS) found.push(at);
    }
  }
  return found.reverse();
}

function isPairAt(text: string, at: number): boolean {
  return letterAtEnd.test(String.fromCodePoint(text.codePointAt(at)!)) && text.codePointAt(at)! > 0xffff;
}

const sortedNames = new WeakMap<Scope, readonly KnownName[]>();

/** The names that begin with what is typed, in the case that the finder of names wants of them. */
function namesLike(scope: Scope, begun: string): KnownName[] {
  let sorted = sortedNames.get(scope);
  if (!sorted) {
    sorted = allNames(scope);
    sortedNames.set(scope, sorted);
  }
  const wanted = foldText(begun);
  const found: KnownName[] = [];
  for (let at = firstFrom(sorted, wanted); sorted[at]?.folded.startsWith(wanted); at++) {
    if (fitsCase(sorted[at]!.text, begun)) found.push(sorted[at]!);
  }
  return found;
}

function allNames(scope: Scope): KnownName[] {
  const all: KnownName[] = [];
  for (const [id, { entry }] of scope.entities) {
    for (const { value } of [entry.name, ...entry.aliases]) {
      const text = value.trim();
      if (text.length >= FEWEST_LETTERS) all.push({ folded: foldText(text), text, id });
    }
  }
  return all.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
}

function firstFrom(sorted: readonly KnownName[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.folded < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A short acronym is typed in its capitals; any other name begins with the case it is written with. */
function fitsCase(name: string, begun: string): boolean {
  const rule = caseRule(name);
  if (rule === 'any') return true;
  return rule === 'exact' ? name.startsWith(begun) : isUpper(name) === isUpper(begun);
}

function isUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
