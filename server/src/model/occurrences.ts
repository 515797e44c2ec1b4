/**
 * The one table behind references, rename, highlight, counts and "unused": every place where an entity, a source or
 * a type is defined or used, in every file that is not open as a brief. Those: `openPlaces.ts`.
 */

import type { Span } from '../syntax/span.ts';
import { getOrInsert } from './maps.ts';

export interface Occurrence {
  /** `type`: of entities, and not built in. */
  readonly kind: 'entity' | 'source' | 'type';
  readonly id: string;
  /**
   * `definition`: the id of an entry. `tag`, `key`: an id in a brief. `mention`: a name in prose. `citation`: a citation
   * in words that resolves to the source. `reference`: an id or name in a registry (`part_of`, `container-title`, the
   * `type` of an entity, `extends`).
   */
  readonly role: 'definition' | 'tag' | 'key' | 'mention' | 'citation' | 'reference';
  readonly uri: string;
  readonly span: Span;
  /** Where the id itself is written: everywhere but in mentions, citations in words, and `container-title`. */
  readonly idSpan?: Span;
  /** Of a mention that could be made a tag where it stands: the ids of all entities that bear the name. */
  readonly taggableAs?: readonly string[];
}

export interface OccurrenceTable {
  /** Replaces what a file holds. */
  set(uri: string, occurrences: readonly Occurrence[]): void;
  delete(uri: string): void;
  /** All places of one thing, by file in the order the files came in, then by place. */
  of(kind: Occurrence['kind'], id: string): Occurrence[];
}

const ROLES: readonly Occurrence['role'][] = ['definition', 'tag', 'key', 'mention', 'citation', 'reference'];
/** Target, role, span, span of the id (-1: none). */
const ROW = 6;

/** What a file holds, as numbers: there may be a million rows. */
interface FileRows {
  /** The things it speaks of, each once. */
  readonly targets: Int32Array;
  readonly rows: Int32Array;
  /** `taggableAs` of every row. */
  readonly names: readonly (readonly string[] | undefined)[];
}

export function createOccurrenceTable(): OccurrenceTable {
  /** Things have numbers, which they keep. */
  const numbers = new Map<string, number>();
  const files = new Map<string, FileRows>();
  const filesOf = new Map<number, Set<string>>();
  const remove = (uri: string) => {
    for (const target of files.get(uri)?.targets ?? []) {
      const uris = filesOf.get(target);
      uris?.delete(uri);
      if (uris?.size === 0) filesOf.delete(target);
    }
    files.delete(uri);
  };
  return {
    set(uri, occurrences) {
      remove(uri);
      const file = pack(occurrences, (target) => getOrInsert(numbers, target, () => numbers.size));
      files.set(uri, file);
      for (const target of file.targets) getOrInsert(filesOf, target, () => new Set<string>()).add(uri);
    },
    delete: remove,
    of(kind, id) {
      const target = numbers.get(targetOf(kind, id)) ?? -1;
      const uris = filesOf.get(target);
      return uris ? [...uris].flatMap((uri) => unpack(uri, files.get(uri)!, target, { kind, id })) : [];
    },
  };
}

/** A thing in one word, for tables. */
export function targetOf(kind: Occurrence['kind'], id: string): string {
  return `${kind} ${id}`;
}

function pack(occurrences: readonly Occurrence[], numberOf: (target: string) => number): FileRows {
  const rows = new Int32Array(occurrences.length * ROW);
  const targets = new Set<number>();
  const names = occurrences.map(({ taggableAs }) => taggableAs);
  for (const [index, { kind, id, role, span, idSpan }] of occurrences.entries()) {
    const at = index * ROW;
    const target = numberOf(targetOf(kind, id));
    targets.add(target);
    rows[at] = target;
    rows[at + 1] = ROLES.indexOf(role);
    rows[at + 2] = span.start;
    rows[at + 3] = span.end;
    rows[at + 4] = idSpan?.start ?? -1;
    rows[at + 5] = idSpan?.end ?? -1;
  }
  return { targets: Int32Array.from(targets), rows, names };
}

function unpack(uri: string, { rows, names }: FileRows, target: number, thing: Pick<Occurrence, 'kind' | 'id'>) {
  const found: Occurrence[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    if (rows[at] !== target) continue;
    const taggableAs = names[at / ROW];
    found.push({
      ...thing,
      role: ROLES[rows[at + 1]!]!,
      uri,
      span: { start: rows[at + 2]!, end: rows[at + 3]! },
      ...(rows[at + 4]! >= 0 && { idSpan: { start: rows[at + 4]!, end: rows[at + 5]! } }),
      ...(taggableAs && { taggableAs }),
    });
  }
  return found;
}
