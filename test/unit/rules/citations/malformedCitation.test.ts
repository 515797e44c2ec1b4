import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';

test('slips of the pen', () => {
  expect(
    showFindings(`
    No comma (Eurasianet May 9), no space (TASS,May 9), a stop (AGI, April 10.), a space (TASS , May 9).
    Well formed (TASS, May 9), (Reuters, 14 Sept.), (TASS, May 2;, May 3).
  `),
  ).toMatchInlineSnapshot(`
    No comma (Eurasianet May 9), no space (TASS,May 9), a stop (AGI, April 10.), a space (TASS , May 9).
              ^^^^^^^^^^^^^^^^ malformed-citation This citation is malformed: there is no comma between source and date. Write it as (Source, Month Day), so that it is found like the others.
                                           ^^^^^^^^^^ malformed-citation This citation is malformed: there is no space after the comma. Write it as (Source, Month Day), so that it is found like the others.
                                                                ^^^^^^^^^^^^^^ malformed-citation This citation is malformed: there is a full stop after the date. Write it as (Source, Month Day), so that it is found like the others.
                                                                                          ^^^^^^^^^^^^ malformed-citation This citation is malformed: there is a space before the comma. Write it as (Source, Month Day), so that it is found like the others.
    Well formed (TASS, May 9), (Reuters, 14 Sept.), (TASS, May 2;, May 3).
                                                                 ^^^^^^^ missing-source The source of this citation is missing: only its date, May 3, is left, so nobody can check the statement. Put the source’s name before the comma.
  `);
});
