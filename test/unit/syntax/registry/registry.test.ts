import { describe, expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import type { Registry } from '../../../../server/src/syntax/ast.ts';
import { formatIsoDate, isValidDate, parseIsoDate } from '../../../../server/src/syntax/date/isoDate.ts';
import { entitiesJsonSchema, sourcesJsonSchema } from '../../../../server/src/syntax/registry/jsonSchema.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { checkProblems, locatedIn, marked } from './registryText.ts';

const checkRegistry = (fixture: string, newline?: string): Registry =>
  checkProblems(fixture, readRegistry, (registry) => registry.problems, newline);

const ids = (registry: Registry): string[] =>
  [...registry.types, ...registry.entities, ...registry.sources].map(({ id }) => id.value);

const sources = `
references:
  - id: rferl-2021-09-05
    type: article-newspaper
    title: Afghan pilots and their aircraft leave Uzbekistan
    container-title: RFE/RL            # the outlet
    author:
      - { family: Pannier, given: Bruce }
      - literal: Radio Ozodi
      - Jane Doe
    issued: 2021-09-05
    URL: https://example.org/a?b=c#d
    accessed: 2021-09-20
    custom:
      reliability: B
      credibility: 2
      archive: "https://archive.example.org/1"
      sha256: ${'0aF9'.repeat(16)}
`;

const entities = `
types:
  - { id: operation, name: Operation, extends: event }
entities:
  - id: iskp
    type: group
    name: Islamic State in Khorasan Province
    aliases: [ISKP, 'IS-K', "ISIS-K"]
    description: >
      Islamic State's branch
      in Afghanistan.
    part_of: is
    wikidata: Q20734166
  # Outlets are entities, too.
  - id: rferl
    type: media
    name: Radio Free Europe/Radio Liberty
    aliases: RFE/RL
    reliability: B
    platform: true
`;

describe('what registries hold', () => {
  test('a source with all its fields', () => {
    const [source] = checkRegistry(sources).sources;
    expect(source).toMatchObject({
      id: { value: 'rferl-2021-09-05' },
      type: 'article-newspaper',
      title: 'Afghan pilots and their aircraft leave Uzbekistan',
      outlet: { value: 'RFE/RL' },
      authors: ['Bruce Pannier', 'Radio Ozodi', 'Jane Doe'],
      issued: { value: { year: 2021, month: 9, day: 5 } },
      accessed: { value: { year: 2021, month: 9, day: 20 } },
      url: { value: 'https://example.org/a?b=c#d' },
      reliability: { value: 'B' },
      credibility: { value: '2' },
      archive: { value: 'https://archive.example.org/1' },
      sha256: { value: '0aF9'.repeat(16) },
    });
  });

  test('markings are kept as written; the fields of a source that have a value', () => {
    const { entities, sources } = checkRegistry(
      'entities:\n- { id: a, type: place, name: A, tlp: "TLP:AMBER" }\n' +
        'references:\n- { id: b, title: T, issued: { literal: in press }, URL: "", note: N, custom: { tlp: white } }\n',
    );
    expect(entities).toMatchObject([{ tlp: { value: 'TLP:AMBER' } }]);
    expect(sources).toMatchObject([{ tlp: { value: 'white' }, filledFields: ['title', 'issued'] }]);
  });

  test('a mistake in a rating, a hash or a marking has a topic', () => {
    const text =
      'references:\n- { id: a, wikidata: Q1, custom: { reliability: X, credibility: 9, sha256: 1, tlp: [] } }\n';
    expect(readRegistry(`${text}- { id: [] }\n`).problems.map(({ topic }) => topic)).toEqual([
      'rating',
      'rating',
      'hash',
      'tlp',
      undefined,
    ]);
  });

  test('types and entities with all their fields', () => {
    const registry = checkRegistry(entities);
    expect(registry.types).toMatchObject([
      { id: { value: 'operation' }, name: 'Operation', extends: { value: 'event' } },
    ]);
    const [iskp, rferl] = registry.entities;
    expect(iskp).toMatchObject({
      type: { value: 'group' },
      name: { value: 'Islamic State in Khorasan Province' },
      description: "Islamic State's branch in Afghanistan.",
      partOf: { value: 'is' },
      wikidata: { value: 'Q20734166' },
      domains: [],
      platform: false,
    });
    expect(iskp?.aliases.map(({ value }) => value)).toEqual(['ISKP', 'IS-K', 'ISIS-K']);
    expect(rferl).toMatchObject({ aliases: [{ value: 'RFE/RL' }], reliability: { value: 'B' }, platform: true });
    expect(registry).toMatchObject({ declaresEntities: true, declaresSources: false });
  });

  test.each(['\n', '\r\n'])(
    'every place is exactly the value, with line ends %j, astral characters and a BOM',
    (newline) => {
      for (const fixture of [sources, entities]) {
        const text = `\ufeff# 🛰️ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢${newline}${marked(fixture, newline).text.replace('rferl-2021-09-05', '𝔯ferl-2021')}`;
        const found = locatedIn(readRegistry(text));
        expect(found.length).toBeGreaterThan(8);
        for (const { value, span } of found)
          if (typeof value === 'string') expect(slice(text, span)).toBe(value);
          else expect(parseIsoDate(slice(text, span))).toEqual(value);
      }
    },
  );

  test('an entry spans from its first field to the end of its last value', () => {
    const text = '- id: a\n  title: "One"  # the first\n\n# next\n- { id: b }\n';
    expect(readRegistry(text).sources.map(({ span }) => slice(text, span))).toEqual([
      'id: a\n  title: "One"',
      '{ id: b }',
    ]);
  });

  test.each([
    ['a bare list', '- id: a\n- id: b\n'],
    ['a bare list, indented', '  - id: a\n  - id: b\n'],
    ['dashes below the key', 'references:\n- id: a\n- id: b\n'],
    ['document marks', '%YAML 1.2\n---\nreferences:\n  - id: a\n...\n---\nother: 1\nreferences: [{id: b}]\n', 1],
    ['flow style', 'references: [{id: a},\n  {id: b}]\n'],
    ['JSON', '{\n"references": [\n{"id": "a"},\n{"id": "b"}\n]}'],
    ['quoted keys', '"references":\n  - "id": a\n  - ? id\n    : b\n'],
    ['anchors between entries', 'references:\n  - &x {id: a, title: T}\n  - <<: *x\n    id: b\n'],
    ['lone dashes and empty fields', 'references:\n  - id: a\n    title:\n  -\n  - id: b\n    issued: ""\n'],
    ['a line of blanks below', '- id: a\n\t\n- id: b\n \t'],
    ['Pandoc metadata around it', 'nocite: "@*"\nreferences:\n  - id: a\n  - id: b\nlang: en\n'],
  ])('%s', (_, text, problems = 0) => {
    const registry = readRegistry(text);
    expect(ids(registry)).toEqual(['a', 'b']);
    expect(registry.problems).toHaveLength(problems);
  });

  test('numbers and truth values are text where text is meant', () => {
    const [source] = checkRegistry('- id: "1.10"\n  title: 1984\n  container-title: true\n').sources;
    expect(source).toMatchObject({ id: { value: '1.10' }, title: '1984', outlet: { value: 'true' } });
  });

  test('an empty list declares what it is a list of', () => {
    expect(checkRegistry('entities: []\nreferences:\n')).toMatchObject({
      declaresEntities: true,
      declaresSources: true,
    });
    expect(checkRegistry('')).toMatchObject({ declaresEntities: false, declaresSources: false });
    expect(checkRegistry('# nothing yet\n')).toMatchObject({ sources: [], problems: [] });
  });

  test('the outlet is the publisher where there is no container', () => {
    expect(checkRegistry('- id: a\n  publisher: ISW\n').sources[0]?.outlet?.value).toBe('ISW');
  });
});

describe('dates', () => {
  const issued = (value: string) => readRegistry(`- id: a\n  issued: ${value}\n`);

  test.each([
    ['2021', { year: 2021 }],
    ['2021-09', { year: 2021, month: 9 }],
    ['"2021-09-05"', { year: 2021, month: 9, day: 5 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2021-09-05T08:12:33Z', { year: 2021, month: 9, day: 5 }],
    ['2021-09-05/2021-09-07', { year: 2021, month: 9, day: 5 }],
    ['{date-parts: [[2021, 9, 5]]}', { year: 2021, month: 9, day: 5 }],
    ['{date-parts: [["2021", "9"], [2022]]}', { year: 2021, month: 9 }],
    ['[{year: 2021, month: 9, day: 5}]', { year: 2021, month: 9, day: 5 }],
    ['{year: 2021}', { year: 2021 }],
    ['{raw: 2021-09-05}', { year: 2021, month: 9, day: 5 }],
    ['{literal: in press}', undefined],
  ])('%s', (value, date) => {
    const registry = issued(value);
    expect(registry.problems).toEqual([]);
    expect(registry.sources[0]?.issued?.value).toEqual(date);
  });

  test.each([
    ['2021-02-30', 'The calendar has no'],
    ['2021-13', 'The calendar has no'],
    ['{date-parts: [[2021, 9, 31]]}', 'The calendar has no “2021-9-31”'],
    ['[{year: 2021, month: 0}]', 'The calendar has no'],
    ['May', '“May” cannot be read as a date'],
    ['May 3', '“May 3” cannot be read as a date'],
    ['05/03/2021', '“05/03/2021” cannot be read as a date'],
    ['2021/13/03', '“2021/13/03” cannot be read as a date'],
    ['20211305', '“20211305” cannot be read'],
    ['[]', 'This cannot be read as a date'],
    ['{date-parts: [[{}]]}', 'This cannot be read as a date'],
    ['true', 'This cannot be read as a date'],
  ])('%s is a problem, and the entry stays', (value, words) => {
    const registry = issued(value);
    expect(registry.problems.map(({ message }) => message.slice(0, words.length))).toEqual([words]);
    expect(registry.sources[0]).toMatchObject({ id: { value: 'a' } });
    expect(registry.sources[0]).not.toHaveProperty('issued');
  });

  test.each([
    ['2021/05/03', '2021-05-03'],
    ['2021.05.03', '2021-05-03'],
    ['2021-5-3', '2021-05-03'],
    ['20210503', '2021-05-03'],
    ['2021/05', '2021-05'],
    ['May 2021', '2021-05'],
    ['{ raw: 2021/05/03 }', undefined],
    ['5 March 2026', '2026-03-05'],
    ['September 5, 2021', '2021-09-05'],
  ])('%s is read, and its fix writes it as CSL does', (value, iso) => {
    const registry = issued(value);
    expect(registry.sources[0]?.issued).toBeDefined();
    expect(registry.problems).toMatchObject([
      {
        message: expect.stringContaining('is not a date of CSL. Write'),
        ...(iso && { suggestion: iso, isLesser: true }),
      },
    ]);
  });

  test('a range of dates is one', () => {
    for (const text of ['2021/2022', '2021-05-03/2021-05-05', '2021-05-03/..', '2021-05-03/'])
      expect(issued(text).problems).toEqual([]);
  });

  test('ISO dates are read and written alike', () => {
    for (const text of ['2021', '2021-09', '2021-09-05', '0987-12-31'])
      expect(formatIsoDate(parseIsoDate(text) ?? {})).toBe(text);
    for (const text of ['', '21', '2021-9-5', '2021-02-29', '0000', ' 2021', '2021-09-05x', '20210905'])
      expect(parseIsoDate(text)).toBeUndefined();
    expect(formatIsoDate({ month: 9, day: 5 })).toBeUndefined();
    expect(formatIsoDate({ year: 2021, day: 5 })).toBe('2021');
    expect(isValidDate({ month: 2, day: 29 })).toBe(true);
    expect(isValidDate({ year: 2100, month: 2, day: 29 })).toBe(false);
    expect(isValidDate({ day: 32 })).toBe(false);
    expect(isValidDate({ year: 2021.5 })).toBe(false);
  });
});

describe('JSON Schema for the editor', () => {
  test('describes every field, in draft-07', () => {
    for (const schema of [entitiesJsonSchema(), sourcesJsonSchema()]) {
      expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', title: expect.any(String) });
      expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    }
    expect(entitiesJsonSchema()).toMatchObject({
      properties: {
        entities: {
          items: {
            required: ['id', 'type', 'name'],
            properties: { reliability: { enum: ['A', 'B', 'C', 'D', 'E', 'F'], description: expect.any(String) } },
          },
        },
      },
    });
  });
});
