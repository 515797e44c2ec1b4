import fc from 'fast-check';
import { expect } from 'vitest';
import { findVariants, normalizedWords, variantIndexOf } from '../../../../server/src/analysis/names/fuzzyNames.ts';
import { createScope, type Scope } from '../../../../server/src/scope/scope.ts';
import { readRegistry, updateRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, type RandomEdit, testProperty } from '../../support/arbitraries.ts';

const names = [
  'Northern Border Guard',
  'Northern Bordr Guard',
  'Nort Hern Border Guard',
  'Afghanistan',
  'Afghanistann',
  'Kabul City Council',
];
const towns = Array.from(
  { length: 201 },
  (_, index) => `  - { id: t-${index}, type: place, name: "Harbour Town ${index}" }\n`,
);
const change: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat(3), fc.nat(120)),
  inserted: fc.constantFrom(
    '',
    ' s',
    ...names.map(
      (name, index) => `\n  - { id: n-${index}, type: org, name: "${name}", aliases: ["Harbour Twon ${index}"] }\n`,
    ),
  ),
});
const written = [
  ...names,
  'Afghanistn',
  'Northern Border Gaurd',
  'Kabul Citty Council',
  'Harbour Towns',
  'Harbor Town 7',
  'Harbour Twon',
];

const others = readRegistry(`entities:\n${towns.join('').replaceAll('t-', 'u-')}`);

function said(scope: Scope) {
  const index = variantIndexOf(scope);
  return {
    longest: index.maxWords,
    found: written.map((text) => {
      const words = normalizedWords(text);
      const wrong = words.findIndex((word) => !index.words.has(word));
      const found = [wrong, 0, words.length - 1].flatMap((at) => findVariants(text, words, at, index, () => false));
      return found.map(({ text, id }) => `${id} ${text}`);
    }),
  };
}

testProperty(
  'the index of names that follows from one before says what one made from scratch says',
  fc.array(change, { minLength: 1, maxLength: 3 }),
  (changes) => {
    let text = `entities:\n${towns.join('')}`;
    let registry = readRegistry(text);
    let scope = createScope([{ uri: 'r', registry }]);
    variantIndexOf(scope);
    for (const one of changes) {
      const after = applyRandomEdit(text, one);
      text = after.text;
      registry = updateRegistry(registry, text, after.edit);
      scope = createScope([{ uri: 'r', registry }], scope);
      const changed = said(scope);
      // Another table takes the place of the one that was followed from.
      variantIndexOf(createScope([{ uri: 'r', registry: others }]));
      const fresh = createScope([{ uri: 'r', registry: readRegistry(text) }]);
      expect(changed).toEqual(said(fresh));
      variantIndexOf(createScope([{ uri: 'r', registry }]));
    }
  },
);
