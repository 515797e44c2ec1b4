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
import { isOwn, placesOf, type Thing } from '../../workspace/entryRef.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type FileValue, targetAt } from '../cursor/symbolAt.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { BY_NAME, sayDefined, sayInUse, sayUndefined } from './refusals.ts';
import { whyNoId } from './validateId.ts';

/** Why something cannot be renamed, in words for whoever tried. */
export interface Refusal {
  readonly refused: string;
}

/** An id that can be renamed, and where the cursor found it. */
export interface Renameable {
  readonly thing: Thing;
  /** Holds the cursor. */
  readonly span: Span;
}

/** What a rename at `offset` of the file would rename. */
export function renameableAt(uri: string, file: FileValue, offset: number, workspace: Workspace): Renameable | Refusal {
  const target = targetAt(uri, file, offset, workspace);
  const [thing] = target?.things ?? [];
  if (!target || (!thing && !target.words))
    return {
      refused: l10n.t('There is nothing to rename here. Put the cursor on the id of an entity, a source or a type.'),
    };
  if (!thing || !target.idSpan) return { refused: BY_NAME[target.words ?? 'mention'] };
  if (placesOf(thing, uri, workspace).some(({ role }) => role === 'definition')) {
    const { idSpan, span } = target;
    // The editor writes the new id over this place; where the cursor is beside the id it is the whole tag.
    return { thing, span: idSpan.start <= offset && offset <= idSpan.end ? idSpan : span };
  }
  return { refused: sayUndefined(thing) };
}

/** The files that hold the id, as the file `uri` means it. */
export function filesToRename(thing: Thing, uri: string, workspace: Workspace): string[] {
  return [...new Set(placesOf(thing, uri, workspace).flatMap((place) => (place.idSpan ? place.uri : [])))];
}

/**
 * The changes that give a thing, as the file `uri` means it, the id `newId`: every place where the id is written gives
 * way, nothing else changes. `textOf` has the texts of `filesToRename`.
 */
export function rename(
  { thing, newId, uri }: { readonly thing: Thing; readonly newId: string; readonly uri: string },
  workspace: Workspace,
  textOf: (uri: string) => string | undefined,
): Change[] | Refusal {
  if (newId === thing.id) return [];
  // Merged YAML maps share the place where an id is written.
  const changes = new Map<string, Change>();
  let inKey = false;
  let unquoted = false;
  for (const place of placesOf(thing, uri, workspace)) {
    if (!place.idSpan) continue;
    const text = textOf(place.uri) ?? '';
    if (slice(text, place.idSpan) !== thing.id) return notAsWritten(place.uri, text, place.idSpan, thing.id);
    inKey ||= place.role === 'key';
    unquoted ||= (place.role === 'definition' || place.role === 'reference') && !isQuoted(text, place.idSpan);
    changes.set(`${place.uri} ${place.idSpan.start}`, { uri: place.uri, span: place.idSpan, text: newId });
  }
  const refused = whyNoId(newId, { kind: thing.kind, inKey, unquoted }) ?? whyTaken(thing, newId, uri, workspace);
  return refused === undefined ? [...changes.values()] : { refused };
}

/** The file changed since it was read, or YAML says the id in other letters: an alias, an escape, two lines. */
function notAsWritten(uri: string, text: string, { start }: Span, id: string): Refusal {
  const { line } = positionAt(lineStarts(text), start);
  const file = uri.slice(uri.lastIndexOf('/') + 1);
  return {
    refused: l10n.t(
      'Line {0} of {1} does not spell out “{2}”. Write it there without a YAML alias or escape, or save the file, and rename again.',
      line + 1,
      file,
      id,
    ),
  };
}

function isQuoted(text: string, { start, end }: Span): boolean {
  const mark = text[start - 1];
  return (mark === '"' || mark === "'") && text[end] === mark;
}

/** With the id of another thing the two would become one, and could not be told apart any more. */
function whyTaken({ kind, id }: Thing, newId: string, uri: string, workspace: Workspace): string | undefined {
  const own = isOwn({ kind, id }, uri, workspace);
  const taken = workspace
    .occurrences(kind, newId)
    .filter((place) => !own || place.uri === uri || workspace.registries.has(place.uri));
  if (taken.some(({ role }) => role === 'definition')) return sayDefined({ kind, id: newId });
  if (taken.length === 0) return undefined;
  return sayInUse({ kind, id: newId }, new Set(taken.map((place) => place.uri)).size);
}

export const prepareRenameFeature: Feature<PrepareRenameParams, PrepareRenameResult> = {
  method: 'textDocument/prepareRename',
  // Announced together with the rename itself.
  capability: () => ({}),
  answer({ textDocument: { uri }, position }, context) {
    const file = context.open(uri);
    if (!file) return undefined;
    const { thing, span } = atCursor(file, position, context);
    return { range: toRange(file.document, span), placeholder: thing.id };
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
    const { thing } = atCursor(file, position, context);
    const texts = await readAll(filesToRename(thing, uri, workspace), context);
    // The table may have changed while files were read: what follows runs in one go.
    const changes = rename({ thing, newId: newName.trim(), uri }, workspace, (uri) => textNow(uri, texts, open));
    return toWorkspaceEdit(orRefuse(changes), withLinesOf(texts, context));
  },
};

/** So many files are read at once. */
const SLICE = 16;

async function readAll(uris: readonly string[], { read, giveWay }: FeatureContext): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < uris.length; at += SLICE) {
    await Promise.all(uris.slice(at, at + SLICE).map(async (uri) => texts.set(uri, (await read(uri)) ?? '')));
    await giveWay();
  }
  return texts;
}

function atCursor(file: OpenFile, position: Position, { workspace, isIndexed }: FeatureContext): Renameable {
  if (!isIndexed())
    refuse(
      l10n.t('The briefs of this workspace are still being read, and some places would be missed. Try again shortly.'),
    );
  return orRefuse(renameableAt(file.document.uri, file, file.document.offsetAt(position), workspace));
}

/** Of an open file the text of this moment, as the places are of this moment too. */
function textNow(uri: string, texts: ReadonlyMap<string, string>, open: (uri: string) => OpenFile | undefined) {
  return open(uri)?.document.getText() ?? texts.get(uri);
}

/** Lines and columns of closed files as they are now, and not as they were when the workspace read them. */
function withLinesOf(
  texts: ReadonlyMap<string, string>,
  context: FeatureContext,
): Pick<FeatureContext, 'rangeIn' | 'versionOf'> {
  const lines = new Map<string, readonly number[]>();
  const rangeIn = (uri: string, span: Span) => {
    const text = texts.get(uri);
    if (text === undefined || context.open(uri)) return context.rangeIn(uri, span);
    const starts = getOrInsert(lines, uri, () => lineStarts(text));
    return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
  };
  return { versionOf: context.versionOf, rangeIn };
}

function orRefuse<T extends object>(value: T | Refusal): T {
  if ('refused' in value) refuse(value.refused);
  return value as T;
}
