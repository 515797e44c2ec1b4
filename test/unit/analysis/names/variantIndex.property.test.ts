import fc from 'fast-check';
import { expect } from 'vitest';
import {
  edgeKeys,
  keysWithoutWord,
  normalizedWords,
  variantIndexOf,
} from '../../../../server/src/analysis/names/variantIndex.ts';
import { createScope, type Scope } from '../../../../server/src/scope/scope.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../../support/arbitraries.ts';

const NAMES = [
  'Northern Guard',
  'Northern Border Guard',
  'Southern Border Guard',
  'Borderland',
  'Afghanistan',
  'Wu',
  'Guard',
];
const entity = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  name: fc.constantFrom(...NAMES),
  aliases: fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }),
});
const entities = fc.uniqueArray(entity, { maxLength: 5, selector: ({ id }) => id });
/** A list of definitions that changes in steps; unchanged entries are the same objects. */
const registries = fc.array(entities, { minLength: 1, maxLength: 5 });

const keys = [...new Set(NAMES.flatMap((name) => keysOf(normalizedWords(name))))];

testProperty('after changes of names, an index equals one built from scratch', registries, (lists) => {
  const read = lists.map((list) =>
    readRegistry(`entities: ${JSON.stringify(list.map((one) => ({ ...one, type: 'group' })))}`),
  );
  let scope: Scope | undefined;
  for (const registry of read) {
    scope = createScope([{ uri: 'r', registry }], scope);
    const [index, fresh] = [variantIndexOf(scope), variantIndexOf(createScope([{ uri: 'r', registry }]))];
    const shown = (one: typeof index) => ({
      words: NAMES.flatMap(normalizedWords).map((word) => one.hasWord(word)),
      names: keys.map((key) => one.namesWith(key).map(({ id, text }) => `${id} ${text}`)),
    });
    expect(shown(index)).toEqual(shown(fresh));
  }
});

function keysOf(words: readonly string[]): string[] {
  return [words.join(''), ...words.flatMap((word, at) => [...edgeKeys(word), ...keysWithoutWord(words, at)])];
}
