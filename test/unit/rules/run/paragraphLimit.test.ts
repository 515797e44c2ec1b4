import { expect, test } from 'vitest';
import { findingsIn } from '../../support/fixture.ts';

test('a paragraph of more than 100,000 characters: single citations and tags are checked, wording is not', () => {
  const rules = { 'off-scale-likelihood': 'information' as const };
  const codesIn = (length: number) => {
    const text = `We judge that the truce might hold (, May 2). ${'It went on. '.repeat(length / 12)}\n`;
    return findingsIn(text, { settings: { rules } }).map(({ code }) => code);
  };
  expect(codesIn(90_000)).toEqual(['off-scale-likelihood', 'missing-source']);
  expect(codesIn(110_000)).toEqual(['missing-source']);
});
