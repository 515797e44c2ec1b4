import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('itself, two, a ring that others lead into, a ring through two files', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    entities:
      - { id: own, type: group, name: Own Front, part_of: own }
    ---
    Kabul fell.
    --- entities.yaml
    entities:
      - { id: un, type: org, name: UN, part_of: un }
      - { id: leads-in, type: place, name: Old Town, part_of: kabul }
      - { id: asia, type: place, name: Asia, part_of: kabul }
      - { id: kabul, type: place, name: Kabul, part_of: afghanistan }
      - { id: afghanistan, type: place, name: Afghanistan, part_of: asia }
      - { id: left, type: group, name: Left Wing, part_of: right }
    --- more.entities.yaml
    entities:
      - { id: right, type: group, name: Right Wing, part_of: left }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: own, type: group, name: Own Front, part_of: own }
                                                          ^^^ part-of-cycle “Own Front” is part of itself. Enter the id of the whole, or remove part_of.
    --- entities.yaml
      - { id: un, type: org, name: UN, part_of: un }
                                                ^^ part-of-cycle “UN” is part of itself. Enter the id of the whole, or remove part_of.
      - { id: asia, type: place, name: Asia, part_of: kabul }
                                                      ^^^^^ part-of-cycle “Asia” is part of “Kabul”, part of “Afghanistan”, part of “Asia” again. Remove or correct one part_of.
      - { id: left, type: group, name: Left Wing, part_of: right }
                                                           ^^^^^ part-of-cycle “Left Wing” is part of “Right Wing”, part of “Left Wing” again. Remove or correct one part_of.
  `);
});

test('silent: chains, trees, what leads nowhere', () => {
  expectFindings(`
    --- entities.yaml
    entities:
      - { id: asia, type: place, name: Asia }
      - { id: afghanistan, type: place, name: Afghanistan, part_of: asia }
      - { id: kabul, type: place, name: Kabul, part_of: afghanistan }
      - { id: herat, type: place, name: Herat, part_of: afghanistan }
      - { id: namesake, type: group, name: Kabul Front, part_of: kabul }
  `);
});
