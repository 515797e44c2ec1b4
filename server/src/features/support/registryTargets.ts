/** The registries that new entries and aliases go to, with their texts. */
import * as l10n from '@vscode/l10n';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { addAlias } from '../../edits/registry/addAlias.ts';
import { addEntries, type EntryKind, type NewEntry } from '../../edits/registry/addEntries.ts';
import { fileName, targetRegistryFor } from '../../edits/registry/targetRegistry.ts';
import { acronymsDefinedIn } from '../../names/briefNames.ts';
import type { RegistryChange } from '../../rules/engine/rule.ts';
import type { FeatureContext } from '../feature.ts';

export interface RegistryTargets {
  /** Adds entries to the registry for their kind; undefined if no file can take them. */
  addEntries(kind: EntryKind, entries: readonly NewEntry[]): RegistryChange | undefined;
  /** Adds an alias to an entity for which the brief defines a short form; undefined if its entry cannot take one. */
  addAlias(id: string, alias: string): RegistryChange | undefined;
  /** The text of a registry that new entries may go to; undefined if it does not exist. */
  textOf(uri: string): string | undefined;
  /** Converts spans by the texts that the changes were computed for. */
  readonly rangeIn: FeatureContext['rangeIn'];
}

/** For callers that add no entries. */
export function noRegistryTargets({ rangeIn }: Pick<FeatureContext, 'rangeIn'>): RegistryTargets {
  return { addEntries: () => undefined, addAlias: () => undefined, textOf: () => undefined, rangeIn };
}

const ENTRY_KINDS: readonly EntryKind[] = ['source', 'entity', 'type'];

/**
 * Reads the registries that new entries for `uri` go to. Open files are used as they are when `addEntries` is called;
 * closed files as they are read now, for the changes and for their positions.
 */
export async function readRegistryTargets(uri: string, context: FeatureContext): Promise<RegistryTargets> {
  const { workspace, folders, open, read, rangeIn } = context;
  const closedTexts = new Map<string, string>();
  const targetUris = new Set(
    ENTRY_KINDS.flatMap((kind) => targetRegistryFor(kind, uri, workspace, folders)?.uri ?? []),
  );
  const scope = workspace.scopeOf(uri);
  const brief = workspace.brief(uri);
  for (const { id } of brief ? acronymsDefinedIn(brief, scope.findNames) : []) {
    const entityUri = scope.entities.get(id)?.uri;
    if (entityUri !== undefined) targetUris.add(entityUri);
  }
  for (const targetUri of targetUris) {
    const text = open(targetUri) ? undefined : await read(targetUri);
    if (text !== undefined) closedTexts.set(targetUri, text);
  }
  const textOf = (file: string) => open(file)?.document.getText() ?? closedTexts.get(file);
  const lineTables = new Map<string, number[]>();
  return {
    textOf,
    addEntries(kind, entries) {
      const target = targetRegistryFor(kind, uri, workspace, folders);
      const text = target && textOf(target.uri);
      // Do not write to a file that cannot be read, and do not overwrite an existing file that is not indexed
      // (excluded).
      if (!target || target.exists !== (text !== undefined)) return undefined;
      const file = { uri: target.uri, ...(text !== undefined && { text }), ...(target.isBrief && { isBrief: true }) };
      const change = addEntries(file, kind, entries);
      return change && { fileName: target.isBrief ? l10n.t('the front matter') : fileName(target.uri), change };
    },
    addAlias(id, alias) {
      const entity = scope.entities.get(id);
      const text = entity && textOf(entity.uri);
      const change = text === undefined ? undefined : addAlias(entity!.uri, text, entity!.entry, alias);
      return change && { fileName: entity!.uri === uri ? l10n.t('the front matter') : fileName(entity!.uri), change };
    },
    rangeIn(file, span) {
      const text = open(file) ? undefined : closedTexts.get(file);
      if (text === undefined) return rangeIn(file, span);
      const lineTable = lineTables.get(file) ?? lineStarts(text);
      lineTables.set(file, lineTable);
      return { start: positionAt(lineTable, span.start), end: positionAt(lineTable, span.end) };
    },
  };
}
