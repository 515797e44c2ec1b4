import * as l10n from '@vscode/l10n';
import { isKnownType, isSubtypeOf } from '../../scope/scope.ts';
import { replacementFix, tagOfFinding } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';

/** A tag whose type differs from the type in the registry. */
export const entityTypeMismatch: Rule = {
  code: 'entity-type-mismatch',
  severity: { draft: 'warning', release: 'warning' },
  title: l10n.t('A tag and the registry give an entity different types.'),
  standard: {
    name: 'Briefmark format, section 1',
    requirement: l10n.t('A tag states the type of an entity; so does its registry entry. They agree.'),
  },
  why: l10n.t(
    'The brief and the registry disagree about the type: one of them is wrong, or the tag points to the wrong entity. Use the registry’s type, or the id of the entity that is meant.',
  ),
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
    const definition = scope.entities.get(tag.id.value);
    const tagType = tag.type.value;
    if (!definition || !isKnownType(scope, tagType)) return undefined;
    const { id, type, name } = definition.entry;
    if (isSubtypeOf(scope, type.value, tagType) || isSubtypeOf(scope, tagType, type.value)) return undefined;
    return {
      span: tag,
      message: l10n.t(
        'The tag says {1}, the registry {2} ({0}). Change the type, or the id.',
        name.value,
        tagType,
        type.value,
      ),
      related: [
        { uri: definition.uri, span: type.span, message: l10n.t('{0}: {1} in the registry', id.value, type.value) },
      ],
      data: { type: type.value },
    };
  },
  fixes(finding, context) {
    const tag = tagOfFinding(finding, context);
    const type = tag && context.scope.entities.get(tag.id.value)?.entry.type.value;
    // An undeclared type would only cause another finding.
    if (!tag || type === undefined || !isKnownType(context.scope, type)) return [];
    return [
      replacementFix(l10n.t('Change the type of “{0}” to {1}', tag.surface.value, type), context, tag.type.span, type, {
        isPreferred: true,
      }),
    ];
  },
};
