import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings, findingsIn, showFindings } from '../../support/fixture.ts';

test('twice in one entity: the name again, an alias again, in another case or with other quotation marks', () => {
  expectFindings(`
    --- entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul, aliases: [KABUL CITY, Kabul City, kabul] }
                                                                     ^^^^^^^^^^ duplicate-alias
      - id: isk
        type: group
        name: Islamic State Khorasan
        aliases:
          - ISK
          - Islamic State–Khorasan
          - "Islamic State-Khorasan"
             ^^^^^^^^^^^^^^^^^^^^^^ duplicate-alias
          - ISK
            ^^^ duplicate-alias
      - { id: herat, type: place, name: Herat, aliases: Herat }
                                                        ^^^^^ duplicate-alias
  `);
});

test('two of one type: reported once, at the later one, across files', () => {
  expect(
    showFindings(`
    --- a.entities.yaml
    entities:
      - { id: is, type: group, name: Islamic State, aliases: [IS, Daesh] }
      - { id: guardian, type: media, name: The Guardian }
    --- b.entities.yaml
    entities:
      - { id: iskp, type: group, name: Islamic State in Khorasan, aliases: [IS, DAESH] }
      - { id: guardian-ng, type: media, name: Guardian Nigeria, aliases: [Guardian] }
  `),
  ).toMatchInlineSnapshot(`
    --- b.entities.yaml
      - { id: iskp, type: group, name: Islamic State in Khorasan, aliases: [IS, DAESH] }
                                                                            ^^ duplicate-alias “IS” is also a name of “Islamic State”. Remove it from one, or write the longer name in both.
                                                                                ^^^^^ duplicate-alias “DAESH” is also a name of “Islamic State”. Remove it from one, or write the longer name in both.
      - { id: guardian-ng, type: media, name: Guardian Nigeria, aliases: [Guardian] }
                                                                          ^^^^^^^^ duplicate-alias “Guardian” is also a name of “The Guardian”. Remove it from one, or write the longer name in both.
  `);
});

test('silent: what finds different mentions, and names that things of two types share', () => {
  expectFindings(`
    --- entities.yaml
    entities:
      - { id: is, type: group, name: Islamic State, aliases: [IS, ISIS, "IS-K"] }
      - { id: arab-weekly, type: media, name: The Arab Weekly, aliases: [Arab Weekly, thearabweekly.com] }
      - { id: kremlin, type: place, name: Kremlin }
      - { id: administration, type: org, name: Presidential Administration, aliases: [Kremlin] }
      - { id: us, type: place, name: United States, aliases: [US, U.S., USA] }
      - { id: reuters, type: media, name: Reuters, aliases: [Рейтер] }
      - { id: reuters-org, type: org, name: Thomson Reuters, aliases: [Reuters] }
      - { id: lai, type: person, name: Lai Ching-te, aliases: [賴清德, 赖清德] }
      - { id: mark, type: media, name: "!!!", aliases: ["???"] }
  `);
});

test('an id that is defined twice is no second bearer of its names', () => {
  const twice = '  - { id: kabul, type: place, name: Kabul }\n'.repeat(2);
  expect(findingsIn(`--- entities.yaml\nentities:\n${twice}`).map(({ code }) => code)).toEqual(['duplicate-id']);
});

const entity = (aliases: string) =>
  `entities:\n  - id: kabul\n    type: place\n    name: Kabul\n    aliases:${aliases}\n`;
const fixOf = (aliases: string) => firstFix(`--- entities.yaml\n${entity(aliases)}`, 'duplicate-alias');

test.each([
  [' [Old Town, B, OLD TOWN]', ' [Old Town, B]'],
  [' [Old Town, "OLD TOWN", B]', ' [Old Town, B]'],
  [' [Kabul, B]', ' [B]'],
  [' [ KABUL ]', ' [  ]'],
  ["\n      - A\n      - 'A'   # again\n      - B", '\n      - A\n      - B'],
])('%j becomes %j', async (before, after) => {
  expect(await fixOf(before)).toEqual([expect.stringMatching(/^\* Remove the second “.+”$/), entity(after)]);
});

test.each([' Kabul', ' [A,\n      A]'])('nothing is taken out of %j', async (aliases) => {
  expect(await fixOf(aliases)).toEqual(['no fix']);
});

test('of a shared alias the later bearer can be relieved; names are left alone', async () => {
  const two = (second: string) =>
    `--- entities.yaml\nentities:\n  - { id: a, type: group, name: Alpha, aliases: [AB] }\n  - { id: b, type: group, ${second} }\n`;
  const [title, after] = await firstFix(two('name: Beta, aliases: [AB, BB]'), 'duplicate-alias');
  expect([title, after?.includes('name: Beta, aliases: [BB]')]).toEqual(['Remove “AB” from “Beta”', true]);
  expect(await firstFix(two('name: AB'), 'duplicate-alias')).toEqual(['no fix']);
});

test('a name without its accents is a spelling of its own', () => {
  const registry = (aliases: string) =>
    findingsIn(`--- entities.yaml\nentities:\n  - { id: a, type: person, name: Erdoğan, aliases: ${aliases} }\n`).map(
      ({ code }) => code,
    );
  expect(registry('[Erdogan]')).toEqual([]);
  expect(registry('[ERDOĞAN]')).toEqual(['duplicate-alias']);
});
