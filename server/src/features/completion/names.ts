import { searchFold } from '../../base/text/searchFold.ts';
/** While a known name or alias is typed in prose: tags for it. */

import { partitionPoint } from '../../base/memo/search.ts';
import { isValidTag } from '../../edits/tags/tagging.ts';
import { mentionsIn } from '../../names/mentions.ts';
import { isWordBoundary } from '../../names/nameFinder.ts';
import { caseRuleOf } from '../../names/nameForms.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import type { Scope } from '../../scope/scope.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import type { CompletionContext, CompletionProvider, Offer } from './offer.ts';
import { matchLength, type Prose, proseAt } from './prose.ts';

interface IndexedName {
  readonly folded: string;
  readonly text: string;
  readonly id: string;
}

/** Fewer letters match too many words. */
const MIN_LETTERS = 3;
/** With more matches, the order stays that of the names: the next letter leaves fewer. */
const MAX_RANKED = 30;
/** A name may start at most this many characters and words before the cursor. */
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
    const matches = namesWithPrefix(scope, typedName);
    if (matches.length === 0) continue;
    const restLength = matchLength(restOfWord, after);
    // Brackets that were typed to start a tag are replaced.
    const bracketsBefore = before[nameStart - 1] === '[' ? 1 : 0;
    const bracketsAfter = bracketsBefore === 1 && after[restLength] === ']' ? 1 : 0;
    if (bracketsBefore === 1 && after.startsWith('](', restLength)) return undefined;
    return {
      typed: { start: start - bracketsBefore, end: context.offset },
      whole: { start: start - bracketsBefore, end: context.offset + restLength + bracketsAfter },
      supportsInsert: bracketsBefore === 0,
      offers: tagOffers(scope, byRelevance(matches, prose, context), typedName, bracketsBefore === 1 ? '[' : ''),
    };
  }
  return undefined;
};

const shortWordAtEnd = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}\\p{N}]{1,${MIN_LETTERS - 1}}$`, 'u');

/**
 * Whether the word at `offset` is too short for offers that one more letter may bring. The list is then marked
 * incomplete; otherwise an editor that receives the empty answer late would keep it for the whole word.
 */
export function isAfterShortWord(text: string, offset: number): boolean {
  return shortWordAtEnd.test(text.slice(Math.max(0, offset - 2 * MIN_LETTERS), offset));
}

function* tagOffers(
  scope: Scope,
  matches: readonly IndexedName[],
  typedName: string,
  openingBracket: string,
): Generator<Offer> {
  for (const { text, id, folded } of matches) {
    const entry = scope.entities.get(id)?.entry;
    if (!entry || invalidInSurface.test(text) || !isValidTag(entry.type.value, id)) continue;
    const surface = searchFold(typedName) === folded ? typedName : text;
    const tag = `[${surface}](${entry.type.value}:${id})`;
    const type = scope.types.get(entry.type.value)?.entry.name ?? entry.type.value;
    const detail = entry.name.value === text ? (entry.description ?? type) : `${entry.name.value} (${type})`;
    yield {
      kind: 'entity',
      label: surface,
      detail,
      text: tag,
      names: [openingBracket + text],
      subject: { kind: 'entity', id },
    };
  }
}

/**
 * Names that the brief has mentioned come first, the last one before the cursor at the top; then those of most briefs; then
 * by name.
 */
function byRelevance(
  matches: readonly IndexedName[],
  { brief, block }: Prose,
  { workspace, uri }: CompletionContext,
): readonly IndexedName[] {
  if (matches.length < 2 || matches.length > MAX_RANKED) return matches;
  const ids = new Set(matches.map(({ id }) => id));
  const finder = workspace.scopeOf(uri).findNames;
  const order = new Map<string, number>();
  let index = brief.blocks.indexOf(block);
  for (; index >= 0 && order.size < ids.size; index--) {
    const here = brief.blocks[index]!;
    const tags = entityTags(here).map((tag) => ({ start: tag.start, ids: [tag.id.value] }));
    const mentions = [...mentionsIn(brief, here, brief.starts[index]!, finder), ...tags];
    for (const mention of mentions.sort((a, b) => b.start - a.start))
      for (const id of mention.ids) if (ids.has(id) && !order.has(id)) order.set(id, order.size);
  }
  const briefsWith = new Map([...ids].map((id) => [id, workspace.usageCounts('entity', id).size]));
  const rank = (id: string) => order.get(id) ?? order.size;
  return [...matches].sort(
    (a, b) => rank(a.id) - rank(b.id) || (briefsWith.get(b.id) ?? 0) - (briefsWith.get(a.id) ?? 0),
  );
}

/** The word starts at which a name being typed may begin, the furthest first. */
function possibleNameStarts(before: string): number[] {
  const starts: number[] = [];
  const lineStart = before.lastIndexOf('\n') + 1;
  const earliest = Math.max(lineStart, before.length - MAX_LOOKBEHIND);
  for (let index = before.length - 1; index >= earliest && starts.length < MAX_WORDS; index--) {
    if (endsWithLetter.test(before[index]!) || isSurrogatePairAt(before, index)) {
      if (isWordBoundary(before, index) && before.length - index >= MIN_LETTERS) starts.push(index);
    }
  }
  return starts.reverse();
}

function isSurrogatePairAt(text: string, at: number): boolean {
  return endsWithLetter.test(String.fromCodePoint(text.codePointAt(at)!)) && text.codePointAt(at)! > 0xffff;
}

const sortedNamesCache = new WeakMap<Scope, readonly IndexedName[]>();

/** The names that start with the typed text, in the case that the name finder requires. */
function namesWithPrefix(scope: Scope, typedName: string): IndexedName[] {
  let sorted = sortedNamesCache.get(scope);
  if (!sorted) {
    sorted = allNames(scope);
    sortedNamesCache.set(scope, sorted);
  }
  const prefix = searchFold(typedName);
  const matches: IndexedName[] = [];
  for (let index = lowerBound(sorted, prefix); sorted[index]?.folded.startsWith(prefix); index++) {
    if (matchesCase(sorted[index]!.text, typedName)) matches.push(sorted[index]!);
  }
  return matches;
}

function allNames(scope: Scope): IndexedName[] {
  const names: IndexedName[] = [];
  for (const [id, { entry }] of scope.entities) {
    for (const { value } of [entry.name, ...entry.aliases]) {
      const text = value.trim();
      if (text.length >= MIN_LETTERS) names.push({ folded: searchFold(text), text, id });
    }
  }
  return names.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
}

function lowerBound(sorted: readonly IndexedName[], prefix: string): number {
  return partitionPoint(sorted.length, (index) => sorted[index]!.folded < prefix);
}

/** Whether the typed text has the case of the name: exact for short acronyms, otherwise of the first letter. */
function matchesCase(name: string, typedName: string): boolean {
  const rule = caseRuleOf(name);
  if (rule === 'any') return true;
  return rule === 'exact' ? name.startsWith(typedName) : isUpper(name) === isUpper(typedName);
}

function isUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
