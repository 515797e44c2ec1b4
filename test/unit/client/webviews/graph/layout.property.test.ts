import { expect, test } from 'vitest';
import { computeLayout } from '../../../../../client/src/webviews/graph/page/layout.ts';

const ring = (size: number) => Array.from({ length: size }, (_, a) => ({ a, b: (a + 1) % size, count: 1 }));
const radii = (size: number) => Array.from({ length: size }, () => 10);

test('nothing lies on top of another, and the same graph is always the same picture', () => {
  const points = computeLayout(radii(60), ring(60));
  for (const [index, { x, y }] of points.entries()) {
    expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    for (const other of points.slice(index + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(20);
  }
  expect(computeLayout(radii(60), ring(60))).toEqual(points);
});
