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
    ^^^^^^^^^^^^^^^^^ unknown-tag-type “ISKP”: “grup” is not a type of tag. Did you mean “group”? Use person, org, group, place, event, weapon, media, doc, operation, src for a source, or declare the type under “types”.
                       ^^^^^^^^^^^^^^^^^^^ unknown-tag-type “RFE/RL”: “scr” is not a type of tag. Use person, org, group, place, event, weapon, media, doc, operation, src for a source, or declare the type under “types”.
                                                                    ^^^^^^^^^^^^^^^^^^ unknown-tag-type “Kabul”: “zzz” is not a type of tag. Did you mean “place”? Use person, org, group, place, event, weapon, media, doc, operation, src for a source, or declare the type under “types”.
    --- entities.yaml
      - { id: operation, name: Operation, extends: evnt }
                                                   ^^^^ unknown-tag-type “evnt” is not a type of entity. Did you mean “event”? Use person, org, group, place, event, weapon, media, doc, operation, or declare the type under “types”.
      - { id: iskp, type: grop, name: ISKP }
                          ^^^^ unknown-tag-type “grop” is not a type of entity. Did you mean “group”? Use person, org, group, place, event, weapon, media, doc, operation, or declare the type under “types”.
  `);
});
