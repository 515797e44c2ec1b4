import { expect, test } from 'vitest';
import { buildGraph, mentionRows } from '../../../../server/src/features/views/graph.ts';
import type { PictureRange, Proximity } from '../../../../server/src/protocol/pictures.ts';
import { contextOf } from './support.ts';

const CASEBOOK = `
  --- north/a.brief
  Ferries left Odesa with grain for the [port authority](org:port).

  The Port Authority waited. Odesa and the Harbour Guild spoke of [fees](fee:levy).
  --- north/b.brief
  The Harbour Guild met at Odesa, and Mercury was named, too.
  --- south/c.brief
  ---
  entities:
    - { id: odesa, type: place, name: Odesa in Texas }
  ---

  Odesa has no harbour. The Harbour Guild has no member there.
  --- entities.yaml
  types: [{ id: union, name: Union, extends: org }]
  entities:
    - { id: port, type: org, name: Port Authority }
    - { id: guild, type: union, name: Harbour Guild, part_of: port }
    - { id: odesa, type: place, name: Odesa }
    - { id: mercury-1, type: org, name: Mercury }
    - { id: mercury-2, type: media, name: Mercury }
    - { id: nobody, type: person, name: Nobody Here, part_of: nobody }
`;

async function show(within: PictureRange, proximity: Proximity = 'paragraph'): Promise<string[]> {
  const { nodes, edges } = await buildGraph(within, proximity, contextOf(CASEBOOK));
  const name = (place: number) => nodes[place]!.name;
  return [
    ...nodes.map(({ name, builtIn, typeName, mentions, briefs }) =>
      [name, typeName || builtIn || '-', builtIn || '-', mentions, briefs].join(' | '),
    ),
    ...edges.map(({ a, b, kind, count }) => `${name(a)} ${kind === 'together' ? '–' : 'in'} ${name(b)} ${count}`),
  ];
}

const uri = 'file:///north/a.brief';

test('who is named, and who with whom in one paragraph', async () => {
  expect(await show({ rangeKind: 'brief', uri })).toEqual([
    'Odesa | place | place | 2 | 1',
    'Port Authority | org | org | 2 | 1',
    'fees | fee | - | 1 | 1',
    'Harbour Guild | Union | org | 1 | 1',
    'Harbour Guild in Port Authority 1',
    'Odesa – Port Authority 2',
    'Odesa – fees 1',
    'Odesa – Harbour Guild 1',
    'Port Authority – fees 1',
    'Port Authority – Harbour Guild 1',
    'fees – Harbour Guild 1',
  ]);
});

test('in the folder: names of two entities are left out', async () => {
  const shown = await show({ rangeKind: 'folder', uri }, 'brief');
  expect(shown.slice(0, 4)).toEqual([
    'Odesa | place | place | 3 | 2',
    'Harbour Guild | Union | org | 2 | 2',
    'Port Authority | org | org | 2 | 1',
    'fees | fee | - | 1 | 1',
  ]);
  expect(shown).toContain('Odesa – Harbour Guild 2');
});

test('in the workspace: what a brief defines for itself is another', async () => {
  const shown = await show({ rangeKind: 'workspace' });
  expect(shown).toContain('Odesa | place | place | 3 | 2');
  expect(shown).toContain('Odesa in Texas | place | place | 1 | 1');
});

test('a brief that does not exist gives an empty graph', async () => {
  expect(await show({ rangeKind: 'brief', uri: 'file:///gone.brief' })).toEqual([]);
  expect(await show({ rangeKind: 'folder' })).toEqual([]);
});

test('the mentions are those that were counted', async () => {
  const context = contextOf(CASEBOOK);
  const { nodes } = await buildGraph({ rangeKind: 'workspace' }, 'paragraph', context);
  for (const { id, uri, mentions } of nodes) {
    const { rows, total } = await mentionRows({ rangeKind: 'workspace', entity: { id, uri } }, context);
    expect(total).toBe(mentions);
    expect(rows).toHaveLength(mentions);
  }
  const { rows } = await mentionRows(
    { rangeKind: 'folder', uri, entity: { id: 'guild', uri: 'file:///entities.yaml' } },
    context,
  );
  expect(
    rows.map(({ brief, excerpt: words, location }) => `${brief}:${location.range.start.line + 1} ${words}`),
  ).toEqual([
    'a.brief:3 …Port Authority waited. Odesa and the Harbour Guild spoke of [fees](fee:levy).',
    'b.brief:1 The Harbour Guild met at Odesa, and Mercury was named, too.',
  ]);
});
