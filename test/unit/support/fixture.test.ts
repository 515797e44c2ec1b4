import { expect, test } from 'vitest';
import { expectFindings, expectMarks, formatFixture, parseFixture } from './fixture.ts';

const fixture = `--- main.brief
It left (, September 22), as 𝔘 said (
         ^^^^^^^^^^^^^^ missing-source The source of “It left” (September 22) is missing. Write it before the date.
, May
^^^^^ missing-source…
3).
^ …missing-source
--- sources.yaml
references: []
`;

test('marks are places of the text, which is read without them', () => {
  const { files } = parseFixture(fixture);
  const [main, sources] = files;
  expect(main!.text).toBe('It left (, September 22), as 𝔘 said (\n, May\n3).\n');
  expect(main!.marks.map(({ start, end, code }) => [code, main!.text.slice(start, end)])).toEqual([
    ['missing-source', ', September 22'],
    ['missing-source', ', May\n3'],
  ]);
  expect(sources).toMatchObject({ uri: 'file:///sources.yaml', text: 'references: []\n', marks: [] });
});

test('a fixture shown is the fixture', () => {
  expect(formatFixture(parseFixture(fixture).files)).toBe(fixture);
  expect(formatFixture(parseFixture(fixture, { newline: '\r\n' }).files)).toBe(fixture);
});

test.each(['\n', '\r\n'] as const)('findings are compared with the marks (%j)', (newline) => {
  expectFindings(fixture, { newline });
});

test('shared indentation is removed, and a text without a header is main.brief', () => {
  expectFindings(`
    It left
      the country (, September 22).
                   ^^^^^^^^^^^^^^ missing-source
  `);
});

test('settings are heeded', () => {
  expectFindings('It left (, September 22).', { settings: { rules: { 'missing-source': 'off' } } });
});

test.each([
  ['one too few', 'It left (, May 3).'],
  ['one too many', 'It left.\n   ^^^^ missing-source'],
  ['another place', 'It left (, May 3).\n        ^^^^^^ missing-source'],
  ['another code', 'It left (, May 3).\n         ^^^^^^^ lost-source'],
  ['another message', 'It left (, May 3).\n         ^^^^^^^ missing-source no such words'],
])('a difference fails: %s', (_, wrong) => {
  expect(() => expectFindings(wrong)).toThrow('Object.is equality');
});

test('empty places', () => {
  const { files } = parseFixture('abc\n | here');
  expect(files[0]!.marks).toEqual([{ start: 1, end: 1, code: 'here', words: '' }]);
  expectMarks(files, [files[0]!.marks]);
});
