import * as l10n from '@vscode/l10n';
import { entityEntry } from '../../edits/registry/newEntries.ts';
import { canBeTagOf, putTag } from '../../edits/tags/tagging.ts';
import { refuse } from '../support/refuse.ts';
import { readHomes } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { command, spanOf } from './command.ts';
import { wordsToTag } from './tagSelection.ts';

/** Enters an entity and tags the words of the range as it, in one edit. */
export const addEntity = command('briefmark.server.addEntity', async (params, at) => {
  const { id, type, name } = params;
  const { uri, document, scope, context } = at;
  const span = wordsToTag(spanOf(params, document), at);
  if (!canBeTagOf(type, id))
    refuse(l10n.t('“{0}” cannot be an id: use letters, digits, “.”, “_”, “-” and “/”, and a type of the list.', id));
  if (scope.entities.has(id)) refuse(l10n.t('There is an entity with the id “{0}” already.', id));
  const { version } = document;
  const homes = await readHomes(uri, context);
  const added = homes.add('entity', [entityEntry(id, type, name)]);
  if (!added) refuse(l10n.t('There is no entities.yaml to which the entity could be added. Save the brief first.'));
  const places = { rangeIn: homes.rangeIn, versionOf: context.versionOf };
  return { version, edit: toWorkspaceEdit([...putTag(uri, span, type, id), added.change], places) };
});
