import { expect, test } from 'vitest';
import { fixesIn } from '../../support/actions.ts';
import { expectFindings, showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const options = { settings: onlyRule('unknown-rule') };

test('in comments, front matter and registries', () => {
  expect(
    showFindings(
      `
    --- main.brief
    ---
    ignore: [future-date, missing-sources]
    ---

    <!-- brief-ignore unknown-sorce -->
    Talks were held (TASS, May 9).

    <!-- brief-ignore-file Missing-Source -->

    <!-- brief-ignore all of it -->
    Talks were held.
    --- sources.yaml
    references:
      # brief-ignore incomplete-sorce
      - { id: tass-1, container-title: TASS }
    `,
      options,
    ),
  ).toMatchInlineSnapshot(`
    --- main.brief
    ignore: [future-date, missing-sources]
                          ^^^^^^^^^^^^^^^ unknown-rule There is no rule “missing-sources”. Did you mean “missing-source”? Write the code of a rule, or remove it.
    <!-- brief-ignore unknown-sorce -->
                      ^^^^^^^^^^^^^ unknown-rule There is no rule “unknown-sorce”. Did you mean “unknown-source”? Write the code of a rule, or remove it.
    <!-- brief-ignore-file Missing-Source -->
                           ^^^^^^^^^^^^^^ unknown-rule There is no rule “Missing-Source”. Did you mean “missing-source”? Write the code of a rule, or remove it.
    <!-- brief-ignore all of it -->
                      ^^^ unknown-rule There is no rule “all”. Write the code of a rule, or remove it.
    --- sources.yaml
      # brief-ignore incomplete-sorce
                     ^^^^^^^^^^^^^^^^ unknown-rule There is no rule “incomplete-sorce”. Did you mean “incomplete-source”? Write the code of a rule, or remove it.
  `);
});

test('silent: codes of rules, reasons after them, other comments, no code at all', () => {
  expectFindings(
    `
    --- main.brief
    ---
    # brief-ignore duplicate-id is what the other one is called
    ignore: future-date, missing-source
    ---

    <!-- brief-ignore missing-source unknown-source -->
    Talks were held (, May 9).

    <!-- brief-ignore missing-source -- the interview is confidential, a one-off -->
    Talks were held (, May 9).

    <!-- brief-ignore -->
    <!-- We ignore missing-sorce here. -->
    Talks were held.
    --- sources.yaml
    references:
      # brief-ignore invalid-registry: kept as it came
      - { id: tass-1, container-title: TASS }
      # nothing to ignore
    `,
    options,
  );
});

test('its fix is the code that was meant', async () => {
  const brief = `
    <!-- brief-ignore missing-sorce -->
                      ^^^^^^^^^^^^^ unknown-rule
    Talks were held.
  `;
  expect(await fixesIn(brief, options)).toEqual([
    '* Change “missing-sorce” to “missing-source”',
    'Ignore unknown-rule here',
  ]);
});
