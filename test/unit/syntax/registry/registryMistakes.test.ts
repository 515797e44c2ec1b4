import { describe, expect, test } from 'vitest';
import type { Registry } from '../../../../server/src/syntax/ast.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { checkProblems } from './registryText.ts';

const checkRegistry = (fixture: string, newline?: string): Registry =>
  checkProblems(fixture, readRegistry, (registry) => registry.problems, newline);

const ids = (registry: Registry): string[] =>
  [...registry.types, ...registry.entities, ...registry.sources].map(({ id }) => id.value);

describe('mistakes in entries', () => {
  test('of entities: each at its place, and what can be read is used', () => {
    const registry = checkRegistry(`
entities:
  - id: x
#!      ^ This entity has no name
    type: group
    alias: y
#!  ^^^^^ “alias” is not a field of an entry. Did you mean “aliases”?
    descripton: z
#!  ^^^^^^^^^^ “descripton” is not a field of an entry
    note: fine
    date: fine
  - id: y
#!      ^ This entity has no type
    name: Y
  - type: org
#!^^^^^^^^^^^ This entity has no id
    name: Z
  - text
#!^^^^^^ This is “text”, not an entity
  - id:
#!  ^^ This entity has no id
    type: org
    name: Z
  - id: a b
#!      ^^^ “a b” cannot be an id
    type: org
    name: [n]
#!        ^^^ The name is a list here
    platform: yes
#!            ^^^ “platform” is “yes” here and counts as false
    wikidata: 207
#!            ^^^ “207” is not a Wikidata item
    reliability: B2
#!               ^^ “B2” is not a reliability
    aliases: [a, {b: c}, d]
#!               ^^^^^^ An alias is a group of fields here
    name: twice
#!  ^^^^ “name” appears twice in this entry; only the first counts
`);
    expect(ids(registry)).toEqual(['x', 'a b']);
    expect(registry.entities[0]?.name.value).toBe('x');
    expect(registry.entities[1]?.aliases.map(({ value }) => value)).toEqual(['a', 'd']);
    expect(registry.entities[1]).not.toHaveProperty('reliability');
  });

  test('of sources', () => {
    const registry = checkRegistry(`
references:
  - id: a
    url: https://example.org
#!  ^^^ “url” is not a field of CSL. Did you mean “URL”?
    container_title: TASS
#!  ^^^^^^^^^^^^^^^ “container_title” is not a field of CSL
    reliability: B
#!  ^^^^^^^^^^^ CSL has no field “reliability”
    note: fine
    custom: { reliability: G, credibility: 7, sha256: abc, other: 1 }
#!                         ^ “G” is not a reliability
#!                                         ^ “7” is not a credibility
#!                                                    ^^^ “abc” is not a SHA-256
  - id: b
    author: [A, [B]]
#!              ^^^ This author cannot be read
    custom: B2
#!          ^^ “custom:” has no fields
  - id: [c]
#!      ^^^ The id of this source is a list, so the source is not used
`);
    expect(ids(registry)).toEqual(['a', 'b']);
  });

  test('a missing space after a colon loses no field', () => {
    const registry = checkRegistry(`
references:
  - id: a
    container-title:TASS
#!  ^^^^^^^^^^^^^^^^^^^^ This line has no field name. Write “name: value”
    issued:2021-05-03
#!  ^^^^^^^^^^^^^^^^^ This line has no field name
    https://example.org
#!  ^^^^^^^^^^^^^^^^^^^ This line has no field name
    title: T
`);
    expect(registry.problems.map(({ suggestion }) => suggestion)).toEqual([
      'container-title: TASS',
      'issued: 2021-05-03',
      undefined,
    ]);
    expect(registry.sources[0]).toMatchObject({ outlet: { value: 'TASS' }, title: 'T' });
    expect(registry.sources[0]?.issued?.value).toEqual({ year: 2021, month: 5, day: 3 });
  });

  test('what other programs read otherwise', () => {
    const registry = checkRegistry(`
references:
  - id: 12e4567
#!      ^^^^^^^ YAML reads the id “12e4567” as a number or a truth value
    type: article-newspapr
#!        ^^^^^^^^^^^^^^^^ “article-newspapr” is not a CSL type. Did you mean “article-newspaper”?
    isued: 2021-05-03
#!  ^^^^^ “isued” is not a field of CSL. Did you mean “issued”?
  - id: no
#!      ^^ YAML reads the id “no”
    type: newspaper
#!        ^^^^^^^^^ “newspaper” is not a CSL type. Did you mean “article-newspaper”?
    date: 2021-05-03
#!  ^^^^ “date” is not a field of CSL. Did you mean “issued”?
    outlet: TASS
#!  ^^^^^^ “outlet” is not a field of CSL. Did you mean “container-title”?
    note: fine
    my-own: fine
  - id: slips
    titel: Pilots leave
#!  ^^^^^ “titel” is not a field of CSL. Did you mean “title”?
    isseud: 2021-05-03
#!  ^^^^^^ “isseud” is not a field of CSL. Did you mean “issued”?
    tpye: report
#!  ^^^^ “tpye” is not a field of CSL. Did you mean “type”?
    tags: [fine]
    file: fine
    lang: fine
  - id: more-slips
    issud: 2021-05-03
#!  ^^^^^ “issud” is not a field of CSL. Did you mean “issued”?
  - id: "007"
    type: misc
#!        ^^^^ “misc” is not a CSL type. Write one, such as
    title: T
    constructor: fine
`);
    expect(ids(registry)).toEqual(['12e4567', 'no', 'slips', 'more-slips', '007']);
    // The value of a misspelled field counts: citations of the source are not unknown.
    expect(registry.sources[1]?.outlet?.value).toBe('TASS');
    expect(registry.sources.map(({ issued }) => issued?.value)).toEqual([
      { year: 2021, month: 5, day: 3 },
      { year: 2021, month: 5, day: 3 },
      { year: 2021, month: 5, day: 3 },
      { year: 2021, month: 5, day: 3 },
      undefined,
    ]);
  });

  test('what entries share may stand above the list', () => {
    const registry = checkRegistry(`
outlet: &tass
  type: article-newspaper
  container-title: TASS
dates:
  - &day 2021-05-03
references:
  - <<: *tass
    id: tass-1
    issued: *day
`);
    expect(registry.sources).toMatchObject([
      { id: { value: 'tass-1' }, type: 'article-newspaper', outlet: { value: 'TASS' }, issued: { value: { day: 3 } } },
    ]);
  });

  test('of types, and of the lists themselves', () => {
    checkRegistry(`
types:
  - name: Operation
#!^^^^^^^^^^^^^^^^^ This type has no id
entities: 5
#!        ^ There are no entries below “entities:”
references:
  a:
#!^^ There are no entries below “references:”
    title: T
`);
  });

  test('of top-level keys', () => {
    const twice = readRegistry('references:\n  - id: a\nreferences:\n  - id: b\n');
    expect(ids(twice)).toEqual(['a', 'b']);
    expect(twice.problems).toMatchObject([{ span: { start: 22, end: 32 } }]);
    const renamed = readRegistry('sources:\n  - id: a\n');
    expect(ids(renamed)).toEqual(['a']);
    expect(renamed.problems[0]?.message).toContain(
      'Pandoc, Quarto and Zotero read “references:”, not “sources:”. Rename the key.',
    );
    expect(readRegistry('title: x\nentites:\n  - id: a\n').problems[0]?.message).toContain(
      'Entries below “entites” are not read. Did you mean “entities:”?',
    );
  });
});

describe('mistakes of syntax', () => {
  /** Broken lines in the first of three entries; the other two must not suffer. */
  const between = (lines: string) =>
    checkRegistry(`
references:
  - id: a
${lines}
    type: book
  - id: b
    title: B
  - id: c
`);

  test.each([
    ['a second colon', '    title: Foo: bar\n#!         ^^^^^^^^ The value contains a colon and a space'],
    ['an open quotation mark', '    title: "Foo\n#!         ^^^^ This quotation mark is not closed'],
    ['an apostrophe', "    title: 'l'Express\n#!         ^^^^^^^^^^ The value ends before this"],
    ['an open bracket', '    title: [Foo\n#!         ^^^^ This “[” is not closed'],
    ['words after a bracket', '    title: [Foo] bar\n#!         ^^^^^^^^^ The value ends before this'],
    ['a handle', '    title: @handle\n#!         ^^^^^^^ A value may not start with @'],
    ['emphasis', '    title: *Foo*\n#!         ^^^^^ Nothing above is marked “&Foo*”, which a value with * repeats'],
    ['a backslash', '    title: "C:\\Users"\n#!         ^^^^^^^^^^ Between "double" quotation marks'],
    ['no colon', '    title Foo\n#!  ^^^^^^^^^ This line has no field name'],
    ['no space after the colon', '    title:Foo\n#!  ^^^^^^^^^ This line has no field name'],
    ['indented too deep', '     title: Foo\n#!   ^^^^^^^^^^ YAML cannot tell what this line belongs to'],
    ['indented too little', '   title: Foo\n#! ^^^^^^^^^^ YAML cannot tell what this line belongs to'],
    ['not indented enough for an entry', '  title: Foo\n#!^^^^^^^^^^ This line belongs to no entry'],
    ['a dash glued to its word', '  -id: x\n#!^^^^^^ A space is missing after the dash'],
    ['no end to it', '    a: @b\n#!     ^^ A value may not\n    c: `d\n#!     ^^ A value may not'],
  ])('%s', (_, lines) => {
    expect(ids(between(lines))).toEqual(['a', 'b', 'c']);
  });

  test('the fields around a slip are read, and what it says, too', () => {
    const [source] = readRegistry(`
references:
  - id: a
    title: Moscow: talks fail   # so it was
    container-title: "TASS
    publisher: %Interfax
    custom:
      archive: @x
      reliability: B
    author:
    - family: A: B
    abstract: |
      one: two: three
    issued: 2021-05-03
`).sources;
    expect(source).toMatchObject({
      title: 'Moscow: talks fail',
      outlet: { value: 'TASS' },
      issued: { value: { year: 2021, month: 5, day: 3 } },
      reliability: { value: 'B' },
      filledFields: ['title', 'container-title', 'publisher', 'author', 'issued'],
    });
  });

  test.each([
    ['a hashtag', 'title: The #flood protests', '"The #flood protests"'],
    ['a number', 'container-title: Radio #5\r', '"Radio #5"'],
    ['quotation marks', 'title: The "big" #10', `'The "big" #10'`],
    ['a comment', 'title: The protests # check', undefined],
    ['a comment behind a quoted text', 'title: "The protests" #check', undefined],
    ['a code', 'type: book #todo', undefined],
    ['a # in a word', 'title: C# in use', undefined],
  ])('%s behind the start of a text', (_, field, suggestion) => {
    const { problems } = readRegistry(`references:\n  - id: a\n    ${field}\n`);
    expect(problems.map((problem) => problem.suggestion)).toEqual(suggestion === undefined ? [] : [suggestion]);
  });

  test('each slip is reported once, with the value in quotation marks as its fix', () => {
    const fixes = readRegistry(`
references:
  - id: a
    title: Moscow: talks fail
    container-title: "TASS
    publisher: %Interfax
    URL: *x*
    note: "C:\\Users"
    issued: 2021-02-30
`).problems.map(({ message, suggestion }) => [message.split(/(?<=[.:]) /)[0], suggestion]);
    expect(fixes).toMatchInlineSnapshot(`
      [
        [
          The value contains a colon and a space.,
          "Moscow: talks fail",
        ],
        [
          This quotation mark is not closed.,
          "TASS",
        ],
        [
          A value may not start with % in YAML.,
          "%Interfax",
        ],
        [
          Nothing above is marked “&x*”, which a value with * repeats.,
          "*x*",
        ],
        [
          Between "double" quotation marks a \\ changes the meaning of what follows.,
          'C:\\Users',
        ],
        [
          The calendar has no “2021-02-30”.,
          undefined,
        ],
      ]
    `);
  });

  test('tabs', () => {
    const registry = readRegistry('references:\n  - id: a\n\ttitle: x\n    type: book\n  - id: b\n');
    expect(registry.problems).toMatchObject([{ span: { start: 23, end: 31 } }]);
    expect(registry.problems[0]?.message).toContain('tab');
    expect(ids(registry)).toEqual(['a', 'b']);
  });

  test('dashes out of line still start entries', () => {
    const registry = checkRegistry(`
references:
  - id: a
   - id: b
#! ^^^^^^^ This dash is not in the column of the dashes above
    type: book
  - id: c
`);
    expect(ids(registry)).toEqual(['a', 'b', 'c']);
  });

  test('a hash sign inside a block of text is text', () => {
    const [a, b] = checkRegistry(
      'entities:\n- id: a\n  type: t\n  name: |\n    x\n    # y\n- {id: b, type: t, name: n}',
    ).entities;
    expect([a?.name.value, b?.name.value]).toEqual(['x\n# y', 'n']);
  });

  test('a file that is not a registry gets one clear message', () => {
    const noise = Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
    const texts = [
      'hello',
      'Dear all,\n\nplease: find attached: this.\n\tRegards',
      '\0'.repeat(500),
      noise,
      'PK\x03\x04',
      '"',
      '5',
    ];
    for (const text of texts) expect(readRegistry(text).problems).toHaveLength(1);
  });
});

test('misspelled fields below custom count, and so does a date in words', () => {
  const registry = checkRegistry(`
references:
  - id: a
    container: TASS
#!  ^^^^^^^^^ “container” is not a field of CSL. Did you mean “container-title”?
    issued: { literal: "May 3, 2021" }
    accessed-date: 2021-05-04
#!  ^^^^^^^^^^^^^ “accessed-date” is not a field of CSL. Did you mean “accessed”?
    custom:
      reliabilty: B
#!    ^^^^^^^^^^ “reliabilty” is not a field of an entry. Did you mean “reliability”?
      Credibility: 2
#!    ^^^^^^^^^^^ “Credibility” is not a field of an entry. Did you mean “credibility”?
      desk: north
  - id: b
    issued: { literal: in press }
`);
  expect(registry.sources[0]).toMatchObject({
    outlet: { value: 'TASS' },
    issued: { value: { year: 2021, month: 5, day: 3 } },
    reliability: { value: 'B' },
    credibility: { value: '2' },
  });
  expect(registry.sources[1]).not.toHaveProperty('issued');
});
