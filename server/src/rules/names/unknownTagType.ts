import { writeScalar } from '../../model/registryEdit.ts';
import { isKnownType, type Scope } from '../../model/scope.ts';
import { allClosest, didYouMean } from '../../model/suggest.ts';
import { BUILT_IN_TYPES, SOURCE_TYPE } from '../../syntax/inlines.ts';
import { replacing, suggestionsOf, tagOf } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

/** A type nobody declared, in a tag or in a registry. */
export const unknownTagType: Rule = {
  code: 'unknown-tag-type',
  severity: { draft: 'warning', release: 'error' },
  title: 'A tag or an entity has a type that does not exist.',
  standard: {
    name: 'Briefmark format, section 1',
    says: 'The type of a tag is a built-in one, `src`, or one that a registry declares.',
  },
  why: `The types are \`${BUILT_IN_TYPES.join('`, `')}\`, \`${SOURCE_TYPE}\` for sources, and those a registry declares under
    \`types\`. Anything else is a slip of the pen, and the tag is not understood.`,
  bad: { brief: '[ISKP](grup:iskp) claimed the attack.\n' },
  fixed: { brief: '[ISKP](group:iskp) claimed the attack.\n' },
  good: { brief: '[ISKP](group:iskp) claimed the attack.\n' },
  tag(tag, { scope }) {
    const type = tag.type.value;
    if (isKnownType(scope, type)) return undefined;
    const near = allClosest(type, [...BUILT_IN_TYPES, SOURCE_TYPE, ...scope.types.keys()]);
    const known = scope.entities.get(tag.id.value)?.entry.type.value;
    const suggestions = near.length > 0 ? near : known !== undefined && isKnownType(scope, known) ? [known] : [];
    return {
      span: tag,
      message: `“${type}” is no type of tag, so “${tag.surface.value}” stays unexplained.${didYouMean(suggestions)} ${listTypes(scope, ' (src for sources)')}`,
      data: { type, suggestions },
    };
  },
  *registry({ registry, scope }) {
    const written = [
      ...registry.entities.map(({ type }) => type),
      ...registry.types.flatMap((type) => type.extends ?? []),
    ];
    for (const type of written) {
      if (isKnownType(scope, type.value)) continue;
      const suggestions = allClosest(type.value, [...BUILT_IN_TYPES, ...scope.types.keys()]);
      yield {
        span: type.span,
        message: `“${type.value}” is no type of entity.${didYouMean(suggestions)} ${listTypes(scope)}`,
        data: { type: type.value, suggestions },
      } satisfies Problem;
    }
  },
  fixes(finding, context) {
    const written = String(finding.data?.type);
    const suggestions = suggestionsOf(finding);
    const place = context.brief ? tagOf(finding, context)?.type.span : finding.span;
    if (!place) return [];
    const preferred = suggestions.length === 1;
    const renamed = suggestions.map((type) => {
      const text = context.brief ? type : writeScalar(type, context.text[place.start - 1] ?? '');
      return replacing(`Change the type to “${type}”`, context, place, text, { preferred });
    });
    const added = context.add('type', [{ id: written, name: written }]);
    const declare = added && { title: `Declare the type “${written}” in ${added.name}`, changes: [added.change] };
    return [...renamed, ...(declare ? [declare] : [])];
  },
};

function listTypes(scope: Scope, more = ''): string {
  const types = [...BUILT_IN_TYPES, ...scope.types.keys()];
  return `Use one of ${types.join(', ')}${more}, or declare the type under “types” in entities.yaml.`;
}
