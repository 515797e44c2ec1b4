import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import type { FrontMatter } from '../../../../server/src/syntax/ast.ts';
import { readFrontMatter } from '../../../../server/src/syntax/registry/frontMatter.ts';
import { readFrontMatterFast } from '../../../../server/src/syntax/registry/plainFrontMatter.ts';
import { checkProblems, codeUnit, locatedIn, marked, spansOutside } from './registryText.ts';

const checkFrontMatter = (fixture: string): FrontMatter =>
  checkProblems(fixture, readFrontMatter, ({ registry }) => registry.problems);

const full = `
title: "Afghan pilots: one year on"
date: 2021-09-24
publication: Terrorism Monitor
author: Jane Doe
tlp: TLP:GREEN
profile: release
ignore: missing-source, future-date
lang: en-GB
header-includes: |
  date: not ours
sources:
  - id: rferl-2021-09-05
    container-title: RFE/RL
    issued: 2021-09-05
entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province }
types:
  - { id: operation }
`;

test('all the fields, at their places', () => {
  const { text } = marked(full);
  const found = checkFrontMatter(full);
  expect(found).toMatchObject({
    title: { value: 'Afghan pilots: one year on' },
    date: { value: { year: 2021, month: 9, day: 24 } },
    publication: { value: 'Terrorism Monitor' },
    author: { value: 'Jane Doe' },
    tlp: { value: 'TLP:GREEN' },
    profile: { value: 'release' },
    ignore: [{ value: 'missing-source' }, { value: 'future-date' }],
    registry: {
      types: [{ id: { value: 'operation' }, name: 'operation' }],
      entities: [{ id: { value: 'iskp' } }],
      sources: [{ id: { value: 'rferl-2021-09-05' }, issued: { value: { year: 2021, month: 9, day: 5 } } }],
      declaresEntities: true,
      declaresSources: true,
    },
  });
  for (const { value, span } of locatedIn(found)) if (typeof value === 'string') expect(slice(text, span)).toBe(value);
  expect(slice(text, found.date?.span ?? { start: 0, end: 0 })).toBe('2021-09-24');
});

test('nothing, and nothing of ours', () => {
  for (const yaml of ['', '\n', 'lang: en\nabstract: [a, b]\n', 'title:\n', '# title: x\n'])
    expect(readFrontMatter(yaml)).toEqual({
      ignore: [],
      registry: {
        types: [],
        entities: [],
        sources: [],
        declaresEntities: false,
        declaresSources: false,
        problems: [],
        ignores: [],
      },
    });
});

test('lists where lists are usual', () => {
  const found = checkFrontMatter(
    'ignore:\n  - missing-source\n  - future-date\nauthor:\n  - A\n  - {given: B, family: C}\n',
  );
  expect(found.ignore.map(({ value }) => value)).toEqual(['missing-source', 'future-date']);
  expect(found.author?.value).toBe('A, B C');
  expect(checkFrontMatter('ignore: [a, "b"]\nreferences: [{id: x}]').registry.sources).toHaveLength(1);
});

test('mistakes, each at its place, and the rest is read', () => {
  const found = checkFrontMatter(`
title: Foo: bar
#!     ^ A second ": " on this line
date: September 24, 2021
#!    ^^^^^^^^^^^^^^^^^^ "September 24, 2021" cannot be read as a date. Write YYYY-MM-DD
profile: final
#!       ^^^^^ "final" is no profile
tlp: { color: green }
#!   ^^^^^^^^^^^^^^^^ The marking is a group of fields here
publication: "Terrorism Monitor
#!           ^^^^^^^^^^^^^^^^^^ This quotation mark is never closed
ignore: [a, [b]]
#!          ^^^ A rule code is a list here
entities:
  - id: x
#!      ^ This entity has no type
    name: X
`);
  expect(found.ignore.map(({ value }) => value)).toEqual(['a']);
  expect(found).not.toHaveProperty('date');
  expect(found).not.toHaveProperty('title');
});

test('an impossible date, a repeated field, no fields at all', () => {
  expect(readFrontMatter('date: 2021-02-30').registry.problems).toMatchObject([{ span: { start: 6, end: 16 } }]);
  const twice = readFrontMatter('date: 2021-02-03\ndate: 2021-02-04');
  expect(twice.date?.value.day).toBe(3);
  expect(twice.registry.problems).toMatchObject([{ span: { start: 17, end: 21 } }]);
  expect(readFrontMatter('Dear all').registry.problems).toHaveLength(1);
});

test('any text at all gives a value with spans inside the text', () => {
  const pieces = [
    'title: ',
    'date: ',
    'ignore: ',
    'sources:',
    '\n',
    '\n  - ',
    'id: a',
    '2021-09-05',
    '[',
    '"',
    '🛰',
    '\t',
    'a',
    '\r\n',
    '---',
  ];
  const text = fc.oneof(
    fc.string({ unit: codeUnit }),
    fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (yaml) => {
      expect(spansOutside(yaml, readFrontMatter(yaml))).toEqual([]);
    }),
    { numRuns: 100, seed: 1 },
  );
});

const word = fc.constantFrom(
  ...'Kabul,one year on,2021-09-24,true,Null,no,~,- ,# ,#1,: ,:,&,*,’s,(draft),1e5,.5,é,, ,  ,\t,.'.split(','),
);

test('a plain value is read as YAML reads it', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n', ''), (words, end) => {
      const written = `publication: ${words.join('')}`;
      // A comment behind it hides the value from the short way.
      const [short, long] = [written + end, `${written} # so${end}`].map(readFrontMatter);
      expect(short?.publication).toEqual(long?.publication);
    }),
    { numRuns: 500 },
  );
});

test('a plain front matter says what any other does', () => {
  const often = (usual: string, ...others: string[]) =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
  const key = fc.constantFrom(...'title,date,date,publication,author,tlp,profile,profile,lang,ignore,Title'.split(','));
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('2021-09-24', '2021-02-30', 'draft', 'release', 'final', 'A, B', 'GREEN') },
    { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('')) },
  );
  const blank = often('', ' ', '\n', '   \n', '\ufeff');
  const lineEnd = often('\n', '\r\n', ' \n', '\n\n', '');
  const line = fc.tuple(key, often(': ', ':  ', ':', ' : '), value, lineEnd).map((parts) => parts.join(''));
  let plain = 0;
  fc.assert(
    fc.property(blank, fc.uniqueArray(line, { maxLength: 4, selector: (one) => one.slice(0, 3) }), (before, lines) => {
      const yaml = before + lines.join('');
      const found = readFrontMatterFast(yaml);
      if (!found) return;
      plain++;
      // A comment, in which nothing stands, hides the text from the short way.
      expect(found).toEqual(readFrontMatter(`${yaml}\n# so`));
    }),
    { numRuns: 1_000, seed: 2 },
  );
  expect(plain).toBeGreaterThan(50);
});
