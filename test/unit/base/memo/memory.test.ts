import { expect, test } from 'vitest';
import { createMemory } from '../../../../server/src/base/memo/memory.ts';

test('what is remembered by an object shows nowhere in it', () => {
  const lengths = createMemory<{ word: string }, number>();
  const others = createMemory<{ word: string }, string>();
  const [one, same] = [{ word: 'one' }, { word: 'one' }];
  expect(lengths.get(one)).toBeUndefined();
  others.set(one, 'x');
  lengths.set(one, 3);
  lengths.set(one, 4);
  expect([lengths.get(one), others.get(one), lengths.get(same)]).toEqual([4, 'x', undefined]);
  expect(one).toStrictEqual(same);
  expect(lengths.get({ ...one })).toBeUndefined();
  expect(JSON.stringify(one)).toBe('{"word":"one"}');
});
