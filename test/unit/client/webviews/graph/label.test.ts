import { expect, test } from 'vitest';
import { labelLines, leftOfLabel, topOfLabel } from '../../../../../client/src/webviews/graph/page/label.ts';

test('a name is whole, on lines that end between words', () => {
  expect(labelLines('TASS')).toEqual(['TASS']);
  expect(labelLines('Islamic State in Khorasan Province')).toEqual(['Islamic State in', 'Khorasan Province']);
  expect(labelLines('Bundesnachrichtendienstzentrale Berlin')).toEqual(['Bundesnachrichtendienstzentrale', 'Berlin']);
});

test('a label stays inside the view', () => {
  expect([leftOfLabel(100, 40, 200), leftOfLabel(5, 40, 200), leftOfLabel(195, 40, 200)]).toEqual([80, 0, 160]);
  expect(leftOfLabel(100, 400, 200)).toBe(0);
  expect([topOfLabel(50, 10, 14, 200), topOfLabel(190, 10, 14, 200)]).toEqual([63, 163]);
});
