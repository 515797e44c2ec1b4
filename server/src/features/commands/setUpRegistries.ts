import * as l10n from '@vscode/l10n';
import { loadKnowledge } from '../../analysis/names/suggest/knowledge/knowledge.ts';
import { outletKnowledge } from '../../analysis/names/suggest/knowledge/outlets.ts';
import { proseOf } from '../../analysis/names/suggest/prose.ts';
import { isWorthWriting, suggestNamesInTexts } from '../../analysis/names/suggest/suggestNames.ts';
import { suggestTaggedNames } from '../../analysis/names/suggest/taggedNames.ts';
import type { EntryKind, NewEntry } from '../../edits/registry/addEntries.ts';
import { createEntityEntries } from '../../edits/registry/suggestedEntities.ts';
import { suggestSources } from '../../edits/registry/suggestedSources.ts';
import { isValidTag } from '../../edits/tags/tagging.ts';
import type { RegistrySuggestion } from '../../protocol/commands.ts';
import { BUILT_IN_TYPES } from '../../syntax/ast.ts';
import { refuse } from '../support/refuse.ts';
import { readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isCount, isString, listOf, optional, record } from './argument.ts';
import { createBriefCommand, type OpenBrief } from './command.ts';

interface ChangedType {
  readonly key: string;
  readonly type: string;
}

/** A suggestion with the entry that it becomes. */
interface Candidate extends RegistrySuggestion {
  readonly entry: NewEntry;
}

/** What the registries lack for a brief; with `selected`, the edit that adds the entries with these keys, with the types that were changed. Tags nothing. */
export const setUpRegistries = createBriefCommand(
  'briefmark.server.setUpRegistries',
  {
    uri: isString,
    selected: optional(listOf(isString)),
    types: optional(listOf(record<ChangedType>({ key: isString, type: isString }))),
    version: optional(isCount),
  },
  async ({ selected, types: changed = [], version: expected }, openBrief) => {
    const { uri, document, scope, context } = openBrief;
    const types = [...BUILT_IN_TYPES, ...scope.types.keys()].filter((type) => isValidTag(type, 'x'));
    const { version } = document;
    const candidates = await candidatesIn(openBrief);
    const suggestions = candidates.map(({ entry: _, ...suggestion }) => suggestion);
    if (selected === undefined) return { version, types, suggestions };
    if (expected !== undefined && expected !== version)
      refuse(l10n.t('The text has changed in the meantime. Try again.'));
    const keys = new Set(selected);
    const targets = await readRegistryTargets(uri, context);
    const changes = (['source', 'entity'] as const).flatMap((kind: EntryKind) => {
      const entries = candidates
        .filter((one) => one.kind === kind && keys.has(one.key))
        .map(({ key, entry }) => {
          const type = kind === 'entity' ? changed.find((one) => one.key === key)?.type : undefined;
          return type !== undefined && types.includes(type) ? { ...entry, type } : entry;
        });
      if (entries.length === 0) return [];
      const added = targets.addEntries(kind, entries);
      if (!added)
        refuse(l10n.t('No registry can take the entries. Save the brief in a folder first, or correct the registry.'));
      return [added.change];
    });
    const edit = toWorkspaceEdit(changes, { rangeIn: targets.rangeIn, versionOf: context.versionOf });
    return { version, types, suggestions, edit };
  },
);

/** Reports, then outlets, then names, each list with the best first. Entities have ids of their own. */
async function candidatesIn({ uri, brief, scope }: OpenBrief): Promise<Candidate[]> {
  const knowledge = await loadKnowledge();
  const citing = { file: uri, brief, scope };
  const { sources, outlets } = suggestSources([citing], outletKnowledge(knowledge));
  const prose = { file: uri, text: proseOf(brief, scope.findNames) };
  const names = [...suggestTaggedNames([citing]), ...suggestNamesInTexts([prose], knowledge)].filter(isWorthWriting);
  const outletNames = outlets.map(({ name, entry }) => ({
    id: entry.id!,
    name,
    type: 'media',
    aliases: Array.isArray(entry.aliases) ? (entry.aliases as readonly string[]) : [],
  }));
  const entries = new Map(createEntityEntries([...outletNames, ...names], scope).map((entry) => [entry.name, entry]));
  return [
    ...sources.map(({ name, entry, citedAt }): Candidate => {
      const day = entry.issued ?? entry.accessed;
      const detail = [day, entry.title].filter((part) => typeof part === 'string').join(', ');
      return {
        key: `source ${entry.id}`,
        kind: 'source',
        name,
        type: String(entry.type),
        count: citedAt.length,
        detail,
        reason: '',
        entry,
      };
    }),
    ...outlets.map(
      ({ name, entry, citedAt }): Candidate => ({
        key: `entity ${entry.id}`,
        kind: 'entity',
        name,
        type: 'media',
        count: citedAt.length,
        detail: '',
        reason: l10n.t('cited as an outlet'),
        entry,
      }),
    ),
    ...names.flatMap(({ name, type, count, reason, sentence }): Candidate[] => {
      const entry = entries.get(name);
      const isOutlet = outlets.some((outlet) => outlet.entry.id === entry?.id);
      if (!entry || isOutlet) return [];
      return [{ key: `entity ${entry.id}`, kind: 'entity', name, type, count, detail: sentence, reason, entry }];
    }),
  ];
}
