/** The names in a brief as rows of plain data. */

import { type Span, shift, slice } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import { EVERYTHING, type Release } from '../../render/release.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { type ListedBrief, locate } from './row.ts';

/** One entity tag, or one mention of a known name. */
export interface EntityRow {
  readonly file: string;
  /** Where it begins; both count from one. */
  readonly line: number;
  readonly column: number;
  readonly span: Span;
  readonly surface: string;
  /** The type in the tag or in the registry; null if several entities have this name. */
  readonly type: string | null;
  readonly id: string | null;
  readonly tagged: boolean;
}

/** The entity tags of a brief, and the mentions of registered names in its prose, but for those that its readers may not know. */
export function entityRows({ name, brief, scope }: ListedBrief, release: Release = EVERYTHING): EntityRow[] {
  const positionOf = locate(brief);
  return brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    const tags = entityTags(block).map(({ start, end, surface, type, id }): EntityRow => {
      const span = shift({ start, end }, at);
      const where = { file: name, ...positionOf(span.start), span };
      return { ...where, surface: surface.value, type: type.value, id: id.value, tagged: true };
    });
    const mentions = mentionsIn(brief, block, at, scope.findNames).map(({ start, end, ids }): EntityRow => {
      const span = shift({ start, end }, at);
      // A name that several entities share is not resolved.
      const [id = null] = ids.length === 1 ? ids : [];
      const type = id === null ? null : (scope.entities.get(id)?.entry.type.value ?? null);
      return { file: name, ...positionOf(span.start), span, surface: slice(brief.text, span), type, id, tagged: false };
    });
    return [...tags, ...mentions]
      .filter(({ id }) => id === null || !release.isWithheld(scope.entities.get(id)?.entry))
      .sort((a, b) => a.span.start - b.span.start);
  });
}
