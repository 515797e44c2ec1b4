import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

const registry = `--- entities.yaml
entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [IS-K] }
  - { id: kabul, type: place, name: Kabul }
  - { id: bad id, type: place, name: Herat }
`;
const release = {
  settings: { profile: 'release', rules: { 'undefined-acronym': 'off', 'invalid-registry': 'off' } },
} as const;
const on = { settings: { rules: { 'untagged-mention': 'hint', 'invalid-registry': 'off' } } } as const;

test('the first mention of an entity, in a brief with tags', () => {
  expect(
    showFindings(
      `--- main.brief
# Kabul

[IS-K](group:iskp) came to Kabul. Kabul was quiet, IS-K left.

Kabul slept; they left [Kabul](place:kabul).
${registry}`,
      on,
    ),
  ).toMatchInlineSnapshot(`
    --- main.brief
    [IS-K](group:iskp) came to Kabul. Kabul was quiet, IS-K left.
                               ^^^^^ untagged-mention The first mention of “Kabul” has no tag, though other names here have. Tag it.
  `);
});

test.each([
  ['no tag at all', 'IS-K came to Kabul.'],
  ['a source tag only', 'IS-K came to Kabul ([TASS](src:tass-1), May 3).'],
  ['tagged first', '[Kabul](place:kabul) slept. Kabul woke, and [IS-K](group:iskp).'],
  ['where no tag can go', '[IS-K](group:iskp) came ([on Kabul](https://example.org/)) `Kabul` (TASS [Kabul], May 3).'],
  ['an id that no tag can hold', '[IS-K](group:iskp) came to Herat.'],
  ['its own short form', 'The [Islamic State in Khorasan Province](group:iskp) (ISKP) came. ISKP left.'],
])('silent: %s', (_, text) =>
  expectFindings(
    `--- main.brief\n${text}\n${registry.replace(/ {2}- \{ id: bad id.*\n/, text.includes('Herat') ? '$&' : '')}`,
    on,
  ),
);

test('off while drafting', () => {
  expectFindings(
    `--- main.brief\n[IS-K](group:iskp) came to Kabul.\n--- entities.yaml\nentities:\n  - { id: iskp, type: group, name: IS-K }\n  - { id: kabul, type: place, name: Kabul }\n`,
  );
  expectFindings(
    `--- main.brief
[IS-K](group:iskp) came to Kabul.
                           ^^^^^ untagged-mention
--- entities.yaml
entities:
  - { id: iskp, type: group, name: IS-K }
  - { id: kabul, type: place, name: Kabul }
`,
    { settings: { ...release.settings, rules: { ...release.settings.rules, 'uncited-paragraph': 'off' } } },
  );
});
