import { expect, test } from 'vitest';
import { findVariants } from '../../../../server/src/analysis/names/fuzzyNames.ts';
import { normalizedWords, variantIndexOf } from '../../../../server/src/analysis/names/variantIndex.ts';
import type { DefinedEntry } from '../../../../server/src/scope/scope.ts';
import type { EntityEntry } from '../../../../server/src/syntax/ast.ts';

const located = (value: string) => ({ value, span: { start: 0, end: value.length } });

/** The ids of the entities whose names resemble the text, of entities with these names and this many aliases each. */
function variantsOf(text: string, names: Readonly<Record<string, string>>, aliasCount = 0): string[] {
  const aliases = Array.from({ length: aliasCount }, (_, index) => located(`Alias ${index}`));
  const entities = new Map<string, DefinedEntry<EntityEntry>>();
  for (const [id, name] of Object.entries(names)) {
    const common = { type: located('group'), span: { start: 0, end: 0 }, domains: [], platform: false };
    entities.set(id, {
      uri: 'file:///entities.yaml',
      entry: { ...common, id: located(id), name: located(name), aliases },
    });
  }
  const index = variantIndexOf({ entities, findNames: () => [] });
  const words = normalizedWords(text);
  const unknown = words.flatMap((word, at) => (index.hasWord(word) ? [] : [at]));
  return findVariants(text, words, unknown, index, () => false).map(({ id }) => id);
}

test('names are found in the order of the registry, each once', () => {
  const names = { a: 'Northern Border Guard', b: 'Northern Border Guards', c: 'Southern Border Guard' };
  expect(variantsOf('Northern Bordr Guard', names)).toEqual(['a']);
  expect(variantsOf('Afganistan', { a: 'Afghanistan', b: 'Afghanistan' })).toEqual(['a', 'b']);
});

test('nothing is compared when the registries have more than 20,000 names and aliases', () => {
  const names = { a: 'Northern Border Guard' };
  expect(variantsOf('Northern Bordr Guard', names, 100)).toEqual(['a']);
  expect(variantsOf('Northern Bordr Guard', names, 20_000)).toEqual([]);
});
