import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';

test('in briefs and in registries', () => {
  expect(
    showFindings(`
    --- main.brief
    [ISKP](grup:iskp), [RFE/RL](scr:rferl), [Badr](operation:badr), [Kabul](zzz:kabul).
    --- entities.yaml
    types:
      - { id: operation, name: Operation, extends: evnt }
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: badr, type: operation, name: Operation Badr }
      - { id: iskp, type: grop, name: ISKP }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    [ISKP](grup:iskp), [RFE/RL](scr:rferl), [Badr](operation:badr), [Kabul](zzz:kabul).
    ^^^^^^^^^^^^^^^^^ unknown-tag-type “grup” is no type of tag, so “ISKP” stays unexplained. Did you mean “group”? Use one of person, org, group, place, event, weapon, media, doc, operation (src for sources), or declare the type under “types” in entities.yaml.
                       ^^^^^^^^^^^^^^^^^^^ unknown-tag-type “scr” is no type of tag, so “RFE/RL” stays unexplained. Use one of person, org, group, place, event, weapon, media, doc, operation (src for sources), or declare the type under “types” in entities.yaml.
                                                                    ^^^^^^^^^^^^^^^^^^ unknown-tag-type “zzz” is no type of tag, so “Kabul” stays unexplained. Did you mean “place”? Use one of person, org, group, place, event, weapon, media, doc, operation (src for sources), or declare the type under “types” in entities.yaml.
    --- entities.yaml
      - { id: operation, name: Operation, extends: evnt }
                                                   ^^^^ unknown-tag-type “evnt” is no type of entity. Did you mean “event”? Use one of person, org, group, place, event, weapon, media, doc, operation, or declare the type under “types” in entities.yaml.
      - { id: iskp, type: grop, name: ISKP }
                          ^^^^ unknown-tag-type “grop” is no type of entity. Did you mean “group”? Use one of person, org, group, place, event, weapon, media, doc, operation, or declare the type under “types” in entities.yaml.
  `);
});
