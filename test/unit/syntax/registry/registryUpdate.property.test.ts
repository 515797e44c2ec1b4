import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRegistry, updateRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, type RandomEdit, testProperty } from '../../support/arbitraries.ts';

/** Lines of registries, as they are written and as they go wrong. */
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '  - id: kabul',
      '  - id: tass',
      '    type: place',
      '    name: Kabul',
      '    aliases: [Кабул, "Kabul City"]',
      '    part_of: kabul',
      '  - { id: a, type: org, name: An Org }',
      '    issued: 2021-09-05',
      '    container-title: TASS',
      '    custom: { reliability: B, tlp: RED }',
    ),
  },
  fc.constantFrom(
    'entities:',
    'references:',
    'sources:',
    'types:',
    'entites:',
    'entities: []',
    '"entities":',
    'lang: en',
    '---',
    '- id: b',
    '   - id: b',
    ' - id: b',
    '-id: b',
    '-',
    '  -',
    'stray',
    '  stray',
    '    stray',
    '\tname: x',
    '    name: "never closed',
    "    name: 'closed'",
    '    issued: 2021-02-30',
    '    platfrom: true',
    '    reliability: G',
    '    note: |',
    '      - id: none',
    '    title: two',
    '      lines',
    '  - &x { id: c, type: org }',
    '  - *x',
    '  - <<: *x',
    '# a comment',
    '  # brief-ignore unused-source',
    '    # brief-ignore-file bad-url x',
    '',
    ' ',
    '[',
    '\ufeffentities:',
    '{',
  ),
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '');
const lines = (most: number) =>
  fc.array(fc.tuple(line, lineEnd), { maxLength: most }).map((all) => all.flat().join(''));
const entries = fc
  .array(fc.nat(20), { minLength: 3, maxLength: 12 })
  .map((ids) => ids.map((id) => `  - id: e-${id}\n    type: place\n    name: Town ${id}\n    url: x\n`).join(''));
const registry = fc.oneof(
  lines(12),
  fc
    .tuple(
      fc.constantFrom('entities:\n', '# Head\nentities:\n', '', 'types: []\nreferences:\n'),
      entries,
      lines(3),
      entries,
    )
    .map((parts) => parts.join('')),
);
const change: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  removed: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(80), fc.nat(1_000)),
  inserted: fc.oneof(fc.constantFrom('', 'x', ' ', '\n', '-', '\r'), lines(3), entries),
});

testProperty(
  'a registry that is edited is the one that is read from scratch',
  registry,
  fc.array(change, { minLength: 1, maxLength: 6 }),
  (written, changes) => {
    let text = written;
    let edited = readRegistry(text);
    for (const one of changes) {
      const after = applyRandomEdit(text, one);
      text = after.text;
      edited = updateRegistry(edited, text, after.edit);
      expect(edited).toEqual(readRegistry(text));
    }
  },
);

const town = (id: number) => `  - id: e-${id}\n    type: place\n    name: Town ${id}\n    aliases: [a, "b c"]\n`;
const towns = (...ids: number[]) => `entities:\n${ids.map(town).join('')}`;

test('entries that an edit does not touch stay the same objects, at their new places', () => {
  const text = towns(0, 1, 2, 3, 4, 5);
  const before = readRegistry(text);
  const kept = [...before.entities];
  const at = text.indexOf('Town 3');
  const after = updateRegistry(before, `${text.slice(0, at)}New ${text.slice(at)}`, {
    start: at,
    end: at,
    newLength: 4,
  });
  expect(after.entities.map((entity, index) => entity === kept[index])).toEqual([true, true, true, false, true, true]);
  expect(after.entities[3]!.name.value).toBe('New Town 3');
});

test('an entry that is moved, or pasted over with all the others, stays the same object', () => {
  const [text, moved] = [towns(0, 1, 2, 3), towns(0, 2, 1, 3)];
  const before = readRegistry(text);
  const [zero, one, two, three] = before.entities;
  const after = updateRegistry(before, moved, { start: 0, end: text.length, newLength: moved.length });
  expect(after).toEqual(readRegistry(moved));
  expect(after.entities.map((entity) => [zero, two, one, three].indexOf(entity))).toEqual([0, 1, 2, 3]);
});

test('a registry that has been updated once is read from scratch when it is updated again', () => {
  const text = towns(0, 1, 2, 3);
  const before = readRegistry(text);
  const edit = { start: text.length, end: text.length, newLength: town(4).length };
  const first = updateRegistry(before, text + town(4), edit);
  const second = updateRegistry(before, text + town(5), edit);
  expect([first, second]).toEqual([readRegistry(text + town(4)), readRegistry(text + town(5))]);
});
