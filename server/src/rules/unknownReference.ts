import { inlineRegistry } from '../model/facts.ts';
import { foldName, type Scope } from '../model/scope.ts';
import { closest, didYouMean } from '../model/suggest.ts';
import type { Registry } from '../syntax/registryTypes.ts';
import type { Problem, Rule } from './rule.ts';

/** What one entry of a registry says of another that is not there. */
export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'warning',
  title: 'A registry entry refers to an entry that does not exist.',
  why: `\`part_of\` holds the id of another entity. \`container-title\` may be free text, but when it is one letter away from a
    registered outlet it is most likely that outlet, misspelt, and citations of it will not be found.`,
  bad: {
    brief: 'Kabul fell.\n',
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul, part_of: afganistan }\n',
  },
  good: {
    brief: 'Kabul fell.\n',
    registry:
      'entities:\n  - { id: afghanistan, type: place, name: Afghanistan }\n  - { id: kabul, type: place, name: Kabul, part_of: afghanistan }\n',
  },
  brief({ brief, scope }) {
    const registry = inlineRegistry(brief);
    return registry ? referencesIn(registry, scope) : [];
  },
  registry: ({ registry, scope }) => referencesIn(registry, scope),
};

function* referencesIn(registry: Registry, scope: Scope): Iterable<Problem> {
  for (const { partOf, name } of registry.entities) {
    if (!partOf || scope.entities.has(partOf.value)) continue;
    const suggestion = closest(partOf.value, scope.entities.keys());
    yield {
      span: partOf.span,
      message: `${name.value} is said to be part of “${partOf.value}”, but no entity has that id.${didYouMean(suggestion)} Put the id right, or add the entity.`,
      ...(suggestion !== undefined && { data: { suggestion, at: partOf.span } }),
    };
  }
  for (const { outlet } of registry.sources) {
    const suggestion = outlet && misspeltOutlet(outlet.value, scope);
    if (suggestion === undefined) continue;
    yield {
      span: outlet!.span,
      message: `No outlet is called “${outlet!.value}”, and citations of ${suggestion} will not find this report. Did you mean “${suggestion}”? Otherwise add the outlet to entities.yaml.`,
      data: { suggestion, at: outlet!.span },
    };
  }
}

/** The outlet whose name is one slip away; two slips are two outlets (Radio Ozodi, Radio Ozodlik). */
function misspeltOutlet(name: string, scope: Scope): string | undefined {
  const folded = foldName(name);
  if (scope.namesakes.has(folded)) return undefined;
  const near = closest(folded, scope.namesakes.keys(), 1);
  const [id] = (near !== undefined && scope.namesakes.get(near)) || [];
  const outlet = id === undefined ? undefined : scope.entities.get(id)?.entry;
  return outlet?.type.value === 'media' ? outlet.name.value : undefined;
}
