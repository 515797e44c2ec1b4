import { expect, test } from 'vitest';
import { createQuote, createQuoteFinder } from '../../../../server/src/syntax/review/anchor.ts';

const TEXT = 'The port slept. It rained. The cranes stood still on Monday. It rained. Nobody came.\n';

/** The text with the place in brackets, and how sure it is. */
function anchored(before: string, words: string, after: string, nth = 1): string {
  let start = -1;
  for (let count = 0; count < nth; count++) start = before.indexOf(words, start + 1);
  const { span, certainty, places } = createQuoteFinder(after)(
    createQuote(before, { start, end: start + words.length }),
  );
  const shown = `${after.slice(0, span.start)}[${after.slice(span.start, span.end)}]${after.slice(span.end)}`;
  return `${certainty}${places ? ` ${places}` : ''}: ${shown.trim()}`;
}

test('a quote has what stands around it, with plain line ends', () => {
  expect(createQuote(`One.\r\n\r\nTwo three.\r\nFour.\r\n`, { start: 8, end: 19 })).toMatchInlineSnapshot(`
    {
      exact: Two three.,
      prefix: One.

    ,
      suffix: 
    Four.
    ,
    }
  `);
});

test('the words are found wherever they are', () => {
  const moved = `Breaking.\n\n${TEXT.replace('on Monday', 'on Tuesday')}`;
  expect(anchored(TEXT, 'cranes stood still', moved)).toMatchInlineSnapshot(`
    found: Breaking.

    The port slept. It rained. The [cranes stood still] on Tuesday. It rained. Nobody came.
  `);
});

test('line ends may change on the way', () => {
  const windows = 'A.\r\n\r\nThe port\r\nslept.\r\n';
  expect(JSON.stringify(anchored(windows.replaceAll('\r\n', '\n'), 'port\nslept', windows))).toMatchInlineSnapshot(
    `"found: A.\\r\\n\\r\\nThe [port\\r\\nslept]."`,
  );
  expect(JSON.stringify(anchored(windows, 'port\r\nslept', windows.replaceAll('\r\n', '\n')))).toMatchInlineSnapshot(
    `"found: A.\\n\\nThe [port\\nslept]."`,
  );
});

test('of the same words in several places, what stands around them decides', () => {
  const after = TEXT.replace('The port slept. ', 'It rained. ');
  expect(anchored(TEXT, 'It rained', after, 2)).toMatchInlineSnapshot(
    `found: It rained. It rained. The cranes stood still on Monday. [It rained]. Nobody came.`,
  );
});

test('places that fit equally well are said to', () => {
  expect(anchored('It rained.', 'It rained', 'It rained. Then. It rained. Then it rained.')).toMatchInlineSnapshot(
    `ambiguous 2: [It rained]. Then. It rained. Then it rained.`,
  );
});

test('changed words are where they stood', () => {
  expect(
    anchored(TEXT, 'The cranes stood still on Monday.', TEXT.replace('stood still', 'moved')),
  ).toMatchInlineSnapshot(`changed: The port slept. It rained. [The cranes moved on Monday.] It rained. Nobody came.`);
  const far = 'Nothing was as before. Yet the cranes stood still on Monday, it is said. The end.';
  expect(anchored(TEXT, 'The cranes stood still on Monday.', far)).toMatchInlineSnapshot(
    `changed: Nothing was as before. Yet the cranes [stood still on Mo]nday, it is said. The end.`,
  );
  expect(
    anchored(TEXT, 'It rained. The cranes stood still on Monday. It rained.', 'The port slept. Ships left.'),
  ).toMatchInlineSnapshot(`changed: The port slept. []Ships left.`);
});

test('lost words are at the top', () => {
  expect(anchored(TEXT, 'It rained', 'Ships left.')).toMatchInlineSnapshot(`lost: []Ships left.`);
});
