import { expect, test } from 'vitest';
import { expectFindings, findingsIn } from '../../support/fixture.ts';

const broken = 'It left (, September 22).';

test('settings change how bad a rule is, or switch it off', () => {
  expect(findingsIn(broken)[0]!.severity).toBe('error');
  expect(findingsIn(broken, { settings: { rules: { 'missing-source': 'hint' } } })[0]!.severity).toBe('hint');
  expectFindings(broken, { settings: { rules: { 'missing-source': 'off' } } });
});

test('an ignore comment silences the next paragraph, over headings and comments, and no more', () => {
  expectFindings(`
    <!-- brief-ignore missing-source -->

    # Heading

    It left (, September 22).

    It left (, September 22).
             ^^^^^^^^^^^^^^ missing-source
  `);
});

test('right above the words it silences these', () => {
  expectFindings(`
    <!-- brief-ignore missing-source -->
    It left (, September 22).

    It left (, September 22).
             ^^^^^^^^^^^^^^ missing-source
  `);
});

test('at the end of a paragraph it silences the one that follows', () => {
  expectFindings(`
    It left (, September 22). <!-- brief-ignore missing-source -->
             ^^^^^^^^^^^^^^ missing-source

    It left (, September 22).
  `);
});

test('only the named rules are silenced', () => {
  expectFindings(`
    <!-- brief-ignore malformed-citation, future-date -->

    It left (, September 22) again (TASS,May 2).
             ^^^^^^^^^^^^^^ missing-source
  `);
});

test('the whole file: by comment anywhere, by front matter', () => {
  expectFindings(`
    It left (, September 22).

    <!-- brief-ignore-file missing-source -->
  `);
  expectFindings(`
    ---
    ignore: [missing-source]
    ---

    It left (, September 22).
  `);
});
