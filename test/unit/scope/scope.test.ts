import { describe, expect, test } from 'vitest';
import {
  createScope,
  findOutlet,
  foldName,
  isKnownType,
  isSubtypeOf,
  outletKey,
} from '../../../server/src/scope/scope.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';

function scopeOf(...texts: string[]) {
  return createScope(texts.map((text, index) => ({ uri: `file:///${index}.yaml`, registry: readRegistry(text) })));
}

describe('the names of outlets', () => {
  test.each([
    ['The Guardian', 'guardian'],
    ['RFE/RL', 'RFERL'],
    ['RFE/RL', 'R.F.E. / R.L.'],
    ['Kavkaz-Uzel', 'kavkaz uzel'],
    ['People’s Daily', "People's Daily"],
    ['ＴＡＳＳ', 'tass'],
    ['Новая газета', 'НОВАЯ  ГАЗЕТА'],
    ['Rádio', 'Ra\u0301dio'],
    ['The  New York Times', 'New York Times'],
  ])('%s is %s', (a, b) => expect(foldName(a)).toBe(foldName(b)));

  test.each([
    ['Radio Ozodi', 'Radio Ozodlik'],
    ['Times', 'Times of India'],
    ['Theatre', 'atre'],
    ['环球时报', '环球网'],
    ['Radio', 'Rádio'],
    ['24.kg', '24'],
  ])('%s is not %s', (a, b) => expect(foldName(a)).not.toBe(foldName(b)));

  test('find the entity with this name, an outlet before others', () => {
    const scope = scopeOf(`entities:
      - { id: guard, type: org, name: Guardian, aliases: [The Guard] }
      - { id: guardian, type: media, name: The Guardian }
      - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL] }`);
    expect(findOutlet(scope, 'guardian')?.entry.id.value).toBe('guardian');
    expect(scope.entitiesByName.get('guardian')).toEqual(['guardian', 'guard']);
    expect(findOutlet(scope, 'the RFE RL')?.entry.id.value).toBe('rferl');
    expect(outletKey(scope, 'RFE/RL')).toBe(outletKey(scope, 'Radio Free Europe / Radio Liberty'));
    expect(findOutlet(scope, 'TASS')).toBeUndefined();
    expect(outletKey(scope, 'The TASS')).toBe(outletKey(scope, 'tass'));
  });
});

describe('definitions', () => {
  test('the first definition of an id counts, the others are duplicates', () => {
    const scope = scopeOf(
      'entities:\n  - { id: a, type: org, name: One }',
      'entities:\n  - { id: a, type: group, name: Two }',
    );
    expect(scope.entities.get('a')).toMatchObject({ uri: 'file:///0.yaml', entry: { name: { value: 'One' } } });
    expect(scope.duplicates).toMatchObject([
      { kind: 'entity', duplicate: { uri: 'file:///1.yaml' }, original: { uri: 'file:///0.yaml' } },
    ]);
  });
  test('an entity and a source may share an id', () => {
    const scope = scopeOf('entities:\n  - { id: a, type: org, name: One }\nreferences:\n  - id: a\n    title: T');
    expect(scope.duplicates).toEqual([]);
  });
  test('ids are compared exactly', () => {
    const scope = scopeOf('entities:\n  - { id: a, type: org, name: One }\n  - { id: A, type: org, name: Two }');
    expect([...scope.entities.keys()]).toEqual(['a', 'A']);
    expect(scope.duplicates).toEqual([]);
  });
  test('an empty list counts as a declared list', () => {
    expect(scopeOf()).toMatchObject({ declaresEntities: false, declaresSources: false });
    expect(scopeOf('entities:')).toMatchObject({ declaresEntities: true, declaresSources: false });
    expect(scopeOf('references: []')).toMatchObject({ declaresEntities: false, declaresSources: true });
  });
});

test('custom types', () => {
  const scope = scopeOf(`types:
  - { id: operation, name: Operation, extends: event }
  - { id: raid, extends: operation }
  - { id: loop, extends: pool }
  - { id: pool, extends: loop }`);
  expect(['person', 'operation', 'raid', 'src', 'grup'].map((type) => isKnownType(scope, type))).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(isSubtypeOf(scope, 'raid', 'event')).toBe(true);
  expect(isSubtypeOf(scope, 'raid', 'raid')).toBe(true);
  expect(isSubtypeOf(scope, 'event', 'raid')).toBe(false);
  expect(isSubtypeOf(scope, 'loop', 'event')).toBe(false);
});

test('the name finder stays the same object as long as the names do not change', () => {
  const registry = readRegistry('entities:\n  - { id: a, type: org, name: One }');
  const more = readRegistry('references:\n  - id: s');
  const renamed = readRegistry('entities:\n  - { id: a, type: org, name: Two }');
  const first = createScope([{ uri: 'a', registry }]);
  const second = createScope([...[registry, more].map((one) => ({ uri: 'a', registry: one }))], first);
  expect(second.findNames).toBe(first.findNames);
  expect(createScope([{ uri: 'a', registry: renamed }], second).findNames).not.toBe(first.findNames);
});
