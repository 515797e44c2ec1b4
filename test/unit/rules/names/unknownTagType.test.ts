import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('in briefs and in registries', () => {
  expectFindings(`
    --- main.brief
    [ISKP](grup:iskp), [RFE/RL](scr:rferl), [Badr](operation:badr), [Kabul](zzz:kabul).
    ^^^^^^^^^^^^^^^^^ unknown-tag-type Did you mean “group”?
                       ^^^^^^^^^^^^^^^^^^^ unknown-tag-type src for sources
                                                                    ^^^^^^^^^^^^^^^^^^ unknown-tag-type Did you mean “place”?
    --- entities.yaml
    types:
      - { id: operation, name: Operation, extends: evnt }
                                                   ^^^^ unknown-tag-type Did you mean “event”?
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: badr, type: operation, name: Operation Badr }
      - { id: iskp, type: grop, name: ISKP }
                          ^^^^ unknown-tag-type Did you mean “group”?
  `);
});
