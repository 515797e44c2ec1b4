import { entityEntry } from '../../model/newEntries.ts';
import { canBeTagOf, putTag } from '../../model/tagging.ts';
import { toWorkspaceEdit } from '../edits.ts';
import { readHomes } from '../registryHomes.ts';
import { command, refusal, spanOf } from './command.ts';
import { wordsToTag } from './tagSelection.ts';

/** Enters an entity and tags the words of the range as it, in one edit. */
export const addEntity = command('briefmark.server.addEntity', async (params, at) => {
  const { id, type, name } = params;
  const { uri, document, scope, context } = at;
  const span = wordsToTag(spanOf(params, document), at);
  if (!canBeTagOf(type, id))
    throw refusal(`“${id}” cannot be an id: use letters, digits, “.”, “_”, “-” and “/”, and a type of the list.`);
  if (scope.entities.has(id)) throw refusal(`There is an entity with the id “${id}” already.`);
  const { version } = document;
  const homes = await readHomes(uri, context);
  const added = homes.add('entity', [entityEntry(id, type, name)]);
  if (!added) throw refusal('There is no entities.yaml to which the entity could be added. Save the brief first.');
  const places = { rangeIn: homes.rangeIn, versionOf: context.versionOf };
  return { version, edit: toWorkspaceEdit([...putTag(uri, span, type, id), added.change], places) };
});
