import * as l10n from '@vscode/l10n';
import { closestMatches, didYouMean } from '../../base/text/didYouMean.ts';
import { formatScalar } from '../../edits/registry/addEntries.ts';
import { isKnownType, type Scope } from '../../scope/scope.ts';
import { BUILT_IN_TYPES, SOURCE_TYPE } from '../../syntax/ast.ts';
import { createOverlapCheck } from '../../syntax/citation/findOutside.ts';
import { replacementFix, suggestionsOf, tagOfFinding } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** `](group:iskp`: it does not occur by accident. */
const endOfTag = /\]\s?\(([\p{L}][\p{L}\p{N}_-]{0,40}):[^\s()[\]]{1,80}\)?/gu;

/** An undeclared type in a tag or a registry, and what is left of a tag. */
export const unknownTagType: Rule = {
  code: 'unknown-tag-type',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A tag is broken, or a tag or an entity has a type that does not exist.'),
  standard: {
    name: 'Briefmark format, section 1',
    requirement: l10n.t('The type of a tag is a built-in one, `src`, or one that a registry declares.'),
  },
  why: l10n.t(
    'The types are {0}, {1} for sources, and those that a registry declares under `types`. Any other type is a typing error, and Briefmark cannot use the tag.',
    `\`${BUILT_IN_TYPES.join('`, `')}\``,
    `\`${SOURCE_TYPE}\``,
  ),
  bad: { brief: '[ISKP](grup:iskp) claimed the attack.\n' },
  fixed: { brief: '[ISKP](group:iskp) claimed the attack.\n' },
  good: { brief: '[ISKP](group:iskp) claimed the attack.\n' },
  *paragraph(block, { scope, textOf }) {
    const text = textOf({ start: 0, end: block.content.end });
    if (!text.includes(']')) return;
    // A tag over two lines is read as a link.
    const isFree = createOverlapCheck(block.atoms.filter((atom) => atom.kind !== 'link' || text[atom.start] === '!'));
    for (const { index, 0: words, 1: type } of text.matchAll(endOfTag)) {
      const span = { start: index, end: index + words.length };
      if (isKnownType(scope, type!) && isFree(span))
        yield {
          span,
          message: l10n.t(
            '“{0}” is no tag: a bracket is missing, or its words are on two lines. Write [words](type:id).',
            words,
          ),
        };
    }
  },
  tag(tag, { scope }) {
    const type = tag.type.value;
    if (isKnownType(scope, type)) return undefined;
    const similarTypes = closestMatches(type, [...BUILT_IN_TYPES, SOURCE_TYPE, ...scope.types.keys()]);
    const registryType = scope.entities.get(tag.id.value)?.entry.type.value;
    const suggestions =
      similarTypes.length > 0
        ? similarTypes
        : registryType !== undefined && isKnownType(scope, registryType)
          ? [registryType]
          : [];
    const problem = l10n.t('“{1}”: “{0}” is not a type of tag.', type, tag.surface.value);
    const advice = l10n.t('Use {0}, src for a source, or declare the type under “types”.', formatTypes(scope));
    return { span: tag, message: `${problem}${didYouMean(suggestions)} ${advice}`, data: { type, suggestions } };
  },
  *registry({ registry, scope }) {
    const types = [
      ...registry.entities.map(({ type }) => type),
      ...registry.types.flatMap((type) => type.extends ?? []),
    ];
    for (const type of types) {
      if (isKnownType(scope, type.value)) continue;
      const suggestions = closestMatches(type.value, [...BUILT_IN_TYPES, ...scope.types.keys()]);
      const problem = l10n.t('“{0}” is not a type of entity.', type.value);
      const advice = l10n.t('Use {0}, or declare the type under “types”.', formatTypes(scope));
      yield {
        span: type.span,
        message: `${problem}${didYouMean(suggestions)} ${advice}`,
        data: { type: type.value, suggestions },
      } satisfies Problem;
    }
  },
  fixes(finding, context) {
    const writtenType = String(finding.data?.type);
    const suggestions = suggestionsOf(finding);
    const span = context.brief ? tagOfFinding(finding, context)?.type.span : finding.span;
    if (!span || finding.data?.type === undefined) return [];
    const isPreferred = suggestions.length === 1;
    const typeFixes = suggestions.map((type) => {
      const text = context.brief ? type : formatScalar(type, context.text[span.start - 1] ?? '');
      return replacementFix(l10n.t('Change “{0}” to “{1}”', writtenType, type), context, span, text, { isPreferred });
    });
    const added = context.addEntries('type', [{ id: writtenType, name: writtenType }]);
    const declareFix = added && {
      title: l10n.t('Declare the type “{0}” in {1}', writtenType, added.fileName),
      changes: [added.change],
    };
    return [...typeFixes, ...(declareFix ? [declareFix] : [])];
  },
};

function formatTypes(scope: Scope): string {
  return [...BUILT_IN_TYPES, ...scope.types.keys()].join(', ');
}
