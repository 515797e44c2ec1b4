import fc from 'fast-check';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { withAlias } from './support.ts';

const TAIL = '  - { id: z, type: org, name: Zed }\n';

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
  'after the edit the registry has the alias and is otherwise the same',
  fc.array(field, { maxLength: 5 }),
  alias,
  fc.boolean(),
  (fields, alias, first) => {
    const lines = (first ? ['id: a', 'type: org', ...fields] : ['type: org', ...fields, 'id: a']).join('\n');
    const text = `entities:\n  - ${lines.replaceAll('\n', '\n    ')}\n  # of z\n${TAIL}`;
    if (readRegistry(text).entities.some(({ id }) => id.value === 'a')) withAlias(text, 'a', alias);
  },
);
