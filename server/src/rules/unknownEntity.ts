import { isKnownType } from '../model/scope.ts';
import { closest, didYouMean } from '../model/suggest.ts';
import { isValidId } from '../syntax/inlines.ts';
import type { Rule } from './rule.ts';

/** A tag whose id is in no registry. */
export const unknownEntity: Rule = {
  code: 'unknown-entity',
  severity: 'warning',
  title: 'A tag names an entity that is in no registry.',
  why: `The id of a tag says who is meant. An id that no registry has says nothing: a slip of the pen, or somebody nobody has
    recorded yet. Put the id right, or add the entity to \`entities.yaml\`. Without any registry of entities the rule is silent.`,
  bad: {
    brief: '[ISKP](group:ikps) claimed the attack.\n',
    registry: 'entities:\n  - { id: iskp, type: group, name: Islamic State in Khorasan Province }\n',
  },
  good: {
    brief: '[ISKP](group:iskp) claimed the attack.\n',
    registry: 'entities:\n  - { id: iskp, type: group, name: Islamic State in Khorasan Province }\n',
  },
  tag(tag, { scope }) {
    const id = tag.id.value;
    if (scope.entities.has(id) || !isKnownType(scope, tag.type.value)) return undefined;
    const data = { id, type: tag.type.value, surface: tag.surface.value };
    if (!isValidId(id)) {
      return {
        span: tag,
        message: `“${id}” cannot be the id of an entity: ids are made of letters, digits, and . _ - /. Write the id that the registry gives “${tag.surface.value}”.`,
        data,
      };
    }
    if (!scope.hasEntities) return undefined;
    const suggestion = closest(id, scope.entities.keys()) ?? scope.findNames(tag.surface.value, [])[0]?.ids[0];
    return {
      span: tag,
      message: `No entity with the id “${id}” is in the registry, so nobody can tell who or what “${tag.surface.value}” is.${didYouMean(suggestion)} Put the id right, or add the entity to entities.yaml.`,
      data: { ...data, ...(suggestion !== undefined && { suggestion }) },
    };
  },
};
