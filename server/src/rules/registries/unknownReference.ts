import * as l10n from '@vscode/l10n';
import { perObject } from '../../base/memo/perObject.ts';
import { closestMatch, closestMatches, didYouMean } from '../../base/text/didYouMean.ts';
import { slice } from '../../base/text/span.ts';
import { isValidId } from '../../base/text/validId.ts';
import { formatScalar } from '../../edits/registry/addEntries.ts';
import { createEntityEntry, slugify, uniqueId } from '../../edits/registry/newEntries.ts';
import { perScope } from '../../scope/perScope.ts';
import { findOutlet, foldName, type Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A registry entry that refers to an entry that does not exist. */
export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: { draft: 'warning', release: 'warning' },
  title: l10n.t('A registry entry refers to an entry that does not exist.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t('`part_of` is the id of another entity.'),
  },
  why: l10n.t(
    '`part_of` contains the id of another entity. `container-title` may be free text, but if it differs from a registered outlet by one letter, it is probably a misspelling of that outlet, and citations of it are not found.',
  ),
  bad: {
    brief: 'Kabul fell.\n',
    registry:
      'entities:\n  - { id: afghanistan, type: place, name: Afghanistan }\n  - { id: kabul, type: place, name: Kabul, part_of: afganistan }\n',
  },
  fixed: {
    registry:
      'entities:\n  - { id: afghanistan, type: place, name: Afghanistan }\n  - { id: kabul, type: place, name: Kabul, part_of: afghanistan }\n',
  },
  good: {
    brief: 'Kabul fell.\n',
    registry:
      'entities:\n  - { id: afghanistan, type: place, name: Afghanistan }\n  - { id: kabul, type: place, name: Kabul, part_of: afghanistan }\n',
  },
  registry: ({ registry, scope }) => referenceProblems(registry, scope),
  fixes(finding, context) {
    const suggestions = suggestionsOf(finding);
    const { add } = finding.data ?? {};
    const isPreferred = suggestions.length === 1;
    const precedingChar = context.text[finding.span.start - 1] ?? '';
    const changeFixes = suggestions.map((word) =>
      replacementFix(
        l10n.t('Change “{0}” to “{1}”', slice(context.text, finding.span), word),
        context,
        finding.span,
        formatScalar(word, precedingChar),
        {
          isPreferred,
        },
      ),
    );
    if (!isEntryData(add) || !isValidId(add.id)) return changeFixes;
    const id = add.type === 'media' ? uniqueId(add.id, (one) => context.scope.entities.has(one)) : add.id;
    const added = context.addEntries('entity', [createEntityEntry(id, add.type, add.name)]);
    if (!added) return changeFixes;
    const title = l10n.t('Add “{0}” ({1}) to {2}', add.name, add.type, added.fileName);
    return [...changeFixes, { title, changes: [added.change] }];
  },
};

function* referenceProblems(registry: Registry, scope: Scope): Iterable<Problem> {
  for (const { partOf, name, type } of registry.entities) {
    if (!partOf || scope.entities.has(partOf.value)) continue;
    const suggestions = similarIds(partOf.value, scope);
    const problem = l10n.t('“{0}” is part of “{1}”, which is not in the registry.', name.value, partOf.value);
    yield {
      span: partOf.span,
      message: `${problem}${didYouMean(suggestions)} ${l10n.t('Correct the id, or add the entity.')}`,
      // The best guess at the type: parts of a place are usually places.
      data: { suggestions, add: { id: partOf.value, type: type.value, name: partOf.value } },
    };
  }
  for (const { outlet } of registry.sources) {
    const suggestion = outlet && intendedOutlet(outlet.value, scope);
    if (suggestion === undefined) continue;
    yield {
      span: outlet!.span,
      message: l10n.t(
        'The registry has no outlet “{0}”. Did you mean “{1}”? Otherwise add it to entities.yaml.',
        outlet!.value,
        suggestion,
      ),
      data: {
        suggestions: [suggestion],
        add: { id: slugify(outlet!.value, 'outlet'), type: 'media', name: outlet!.value },
      },
    };
  }
}

function isEntryData(value: unknown): value is { id: string; type: string; name: string } {
  return typeof value === 'object' && value !== null && 'id' in value && 'type' in value && 'name' in value;
}

const similarIds = perScope((id: string, scope) => closestMatches(id, scope.entities.keys()));

/** The outlet whose name is one edit away. Two edits may be another outlet (Radio Ozodi, Radio Ozodlik). */
const intendedOutlet = perScope((name: string, scope) => {
  const folded = foldName(name);
  if (scope.entitiesByName.has(folded)) return undefined;
  const match = closestMatch(folded, foldedOutletNames(scope), 1);
  return match === undefined ? undefined : findOutlet(scope, match)?.entry.name.value;
});

const foldedOutletNames = perObject(({ entities }: Scope): readonly string[] => {
  const outlets = Array.from(entities.values(), ({ entry }) => entry).filter(({ type }) => type.value === 'media');
  return outlets.flatMap(({ name, aliases }) => [name, ...aliases].map(({ value }) => foldName(value)));
});
