import { isKnownType, type Scope } from '../model/scope.ts';
import { closest, didYouMean } from '../model/suggest.ts';
import { BUILT_IN_TYPES, SOURCE_TYPE } from '../syntax/inlines.ts';
import type { Problem, Rule } from './rule.ts';

/** A type nobody declared, in a tag or in a registry. */
export const unknownTagType: Rule = {
  code: 'unknown-tag-type',
  severity: 'warning',
  title: 'A tag or an entity has a type that does not exist.',
  why: `The types are \`${BUILT_IN_TYPES.join('`, `')}\`, \`${SOURCE_TYPE}\` for sources, and those a registry declares under
    \`types\`. Anything else is a slip of the pen, and the tag is not understood.`,
  bad: { brief: '[ISKP](grup:iskp) claimed the attack.\n' },
  good: { brief: '[ISKP](group:iskp) claimed the attack.\n' },
  tag(tag, { scope }) {
    const type = tag.type.value;
    if (isKnownType(scope, type)) return undefined;
    const suggestion =
      closest(type, [...BUILT_IN_TYPES, SOURCE_TYPE, ...scope.types.keys()]) ??
      scope.entities.get(tag.id.value)?.entry.type.value;
    return {
      span: tag,
      message: `“${type}” is no type of tag, so “${tag.surface.value}” stays unexplained.${didYouMean(suggestion)} ${listTypes(scope, ' (src for sources)')}`,
      data: { type, at: tag.type.span, ...(suggestion !== undefined && { suggestion }) },
    };
  },
  *registry({ registry, scope }) {
    const written = [
      ...registry.entities.map(({ type }) => type),
      ...registry.types.flatMap((type) => type.extends ?? []),
    ];
    for (const type of written) {
      if (isKnownType(scope, type.value)) continue;
      const suggestion = closest(type.value, [...BUILT_IN_TYPES, ...scope.types.keys()]);
      yield {
        span: type.span,
        message: `“${type.value}” is no type of entity.${didYouMean(suggestion)} ${listTypes(scope)}`,
        ...(suggestion !== undefined && { data: { type: type.value, at: type.span, suggestion } }),
      } satisfies Problem;
    }
  },
};

function listTypes(scope: Scope, more = ''): string {
  const types = [...BUILT_IN_TYPES, ...scope.types.keys()];
  return `Use one of ${types.join(', ')}${more}, or declare the type under “types” in entities.yaml.`;
}
