import * as l10n from '@vscode/l10n';
import { hashText } from '../../base/memo/hash.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { perObject } from '../../base/memo/perObject.ts';
import type { Located } from '../../base/text/span.ts';
import { slice } from '../../base/text/span.ts';
import { removeListItem } from '../../edits/registry/removeEntry.ts';
import { foldText } from '../../names/nameFinder.ts';
import { caseRuleOf } from '../../names/nameForms.ts';
import { type DefinedEntry, foldName, type Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A name that is listed twice: redundant within one entity, ambiguous between two. */
export const duplicateAlias: Rule = {
  code: 'duplicate-alias',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A name is listed twice.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t(
      'Names and aliases match mentions as whole words, whatever their case; acronyms only in capitals.',
    ),
  },
  why: l10n.t(
    'A name that two persons, two groups or two outlets share is ambiguous everywhere: no mention of it can be assigned, and no citation can be matched with certainty. Give each of them a longer, distinct name. If one entity lists a name twice, the second one is redundant. A place and its government, or a paper and its publisher, may share a name.',
  ),
  bad: {
    brief: 'Kabul fell.\n',
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul, aliases: [Kabul City, KABUL CITY] }\n',
  },
  fixed: {
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul, aliases: [Kabul City] }\n',
  },
  good: {
    brief: 'Kabul fell.\n',
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul, aliases: [Kabul City, Кабул] }\n',
  },
  *prepare({ entities }) {
    const all = Array.from(entities.values(), ({ entry }) => entry);
    yield* comparisonKeys.inSteps(all);
    yield* repeatedNamesIn.inSteps(all);
  },
  *registry({ uri, registry, scope }) {
    for (const entity of registry.entities) yield* repeatedNamesIn(entity);
    yield* sharedNamesByFile(scope).get(uri) ?? [];
  },
  fixes({ span, data }, { uri, text }) {
    const change = data ? removeListItem(uri, text, span) : undefined;
    if (!change) return [];
    const changes = [change];
    // Only the user knows which of two entities should keep a shared name, so this fix is not preferred.
    if (data?.entityName !== undefined)
      return [{ title: l10n.t('Remove “{0}” from “{1}”', slice(text, span), String(data.entityName)), changes }];
    return [{ title: l10n.t('Remove the second “{0}”', slice(text, span)), isPreferred: true, changes }];
  },
};

const noAccent = /\P{Mn}/gu;

const repeatedNamesIn = perObject(({ name, aliases }: EntityEntry): readonly Problem[] => {
  const seen = new Set([spellingKey(name.value)]);
  return aliases.flatMap(({ value, span }) => {
    const key = spellingKey(value);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = l10n.t('“{0}” repeats another name of “{1}”. Remove it.', value, name.value);
    return [{ span, message, data: { isRepeated: true } }];
  });
});

/** Names with the same key are one spelling; other programs that read the registry may need a name without its accents. */
function spellingKey(name: string): string {
  return `${matchKey(name)} ${name.normalize('NFD').replace(noAccent, '')}`;
}

/** Names with the same key match the same mentions. */
function matchKey(name: string): string {
  const trimmed = name.trim();
  return `${caseRuleOf(trimmed)} ${foldText(trimmed)}`;
}

/** The names shared by several entities of one type, by the file of the later entity. */
const sharedNamesByFile = perObject((scope: Scope): ReadonlyMap<string, readonly Problem[]> => {
  const found = new Map<string, Problem[]>();
  const bearers = new Map<string, { readonly definition: DefinedEntry<EntityEntry>; readonly name: Located<string> }>();
  const shared = sharedHashes(scope);
  for (const definition of shared.size > 0 ? scope.entities.values() : []) {
    for (const { key, hash, name } of comparisonKeys(definition.entry)) {
      if (!shared.has(hash)) continue;
      const first = bearers.get(key);
      if (first) getOrInsert(found, definition.uri, () => []).push(toProblem(definition, name, first));
      else bearers.set(key, { definition, name });
    }
  }
  return found;
});

/** The names of an entity, each once, with the keys that must differ from those of other entities. */
const comparisonKeys = perObject(({ name, aliases, type }: EntityEntry) => {
  const keys = new Map<string, { readonly key: string; readonly hash: number; readonly name: Located<string> }>();
  for (const located of [name, ...aliases]) {
    // Citations compare the names of outlets more loosely than prose is searched.
    const key = `${type.value} ${type.value === 'media' ? foldName(located.value) : matchKey(located.value)}`;
    if (key !== 'media ' && !keys.has(key)) keys.set(key, { key, hash: hashText(key), name: located });
  }
  return [...keys.values()];
});

/**
 * The hashes that several names share. Few names share one; a table of numbers finds them at less cost than a map of texts,
 * which matters because a registry of 100,000 names is searched on every keystroke.
 */
function sharedHashes({ entities }: Scope): ReadonlySet<number> {
  let count = 0;
  for (const { entry } of entities.values()) count += 1 + entry.aliases.length;
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  const table = new Int32Array(mask + 1);
  const shared = new Set<number>();
  for (const { entry } of entities.values()) {
    for (const { hash } of comparisonKeys(entry)) {
      let slot = hash & mask;
      while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
      if (table[slot] === hash) shared.add(hash);
      else table[slot] = hash;
    }
  }
  return shared;
}

function toProblem(
  { entry }: DefinedEntry<EntityEntry>,
  { value, span }: Located<string>,
  first: { readonly definition: DefinedEntry<EntityEntry>; readonly name: Located<string> },
): Problem {
  const { name: otherName, type, id } = first.definition.entry;
  const other = otherName.value === value ? `${type.value}:${id.value}` : l10n.t('“{0}”', otherName.value);
  return {
    span,
    message: l10n.t('“{0}” is also a name of {1}. Remove it from one, or write the longer name in both.', value, other),
    ...(span !== entry.name.span && { data: { entityName: entry.name.value } }),
    related: [{ uri: first.definition.uri, span: first.name.span, message: l10n.t('The same name here') }],
  };
}
