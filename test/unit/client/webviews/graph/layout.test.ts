import { expect, test } from 'vitest';
import { computeLayout, MAX_FORCE_NODES } from '../../../../../client/src/webviews/graph/page/layout.ts';

const radii = (size: number) => Array.from({ length: size }, () => 10);

test('who belongs together stands together', () => {
  const pairs = Array.from({ length: 10 }, (_, index) => ({ a: index, b: 19 - index, count: 4 }));
  const points = computeLayout(radii(20), pairs);
  const away = (a: number, b: number) => Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y);
  const closest = pairs.filter(({ a, b }) => points.every((_, other) => other === a || away(a, b) <= away(a, other)));
  expect(closest.length).toBeGreaterThan(7);
});

test('of very many the first stand in the middle', () => {
  const points = computeLayout(radii(MAX_FORCE_NODES + 1), []);
  const far = points.map(({ x, y }) => Math.hypot(x, y));
  expect(far).toEqual([...far].sort((a, b) => a - b));
});

test('none, one, and two without a line', () => {
  expect(computeLayout([], [])).toEqual([]);
  expect(computeLayout([10], [])).toHaveLength(1);
  expect(computeLayout([10, 10], [])).toHaveLength(2);
});
