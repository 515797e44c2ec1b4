import { expect, test } from 'vitest';
import { buildTimeline } from '../../../../server/src/features/views/timeline.ts';
import { contextOf } from './support.ts';

test('of too many the latest are kept', async () => {
  const days = Array.from({ length: 25 }, (_, index) => `--- ${index}.brief\n${daysOf(2000 + index)}`);
  const { items, total } = await buildTimeline({ rangeKind: 'workspace' }, contextOf(days.join('\n')));
  expect(total).toBe(2_100);
  expect(items).toHaveLength(2_000);
  expect(items.at(-1)!.date).toEqual({ year: 2024, month: 12, day: 7 });
});

function daysOf(year: number): string {
  const day = (index: number) => `On ${1 + (index % 7)}.${1 + Math.floor(index / 7)}.${year} it rained.`;
  return Array.from({ length: 84 }, (_, index) => day(index)).join('\n');
}
