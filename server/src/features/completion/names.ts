/** While a known name or alias is typed in prose: its tag. */

import { isValidTag } from '../../edits/tags/tagging.ts';
import { caseRuleOf, foldText, isWordBoundary } from '../../names/nameFinder.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import type { Scope } from '../../scope/scope.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { matchLength, proseAt } from './prose.ts';

interface IndexedName {
  readonly folded: string;
  readonly text: string;
  readonly id: string;
}

/** Fewer letters begin too many words. */
const MIN_LETTERS = 3;
/** So far back, and over so many words, a name may have begun. */
const MAX_LOOKBEHIND = 100;
const MAX_WORDS = 8;
const restOfWord = /^[\p{L}\p{M}\p{N}]+/u;
const endsWithLetter = /[\p{L}\p{M}\p{N}]$/u;
const invalidInSurface = /[[\]\\\r\n]/;

export const completeNames: CompletionProvider = (context) => {
  const prose = proseAt(context);
  if (!prose || !endsWithLetter.test(prose.before)) return undefined;
  const scope = context.workspace.scopeOf(context.uri);
  const isTaggable = createTaggableCheck(prose.brief, prose.block, prose.blockStart);
  const { before, after } = prose;
  for (const nameStart of possibleNameStarts(before)) {
    const typedName = before.slice(nameStart);
    const start = context.offset - typedName.length;
    if (!isTaggable({ start: start - prose.blockStart, end: context.offset - prose.blockStart })) continue;
    const found = namesWithPrefix(scope, typedName);
    if (found.length === 0) continue;
    const restLength = matchLength(restOfWord, after);
    // The brackets somebody has begun to write a tag with are part of it.
    const bracketsBefore = before[nameStart - 1] === '[' ? 1 : 0;
    const bracketsAfter = bracketsBefore === 1 && after[restLength] === ']' ? 1 : 0;
    if (bracketsBefore === 1 && after.startsWith('](', restLength)) return undefined;
    return {
      typed: { start: start - bracketsBefore, end: context.offset },
      whole: { start: start - bracketsBefore, end: context.offset + restLength + bracketsAfter },
      supportsInsert: bracketsBefore === 0,
      offers: tagOffers(scope, found, typedName, bracketsBefore === 1 ? '[' : ''),
    };
  }
  return undefined;
};

const shortWordAtEnd = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}\\p{N}]{1,${MIN_LETTERS - 1}}$`, 'u');

/**
 * Whether a word has just been begun at `offset`: nothing is offered yet, but may be a letter later. The editor has to be
 * told, or it takes an empty answer that comes late, while somebody types fast, for the answer to the whole word.
 */
export function isAfterShortWord(text: string, offset: number): boolean {
  return shortWordAtEnd.test(text.slice(Math.max(0, offset - 2 * MIN_LETTERS), offset));
}

function* tagOffers(
  scope: Scope,
  found: readonly IndexedName[],
  typedName: string,
  openingBracket: string,
): Generator<Offer> {
  for (const { text, id, folded } of found) {
    const entry = scope.entities.get(id)?.entry;
    if (!entry || invalidInSurface.test(text) || !isValidTag(entry.type.value, id)) continue;
    const surface = foldText(typedName) === folded ? typedName : text;
    const tag = `[${surface}](${entry.type.value}:${id})`;
    const type = scope.types.get(entry.type.value)?.entry.name ?? entry.type.value;
    const detail = entry.name.value === text ? (entry.description ?? type) : `${entry.name.value} (${type})`;
    yield {
      kind: 'entity',
      label: tag,
      detail,
      text: tag,
      names: [openingBracket + text],
      subject: { kind: 'entity', id },
    };
  }
}

/** Where a name that is being typed may have begun: starts of words, the furthest first. */
function possibleNameStarts(before: string): number[] {
  const found: number[] = [];
  const lineStart = before.lastIndexOf('\n') + 1;
  const earliest = Math.max(lineStart, before.length - MAX_LOOKBEHIND);
  for (let at = before.length - 1; at >= earliest && found.length < MAX_WORDS; at--) {
    if (endsWithLetter.test(before[at]!) || isSurrogatePairAt(before, at)) {
      if (isWordBoundary(before, at) && before.length - at >= MIN_LETTERS) found.push(at);
    }
  }
  return found.reverse();
}

function isSurrogatePairAt(text: string, at: number): boolean {
  return endsWithLetter.test(String.fromCodePoint(text.codePointAt(at)!)) && text.codePointAt(at)! > 0xffff;
}

const sortedNamesCache = new WeakMap<Scope, readonly IndexedName[]>();

/** The names that begin with what is typed, in the case that the finder of names wants of them. */
function namesWithPrefix(scope: Scope, typedName: string): IndexedName[] {
  let sorted = sortedNamesCache.get(scope);
  if (!sorted) {
    sorted = allNames(scope);
    sortedNamesCache.set(scope, sorted);
  }
  const prefix = foldText(typedName);
  const found: IndexedName[] = [];
  for (let index = lowerBound(sorted, prefix); sorted[index]?.folded.startsWith(prefix); index++) {
    if (matchesCase(sorted[index]!.text, typedName)) found.push(sorted[index]!);
  }
  return found;
}

function allNames(scope: Scope): IndexedName[] {
  const all: IndexedName[] = [];
  for (const [id, { entry }] of scope.entities) {
    for (const { value } of [entry.name, ...entry.aliases]) {
      const text = value.trim();
      if (text.length >= MIN_LETTERS) all.push({ folded: foldText(text), text, id });
    }
  }
  return all.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
}

function lowerBound(sorted: readonly IndexedName[], prefix: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.folded < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A short acronym is typed in its capitals; any other name begins with the case it is written with. */
function matchesCase(name: string, typedName: string): boolean {
  const rule = caseRuleOf(name);
  if (rule === 'any') return true;
  return rule === 'exact' ? name.startsWith(typedName) : isUpper(name) === isUpper(typedName);
}

function isUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
