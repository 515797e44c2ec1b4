import { shift } from '../../base/text/span.ts';
import { addTag, isValidTag } from '../../edits/tags/tagging.ts';
import { mentionsIn } from '../../names/mentions.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isString } from './argument.ts';
import { createBriefCommand } from './command.ts';

/** Tags every mention in the brief that has exactly one candidate. */
export const tagAllNames = createBriefCommand(
  'briefmark.server.tagAllNames',
  { uri: isString },
  (_, { uri, brief, document, scope, context }) => {
    const tagged = brief.blocks.flatMap((block, index) => {
      const blockStart = brief.starts[index]!;
      const mentions = mentionsIn(brief, block, blockStart, scope.findNames);
      if (mentions.length === 0) return [];
      const isTaggable = createTaggableCheck(brief, block, blockStart);
      return mentions.flatMap((mention) => {
        const [id, ...others] = mention.ids;
        const type = id === undefined ? undefined : scope.entities.get(id)?.entry.type.value;
        if (id === undefined || others.length > 0 || !isTaggable(mention)) return [];
        return type !== undefined && isValidTag(type, id)
          ? [{ id, changes: addTag(uri, shift(mention, blockStart), type, id) }]
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
  },
);
