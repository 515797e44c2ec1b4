/** Strings as numbers, for places are kept by the hundred thousand, and say the same again and again. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { ownCopy } from '../../base/text/span.ts';

export interface Words {
  /** The number of a text; the same text always has the same. */
  numberOf(text: string): number;
  /** How many there are: the next one gets this number. */
  count(): number;
  /** The number of a text, if it has one. */
  find(text: string): number | undefined;
  textOf(number: number): string;
  /** The number of the ids of a name: that of a text which says them all. */
  numberOfIds(ids: readonly string[]): number;
  /** The ids behind such a number: always the same list. From then on `listsWith` knows it. */
  idsOf(number: number): readonly string[];
  /** The numbers of all lists that hold an id. */
  listsWith(id: string): readonly number[];
}

export function createWords(): Words {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  /** All mentions of a name have the same list, which most are recognized by. */
  const numbersOfIds = new WeakMap<readonly string[], number>();
  const lists = new Map<number, readonly string[]>();
  const listsWith = new Map<string, number[]>();

  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    // A copy: a slice would keep the whole text it was cut from.
    const own = ownCopy(text);
    numbers.set(own, texts.length);
    return texts.push(own) - 1;
  };
  const idsOf = (number: number) =>
    getOrInsert(lists, number, () => {
      const ids: readonly string[] = JSON.parse(texts[number]!);
      for (const id of new Set(ids)) getOrInsert(listsWith, id, () => []).push(number);
      return ids;
    });
  return {
    count: () => texts.length,
    numberOf,
    find: (text) => numbers.get(text),
    textOf: (number) => texts[number]!,
    numberOfIds(ids) {
      let number = numbersOfIds.get(ids);
      if (number === undefined) {
        number = numberOf(JSON.stringify(ids));
        numbersOfIds.set(ids, number);
      }
      return number;
    },
    idsOf,
    listsWith: (id) => listsWith.get(id) ?? [],
  };
}
