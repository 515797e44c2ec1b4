import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('another type than the registry says; a custom type is what it extends', () => {
  expectFindings(`
    --- main.brief
    [Kabul](person:kabul), [Kabul](place:kabul), [Badr](operation:badr), [Badr](event:badr), [Badr](org:badr).
    ^^^^^^^^^^^^^^^^^^^^^ entity-type-mismatch the registry calls it a place
                                                                                             ^^^^^^^^^^^^^^^^ entity-type-mismatch
    --- entities.yaml
    types:
      - { id: operation, name: Operation, extends: event }
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: badr, type: operation, name: Operation Badr }
  `);
});
