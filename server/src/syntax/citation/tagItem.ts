/** A source tag as an item of a citation. */

import type { Located, Span } from '../../base/text/span.ts';
import { type Citation, type Inline, SOURCE_TYPE, type Tag, type When } from '../ast.ts';
import { createCitation } from './createCitation.ts';

/** The citation that a source tag is. `name` is its surface without markup. */
export function createTagCitation(
  { id, surface }: Tag,
  name: string,
  span: Span,
  group: Span,
  when: When | undefined,
  locator?: Located<string>,
): Citation {
  return createCitation({
    form: 'tag',
    span,
    group,
    source: { start: surface.span.start, end: surface.span.end, name },
    when,
    locator,
    id,
  });
}

export function isSourceTag(atom: Inline | undefined): atom is Tag {
  return atom?.kind === 'tag' && atom.type.value === SOURCE_TYPE;
}
