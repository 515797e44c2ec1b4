import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../model/maps.ts';
import { caseRule, foldText } from '../../model/names.ts';
import { removeText } from '../../model/registryRemoval.ts';
import { type Defined, foldName, type Scope } from '../../model/scope.ts';
import type { EntityEntry, Registry } from '../../syntax/registryTypes.ts';
import type { Located } from '../../syntax/span.ts';
import type { Problem, Rule } from '../rule.ts';

/** A name that is listed twice: of one entity for nothing, of two so that nobody knows who is meant. */
export const duplicateAlias: Rule = {
  code: 'duplicate-alias',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A name is listed twice.'),
  standard: {
    name: 'Briefmark format, section 4',
    says: l10n.t('Names and aliases match mentions as whole words, whatever their case; acronyms only in capitals.'),
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
  *registry({ uri, registry, scope }) {
    yield* twiceInOne(registry);
    yield* sharedIn(scope).get(uri) ?? [];
  },
  fixes({ span, data }, { uri, text }) {
    const change = data ? removeText(uri, text, span) : undefined;
    if (!change) return [];
    const changes = [change];
    // Which of two entities should keep a name they share, only the desk knows.
    if (data?.of !== undefined) return [{ title: l10n.t('Take it from “{0}”', String(data.of)), changes }];
    return [{ title: l10n.t('Remove the second one'), preferred: true, changes }];
  },
};

function* twiceInOne({ entities }: Registry): Iterable<Problem> {
  for (const { name, aliases } of entities) {
    const seen = new Set([keyOf(name.value)]);
    for (const { value, span } of aliases) {
      const key = keyOf(value);
      if (seen.has(key))
        yield {
          span,
          message: l10n.t(
            '“{0}” finds nothing that another name of “{1}” does not find. Remove it.',
            value,
            name.value,
          ),
          data: { twice: true },
        };
      seen.add(key);
    }
  }
}

/** Names with one key find the same mentions. */
function keyOf(name: string): string {
  const trimmed = name.trim();
  return `${caseRule(trimmed)} ${foldText(trimmed)}`;
}

const sharedByScope = new WeakMap<Scope, ReadonlyMap<string, readonly Problem[]>>();

/** The names that several entities of one type bear, by the file of the later one. */
function sharedIn(scope: Scope): ReadonlyMap<string, readonly Problem[]> {
  const known = sharedByScope.get(scope);
  if (known) return known;
  const found = new Map<string, Problem[]>();
  const bearers = new Map<string, { readonly of: Defined<EntityEntry>; readonly name: Located<string> }>();
  for (const of of scope.entities.values()) {
    const { name, aliases, type } = of.entry;
    const own = new Set<string>();
    for (const one of [name, ...aliases]) {
      // Citations compare the names of outlets more loosely than prose is searched.
      const key = `${type.value} ${type.value === 'media' ? foldName(one.value) : keyOf(one.value)}`;
      if (own.has(key) || key === 'media ') continue;
      own.add(key);
      const first = bearers.get(key);
      if (first) getOrInsert(found, of.uri, () => []).push(toProblem(of, one, first));
      else bearers.set(key, { of, name: one });
    }
  }
  sharedByScope.set(scope, found);
  return found;
}

function toProblem(
  { entry }: Defined<EntityEntry>,
  { value, span }: Located<string>,
  first: { readonly of: Defined<EntityEntry>; readonly name: Located<string> },
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
