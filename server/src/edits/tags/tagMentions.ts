/** Tags many mentions at once. What is proposed has been read again: the same words, the same citations, and the tags as written. */

import { type Span, slice } from '../../base/text/span.ts';
import type { Brief } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { stripTags } from '../../syntax/brief/brief.ts';
import { citeTheSame } from '../citation/sameCitations.ts';
import { applyReplacements } from '../notes/verify.ts';
import { addTag } from './tagging.ts';

/** A mention, and the entity that its tag will name. */
export interface MentionTag {
  readonly span: Span;
  readonly type: string;
  readonly id: string;
}

/**
 * The tags that can be added together: with them the brief has the words and citations that it had, and each tag is read as written.
 * `read` reads the text with tags, with the registries as they will be then. The tags are in text order and do not overlap.
 */
export function tagsThatHold<T extends MentionTag>(
  brief: Brief,
  tags: readonly T[],
  read: (text: string, tags: readonly T[]) => Brief,
): readonly T[] {
  const kept: T[] = [];
  const tryAll = (more: readonly T[]) => {
    const all = [...kept, ...more];
    const text = applyReplacements(
      brief.text,
      all.flatMap(({ span, type, id }) => addTag('', span, type, id)),
    );
    if (isReadAsTagged(brief, read(text, all), all)) kept.push(...more);
    else if (more.length > 1) {
      const middle = more.length >> 1;
      tryAll(more.slice(0, middle));
      tryAll(more.slice(middle));
    }
  };
  if (tags.length > 0) tryAll(tags);
  return kept;
}

function isReadAsTagged(before: Brief, after: Brief, tags: readonly MentionTag[]): boolean {
  if (stripTags(before) !== stripTags(after) || !citeTheSame(before, after)) return false;
  const found = new Map(
    after.blocks.flatMap((block, index) =>
      entityTags(block).map((tag) => [after.starts[index]! + tag.start, tag] as const),
    ),
  );
  const tagsBefore = before.blocks.reduce((sum, block) => sum + entityTags(block).length, 0);
  let added = 0;
  const areRead = tags.every(({ span, type, id }) => {
    const tag = found.get(span.start + added);
    added += `[](${type}:${id})`.length;
    return tag?.surface.value === slice(before.text, span) && tag.type.value === type && tag.id.value === id;
  });
  return areRead && found.size === tagsBefore + tags.length;
}
