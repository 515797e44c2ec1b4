import { expect, test } from 'vitest';
import { createExcerpt } from '../../../server/src/cli/excerpt.ts';

/** The excerpt of the first `place` in a text of one line, as two lines. */
function show(text: string, place: string, columns = 60): string[] {
  const start = text.indexOf(place);
  const { line, underline } = createExcerpt(text, 0, { start, end: start + place.length }, columns);
  return [line, underline];
}

test('a short line is shown in full, without its line end', () => {
  expect(show('It ended (, May 3).\r\nMore.', ', May 3')).toEqual(['It ended (, May 3).', '          ^~~~~~~']);
});

test('a long line is clipped around the span', () => {
  const [line, underline] = show(`${'before '.repeat(50)}HERE${' after'.repeat(50)}`, 'HERE');
  expect(line).toMatch(/^….*HERE.*…$/);
  expect(line!.length).toBeLessThanOrEqual(60);
  expect(line!.indexOf('HERE')).toBe(underline!.indexOf('^'));
});

test('at the end of a long line, the columns are filled from before the span', () => {
  const [line] = show(`${'before '.repeat(50)}HERE`, 'HERE');
  expect(line).toMatch(/^….*HERE$/);
  expect(line!.length).toBeGreaterThan(50);
});

test('a span longer than the excerpt is underlined as far as it is shown', () => {
  const [line, underline] = show(`A ${'B'.repeat(500)} C`, 'B'.repeat(500));
  expect(line!.endsWith('B…')).toBe(true);
  expect(underline!.length).toBe(line!.length - 1);
});

test('the underline is aligned after tabs, wide and combining characters', () => {
  expect(show('\tx', 'x')).toEqual(['    x', '    ^']);
  expect(show('台灣 🎈 e\u0301 x', 'x')).toEqual(['台灣 🎈 e\u0301 x', '          ^']);
});

test('control characters are escaped, and measured as shown', () => {
  expect(show('\x1b[31m x', 'x')).toEqual(['\\x1b[31m x', '         ^']);
});

test('an empty span and a span at the end of the text get one caret', () => {
  expect(createExcerpt('abc', 0, { start: 1, end: 1 }, 60)).toEqual({ line: 'abc', underline: ' ^' });
  expect(createExcerpt('abc', 0, { start: 3, end: 3 }, 60)).toEqual({ line: 'abc', underline: '   ^' });
  expect(createExcerpt('', 0, { start: 0, end: 0 }, 60)).toEqual({ line: '', underline: '^' });
});

test('of a span over several lines the first line is shown', () => {
  expect(createExcerpt('ab\ncd', 0, { start: 1, end: 5 }, 60)).toEqual({ line: 'ab', underline: ' ^' });
});
