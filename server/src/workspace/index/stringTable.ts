/** Strings as numbers, because hundreds of thousands of packed rows repeat the same few thousand strings. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { detach } from '../../base/text/span.ts';

export interface StringTable {
  /** The number of a string; always the same for the same string. */
  intern(string: string): number;
  /** How many strings there are; the next one gets this number. */
  size(): number;
  /** The number of a string, if it has one. */
  find(string: string): number | undefined;
  stringAt(number: number): string;
  /** The number of a list of ids, which is interned as JSON. */
  internIds(ids: readonly string[]): number;
  /** The list of ids with that number: always the same object. From then on `idListsWith` includes it. */
  idsOf(number: number): readonly string[];
  /** The numbers of all lists that contain an id. */
  idListsWith(id: string): readonly number[];
}

/** An empty table. */
export function createStringTable(): StringTable {
  const numberByString = new Map<string, number>();
  const strings: string[] = [];
  /** By identity, because all mentions of a name share one list. */
  const numberByIds = new WeakMap<readonly string[], number>();
  const idsByNumber = new Map<number, readonly string[]>();
  const numbersById = new Map<string, number[]>();

  const intern = (string: string): number => {
    const number = numberByString.get(string);
    if (number !== undefined) return number;
    // A slice would keep the whole text alive that it was cut from.
    const detached = detach(string);
    numberByString.set(detached, strings.length);
    return strings.push(detached) - 1;
  };
  const idsOf = (number: number) =>
    getOrInsert(idsByNumber, number, () => {
      const ids: readonly string[] = JSON.parse(strings[number]!);
      for (const id of new Set(ids)) getOrInsert(numbersById, id, () => []).push(number);
      return ids;
    });
  return {
    size: () => strings.length,
    intern,
    find: (string) => numberByString.get(string),
    stringAt: (number) => strings[number]!,
    internIds(ids) {
      let number = numberByIds.get(ids);
      if (number === undefined) {
        number = intern(JSON.stringify(ids));
        numberByIds.set(ids, number);
      }
      return number;
    },
    idsOf,
    idListsWith: (id) => numbersById.get(id) ?? [],
  };
}
