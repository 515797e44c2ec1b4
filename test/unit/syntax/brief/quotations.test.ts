import { expect, test } from 'vitest';
import { findQuotations } from '../../../../server/src/syntax/brief/quotations.ts';

function check(text: string, ...expected: string[]): void {
  expect(findQuotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
}

test('marks of all kinds', () => {
  check('He said “yes,” then "no" and «да» and „ja“.', '“yes,”', '"no"', '«да»', '„ja“');
});
test('none inside another', () => check('“He said "no" to it,” they say.', '“He said "no" to it,”'));
test('never closed: to the end', () => check('So “it goes on. And on.', '“it goes on. And on.'));
test('inches and apostrophes open nothing', () => check('A 12" pipe isn’t ‘long’.'));
test('a paragraph that is a quotation', () => check('> Quoted here.\n> And here.', '> Quoted here.\n> And here.'));
