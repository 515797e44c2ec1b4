import { expect, test } from 'vitest';
import { filterText, pickBest } from '../../../../server/src/features/completion/match.ts';
import type { Offer } from '../../../../server/src/features/completion/offer.ts';

const offer = (...names: string[]): Offer => ({ kind: 'value', label: names[0]!, text: names[0]!, names });
const OFFERS = [
  offer('xrf'),
  offer('r-x-f'),
  offer('radio free'),
  offer('the rf'),
  offer('RF'),
  offer('other', 'rfx'),
  offer('no'),
  offer('xr'),
];
const picked = (typed: string, most = 20) => pickBest(OFFERS, typed, most).offers.map(({ label }) => label);

test('what begins with the words comes first, then whose words do, what holds them, what holds their letters', () => {
  expect(picked('rf')).toEqual(['RF', 'other', 'the rf', 'xrf', 'r-x-f', 'radio free']);
});
test('without words all, in their own order', () => {
  expect(picked(' ')).toEqual(OFFERS.map(({ label }) => label));
});
test('no more than wanted, and whether that is all', () => {
  expect(pickBest(OFFERS, 'rf', 2)).toMatchObject({ offers: [{ label: 'RF' }, { label: 'other' }], isTruncated: true });
  expect(pickBest(OFFERS, 'rf', 6).isTruncated).toBe(false);
  expect(pickBest(OFFERS, '', 8).isTruncated).toBe(false);
  expect(pickBest(OFFERS, '', 7).isTruncated).toBe(true);
});
test('no more offers are computed than can be shown', () => {
  function* endless() {
    while (true) yield offer('a');
  }
  expect(pickBest(endless(), 'a', 3)).toMatchObject({ offers: { length: 3 }, isTruncated: true });
});
test('the editor filters by all names, the one that is typed first', () => {
  expect(filterText(offer('iskp', 'Islamic State', 'IS-K', 'iskp'), 'isl')).toBe('Islamic State iskp IS-K');
  expect(filterText(offer('iskp', 'Islamic State'), '')).toBe('iskp Islamic State');
});
