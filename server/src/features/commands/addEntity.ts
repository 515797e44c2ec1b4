import * as l10n from '@vscode/l10n';
import { createEntityEntry } from '../../edits/registry/newEntries.ts';
import { addTag, isValidTag } from '../../edits/tags/tagging.ts';
import { refuse } from '../support/refuse.ts';
import { readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isRange, isString, listOf, optional } from './argument.ts';
import { createBriefCommand, spanOf } from './command.ts';
import { taggableSpan } from './tagSelection.ts';

/** Adds an entity to the registry and tags the range as this entity, in one edit. */
export const addEntity = createBriefCommand(
  'briefmark.server.addEntity',
  { uri: isString, range: isRange, id: isString, type: isString, name: isString, aliases: optional(listOf(isString)) },
  async (params, openBrief) => {
    const { id, type, name, aliases } = params;
    const { uri, document, scope, context } = openBrief;
    const span = taggableSpan(spanOf(params, document), openBrief);
    if (!isValidTag(type, id))
      refuse(l10n.t('“{0}” cannot be an id: use letters, digits, “.”, “_”, “-” and “/”, and a type of the list.', id));
    if (scope.entities.has(id)) refuse(l10n.t('The id “{0}” already belongs to another entity.', id));
    const { version } = document;
    const targets = await readRegistryTargets(uri, context);
    const added = targets.addEntries('entity', [createEntityEntry(id, type, name, aliases)]);
    if (!added) refuse(l10n.t('There is no entities.yaml to which the entity could be added. Save the brief first.'));
    const editContext = { rangeIn: targets.rangeIn, versionOf: context.versionOf };
    return { version, edit: toWorkspaceEdit([...addTag(uri, span, type, id), added.change], editContext) };
  },
);
