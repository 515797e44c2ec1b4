/** Semantic tokens as LSP wants them: numbers relative to the token before, whole, in part, or what changed of them. */
import type {
  ClientCapabilities,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Feature, FeatureContext } from './feature.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES, type Token } from './semanticTokens.ts';

/** Numbers for one token: lines down, columns along, length, type, modifiers. */
const WIDTH = 5;

/**
 * The tokens, in order, as numbers. `multiline`: whether the client takes tokens that run over the end of a line; for
 * others these are cut at the line ends.
 */
export function encodeTokens(tokens: readonly Token[], document: TextDocument, multiline: boolean): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    const type = TOKEN_TYPES.indexOf(token.type);
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    for (const { start, end } of multiline ? [token] : piecesByLine(token, document)) {
      const at = document.positionAt(start);
      const along = at.line === line ? at.character - character : at.character;
      data.push(at.line - line, along, end - start, type, modifiers);
      ({ line, character } = at);
    }
  }
  return data;
}

function piecesByLine({ start, end }: Token, document: TextDocument): { start: number; end: number }[] {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  if (from.line === to.line) return [{ start, end }];
  const pieces = [];
  for (let line = from.line; line <= to.line; line++) {
    const first = document.offsetAt({ line, character: line === from.line ? from.character : 0 });
    // A column beyond the end of its line means the end of the line, before the line break.
    const last = line === to.line ? end : document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    if (last > first) pieces.push({ start: first, end: last });
  }
  return pieces;
}

/** The edit that makes `after` of `before`, none when they are equal. It never cuts a token in two. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  if (same === before.length && same === after.length) return [];
  const start = same - (same % WIDTH);
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  tail -= tail % WIDTH;
  return [{ start, deleteCount: before.length - tail - start, data: after.slice(start, after.length - tail) }];
}

/** What a client was told last of a document, to tell it only what changed since. */
const lastAnswers = new WeakMap<TextDocument, { readonly resultId: string; readonly data: readonly number[] }>();
/** Never the same twice: a document that is opened again must not be taken for what it was. */
let answers = 0;

function capability({ textDocument }: ClientCapabilities): Partial<ServerCapabilities> {
  if (!textDocument?.semanticTokens) return {};
  const legend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };
  return { semanticTokensProvider: { legend, full: { delta: true }, range: true } };
}

function dataOf(uri: string, { open, workspace, client }: FeatureContext, range?: SemanticTokensRangeParams['range']) {
  const file = open(uri);
  if (file?.kind !== 'brief') return undefined;
  const { document, value } = file;
  const within = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const multiline = client.textDocument?.semanticTokens?.multilineTokenSupport === true;
  return { document, data: encodeTokens(semanticTokens(value, workspace.scopeOf(uri), within), document, multiline) };
}

function remember(document: TextDocument, data: number[]): string {
  const resultId = String(++answers);
  lastAnswers.set(document, { resultId, data });
  return resultId;
}

export const fullTokensFeature: Feature<SemanticTokensParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/full',
  capability,
  answer({ textDocument }, context) {
    const found = dataOf(textDocument.uri, context);
    return found && { resultId: remember(found.document, found.data), data: found.data };
  },
};

export const tokenDeltaFeature: Feature<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta> = {
  method: 'textDocument/semanticTokens/full/delta',
  capability,
  answer({ textDocument, previousResultId }, context) {
    const found = dataOf(textDocument.uri, context);
    if (!found) return undefined;
    const { document, data } = found;
    const before = lastAnswers.get(document);
    const resultId = remember(document, data);
    if (before?.resultId !== previousResultId) return { resultId, data };
    return { resultId, edits: tokenEdits(before.data, data) };
  },
};

export const rangeTokensFeature: Feature<SemanticTokensRangeParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/range',
  capability,
  answer({ textDocument, range }, context) {
    const found = dataOf(textDocument.uri, context, range);
    return found && { data: found.data };
  },
};
