import { shift } from '../../base/text/span.ts';
import { canBeTagOf, putTag } from '../../edits/tags/tagging.ts';
import { mentionsIn } from '../../names/mentions.ts';
import { taggableIn } from '../../names/taggable.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { command } from './command.ts';

/** Tags every name of the brief that exactly one entity bears. */
export const tagAllNames = command('briefmark.server.tagAllNames', (_, { uri, brief, document, scope, context }) => {
  const tagged = brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    const mentions = mentionsIn(brief, block, at, scope.findNames);
    if (mentions.length === 0) return [];
    const taggable = taggableIn(brief, block, at);
    return mentions.flatMap((mention) => {
      const [id, ...others] = mention.ids;
      const type = id === undefined ? undefined : scope.entities.get(id)?.entry.type.value;
      if (id === undefined || others.length > 0 || !taggable(mention)) return [];
      return type !== undefined && canBeTagOf(type, id)
        ? [{ id, changes: putTag(uri, shift(mention, at), type, id) }]
        : [];
    });
  });
  return {
    version: document.version,
    edit: toWorkspaceEdit(
      tagged.flatMap(({ changes }) => changes),
      context,
    ),
    mentions: tagged.length,
    entities: new Set(tagged.map(({ id }) => id)).size,
  };
});
