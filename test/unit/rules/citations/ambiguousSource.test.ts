import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('several reports of one outlet and day', () => {
  expect(
    showFindings(`
    --- main.brief
    The talks failed (Reuters, January 28; Reuters, January 29) and [Reuters](src:a).
    --- sources.yaml
    references:
      - { id: a, container-title: Reuters, issued: 2024-01-28 }
      - { id: b, container-title: The Reuters, issued: 2024-01-28 }
      - { id: c, container-title: Reuters, issued: 2024-01-29 }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    The talks failed (Reuters, January 28; Reuters, January 29) and [Reuters](src:a).
                      ^^^^^^^^^^^^^^^^^^^ ambiguous-source Two reports match: Reuters, January 28, 2024 and The Reuters, January 28, 2024. Choose one.
  `);
});

test('without a year of the brief, the same day of two years is ambiguous', () => {
  const registry = `--- sources.yaml
references:
  - { id: a, container-title: Reuters, issued: 2024-01-28 }
  - { id: b, container-title: Reuters, issued: 2023-01-28 }
`;
  expectFindings(`--- main.brief
The talks failed (Reuters, January 28).
                  ^^^^^^^^^^^^^^^^^^^ ambiguous-source
${registry}`);
  expectFindings(`--- main.brief
---
date: 2023-06-01
---
The talks failed (Reuters, January 28).
${registry}`);
});
