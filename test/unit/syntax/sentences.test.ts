/** Where sentences end. */
import { expect, test } from 'vitest';
import { slice } from '../../../server/src/base/text/span.ts';
import { findSentences } from '../../../server/src/syntax/sentences.ts';

const split = (text: string) =>
  [...findSentences(text, { start: 0, end: text.length }, [])].map((one) => slice(text, one));

test('the day of a German date ends no sentence', () => {
  for (const text of [
    'Der Hafen wurde am 4. Mai geschlossen.',
    'Der Hafen wurde am 4. April geschlossen.',
    'Der Hafen (3. Jänner 2022) war zu.',
    'Von 3.–5. März war er zu.',
    'Er war vom 30. November bis 2. Dezember zu.',
  ])
    expect(split(text)).toEqual([text]);
});

test('a number at the end of a sentence ends it', () => {
  expect(split('The count rose to 4. May said no more. It fell to 12. August was quiet.')).toEqual([
    'The count rose to 4.',
    'May said no more.',
    'It fell to 12.',
    'August was quiet.',
  ]);
  expect(split('Das Tor hat die Nummer 4. Maier kam.')).toEqual(['Das Tor hat die Nummer 4.', 'Maier kam.']);
});
