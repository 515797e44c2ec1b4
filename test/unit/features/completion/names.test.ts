import { describe, expect, test } from 'vitest';
import { DATED } from '../../support/world.ts';
import { completeIn, completionsAt } from './support.ts';

describe('names in prose', () => {
  test('what the brief mentioned last comes first', () => {
    const registries = `--- entities.yaml
entities:
  - { id: a, type: place, name: Kabala }
  - { id: b, type: place, name: Kabul }
  - { id: c, type: place, name: Kabwe }
`;
    expect(completionsAt('Kabwe fell, then Kabul.\n\nIn Kab|', { registries })).toMatchInlineSnapshot(`
      * Kabul · place
      - Kabwe · place
      - Kabala · place
      > In [Kabul](place:b)
    `);
  });
  const registry =
    "--- entities.yaml\nentities:\n  - { id: o, type: person, name: Sean O'Neill }\n  - { id: m, type: person, name: Jürgen Müller }\n";
  test.each([['Sean O’N'], ['Jürgen M'.normalize('NFD')], ['Jurgen M'], ['Jürgen M']])(
    'is offered however its letters are typed: %s',
    (typed) => expect(completionsAt(`${typed}|`, { registries: registry })).toMatch(/O'Neill|Müller/),
  );
  test('an alias', () => {
    expect(completionsAt('They say ISK| left')).toMatchInlineSnapshot(`
      * ISKP · Islamic State in Khorasan Province (group)
      > They say [ISKP](group:iskp) left
    `);
  });
  test('a name, after more words of it', () => {
    expect(completionsAt('They say Islamic State in K|')).toMatchInlineSnapshot(`
      * Islamic State in Khorasan Province · A branch.
      > They say [Islamic State in Khorasan Province](group:iskp)
    `);
  });
  test('a whole name as it is typed', () => {
    expect(completionsAt('In KABUL|.')).toMatchInlineSnapshot(`
      * KABUL · place
      > In [KABUL](place:kabul).
    `);
  });
  test('two letters', () => expect(completionsAt('In Ka|')).toBe('nothing'));
  test('the first letter decides', () => expect(completionsAt('In kab|')).toBe('nothing'));
  test('a short acronym only in capitals', () => expect(completionsAt('In Isk|')).toBe('nothing'));
  test('a name in lower case first', () => {
    expect(completionsAt('In al-S|')).toMatchInlineSnapshot(`
      * al-Salaam · org
      > In [al-Salaam](org:salaam)
    `);
  });
  test('inside a word', () => expect(completionsAt('In UKab|')).toBe('nothing'));
  test('a script without spaces', () => {
    expect(completionsAt('在军民融|')).toMatchInlineSnapshot(`
      * 军民融合办 · org
      > 在[军民融合办](org:han)
    `);
  });
  test('the rest of the word is replaced', () => {
    expect(completionsAt('In Kab|uk.')).toMatchInlineSnapshot(`
      * Kabul · place
      > In [Kabul](place:kabul).
    `);
  });
  test('or stays', () => {
    expect(completionsAt('In Kab|uk.', { keepRest: true })).toMatchInlineSnapshot(`
      * Kabul · place
      > In [Kabul](place:kabul)uk.
    `);
  });
  test('brackets that are begun', () => {
    expect(completionsAt('In [Kab|] x')).toMatchInlineSnapshot(`
      * Kabul · place
      > In [Kabul](place:kabul) x
    `);
  });
  test('an open bracket', () => {
    expect(completionsAt('In [Kab| x')).toMatchInlineSnapshot(`
      * Kabul · place
      > In [Kabul](place:kabul) x
    `);
  });
  test('in a tag', () => expect(completionsAt('In [Kab|](place:kabul)')).toBe('nothing'));
  test('in an unfinished tag', () => expect(completionsAt('In [Kab|](place')).toBe('nothing'));
  test('in a citation', () => expect(completionsAt('So (Kab|ul Times, May 3)')).toBe('nothing'));
  test('in an aside', () => {
    expect(completionsAt('So (in Kab|')).toMatchInlineSnapshot(`
      * Kabul · place
      > So (in [Kabul](place:kabul)
    `);
  });
  test('in code', () => expect(completionsAt('So `Kab|`')).toBe('nothing'));
  test('in a comment', () => expect(completionsAt('<!-- Kab| -->')).toBe('nothing'));
  test('in a new paragraph', () => {
    expect(completionsAt('One.\n\n\nKab|')).toMatchInlineSnapshot(`
      * Kabul · place
      > [Kabul](place:kabul)
    `);
  });
  test('at the end of the front matter', () => {
    expect(completionsAt(`${DATED}Kab|`)).toMatchInlineSnapshot(`
      * Kabul · place
      > [Kabul](place:kabul)
    `);
  });
  test('an alias shows which entity it names', () => {
    expect(completeIn('ISK|').found?.offers[0]?.detail).toBe('Islamic State in Khorasan Province (group)');
  });
});
