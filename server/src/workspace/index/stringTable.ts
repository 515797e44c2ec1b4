/** Strings as numbers, for places are kept by the hundred thousand, and say the same again and again. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { detach } from '../../base/text/span.ts';

export interface StringTable {
  /** The number of a text; the same text always has the same. */
  intern(text: string): number;
  /** How many there are: the next one gets this number. */
  size(): number;
  /** The number of a text, if it has one. */
  find(text: string): number | undefined;
  stringAt(number: number): string;
  /** The number of the ids of a name: that of a text which says them all. */
  internIds(ids: readonly string[]): number;
  /** The ids behind such a number: always the same list. From then on `listsWith` knows it. */
  idsOf(number: number): readonly string[];
  /** The numbers of all lists that hold an id. */
  idListsWith(id: string): readonly number[];
}

export function createStringTable(): StringTable {
  const numberByText = new Map<string, number>();
  const texts: string[] = [];
  /** All mentions of a name have the same list, which most are recognized by. */
  const numberByIds = new WeakMap<readonly string[], number>();
  const idsByNumber = new Map<number, readonly string[]>();
  const numbersById = new Map<string, number[]>();

  const intern = (text: string): number => {
    const known = numberByText.get(text);
    if (known !== undefined) return known;
    // A copy: a slice would keep the whole text it was cut from.
    const own = detach(text);
    numberByText.set(own, texts.length);
    return texts.push(own) - 1;
  };
  const idsOf = (number: number) =>
    getOrInsert(idsByNumber, number, () => {
      const ids: readonly string[] = JSON.parse(texts[number]!);
      for (const id of new Set(ids)) getOrInsert(numbersById, id, () => []).push(number);
      return ids;
    });
  return {
    size: () => texts.length,
    intern,
    find: (text) => numberByText.get(text),
    stringAt: (number) => texts[number]!,
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
