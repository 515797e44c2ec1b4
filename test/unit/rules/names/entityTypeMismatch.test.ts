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
    ^^^^^^^^^^^^^^^^^^^^^ entity-type-mismatch This tag calls Kabul a person, the registry calls it a place. Take the type place, or the id of the person that is meant.
                                                                                             ^^^^^^^^^^^^^^^^ entity-type-mismatch This tag calls Operation Badr a org, the registry calls it a operation. Take the type operation, or the id of the org that is meant.
  `);
});
