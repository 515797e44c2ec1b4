import * as l10n from '@vscode/l10n';
import { lazy } from '../../base/memo/lazy.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A message lists at most this many names of the chain. */
const MAX_NAMES = 6;

/** A chain of `part_of` that leads back to its start. */
export const partOfCycle: Rule = {
  code: 'part-of-cycle',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('An entity is part of itself.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t('`part_of` is the id of the entity that this one belongs to.'),
  },
  why: l10n.t(
    'Hovers show what an entity belongs to, and counts include its parts. If A is part of B and B is part of A, one of the two is the wrong way round, and readers cannot tell which.',
  ),
  bad: {
    brief: 'Herat fell.\n',
    registry:
      'entities:\n  - { id: herat, type: place, name: Herat, part_of: guzara }\n  - { id: guzara, type: place, name: Guzara, part_of: herat }\n',
  },
  good: {
    brief: 'Herat fell.\n',
    registry:
      'entities:\n  - { id: herat, type: place, name: Herat }\n  - { id: guzara, type: place, name: Guzara, part_of: herat }\n',
  },
  registry: ({ uri, scope }) => cycleProblems(scope).get(uri) ?? [],
};

type Entity = DefinedEntry<EntityEntry>;
const problemsCache = new WeakMap<Scope, ReadonlyMap<string, readonly Problem[]>>();

/** The problems by file; computed once per scope. */
function cycleProblems(scope: Scope): ReadonlyMap<string, readonly Problem[]> {
  const cached = problemsCache.get(scope);
  if (cached) return cached;
  const found = new Map<string, Problem[]>();
  for (const cycle of findCycles(scope)) getOrInsert(found, cycle[0]!.uri, () => []).push(toProblem(cycle));
  problemsCache.set(scope, found);
  return found;
}

/** Each cycle once, starting with its first entity in registry order. */
function* findCycles({ entities }: Scope): Iterable<readonly Entity[]> {
  const orderOf = lazy(() => new Map(Array.from(entities.values(), (entity, index) => [entity, index])));
  // Every entity has at most one parent, so each is visited once. The map records the start of the walk that reached it
  // first.
  const firstWalkOf = new Map<Entity, Entity>();
  for (const start of entities.values()) {
    if (!start.entry.partOf) continue;
    const path: Entity[] = [];
    let current: Entity | undefined = start;
    while (current && !firstWalkOf.has(current)) {
      firstWalkOf.set(current, start);
      path.push(current);
      current = current.entry.partOf && entities.get(current.entry.partOf.value);
    }
    if (!current || firstWalkOf.get(current) !== start || path.length === 0) continue;
    const cycle = path.slice(path.indexOf(current));
    let first = 0;
    for (const [index, entity] of cycle.entries())
      if (orderOf().get(entity)! < orderOf().get(cycle[first]!)!) first = index;
    yield [...cycle.slice(first), ...cycle.slice(0, first)];
  }
}

function toProblem(cycle: readonly Entity[]): Problem {
  const [first, ...others] = cycle as [Entity, ...Entity[]];
  const { name, partOf } = first.entry;
  const remaining = others.length - MAX_NAMES;
  const parts = others.slice(0, MAX_NAMES).map(({ entry }) => l10n.t('“{0}”', entry.name.value));
  if (remaining > 0) parts.push(l10n.t('{0} more', remaining));
  parts.push(l10n.t('“{0}” again', name.value));
  const chain = parts.reduce((names, next) => l10n.t('{0}, part of {1}', names, next));
  const message =
    others.length === 0
      ? l10n.t('“{0}” is part of itself. Enter the id of the whole, or remove part_of.', name.value)
      : l10n.t('“{0}” is part of {1}. Remove or correct one part_of.', name.value, chain);
  const related = others.slice(0, MAX_NAMES).map(({ uri, entry }) => ({
    uri,
    span: entry.partOf!.span,
    message: l10n.t('{0} is part of this', entry.name.value),
  }));
  return { span: partOf!.span, message, related };
}
