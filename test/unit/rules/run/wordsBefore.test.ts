import { expect, test } from 'vitest';
import { wordsBefore } from '../../../../server/src/rules/run/wordsBefore.ts';

test('the last words of the sentence before a citation', () => {
  const shown = (text: string) => wordsBefore(text, text.indexOf('|'));
  expect(
    [
      'The quay was closed|',
      'The quay was closed. The ferry sank|',
      'The quay was closed (TASS, May 3). It sank|',
      'The quay was closed. Sank|',
      'The quay was closed. — |',
      'One two three four five six seven eight|',
      'They left.\n\nThe ferry sank, |',
      '码头关闭了。渡轮沉没了|',
      '船が沈んだ。古かった|',
      '|',
    ].map(shown),
  ).toMatchInlineSnapshot(`
    [
      The quay was closed,
      The ferry sank,
      It sank,
      The quay was closed. Sank,
      The quay was closed.,
      three four five six seven eight,
      The ferry sank,
      渡轮沉没了,
      古かった,
      ,
    ]
  `);
});
