/**
 * Semantic tokens of a brief: mentions, cited sources, markers and numbers of notes, markup. The TextMate grammar colors what one line shows; these
 * tokens add what the registries know. `tokenEncoding.ts` encodes them for LSP.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import { isKnownType, isSubtypeOf, type Scope } from '../../scope/scope.ts';
import {
  type Block,
  type Brief,
  BUILT_IN_TYPES,
  type CalendarDate,
  type Citation,
  type Inline,
  type NoteSystem,
  SOURCE_TYPE,
  type Tag,
} from '../../syntax/ast.ts';

import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';

import type { CitationToken } from '../../syntax/citation/citationForm.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isSameDate } from '../../syntax/date/calendar.ts';

/** The built-in entity types; `entity` is another type or an unknown one. */
export const TOKEN_TYPES: readonly string[] = [...BUILT_IN_TYPES, 'entity', 'source', 'date', 'key', 'tagTail'];

/**
 * `missing`: the rest of a citation whose source is missing. `unknown`: not in the registries, although there are some.
 * `untagged`: a name or source recognized without a tag.
 */
export const TOKEN_MODIFIERS = ['missing', 'unknown', 'untagged'] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A span of text of one type. It may span lines. */
export interface Token extends Span {
  /** One of `TOKEN_TYPES`. */
  readonly type: string;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a block, and what they depend on besides its text. */
interface CachedTokens {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly mentions: readonly Mention[];
  /** Where the block has numbers of notes. */
  readonly numbersKey: string;
  readonly tokens: readonly Token[];
}

const tokenCache = createMemo<Block, CachedTokens>();
const numberMemo = createMemo<NoteSystem, ReadonlyMap<number, readonly Span[]>>();

/**
 * The tokens of a block that has any, with spans relative to the block. The same array as long as they are unchanged.
 */
export interface BlockTokens {
  readonly tokens: readonly Token[];
  /** Offset of the block in the brief. */
  readonly blockStart: number;
  readonly block: Block;
}

/**
 * The tokens of a brief, by position and without overlaps. With `within`, only those that touch it; other blocks are
 * not read.
 */
export function semanticTokens(brief: Brief, scope: Scope, within?: Span): Token[] {
  return tokensByBlock(brief, scope, within).flatMap(({ tokens, blockStart }) => {
    const absolute = tokens.map((token) => ({ ...token, ...shift(token, blockStart) }));
    return within ? absolute.filter(({ start, end }) => start < within.end && end > within.start) : absolute;
  });
}

/** The same per block; with `within`, for the blocks that touch it. */
export function tokensByBlock(brief: Brief, scope: Scope, within?: Span): BlockTokens[] {
  const date = briefDateOf(brief)?.value;
  const first = within ? Math.max(0, blockIndexAt(brief, within.start)) : 0;
  const found: BlockTokens[] = [];
  for (let index = first; index < brief.blocks.length; index++) {
    const blockStart = brief.starts[index]!;
    if (within && blockStart > within.end) break;
    const block = brief.blocks[index]!;
    const tokens = tokensOfBlock(brief, index, scope, date);
    if (tokens.length > 0) found.push({ tokens, blockStart, block });
  }
  return found;
}

function tokensOfBlock(brief: Brief, index: number, scope: Scope, date: CalendarDate | undefined): readonly Token[] {
  const block = brief.blocks[index]!;
  const blockStart = brief.starts[index]!;
  const cached = tokenCache.get(block);
  // Mentions can change without the block: a brief may define short forms of names in another block.
  const mentions = mentionsIn(brief, block, blockStart, scope.findNames);
  // Which lines are notes depends on the whole brief.
  const numbers = (numbersOfNotes(brief.notes).get(index) ?? []).map((span) => shift(span, -blockStart));
  const numbersKey = numbers.map(({ start, end }) => `${start} ${end}`).join();
  if (
    cached?.scope === scope &&
    cached.mentions === mentions &&
    isSameDate(cached.date, date) &&
    cached.numbersKey === numbersKey
  )
    return cached.tokens;
  const tokens: Token[] = [];
  for (const atom of block.atoms) if (atom.kind === 'tag') tokens.push(...tokensOfTag(atom, scope));
  const text = brief.text.slice(blockStart, blockStart + block.length);
  for (const citation of block.citations) {
    tokens.push(...tokensOfCitation(citation, text, block.atoms, scope, date));
  }
  for (const { start, end, ids } of mentions) {
    const types = new Set(ids.map((id) => builtInTypeOf(scope.entities.get(id)?.entry.type.value, scope)));
    const [type] = types;
    tokens.push({ start, end, type: types.size === 1 ? type! : 'entity', modifiers: ['untagged'] });
  }
  // A marker that has lost its note is a missing citation already.
  for (const { start, end } of [...block.markers, ...numbers]) tokens.push({ start, end, type: 'key', modifiers: [] });
  const sortedTokens = removeOverlaps(tokens);
  tokenCache.set(block, { scope, date, mentions, numbersKey, tokens: sortedTokens });
  return sortedTokens;
}

/** The numbers of all notes by the index of their block; spans in the file. */
function numbersOfNotes(system: NoteSystem): ReadonlyMap<number, readonly Span[]> {
  let numbers = numberMemo.get(system);
  if (!numbers) {
    const byBlock = new Map<number, Span[]>();
    for (const { notes, isLinkDefinitions } of system.lists) {
      if (isLinkDefinitions) continue;
      for (const { blockIndex, number } of notes) getOrInsert(byBlock, blockIndex, () => []).push(number);
    }
    numbers = byBlock;
    numberMemo.set(system, numbers);
  }
  return numbers;
}

/** The surface has the color of what it names; the markup around it can be dimmed. */
function tokensOfTag(tag: Tag, scope: Scope): Token[] {
  const tail = { type: 'tagTail', modifiers: [] };
  return [
    { start: tag.start, end: tag.surface.span.start, ...tail },
    {
      ...tag.surface.span,
      ...(tag.type.value === SOURCE_TYPE ? classifySourceTag(tag, scope) : classifyEntityTag(tag, scope)),
    },
    { start: tag.surface.span.end, end: tag.end, ...tail },
  ];
}

function classifySourceTag({ id }: Tag, scope: Scope): Pick<Token, 'type' | 'modifiers'> {
  return { type: 'source', modifiers: scope.declaresSources && !scope.sources.has(id.value) ? ['unknown'] : [] };
}

function classifyEntityTag({ type, id }: Tag, scope: Scope): Pick<Token, 'type' | 'modifiers'> {
  const entry = scope.entities.get(id.value)?.entry;
  const isKnown = isKnownType(scope, type.value);
  return {
    type: builtInTypeOf(isKnown ? type.value : entry?.type.value, scope),
    modifiers: !isKnown || (scope.declaresEntities && !entry) ? ['unknown'] : [],
  };
}

/** The built-in type that a type is or extends. */
function builtInTypeOf(type: string | undefined, scope: Scope): string {
  return (type !== undefined && BUILT_IN_TYPES.find((builtIn) => isSubtypeOf(scope, type, builtIn))) || 'entity';
}

/** The tokens of a citation item; `text` is the text of the block. Tags in the item have tokens of their own. */
function tokensOfCitation(
  citation: Citation,
  text: string,
  atoms: readonly Inline[],
  scope: Scope,
  date: CalendarDate | undefined,
): Token[] {
  const parts = formOf(citation).tokens(citation, text);
  const namesSource = parts.some(({ role }) => role === 'source' || role === 'key');
  const isUnknown = namesSource && resolveCitation(citation, scope, date).status === 'unknown';
  return parts.flatMap((part) => tokensOfPart(part, isUnknown, atoms));
}

function tokensOfPart({ role, start, end }: CitationToken, isUnknown: boolean, atoms: readonly Inline[]): Token[] {
  const unknown: TokenModifier[] = isUnknown ? ['unknown'] : [];
  switch (role) {
    case 'source':
      return textSpansOf({ start, end }, atoms).map((words) => ({
        ...words,
        type: 'source',
        modifiers: [...unknown, 'untagged'],
      }));
    case 'missing':
      return [{ start, end, type: 'source', modifiers: ['missing'] }];
    case 'key':
      return [{ start, end, type: 'key', modifiers: unknown }];
    case 'date':
      return [{ start, end, type: 'date', modifiers: [] }];
  }
}

/** The parts of a span outside tags, links and other atoms; for a link, its text. */
function textSpansOf(span: Span, atoms: readonly Inline[]): Span[] {
  const spans: Span[] = [];
  let position = span.start;
  for (const atom of atoms) {
    if (atom.start < position || atom.end > span.end) continue;
    spans.push({ start: position, end: atom.start });
    if (atom.kind === 'link') spans.push(atom.text);
    position = atom.end;
  }
  return [...spans, { start: position, end: span.end }].filter(({ start, end }) => end > start);
}

/**
 * Sorts by position. Of two overlapping tokens the earlier one stays, for example for the source that two items share.
 */
function removeOverlaps(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of [...tokens].sort((a, b) => a.start - b.start)) {
    if (token.end > token.start && token.start >= (result.at(-1)?.end ?? 0)) result.push(token);
  }
  return result;
}
