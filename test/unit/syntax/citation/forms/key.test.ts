import { describe, expect, test } from 'vitest';
import { readInlines } from '../../../../../server/src/syntax/brief/inlines.ts';
import { isCitationKey, key } from '../../../../../server/src/syntax/citation/forms/key.ts';
import { NOTHING_KNOWN } from '../../../../../server/src/syntax/knownNames.ts';
import { describeCitations, sourceOf } from './support.ts';

test('each key of a bracket is an item', () => {
  expect(describeCitations('Said so [@rferl-1; see @toi-2, p. 3].')).toEqual([
    {
      form: 'key',
      text: '@rferl-1',
      group: '[@rferl-1; see @toi-2, p. 3]',
      idSpan: '@rferl-1',
      tokens: ['key rferl-1'],
      label: '@rferl-1',
    },
    {
      form: 'key',
      text: 'see @toi-2, p. 3',
      group: '[@rferl-1; see @toi-2, p. 3]',
      idSpan: '@toi-2',
      tokens: ['key toi-2'],
      label: 'see @toi-2, p. 3',
    },
  ]);
});

test('what follows a key is its locator', () => {
  const locators = readInlines('[@a; @b, p. 3; @c  pp. 4-5 ; @d,]', NOTHING_KNOWN).citations.map(
    ({ locator }) => locator?.value,
  );
  expect(locators).toEqual([undefined, 'p. 3', 'pp. 4-5', undefined]);
});

test('a bracket without a key, an unclosed one, and the text of a link are no citations', () => {
  for (const text of ['[sic]', '[@rferl-1', '[name@example.org]', '[@a](https://example.org)'])
    expect(describeCitations(text)).toEqual([]);
});

test('keys stay citations inside a parenthesis that is one', () => {
  expect(describeCitations('(TASS, May 3; see [@a])')).toMatchObject([{ form: 'parenthesis' }, { form: 'key' }]);
});

describe('which ids are keys', () => {
  test.each([
    ['rferl-1', true],
    ['a/b.c_d', true],
    ['тасс-1', true],
    ['a--b', false],
    ['-a', false],
    ['a.', false],
    ['', false],
  ])('%s', (id, expected) => expect(isCitationKey(id)).toBe(expected));
});

test('writes the id and keeps the locator', () => {
  const entry = sourceOf('container-title: RFE/RL, issued: 2021-09-05');
  expect(key.write(entry, undefined, '')).toBe('@rferl-1');
  expect(key.write(entry, undefined, ', p. 3')).toBe('@rferl-1, p. 3');
});
