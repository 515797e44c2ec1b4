import fc from 'fast-check';
import { expect } from 'vitest';
import { createKeyTable } from '../../../../server/src/analysis/names/keyTable.ts';
import { testProperty } from '../../support/arbitraries.ts';

const keys = fc.array(fc.oneof(fc.constantFrom('', 'a', 'b', 'ab'), fc.string({ maxLength: 3 })), { maxLength: 100 });

testProperty('a key has all numbers that were added to it, the last one first', keys, (added) => {
  const table = createKeyTable();
  for (const [number, key] of added.entries()) table.add(key, number);
  for (const key of [...added, 'never added']) {
    const own = added.flatMap((one, number) => (one === key ? number : [])).reverse();
    // Those of another key with the same hash may be among them.
    expect(table.get(key).filter((number) => added[number] === key)).toEqual(own);
  }
});
