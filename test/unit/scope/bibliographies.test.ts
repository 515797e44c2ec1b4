import { expect, test } from 'vitest';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { readAs } from '../references/read.ts';

const BIB = '@misc{a, title = {Cranes}, date = {2021}}\n@misc{b, title = {Ferries}}\n@misc{b, title = {Again}}\n';

async function scopeOf(yaml: string, ...others: readonly string[]) {
  const bibliographies = await Promise.all([BIB, ...others].map((text) => readAs('a.bib', text)));
  return createScope([
    { uri: 'sources.yaml', registry: readRegistry(yaml) },
    ...bibliographies.map((registry, index) => ({ uri: `${index}.bib`, registry })),
  ]);
}

test('an entry with nothing but custom adds to the one of a bibliography', async () => {
  const scope = await scopeOf('references:\n  - { id: a, custom: { reliability: B, tlp: GREEN } }\n');
  expect(scope.sources.get('a')).toMatchObject({
    uri: '0.bib',
    entry: { title: 'Cranes', reliability: { value: 'B' }, tlp: { value: 'GREEN' } },
  });
});

test('an entry that says more replaces it', async () => {
  const scope = await scopeOf('references:\n  - { id: a, title: Quays, custom: { reliability: B } }\n');
  expect(scope.sources.get('a')).toMatchObject({ uri: 'sources.yaml', entry: { title: 'Quays' } });
});

test('a key is a duplicate within one bibliography only', async () => {
  const scope = await scopeOf('references: []\n', '@misc{a, title = {Elsewhere}}');
  expect(scope.duplicates.map(({ duplicate }) => [duplicate.uri, duplicate.entry.id.value])).toEqual([['0.bib', 'b']]);
  expect(scope.sources.get('a')?.entry.title).toBe('Cranes');
});
