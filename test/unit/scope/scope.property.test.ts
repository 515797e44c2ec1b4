import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScope, foldName, type Scope } from '../../../server/src/scope/scope.ts';
import type { Registry } from '../../../server/src/syntax/ast.ts';
import { readRegistry, updateRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../support/arbitraries.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd');
const names = ['Kabul', 'kabul', 'The Kabul', 'TASS', 'Tass', 'Georgia', '“TASS”', '—', 'Кабул'];
const name = fc.constantFrom(...names);
const type = fc.constantFrom('place', 'media', 'media', 'org');
const entity = fc
  .tuple(id, type, name, fc.array(name, { maxLength: 2 }))
  .map(
    ([id, type, name, aliases]) =>
      `  - { id: ${id}, type: ${type}, name: "${name}", aliases: [${aliases.map((one) => `"${one}"`).join(', ')}] }\n`,
  );
const source = fc
  .tuple(id, name, fc.nat(2), fc.boolean())
  .map(
    ([id, name, day, url]) =>
      `  - { id: ${id}, container-title: "${name}", issued: 2021-05-0${day + 1}${url ? ', URL: https://tass.ru/1' : ''} }\n`,
  );
const lists = fc.record({
  uri: fc.constantFrom('r', 's'),
  types: fc.constantFrom('', 'types: [{ id: a, extends: org }]\n'),
  entities: fc.array(entity, { maxLength: 5 }),
  sources: fc.array(source, { maxLength: 4 }),
});

/** The contents of a scope as plain data. */
function said({
  entities,
  sources,
  types,
  entitiesByName,
  sourcesByOutlet,
  sourcesByDomain,
  sourcesByDay,
  findNames,
  ...rest
}: Scope) {
  const { duplicates, declaresEntities, declaresSources } = rest;
  return {
    maps: [entities, sources, types].map((map) => [...map]),
    groups: [sourcesByOutlet, sourcesByDomain, sourcesByDay].map((map) => [...map].sort()),
    entitiesByName: names.map((one) => [entitiesByName.get(foldName(one)), entitiesByName.has(foldName(one))]),
    isAnyShared: entitiesByName.hasSharedNames,
    found: findNames('Kabul and kabul and TASS, Tass. The Kabul of Georgia, “TASS”; Кабул', []),
    duplicates,
    declaresEntities,
    declaresSources,
  };
}

testProperty(
  'a scope derived from another equals one built from scratch',
  fc.array(lists, { minLength: 1, maxLength: 8 }),
  (steps) => {
    const texts = new Map<string, string>();
    const registries = new Map<string, Registry>();
    let scope: Scope | undefined;
    for (const { uri, types, entities, sources } of steps) {
      const text = `${types}entities:\n${entities.join('')}references:\n${sources.join('')}`;
      const before = registries.get(uri);
      const edit = { start: 0, end: texts.get(uri)?.length ?? 0, newLength: text.length };
      texts.set(uri, text);
      registries.set(uri, before ? updateRegistry(before, text, edit) : readRegistry(text));
      const all = (of: (uri: string) => Registry) =>
        [...texts.keys()].sort().map((uri) => ({ uri, registry: of(uri) }));
      scope = createScope(
        all((uri) => registries.get(uri)!),
        scope,
      );
      const fresh = createScope(all((uri) => readRegistry(texts.get(uri)!)));
      expect(said(scope)).toEqual(said(fresh));
    }
  },
);

test('a scope stays the same object as long as no definition changes', () => {
  const text = '# Head\nentities:\n  - { id: a, type: org, name: One }\n  - { id: b, type: org, name: Two }\n';
  const before = readRegistry(text);
  const scope = createScope([{ uri: 'r', registry: before }]);
  const after = updateRegistry(before, `#${text}`, { start: 0, end: 0, newLength: 1 });
  expect(createScope([{ uri: 'r', registry: after }], scope)).toBe(scope);
  expect(scope.entities.get('b')!.entry.id.span.start).toBe(text.indexOf('b,') + 1);
  expect(createScope([], scope)).not.toBe(scope);
});

testProperty(
  'names in ASCII are folded like other names',
  fc.array(fc.constantFrom('the', 'The', 't', 'he', 'Reuters', '9', ' ', '\n', '-', '.', '_'), { maxLength: 6 }),
  (parts) => {
    const name = parts.join('');
    expect(foldName(`${name}é`)).toBe(`${foldName(name)}é`);
  },
);
