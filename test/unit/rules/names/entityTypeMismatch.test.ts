import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';

test('a type that differs from the registry; a custom type counts as what it extends', () => {
  expect(
    showFindings(`
    --- main.brief
    [Kabul](person:kabul), [Kabul](place:kabul), [Badr](operation:badr), [Badr](event:badr), [Badr](org:badr).
    --- entities.yaml
    types:
      - { id: operation, name: Operation, extends: event }
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: badr, type: operation, name: Operation Badr }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    [Kabul](person:kabul), [Kabul](place:kabul), [Badr](operation:badr), [Badr](event:badr), [Badr](org:badr).
    ^^^^^^^^^^^^^^^^^^^^^ entity-type-mismatch The tag says person, the registry place (Kabul). Change the type, or the id.
                                                                                             ^^^^^^^^^^^^^^^^ entity-type-mismatch The tag says org, the registry operation (Operation Badr). Change the type, or the id.
  `);
});
