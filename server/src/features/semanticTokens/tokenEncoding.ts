/**
 * Encodes semantic tokens for LSP: five numbers per token, relative to the token before it. Encodes a whole brief, a range, or
 * the edit that turns one encoding into another.
 */

import type {
  ClientCapabilities,
  SemanticTokens,
  SemanticTokensEdit,
  SemanticTokensRangeParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES, type Token, tokensByBlock } from './semanticTokens.ts';

/** Line and character relative to the token before, length, type, modifiers. */
const INTS_PER_TOKEN = 5;

/** Encodes tokens in order. Tokens over several lines are split at the line ends, unless the client supports `multiline`. */
export function encodeTokens(tokens: readonly Token[], document: TextDocument, multiline: boolean): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    const type = TOKEN_TYPES.indexOf(token.type);
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    for (const { start, end } of multiline ? [token] : splitByLine(token, document)) {
      const position = document.positionAt(start);
      const deltaCharacter = position.line === line ? position.character - character : position.character;
      data.push(position.line - line, deltaCharacter, end - start, type, modifiers);
      ({ line, character } = position);
    }
  }
  return data;
}

/** The encoding of a block as if it were a document, and the line of its last token. */
interface EncodedBlock {
  readonly multiline: boolean;
  readonly data: Int32Array;
  readonly lastLine: number;
}

const encodedBlocks = new WeakMap<readonly Token[], EncodedBlock>();

/** Encodes all tokens of a brief, as `encodeTokens` would; only blocks that have changed are encoded again. */
export function encodeBrief(brief: Brief, scope: Scope, document: TextDocument, multiline: boolean): Int32Array {
  const blocks = tokensByBlock(brief, scope);
  const encodedParts = blocks.map(({ tokens, blockStart, block }) =>
    encodeCached(tokens, () => brief.text.slice(blockStart, blockStart + block.length), multiline),
  );
  const data = new Int32Array(encodedParts.reduce((sum, { data }) => sum + data.length, 0));
  let offset = 0;
  let line = 0;
  for (const [index, { data: part, lastLine }] of encodedParts.entries()) {
    if (part.length === 0) continue;
    data.set(part, offset);
    // A block begins with a line, so only its first token depends on the text before it.
    const firstLine = document.positionAt(blocks[index]!.blockStart).line;
    data[offset]! += firstLine - line;
    line = firstLine + lastLine;
    offset += part.length;
  }
  return data;
}

function encodeCached(tokens: readonly Token[], textOf: () => string, multiline: boolean): EncodedBlock {
  const cached = encodedBlocks.get(tokens);
  if (cached?.multiline === multiline) return cached;
  const data = Int32Array.from(encodeTokens(tokens, TextDocument.create('', '', 0, textOf()), multiline));
  let lastLine = 0;
  for (let at = 0; at < data.length; at += INTS_PER_TOKEN) lastLine += data[at]!;
  const encoding = { multiline, data, lastLine };
  encodedBlocks.set(tokens, encoding);
  return encoding;
}

function splitByLine({ start, end }: Token, document: TextDocument): { start: number; end: number }[] {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  if (from.line === to.line) return [{ start, end }];
  const pieces = [];
  for (let line = from.line; line <= to.line; line++) {
    const first = document.offsetAt({ line, character: line === from.line ? from.character : 0 });
    // A character beyond the end of its line means the end of the line, before the line break.
    const last = line === to.line ? end : document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    if (last > first) pieces.push({ start: first, end: last });
  }
  return pieces;
}

/** The edit that turns `before` into `after`; none when they are equal. It never splits a token. */
export function diffTokens(before: Int32Array, after: Int32Array): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let commonStart = 0;
  while (commonStart < shorter && before[commonStart] === after[commonStart]) commonStart++;
  if (commonStart === before.length && commonStart === after.length) return [];
  const start = commonStart - (commonStart % INTS_PER_TOKEN);
  let commonEnd = 0;
  while (commonEnd < shorter - start && before[before.length - 1 - commonEnd] === after[after.length - 1 - commonEnd])
    commonEnd++;
  commonEnd -= commonEnd % INTS_PER_TOKEN;
  return [
    {
      start,
      deleteCount: before.length - commonEnd - start,
      data: [...after.subarray(start, after.length - commonEnd)],
    },
  ];
}

/** What the server offers to clients that know semantic tokens. */
export function tokenCapability({ textDocument }: ClientCapabilities): Partial<ServerCapabilities> {
  if (!textDocument?.semanticTokens) return {};
  const legend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };
  return { semanticTokensProvider: { legend, full: { delta: true }, range: true } };
}

function supportsMultiline({ client }: FeatureContext): boolean {
  return client.textDocument?.semanticTokens?.multilineTokenSupport === true;
}

/** All tokens of an open brief; undefined for any other file. */
export function encodeOpenBrief(
  uri: string,
  context: FeatureContext,
): { readonly document: TextDocument; readonly data: Int32Array } | undefined {
  const openFile = context.open(uri);
  if (openFile?.kind !== 'brief') return undefined;
  const { document, value } = openFile;
  return { document, data: encodeBrief(value, context.workspace.scopeOf(uri), document, supportsMultiline(context)) };
}

export const rangeTokensFeature: Feature<SemanticTokensRangeParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/range',
  capability: tokenCapability,
  answer({ textDocument: { uri }, range }, context) {
    const file = context.open(uri);
    if (file?.kind !== 'brief') return undefined;
    const { document, value } = file;
    const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const tokens = semanticTokens(value, context.workspace.scopeOf(uri), within);
    return { data: encodeTokens(tokens, document, supportsMultiline(context)) };
  },
};
