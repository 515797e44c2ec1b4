/** Renames ids of entities, of sources, and of types that are not built in, and labels of notes. */
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
import { fileName } from '../../edits/registry/targetRegistry.ts';
import { type EntryRef, isDefinedByBrief, occurrencesOf } from '../../workspace/entryRef.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import {
  describeForeignId,
  describeTakenId,
  describeUndefinedId,
  describeUsedId,
  NAME_REFUSALS,
  type Refusal,
} from './refusals.ts';
import { noteLabelAt, noteLabelChanges } from './renameNote.ts';
import { invalidIdReason } from './validateId.ts';

/** A symbol that can be renamed. */
export interface RenameableSymbol {
  readonly symbol: EntryRef;
  /** The span at the cursor. */
  readonly span: Span;
}

/** The symbol that a rename at `offset` of the file would rename, or why there is none. */
export function renameableAt(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
): RenameableSymbol | Refusal {
  const target = targetAt(uri, file, offset, workspace);
  const [symbol] = target?.symbols ?? [];
  if (!target || (!symbol && !target.writtenAs))
    return {
      reason: l10n.t('There is nothing to rename here. Put the cursor on the id of an entity, a source or a type.'),
    };
  if (!symbol || !target.idSpan) return { reason: NAME_REFUSALS[target.writtenAs ?? 'mention'] };
  const definitions = occurrencesOf(symbol, uri, workspace).filter(({ role }) => role === 'definition');
  const bibliography = definitions.find((one) => workspace.registries.get(one.uri)?.isBibliography);
  if (bibliography) return { reason: describeForeignId(symbol, fileName(bibliography.uri)) };
  if (definitions.length > 0) {
    const { idSpan, span } = target;
    // The editor replaces this span while the user types; it must contain the cursor, so beside the id it is the whole
    // tag.
    return { symbol, span: idSpan.start <= offset && offset <= idSpan.end ? idSpan : span };
  }
  return { reason: describeUndefinedId(symbol) };
}

/** The files that contain the id of the symbol, resolved as in the file `uri`. */
function filesToRename(symbol: EntryRef, uri: string, workspace: Workspace): string[] {
  return [
    ...new Set(
      occurrencesOf(symbol, uri, workspace).flatMap((occurrence) => (occurrence.idSpan ? occurrence.uri : [])),
    ),
  ];
}

/**
 * The changes that give a symbol, resolved as in the file `uri`, the id `newId`: every written id is replaced and
 * nothing else changes. `textOf` returns the texts of `filesToRename`.
 */
export function renameChanges(
  { symbol, newId, uri }: { readonly symbol: EntryRef; readonly newId: string; readonly uri: string },
  workspace: Workspace,
  textOf: (uri: string) => string | undefined,
): Change[] | Refusal {
  if (newId === symbol.id) return [];
  // Merged YAML maps share one written id.
  const changes = new Map<string, Change>();
  let isInKey = false;
  let isUnquoted = false;
  for (const occurrence of occurrencesOf(symbol, uri, workspace)) {
    if (!occurrence.idSpan) continue;
    const text = textOf(occurrence.uri) ?? '';
    // The same letters may be encoded differently.
    if (slice(text, occurrence.idSpan).normalize() !== symbol.id.normalize())
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
  const reason =
    invalidIdReason(newId, { kind: symbol.kind, isInKey, isUnquoted }) ?? takenIdReason(symbol, newId, uri, workspace);
  return reason === undefined ? [...changes.values()] : { reason };
}

/**
 * The span does not contain the id literally: the file has changed since it was read, or YAML encodes the id by an
 * alias, an escape or over two lines.
 */
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

/** Refuses an id that is in use: the two symbols would become indistinguishable. */
function takenIdReason({ kind, id }: EntryRef, newId: string, uri: string, workspace: Workspace): string | undefined {
  const isLocal = isDefinedByBrief({ kind, id }, uri, workspace);
  const occurrences = workspace
    .occurrences(kind, newId)
    .filter((occurrence) => !isLocal || occurrence.uri === uri || workspace.registries.has(occurrence.uri));
  if (occurrences.some(({ role }) => role === 'definition')) return describeTakenId({ kind, id: newId });
  if (occurrences.length === 0) return undefined;
  return describeUsedId({ kind, id: newId }, new Set(occurrences.map((occurrence) => occurrence.uri)).size);
}

export const prepareRenameFeature: Feature<PrepareRenameParams, PrepareRenameResult> = {
  method: 'textDocument/prepareRename',
  // Announced with `textDocument/rename`.
  capability: () => ({}),
  answer({ textDocument: { uri }, position }, context) {
    const file = context.open(uri);
    if (!file) return undefined;
    const label = noteLabelAtCursor(file, position);
    if (label) return { range: toRange(file.document, label.span), placeholder: label.label };
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
    const label = noteLabelAtCursor(file, position);
    if (label && file.kind === 'brief')
      return toWorkspaceEdit(unwrapOrRefuse(noteLabelChanges(uri, file.value, label.label, newName.trim())), context);
    const { symbol } = renameableAtCursor(file, position, context);
    const texts = await readInBatches(filesToRename(symbol, uri, workspace), context);
    // The occurrences may have changed while files were read. From here on the code is synchronous.
    const changes = renameChanges({ symbol, newId: newName.trim(), uri }, workspace, (uri) =>
      currentText(uri, texts, open),
    );
    return toWorkspaceEdit(unwrapOrRefuse(changes), createEditContext(texts, context));
  },
};

function noteLabelAtCursor(file: OpenFile, position: Position) {
  return file.kind === 'brief' ? noteLabelAt(file.value, file.document.offsetAt(position)) : undefined;
}

/** Files read concurrently. */
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

/** The current text of an open file, because occurrences are current, too; otherwise the text that was read. */
function currentText(uri: string, texts: ReadonlyMap<string, string>, open: (uri: string) => OpenFile | undefined) {
  return open(uri)?.document.getText() ?? texts.get(uri);
}

/** Converts spans of closed files by the text just read, which may be newer than the indexed one. */
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
