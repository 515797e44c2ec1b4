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

test('what is left of a tag', () => {
  expect(
    showFindings(`
    --- entities.yaml
    types:
      - { id: operation, name: Operation, extends: event }
    entities:
      - { id: badr, type: group, name: Badr }
    --- main.brief
    One left [Badr](group:badr and Badr](group:badr), [Badr] (group:badr), [the
    Badr](group:badr), [Badr]](operation:badr).

    Silent: [Badr](group:badr), [a link](https://news.example/x), ![Badr](group:badr), \`x](group:kabul)\`, [1] (see: x), [2] (group: x), x](zzz:badr).
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    One left [Badr](group:badr and Badr](group:badr), [Badr] (group:badr), [the
                  ^^^^^^^^^^^^ unknown-tag-type “](group:badr” is no tag: a bracket is missing, or its words are on two lines. Write [words](type:id).
                                       ^^^^^^^^^^^^^ unknown-tag-type “](group:badr)” is no tag: a bracket is missing, or its words are on two lines. Write [words](type:id).
                                                           ^^^^^^^^^^^^^^ unknown-tag-type “] (group:badr)” is no tag: a bracket is missing, or its words are on two lines. Write [words](type:id).
    Badr](group:badr), [Badr]](operation:badr).
        ^^^^^^^^^^^^^ unknown-tag-type “](group:badr)” is no tag: a bracket is missing, or its words are on two lines. Write [words](type:id).
                             ^^^^^^^^^^^^^^^^^ unknown-tag-type “](operation:badr)” is no tag: a bracket is missing, or its words are on two lines. Write [words](type:id).
  `);
});
