import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

const registry = `--- entities.yaml
entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }
`;

test('an id that no registry has', () => {
  expectFindings(`--- main.brief
[ISKP](group:iskp), [ISKP](group:iksp), [somebody](person:nobody).
                    ^^^^^^^^^^^^^^^^^^ unknown-entity Did you mean “iskp”?
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-entity who or what “somebody” is
${registry}`);
});

test('what can be no id is found even without a registry, anything else is not', () => {
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
