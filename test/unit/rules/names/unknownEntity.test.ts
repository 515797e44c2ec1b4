import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

const registry = `--- entities.yaml
entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }
`;

test('an id that no registry has', () => {
  expect(
    showFindings(`--- main.brief
[ISKP](group:iskp), [ISKP](group:iksp), [somebody](person:nobody).
${registry}`),
  ).toMatchInlineSnapshot(`
    --- main.brief
    [ISKP](group:iskp), [ISKP](group:iksp), [somebody](person:nobody).
                        ^^^^^^^^^^^^^^^^^^ unknown-entity “ISKP”: the registry has no entity “iksp”. Did you mean “iskp”? Correct the id, or add the entity.
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-entity “somebody”: the registry has no entity “nobody”. Correct the id, or add the entity.
  `);
});

test('an invalid id is found even without a registry, a valid one is not', () => {
  expectFindings(`
    [ISKP](group:is kp), [ISKP](group:), [ISKP](group:whoever).
    ^^^^^^^^^^^^^^^^^^^ unknown-entity
                         ^^^^^^^^^^^^^^ unknown-entity
  `);
});

test('ids of any script; ordinary links are no tags', () => {
  expectFindings(`
    --- main.brief
    [Global Times](media:环球时报), [x](https://example.org), [y](mailto:a@b.org), [z](c:/temp).
    --- entities.yaml
    entities:
      - { id: 环球时报, type: media, name: Global Times }
  `);
});
