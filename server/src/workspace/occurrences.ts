import type { Span } from '../base/text/span.ts';

/**
 * One definition or use of an entity, a source or a type: what references, rename, highlight, counts and "unused" are made
 * of.
 */
export interface Occurrence {
  /** `type` is a type of entities that is not built in. */
  readonly kind: 'entity' | 'source' | 'type';
  readonly id: string;
  /**
   * `definition`: the id of an entry. `tag`, `key`: an id in a brief. `mention`: a name in prose. `citation`: a citation
   * in words that resolves to the source. `marker`: a marker of a note that cites the source. `reference`: an id or name in a registry (`part_of`, `container-title`, the
   * `type` of an entity, `extends`).
   */
  readonly role: 'definition' | 'tag' | 'key' | 'mention' | 'citation' | 'marker' | 'reference';
  readonly uri: string;
  readonly span: Span;
  /** Where the id is written; absent for mentions, citations in words and `container-title`. */
  readonly idSpan?: Span;
  /** Of a mention that can be turned into a tag where it is: the ids of all entities with that name. */
  readonly taggableAs?: readonly string[];
}

/**
 * Whether an occurrence is a use in a brief, which counts are made of. A marker is none beside the citation in its note: it is
 * the place in the sentence.
 */
export function isUse({ role }: Pick<Occurrence, 'role'>): boolean {
  return role !== 'definition' && role !== 'reference' && role !== 'marker';
}

/** A symbol as one string, for tables. */
export function symbolKey(kind: Occurrence['kind'], id: string): string {
  return `${kind} ${id}`;
}
