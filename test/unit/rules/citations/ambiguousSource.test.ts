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
                      ^^^^^^^^^^^^^^^^^^^ ambiguous-source This citation fits 2 sources of the registry: a, b. A reader cannot tell which one is meant. Name it with a tag, such as [Reuters](src:a).
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
