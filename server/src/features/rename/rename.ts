/** Renaming ids: of entities, of sources, and of types that are not built in. */
import * as l10n from '@vscode/l10n';
import type {
  Position,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { getOrInsert } from '../../base/memo/maps.ts';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { type Span, slice } from '../../base/text/span.ts';
import type { Change } from '../../edits/change.ts';
import { type EntryRef, isDefinedByBrief, occurrencesOf } from '../../workspace/entryRef.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { describeTakenId, describeUndefinedId, describeUsedId, NAME_REFUSALS } from './refusals.ts';
import { invalidIdReason } from './validateId.ts';

/** Why something cannot be renamed, in words for whoever tried. */
export interface Refusal {
  readonly reason: string;
}

/** An id that can be renamed, and where the cursor found it. */
export interface RenameableSymbol {
  readonly symbol: EntryRef;
  /** Holds the cursor. */
  readonly span: Span;
}

/** What a rename at `offset` of the file would rename. */
export function renameableAt(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
): RenameableSymbol | Refusal {
  const target = targetAt(uri, file, offset, workspace);
  const [symbol] = target?.symbols ?? [];
  if (!target || (!symbol && !target.text))
    return {
      reason: l10n.t('There is nothing to rename here. Put the cursor on the id of an entity, a source or a type.'),
    };
  if (!symbol || !target.idSpan) return { reason: NAME_REFUSALS[target.text ?? 'mention'] };
  if (occurrencesOf(symbol, uri, workspace).some(({ role }) => role === 'definition')) {
    const { idSpan, span } = target;
    // The editor writes the new id over this place; where the cursor is beside the id it is the whole tag.
    return { symbol, span: idSpan.start <= offset && offset <= idSpan.end ? idSpan : span };
  }
  return { reason: describeUndefinedId(symbol) };
}

/** The files that hold the id, as the file `uri` means it. */
export function filesToRename(symbol: EntryRef, uri: string, workspace: Workspace): string[] {
  return [
    ...new Set(
      occurrencesOf(symbol, uri, workspace).flatMap((occurrence) => (occurrence.idSpan ? occurrence.uri : [])),
    ),
  ];
}

/**
 * The changes that give a thing, as the file `uri` means it, the id `newId`: every place where the id is written gives
 * way, nothing else changes. `textOf` has the texts of `filesToRename`.
 */
export function renameChanges(
  { thing: symbol, newId, uri }: { readonly thing: EntryRef; readonly newId: string; readonly uri: string },
  workspace: Workspace,
  textOf: (uri: string) => string | undefined,
): Change[] | Refusal {
  if (newId === symbol.id) return [];
  // Merged YAML maps share the place where an id is written.
  const changes = new Map<string, Change>();
  let isInKey = false;
  let isUnquoted = false;
  for (const occurrence of occurrencesOf(symbol, uri, workspace)) {
    if (!occurrence.idSpan) continue;
    const text = textOf(occurrence.uri) ?? '';
    if (slice(text, occurrence.idSpan) !== symbol.id)
      return notSpelledOutRefusal(occurrence.uri, text, occurrence.idSpan, symbol.id);
    isInKey ||= occurrence.role === 'key';
    isUnquoted ||=
      (occurrence.role === 'definition' || occurrence.role === 'reference') && !isQuoted(text, occurrence.idSpan);
    changes.set(`${occurrence.uri} ${occurrence.idSpan.start}`, {
      uri: occurrence.uri,
      span: occurrence.idSpan,
      text: newId,
    });
  }
  const refused =
    invalidIdReason(newId, { kind: symbol.kind, isInKey, isUnquoted }) ?? takenIdReason(symbol, newId, uri, workspace);
  return refused === undefined ? [...changes.values()] : { reason: refused };
}

/** The file changed since it was read, or YAML says the id in other letters: an alias, an escape, two lines. */
function notSpelledOutRefusal(uri: string, text: string, { start }: Span, id: string): Refusal {
  const { line } = positionAt(lineStarts(text), start);
  const file = uri.slice(uri.lastIndexOf('/') + 1);
  return {
    reason: l10n.t(
      'Line {0} of {1} does not spell out “{2}”. Write it there without a YAML alias or escape, or save the file, and rename again.',
      line + 1,
      file,
      id,
    ),
  };
}

function isQuoted(text: string, { start, end }: Span): boolean {
  const quote = text[start - 1];
  return (quote === '"' || quote === "'") && text[end] === quote;
}

/** With the id of another thing the two would become one, and could not be told apart any more. */
function takenIdReason({ kind, id }: EntryRef, newId: string, uri: string, workspace: Workspace): string | undefined {
  const isLocal = isDefinedByBrief({ kind, id }, uri, workspace);
  const taken = workspace
    .occurrences(kind, newId)
    .filter((occurrence) => !isLocal || occurrence.uri === uri || workspace.registries.has(occurrence.uri));
  if (taken.some(({ role }) => role === 'definition')) return describeTakenId({ kind, id: newId });
  if (taken.length === 0) return undefined;
  return describeUsedId({ kind, id: newId }, new Set(taken.map((occurrence) => occurrence.uri)).size);
}

export const prepareRenameFeature: Feature<PrepareRenameParams, PrepareRenameResult> = {
  method: 'textDocument/prepareRename',
  // Announced together with the rename itself.
  capability: () => ({}),
  answer({ textDocument: { uri }, position }, context) {
    const file = context.open(uri);
    if (!file) return undefined;
    const { symbol, span } = renameableAtCursor(file, position, context);
    return { range: toRange(file.document, span), placeholder: symbol.id };
  },
};

export const renameFeature: Feature<RenameParams, WorkspaceEdit> = {
  method: 'textDocument/rename',
  capability: ({ textDocument }) => ({
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  async answer({ textDocument: { uri }, position, newName }, context) {
    const { workspace, open } = context;
    const file = open(uri);
    if (!file) return undefined;
    const { symbol } = renameableAtCursor(file, position, context);
    const texts = await readInBatches(filesToRename(symbol, uri, workspace), context);
    // The table may have changed while files were read: what follows runs in one go.
    const changes = renameChanges({ thing: symbol, newId: newName.trim(), uri }, workspace, (uri) =>
      currentText(uri, texts, open),
    );
    return toWorkspaceEdit(unwrapOrRefuse(changes), createEditContext(texts, context));
  },
};

/** So many files are read at once. */
const READ_BATCH_SIZE = 16;

async function readInBatches(
  uris: readonly string[],
  { read, yieldIfDue }: FeatureContext,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let start = 0; start < uris.length; start += READ_BATCH_SIZE) {
    await Promise.all(
      uris.slice(start, start + READ_BATCH_SIZE).map(async (uri) => texts.set(uri, (await read(uri)) ?? '')),
    );
    await yieldIfDue();
  }
  return texts;
}

function renameableAtCursor(
  file: OpenFile,
  position: Position,
  { workspace, revisionOf }: FeatureContext,
): RenameableSymbol {
  if (!revisionOf(file.document.uri).isIndexed)
    refuse(
      l10n.t('The briefs of this workspace are still being read, and some places would be missed. Try again shortly.'),
    );
  return unwrapOrRefuse(renameableAt(file.document.uri, file, file.document.offsetAt(position), workspace));
}

/** Of an open file the text of this moment, as the places are of this moment too. */
function currentText(uri: string, texts: ReadonlyMap<string, string>, open: (uri: string) => OpenFile | undefined) {
  return open(uri)?.document.getText() ?? texts.get(uri);
}

/** Lines and columns of closed files as they are now, and not as they were when the workspace read them. */
function createEditContext(
  texts: ReadonlyMap<string, string>,
  context: FeatureContext,
): Pick<FeatureContext, 'rangeIn' | 'versionOf'> {
  const lineTables = new Map<string, readonly number[]>();
  const rangeIn = (uri: string, span: Span) => {
    const text = texts.get(uri);
    if (text === undefined || context.open(uri)) return context.rangeIn(uri, span);
    const starts = getOrInsert(lineTables, uri, () => lineStarts(text));
    return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
  };
  return { versionOf: context.versionOf, rangeIn };
}

function unwrapOrRefuse<T extends object>(value: T | Refusal): T {
  if ('reason' in value) refuse(value.reason);
  return value as T;
}
