import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAlias } from '../../../../server/src/edits/registry/addAlias.ts';
import type { Registry } from '../../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../../support/arbitraries.ts';

const read = (text: string): Registry =>
  text.startsWith('---\n') ? readBrief(text).blocks[0]!.frontMatter!.registry : readRegistry(text);

/** What a registry says, without places; `more` is put to the aliases of the entity. */
function values({ entities, sources, problems }: Registry, id?: string, more?: string) {
  return {
    entities: entities.map((entry) => ({
      id: entry.id.value,
      name: entry.name.value,
      type: entry.type.value,
      description: entry.description,
      aliases: [
        ...entry.aliases.map(({ value }) => value),
        ...(more !== undefined && entry.id.value === id ? [more] : []),
      ],
    })),
    sources: sources.map((entry) => entry.id.value),
    problems: problems.map(({ message }) => message),
  };
}

/** The text after the alias was added; checks that it is an insertion and reads the same, plus the alias. */
function added(text: string, id = 'a', alias = 'NEW'): string | undefined {
  const before = read(text);
  const entry = before.entities.find((one) => one.id.value === id)!;
  const change = addAlias('r', text, entry, alias);
  if (!change) return undefined;
  expect(change.span.start).toBe(change.span.end);
  const after = text.slice(0, change.span.start) + change.text + text.slice(change.span.end);
  expect(values(read(after))).toEqual(values(before, id, alias));
  return after;
}

const TAIL = '  - { id: z, type: org, name: Zed }\n';

describe('an alias goes', () => {
  test.each([
    [
      'into the list',
      '  - id: a\n    type: org\n    aliases: [ONE] # c\n    name: Alpha\n',
      '  - id: a\n    type: org\n    aliases: [ONE, NEW] # c\n    name: Alpha\n',
    ],
    [
      'into an empty list',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: []\n',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: [NEW]\n',
    ],
    [
      'into a field without a value',
      '  - id: a\n    type: org\n    aliases: # none\n    name: Alpha\n',
      '  - id: a\n    type: org\n    aliases: [NEW] # none\n    name: Alpha\n',
    ],
    [
      'below the last line of a list',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases:\n      - ONE # first\n      - "TWO" # second\n    # end\n',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases:\n      - ONE # first\n      - "TWO" # second\n      - NEW\n    # end\n',
    ],
    [
      'below a list in the column of its key',
      '  - id: a\n    type: org\n    aliases:\n    - ONE\n    name: Alpha\n',
      '  - id: a\n    type: org\n    aliases:\n    - ONE\n    - NEW\n    name: Alpha\n',
    ],
    [
      'below the name',
      '  - id: a\n    type: org\n    name: Alpha # so\n    description: x\n',
      '  - id: a\n    type: org\n    name: Alpha # so\n    aliases: [NEW]\n    description: x\n',
    ],
    [
      'below the name, first of all',
      '  - name: "Al # pha"\n    id: a\n    type: org\n',
      '  - name: "Al # pha"\n    aliases: [NEW]\n    id: a\n    type: org\n',
    ],
    [
      'into an entry on one line',
      '  - { id: a, type: org, name: Alpha }\n',
      '  - { id: a, type: org, name: Alpha, aliases: [ NEW ] }\n',
    ],
    [
      'into the list of such an entry',
      '  - { id: a, type: org, name: Alpha, aliases: [ONE] } # c\n',
      '  - { id: a, type: org, name: Alpha, aliases: [ONE, NEW] } # c\n',
    ],
    [
      'into an entry like JSON',
      '  - { "id": "a", "type": "org", "name": "Alpha" }\n',
      '  - { "id": "a", "type": "org", "name": "Alpha", "aliases": [ "NEW" ] }\n',
    ],
    [
      'into a list over several lines',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: [\n      ONE,\n      TWO\n    ]\n',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: [\n      ONE,\n      TWO,\n      NEW\n    ]\n',
    ],
  ])('%s', (_, entry, expected) => {
    for (const head of ['entities:\n', '# all\ntypes: []\nentities:\n  # first\n']) {
      expect(added(`${head}${entry}${TAIL}`)).toBe(`${head}${expected}${TAIL}`);
      expect(added(`${head}${entry}`.trimEnd())).toBe(`${head}${expected}`.trimEnd());
      const crlf = (text: string) => text.replaceAll('\n', '\r\n');
      expect(added(crlf(`${head}${entry}${TAIL}`))).toBe(crlf(`${head}${expected}${TAIL}`));
    }
    expect(added(`---\nentities:\n${entry}---\n\nText.\n`)).toBe(`---\nentities:\n${expected}---\n\nText.\n`);
  });

  test.each([
    ['aliases that are one text', 'entities:\n  - { id: a, type: org, name: Alpha, aliases: ONE }\n'],
    [
      'aliases from an anchor',
      'entities:\n  - { id: b, type: org, name: B, aliases: &x [ONE] }\n  - { id: a, type: org, name: A, aliases: *x }\n',
    ],
    [
      'aliases from a merge',
      'entities:\n  - &x { id: b, type: org, name: B, aliases: [ONE] }\n  - { <<: *x, id: a, name: A }\n',
    ],
    ['a name over several lines', 'entities:\n  - id: a\n    type: org\n    name: |\n      Alpha\n'],
    ['an alias that is there', 'entities:\n  - { id: a, type: org, name: Alpha, aliases: [NEW] }\n'],
  ])('nowhere: %s', (_, text) => expect(added(text)).toBeUndefined());

  test('nowhere when the text has changed since', () => {
    const text = 'entities:\n  - { id: a, type: org, name: Alpha }\n';
    const [entry] = read(text).entities;
    expect(addAlias('r', `# new\n${text}`, entry!, 'NEW')).toBeUndefined();
  });
});

const field = fc.constantFrom(
  ...[
    'type: org',
    'name: Alpha',
    'name: "Al: pha"',
    "name: 'It''s'",
    'description: >-\n  folded\n  text',
    'aliases: [ONE]',
    'aliases: ["X, Y", Z,]',
  ],
  ...[
    'aliases:\n  - ONE\n  - two words # c',
    'aliases:\n- ONE',
    'aliases:',
    'aliases: ~',
    'aliases: ONE',
    '# comment',
    'part_of: z',
    'name: >\n  Beta',
    'aliases: [ # c\n  ONE # d\n  ]',
  ],
);
const alias = fc.constantFrom('NEW', 'IS-K', 'a: b', '#x', "It's", '[x]', 'no', '1.5', '“Q”', 'x, y');

testProperty(
  'after the edit the registry reads the same plus the alias',
  fc.array(field, { maxLength: 5 }),
  alias,
  fc.boolean(),
  (fields, alias, first) => {
    const lines = (first ? ['id: a', 'type: org', ...fields] : ['type: org', ...fields, 'id: a']).join('\n');
    const text = `entities:\n  - ${lines.replaceAll('\n', '\n    ')}\n  # of z\n${TAIL}`;
    if (read(text).entities.some(({ id }) => id.value === 'a')) added(text, 'a', alias);
  },
);
