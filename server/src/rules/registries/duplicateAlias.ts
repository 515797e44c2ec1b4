import * as l10n from '@vscode/l10n';
import { hashText } from '../../base/memo/hash.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { perObject } from '../../base/memo/perObject.ts';
import type { Located } from '../../base/text/span.ts';
import { removeListItem } from '../../edits/registry/removeEntry.ts';
import { caseRuleOf, foldText } from '../../names/nameFinder.ts';
import { type DefinedEntry, foldName, type Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A name that is listed twice: of one entity for nothing, of two so that nobody knows who is meant. */
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
    'A name that two persons, two groups or two outlets bear is ambiguous wherever it stands: no mention of it can be told, and no citation bound for certain. Give each the longer name that sets it apart. A name that one entity lists twice does no harm and no good. A place and its government, or a paper and its publisher, may share a name.',
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
    // Which of two entities should keep a name they share, only the desk knows.
    if (data?.of !== undefined) return [{ title: l10n.t('Take it from “{0}”', String(data.of)), changes }];
    return [{ title: l10n.t('Remove the second one'), isPreferred: true, changes }];
  },
};

const repeatedNamesIn = perObject(({ name, aliases }: EntityEntry): readonly Problem[] => {
  const seen = new Set([matchKey(name.value)]);
  return aliases.flatMap(({ value, span }) => {
    const key = matchKey(value);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = l10n.t(
      '“{0}” finds nothing that another name of “{1}” does not find. Remove it.',
      value,
      name.value,
    );
    return [{ span, message, data: { twice: true } }];
  });
});

/** Names with one key find the same mentions. */
function matchKey(name: string): string {
  const trimmed = name.trim();
  return `${caseRuleOf(trimmed)} ${foldText(trimmed)}`;
}

/** The names that several entities of one type bear, by the file of the later one. */
const sharedNamesByFile = perObject((scope: Scope): ReadonlyMap<string, readonly Problem[]> => {
  const found = new Map<string, Problem[]>();
  const bearers = new Map<string, { readonly of: DefinedEntry<EntityEntry>; readonly name: Located<string> }>();
  const shared = sharedHashes(scope);
  for (const of of shared.size > 0 ? scope.entities.values() : []) {
    for (const { key, hash, name } of comparisonKeys(of.entry)) {
      if (!shared.has(hash)) continue;
      const first = bearers.get(key);
      if (first) getOrInsert(found, of.uri, () => []).push(toProblem(of, name, first));
      else bearers.set(key, { of, name });
    }
  }
  return found;
});

/** The names of an entity, each once, by what others must not have in common with them. */
const comparisonKeys = perObject(({ name, aliases, type }: EntityEntry) => {
  const keys = new Map<string, { readonly key: string; readonly hash: number; readonly name: Located<string> }>();
  for (const one of [name, ...aliases]) {
    // Citations compare the names of outlets more loosely than prose is searched.
    const key = `${type.value} ${type.value === 'media' ? foldName(one.value) : matchKey(one.value)}`;
    if (key !== 'media ' && !keys.has(key)) keys.set(key, { key, hash: hashText(key), name: one });
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
      let at = hash & mask;
      while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask;
      if (table[at] === hash) shared.add(hash);
      else table[at] = hash;
    }
  }
  return shared;
}

function toProblem(
  { entry }: DefinedEntry<EntityEntry>,
  { value, span }: Located<string>,
  first: { readonly of: DefinedEntry<EntityEntry>; readonly name: Located<string> },
): Problem {
  const other = l10n.t('“{0}” ({1})', first.of.entry.name.value, first.of.entry.id.value);
  return {
    span,
    message:
      entry.type.value === 'media'
        ? l10n.t(
            '“{0}” is a name of {1}, too, so citations of it cannot be told apart. Take it out of one of the two, or write the longer name in both.',
            value,
            other,
          )
        : l10n.t(
            '“{0}” is a name of {1}, too, so mentions of it cannot be told apart. Take it out of one of the two, or write the longer name in both.',
            value,
            other,
          ),
    ...(span !== entry.name.span && { data: { of: entry.name.value } }),
    related: [{ uri: first.of.uri, span: first.name.span, message: l10n.t('The same name here') }],
  };
}
