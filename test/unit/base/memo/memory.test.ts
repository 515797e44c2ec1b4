import { expect, test } from 'vitest';
import { createMemo } from '../../../../server/src/base/memo/memory.ts';

test('what is remembered by an object shows nowhere in it', () => {
  const lengths = createMemo<{ word: string }, number>();
  const others = createMemo<{ word: string }, string>();
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
