import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('slips of the pen', () => {
  expectFindings(`
    No comma (Eurasianet May 9), no space (TASS,May 9), a stop (AGI, April 10.), a space (TASS , May 9).
              ^^^^^^^^^^^^^^^^ malformed-citation no comma between source and date
                                           ^^^^^^^^^^ malformed-citation no space after the comma
                                                                ^^^^^^^^^^^^^^ malformed-citation full stop
                                                                                          ^^^^^^^^^^^^ malformed-citation space before
    Well formed (TASS, May 9), (Reuters, 14 Sept.), (TASS, May 2;, May 3).
                                                                 ^^^^^^^ missing-source
  `);
});
