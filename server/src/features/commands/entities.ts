import { isValidTag } from '../../edits/tags/tagging.ts';
import { BUILT_IN_TYPES } from '../../syntax/ast.ts';
import { isString } from './argument.ts';
import { createCommand } from './command.ts';

/** The entities that tags can refer to, sorted by name, and all types. */
export const entities = createCommand('briefmark.server.entities', { uri: isString }, ({ uri }, { workspace }) => {
  const scope = workspace.scopeOf(uri);
  return {
    entities: [...scope.entities.values()]
      .filter(({ entry }) => isValidTag(entry.type.value, entry.id.value))
      .map(({ entry: { id, type, name, aliases, description } }) => ({
        id: id.value,
        type: type.value,
        name: name.value,
        aliases: aliases.map(({ value }) => value),
        description: description ?? '',
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    types: [...BUILT_IN_TYPES, ...scope.types.keys()].filter((type) => isValidTag(type, 'x')),
  };
});
