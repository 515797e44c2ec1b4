/**
 * What the words of a brief are, for colors: names, cited sources, and markup. The grammar colors what can be told from one
 * line; semantic tokens know the registries. `tokenEncoding.ts` encodes them for LSP.
 */

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
  SOURCE_TYPE,
  type Tag,
} from '../../syntax/ast.ts';

import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';

import type { CitationToken } from '../../syntax/citation/citationForm.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isSameDate } from '../../syntax/date/calendar.ts';

/** The types of entities as they are built in; `entity` is one of another type, or of no known one. */
export const TOKEN_TYPES: readonly string[] = [...BUILT_IN_TYPES, 'entity', 'source', 'date', 'key', 'tagTail'];

/**
 * `missing`: what is left of a citation whose source is missing. `unknown`: not in the registries, though there are
 * some. `untagged`: a name or source that is recognized without a tag.
 */
export const TOKEN_MODIFIERS = ['missing', 'unknown', 'untagged'] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A stretch of text of one kind. It may run over the end of a line. */
export interface Token extends Span {
  /** One of `TOKEN_TYPES`. */
  readonly type: string;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a block, and what was looked at besides its text. */
interface CachedTokens {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly mentions: readonly Mention[];
  readonly tokens: readonly Token[];
}

const tokenCache = createMemo<Block, CachedTokens>();

/** The tokens of a block that has any, at places that count from its start: the same list as long as they are the same. */
export interface BlockTokens {
  readonly tokens: readonly Token[];
  /** Where the block begins. */
  readonly blockStart: number;
  readonly block: Block;
}

/**
 * The tokens of a brief in order of place; they never overlap. With `within` only those that touch it, for which no
 * block outside it is looked at.
 */
export function semanticTokens(brief: Brief, scope: Scope, within?: Span): Token[] {
  return tokensByBlock(brief, scope, within).flatMap(({ tokens, blockStart }) => {
    const absolute = tokens.map((token) => ({ ...token, ...shift(token, blockStart) }));
    return within ? absolute.filter(({ start, end }) => start < within.end && end > within.start) : absolute;
  });
}

/** Likewise, block by block; with `within` those of the blocks that touch it. */
export function tokensByBlock(brief: Brief, scope: Scope, within?: Span): BlockTokens[] {
  const date = briefDateOf(brief)?.value;
  const first = within ? Math.max(0, blockIndexAt(brief, within.start)) : 0;
  const found: BlockTokens[] = [];
  for (let index = first; index < brief.blocks.length; index++) {
    const blockStart = brief.starts[index]!;
    if (within && blockStart > within.end) break;
    const block = brief.blocks[index]!;
    const tokens = tokensOfBlock(brief, block, blockStart, scope, date);
    if (tokens.length > 0) found.push({ tokens, blockStart, block });
  }
  return found;
}

function tokensOfBlock(
  brief: Brief,
  block: Block,
  blockStart: number,
  scope: Scope,
  date: CalendarDate | undefined,
): readonly Token[] {
  const cached = tokenCache.get(block);
  // A brief may give itself short forms of names in another block.
  const mentions = mentionsIn(brief, block, blockStart, scope.findNames);
  if (cached?.scope === scope && cached.mentions === mentions && isSameDate(cached.date, date)) return cached.tokens;
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
  const sortedTokens = removeOverlaps(tokens);
  tokenCache.set(block, { scope, date, mentions, tokens: sortedTokens });
  return sortedTokens;
}

/** The surface in the colour of what it names, the marks around it as what can be dimmed. */
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

/** `text` is the text of the block. Tags in the item are tokens of their own. */
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

/** The parts of a span outside tags, links and the like; of a link its text. */
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

/** In order; of two that overlap the earlier one, as the source that two items share. */
function removeOverlaps(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of [...tokens].sort((a, b) => a.start - b.start)) {
    if (token.end > token.start && token.start >= (result.at(-1)?.end ?? 0)) result.push(token);
  }
  return result;
}
