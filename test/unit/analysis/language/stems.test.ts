import { expect, test } from 'vitest';
import { stemmedWords, stemOf } from '../../../../server/src/analysis/language/stems.ts';
import { searchFold } from '../../../../server/src/base/text/searchFold.ts';

const stemsOf = (words: string) => [...new Set(words.split(' ').map((word) => stemOf(searchFold(word))))];

test.each([
  'attack attacks attacked attacking',
  'strike strikes striking',
  'fire fires fired firing',
  'plan plans planned planning',
  'agency agencies',
  'country countries',
  'march marches marched marching',
  'boss bosses',
  'officer officers',
  'kill kills killed killing',
  'soldado soldados soldada soldadas',
  'elección elecciones',
  'especie especies',
  'ataque ataques',
  'capital capitales',
  'rápido rápida rápidamente',
  'Policía policías',
])('%s: one stem', (words) => {
  expect(stemsOf(words)).toHaveLength(1);
});

test.each(['crisis', 'virus', 'king', 'red', 'need', 'bus', 'ISIS'])('%s keeps its ending', (word) => {
  expect(stemOf(searchFold(word))).toBe(searchFold(word));
});

test('different words have different stems', () => {
  const words = 'attack border capital country election frontier militia officer port protest soldier strike talk';
  expect(stemsOf(words)).toHaveLength(words.split(' ').length);
});

test('common words, dates, single letters and figures are passed over; acronyms and numbers are not', () => {
  const text = 'On May 3 the US said that 12 of its soldiers, según la ONU, were at K in Kabul’s port.';
  expect(stemmedWords(text).map(({ word }) => word)).toEqual(['US', '12', 'soldiers', 'ONU', 'Kabul', 'port']);
});
