import { expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import type { FrontMatter } from '../../../../server/src/syntax/ast.ts';
import { readFrontMatter } from '../../../../server/src/syntax/registry/frontMatter.ts';
import { checkProblems, locatedIn, marked } from './registryText.ts';

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

test('an empty front matter, and one without known fields', () => {
  for (const yaml of ['', '\n', 'layout: post\nabstract: [a, b]\n', 'title:\n', '# title: x\n'])
    expect(readFrontMatter(yaml)).toEqual({
      bibliography: [],
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
#!     ^ The value contains a colon and a space
date: September 24, 2021
profile: final
#!       ^^^^^ There is no profile “final”
tlp: { color: green }
#!   ^^^^^^^^^^^^^^^^ The marking is a group of fields here
publication: "Terrorism Monitor
#!           ^^^^^^^^^^^^^^^^^^ This quotation mark is not closed
ignore: [a, [b]]
#!          ^^^ A rule code is a list here
entities:
  - id: x
#!      ^ This entity has no type
    name: X
`);
  expect(found.ignore.map(({ value }) => value)).toEqual(['a']);
  expect(found.date?.value).toEqual({ year: 2021, month: 9, day: 24 });
  expect(found).not.toHaveProperty('title');
});

test('an impossible date, a repeated field, no fields at all', () => {
  expect(readFrontMatter('date: 2021-02-30').registry.problems).toMatchObject([{ span: { start: 6, end: 16 } }]);
  const twice = readFrontMatter('date: 2021-02-03\ndate: 2021-02-04');
  expect(twice.date?.value.day).toBe(3);
  expect(twice.registry.problems).toMatchObject([{ span: { start: 17, end: 21 } }]);
  expect(readFrontMatter('Dear all').registry.problems).toHaveLength(1);
});

test('names of fields in other capitals count, and so do the names that other programs give to the date', () => {
  expect(checkFrontMatter('Title: T\nProfile: release\nDate: 2021-05-03\nTLP: GREEN\n')).toMatchObject({
    title: { value: 'T' },
    profile: { value: 'release' },
    date: { value: { day: 3 } },
    tlp: { value: 'GREEN' },
  });
  expect(checkFrontMatter('published: 2021-05-03\n').date?.value.day).toBe(3);
  expect(checkFrontMatter('pubDate: 2021-05-04\ndate: 2021-05-03\n').date?.value.day).toBe(3);
});

test('a field that is almost one of ours; others belong to other programs', () => {
  const problemsOf = (yaml: string) => readFrontMatter(yaml).registry.problems;
  expect(problemsOf('profil: release\npublicaton: X\n')).toMatchObject([
    { message: '“profil” is not a field of Briefmark. Did you mean “profile”?', suggestion: 'profile', isLesser: true },
    { message: '“publicaton” is not a field of Briefmark. Did you mean “publication”?', span: { start: 16, end: 26 } },
  ]);
  expect(problemsOf('subtitle: a\nauthors: [b]\nsource: c\ndraft: true\nformat: html\ntags: [d]\n')).toEqual([]);
});
