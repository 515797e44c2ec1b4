/** Where new entries and aliases go, with the texts at hand that they are put into. */
import * as l10n from '@vscode/l10n';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { addAlias } from '../../edits/registry/addAlias.ts';
import { addEntries, type EntryKind, type NewEntry } from '../../edits/registry/addEntries.ts';
import { fileName, targetRegistryFor } from '../../edits/registry/targetRegistry.ts';
import { acronymsDefinedIn } from '../../names/mentions.ts';
import type { RegistryChange } from '../../rules/engine/rule.ts';
import type { FeatureContext } from '../feature.ts';

export interface RegistryTargets {
  /** Puts entries where those of their kind are kept; undefined where no file takes them. */
  addEntries(kind: EntryKind, entries: readonly NewEntry[]): RegistryChange | undefined;
  /** Gives an entity that the brief has a short form for a further alias; undefined where its entry takes none. */
  addAlias(id: string, alias: string): RegistryChange | undefined;
  /** Places in files as in the texts that the changes were made for. */
  readonly rangeIn: FeatureContext['rangeIn'];
}

/** For where no entry will be added. */
export function noRegistryTargets({ rangeIn }: Pick<FeatureContext, 'rangeIn'>): RegistryTargets {
  return { addEntries: () => undefined, addAlias: () => undefined, rangeIn };
}

const ENTRY_KINDS: readonly EntryKind[] = ['source', 'entity', 'type'];

/**
 * Reads the registries into which entries would go that are wanted in `uri`. What is open counts as it is on screen when
 * `add` is called; of the others the text that is read now counts, for the changes and for their places alike.
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
    const home = scope.entities.get(id)?.uri;
    if (home !== undefined) targetUris.add(home);
  }
  for (const home of targetUris) {
    const text = open(home) ? undefined : await read(home);
    if (text !== undefined) closedTexts.set(home, text);
  }
  const textOf = (file: string) => open(file)?.document.getText() ?? closedTexts.get(file);
  const lineTables = new Map<string, number[]>();
  return {
    addEntries(kind, entries) {
      const home = targetRegistryFor(kind, uri, workspace, folders);
      const text = home && textOf(home.uri);
      // A file that cannot be read is not written, and one that is not looked at (an excluded one) not written over.
      if (!home || home.exists !== (text !== undefined)) return undefined;
      const file = { uri: home.uri, ...(text !== undefined && { text }), ...(home.isBrief && { isBrief: true }) };
      const change = addEntries(file, kind, entries);
      return change && { fileName: home.isBrief ? l10n.t('the front matter') : fileName(home.uri), change };
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
