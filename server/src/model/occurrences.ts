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
/** Role, span, span of the id (-1: none). */
const ROW = 5;

/** What a file holds, as numbers: there may be a million rows. Those of one thing stand together. */
interface FileRows {
  /** The things it speaks of, each once, by number. */
  readonly targets: Int32Array;
  /** The index of the first row of each, and behind the last one the number of rows. */
  readonly firsts: Int32Array;
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
  const numbers = occurrences.map(({ kind, id }) => numberOf(targetOf(kind, id)));
  const order = numbers.map((_, index) => index).sort((a, b) => numbers[a]! - numbers[b]!);
  const rows = new Int32Array(order.length * ROW);
  const targets: number[] = [];
  const firsts: number[] = [];
  for (const [index, from] of order.entries()) {
    const target = numbers[from]!;
    if (targets.at(-1) !== target) {
      targets.push(target);
      firsts.push(index);
    }
    const { role, span, idSpan } = occurrences[from]!;
    const at = index * ROW;
    rows[at] = ROLES.indexOf(role);
    rows[at + 1] = span.start;
    rows[at + 2] = span.end;
    rows[at + 3] = idSpan?.start ?? -1;
    rows[at + 4] = idSpan?.end ?? -1;
  }
  const names = order.map((from) => occurrences[from]!.taggableAs);
  return { targets: Int32Array.from(targets), firsts: Int32Array.from([...firsts, order.length]), rows, names };
}

function unpack(uri: string, file: FileRows, target: number, thing: Pick<Occurrence, 'kind' | 'id'>) {
  const { firsts, rows, names } = file;
  const place = placeOf(file.targets, target);
  const found: Occurrence[] = [];
  for (let index = firsts[place]!; index < firsts[place + 1]!; index++) {
    const at = index * ROW;
    const taggableAs = names[index];
    found.push({
      ...thing,
      role: ROLES[rows[at]!]!,
      uri,
      span: { start: rows[at + 1]!, end: rows[at + 2]! },
      ...(rows[at + 3]! >= 0 && { idSpan: { start: rows[at + 3]!, end: rows[at + 4]! } }),
      ...(taggableAs && { taggableAs }),
    });
  }
  return found;
}

/** Where a number stands in a sorted list that holds it. */
function placeOf(numbers: Int32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
