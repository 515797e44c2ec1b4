import { expect, test } from 'vitest';
import { buildGraph } from '../../../../server/src/features/views/graph.ts';
import { contextOf } from './support.ts';

test('of too many the most mentioned are kept', async () => {
  const tags = Array.from({ length: 2_100 }, (_, index) => `[n${index}](person:n${index})`);
  const context = contextOf(`${tags.join('\n\n')}\n\n[n2099](person:n2099) and [n2098](person:n2098)\n`);
  const { nodes, entities, edges } = await buildGraph({ rangeKind: 'workspace' }, 'paragraph', context);
  expect(entities).toBe(2_100);
  expect(nodes).toHaveLength(2_000);
  expect(nodes.slice(0, 2).map(({ id }) => id)).toEqual(['n2098', 'n2099']);
  expect(edges).toEqual([{ a: 0, b: 1, kind: 'together', count: 1 }]);
});

test('of too many pairs the most frequent are kept', async () => {
  const brief = (name: string, from: number, to: number) => {
    const tags = Array.from({ length: to - from }, (_, index) => `[n${from + index}](person:n${from + index})`);
    return `--- ${name}.brief\n${tags.join(' ')}`;
  };
  const context = contextOf([brief('a', 0, 115), brief('b', 110, 200), brief('c', 113, 116)].join('\n'));
  const { edges, pairs } = await buildGraph({ rangeKind: 'workspace' }, 'paragraph', context);
  expect(pairs).toBe((115 * 114) / 2 + (90 * 89) / 2 - (5 * 4) / 2);
  expect(edges).toHaveLength(6_000);
  expect(edges.map(({ count }) => count).slice(0, 14)).toEqual([3, ...Array(11).fill(2), 1, 1]);
});

test('a name of a million letters is cut', async () => {
  const { nodes } = await buildGraph(
    { rangeKind: 'workspace' },
    'paragraph',
    contextOf(`
    A [word](org:long).
    --- entities.yaml
    entities: [{ id: long, type: org, name: "${'x'.repeat(1_000_000)}" }]
  `),
  );
  expect(nodes[0]!.name.length).toBeLessThan(200);
});
