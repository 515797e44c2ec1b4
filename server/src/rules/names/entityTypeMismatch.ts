import { isKnownType, isOfType } from '../../model/scope.ts';
import { replacing, tagOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** A tag that calls an entity something else than the registry does. */
export const entityTypeMismatch: Rule = {
  code: 'entity-type-mismatch',
  severity: { draft: 'warning', release: 'warning' },
  title: 'A tag gives an entity another type than the registry.',
  standard: {
    name: 'Briefmark format, section 1',
    says: 'A tag says of what type an entity is; so does its entry. They agree.',
  },
  why: `Brief and registry disagree on what the thing is: one of them is wrong, or the tag points to somebody else than it
    means to. Take the registry’s type, or the id of the entity that is meant.`,
  bad: {
    brief: '[Kabul](person:kabul) fell on August 15.\n',
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul }\n',
  },
  fixed: { brief: '[Kabul](place:kabul) fell on August 15.\n' },
  good: {
    brief: '[Kabul](place:kabul) fell on August 15.\n',
    registry: 'entities:\n  - { id: kabul, type: place, name: Kabul }\n',
  },
  tag(tag, { scope }) {
    const found = scope.entities.get(tag.id.value);
    const written = tag.type.value;
    if (!found || !isKnownType(scope, written)) return undefined;
    const { id, type, name } = found.entry;
    if (isOfType(scope, type.value, written) || isOfType(scope, written, type.value)) return undefined;
    return {
      span: tag,
      message: `This tag calls ${name.value} a ${written}, the registry calls it a ${type.value}. Take the type ${type.value}, or the id of the ${written} that is meant.`,
      related: [{ uri: found.uri, span: type.span, message: `${id.value} is a ${type.value} here` }],
      data: { type: type.value },
    };
  },
  fixes(finding, context) {
    const tag = tagOf(finding, context);
    const type = tag && context.scope.entities.get(tag.id.value)?.entry.type.value;
    // A type that nobody declared would be the next finding.
    if (!tag || type === undefined || !isKnownType(context.scope, type)) return [];
    return [replacing(`Take the registry’s type, ${type}`, context, tag.type.span, type, { preferred: true })];
  },
};
