import * as l10n from '@vscode/l10n';
import { closestMatches, didYouMean } from '../../base/text/didYouMean.ts';
import { isValidId } from '../../base/text/validId.ts';
import { createEntityEntry, slugify, uniqueId } from '../../edits/registry/newEntries.ts';
import { isKnownType, isSubtypeOf, type Scope } from '../../scope/scope.ts';
import type { Tag } from '../../syntax/ast.ts';
import { replacementFix, suggestionsOf, tagOfFinding } from '../engine/fixSupport.ts';
import type { Fix, FixContext, Rule } from '../engine/rule.ts';

/** A tag whose id is in no registry. */
export const unknownEntity: Rule = {
  code: 'unknown-entity',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A tag names an entity that is in no registry.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t('The id of an entity tag is the id of a registry entry.'),
  },
  why: l10n.t(
    'The id of a tag says which entity is meant. An id without a registry entry says nothing: it is a typing error, or the entity has not been recorded yet. Correct the id, or add the entity to `entities.yaml`. Without a registry of entities, the rule reports nothing.',
  ),
  bad: {
    brief: '[ISKP](group:iskp-khorsan) claimed the attack.\n',
    registry: 'entities:\n  - { id: iskp-khorasan, type: group, name: Islamic State in Khorasan Province }\n',
  },
  fixed: { brief: '[ISKP](group:iskp-khorasan) claimed the attack.\n' },
  good: {
    brief: '[ISKP](group:iskp-khorasan) claimed the attack.\n',
    registry: 'entities:\n  - { id: iskp-khorasan, type: group, name: Islamic State in Khorasan Province }\n',
  },
  tag(tag, { scope }) {
    const id = tag.id.value;
    if (scope.entities.has(id) || !isKnownType(scope, tag.type.value)) return undefined;
    const similarIds = closestMatches(id, scope.entities.keys());
    const suggestions =
      similarIds.length > 0 ? similarIds : [...(scope.findNames(tag.surface.value, [])[0]?.ids ?? [])];
    const data = { id, type: tag.type.value, surface: tag.surface.value, suggestions };
    if (!isValidId(id)) {
      return {
        span: tag,
        message: l10n.t(
          '“{0}” cannot be an id: use only letters, digits, and . _ - /. Write the registry’s id of “{1}”.',
          id,
          tag.surface.value,
        ),
        data,
      };
    }
    if (!scope.declaresEntities) return undefined;
    const problem = l10n.t('“{1}”: the registry has no entity “{0}”.', id, tag.surface.value);
    const advice = l10n.t('Correct the id, or add the entity.');
    return { span: tag, message: `${problem}${didYouMean(suggestions)} ${advice}`, data };
  },
  fixes(finding, context) {
    const tag = tagOfFinding(finding, context);
    if (!tag) return [];
    const suggestions = suggestionsOf(finding);
    const idFixes = suggestions.map((id) => changeIdFix(tag, id, context, suggestions.length === 1));
    const addFix = addEntityFix(tag, context);
    return [...idFixes, ...(addFix ? [addFix] : [])];
  },
};

/** Changes the id of the tag, and its type if it does not fit the entity. */
function changeIdFix(tag: Tag, id: string, context: FixContext, isPreferred: boolean): Fix {
  const entry = context.scope.entities.get(id)?.entry;
  const registryType = entry && isKnownType(context.scope, entry.type.value) ? entry.type.value : tag.type.value;
  const type = areCompatibleTypes(context.scope, tag.type.value, registryType) ? tag.type.value : registryType;
  const span = type === tag.type.value ? tag.id.span : { start: tag.type.span.start, end: tag.id.span.end };
  const text = span === tag.id.span ? id : `${type}:${id}`;
  const title = entry
    ? l10n.t('Change “{0}” to “{1}”: {2}', tag.id.value, id, entry.name.value)
    : l10n.t('Change “{0}” to “{1}”', tag.id.value, id);
  return replacementFix(title, context, span, text, { isPreferred });
}

function areCompatibleTypes(scope: Scope, a: string, b: string): boolean {
  return isSubtypeOf(scope, a, b) || isSubtypeOf(scope, b, a);
}

/** Adds an entry for the tagged entity. An invalid id is replaced by one made from the surface. */
function addEntityFix({ id, type, surface }: Tag, context: FixContext): Fix | undefined {
  const isValid = isValidId(id.value);
  const isTaken = (one: string) => context.scope.entities.has(one);
  const newId = isValid ? id.value : uniqueId(slugify(surface.value, type.value), isTaken);
  const name = surface.value.trim() || newId;
  const added = context.addEntries('entity', [createEntityEntry(newId, type.value, name)]);
  if (!added) return undefined;
  const tagChanges = isValid ? [] : [{ uri: context.uri, span: id.span, text: newId }];
  const title = l10n.t('Add “{0}” ({1}) to {2}', name, type.value, added.fileName);
  return { title, changes: [added.change, ...tagChanges] };
}
