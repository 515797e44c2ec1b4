import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEntryFast } from '../../../../server/src/syntax/yaml/plainYaml.ts';
import { createYamlContext, readYamlRange } from '../../../../server/src/syntax/yaml/yamlTree.ts';
import { RUNS, testProperty } from '../../support/arbitraries.ts';

/** What the library makes of an entry; undefined where it has something to say against it. */
function readByLibrary(text: string) {
  let reports = 0;
  const context = createYamlContext(text, () => ++reports);
  const { nodes, damaged } = readYamlRange(context, { start: 0, end: text.length });
  const [list] = nodes;
  const isOne = !damaged && reports === 0 && nodes.length === 1 && list?.kind === 'list' && list.items.length === 1;
  return isOne ? list.items[0] : undefined;
}

/** Mostly what the plain reader knows, and now and then something it had better leave alone. */
const mostly = (often: readonly string[], seldom: readonly string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) });

const words = [
  ...[
    'a',
    'TASS',
    'Ab Cd',
    "it's",
    'x y  z',
    '2021-09-05',
    '2021-09',
    '7',
    '12 Days',
    'true',
    'False',
    'nul',
    'a#b',
    'R&D',
  ],
  ...[
    'https://example.org/a?b=c&d#e',
    'a:b',
    '(x)',
    '"a b"',
    "'a b'",
    '"a: b"',
    '"a, b"',
    '"# a"',
    '"\'"',
    'Кабул',
    '_a',
  ],
  ...['أحمد', '安北', '🛰 x', '/a', '0987-12-31'],
];
const oddWords = [
  ...[
    '07',
    '1.10',
    '0x1f',
    '1e5',
    '1_0',
    'null',
    '~',
    'a: b',
    'a #b',
    'x:',
    ':x',
    '-x',
    '- x',
    '.5',
    '+1',
    '12:30:45',
    '=',
    '<<',
  ],
  ...[
    '"a\\n"',
    "'it''s'",
    '" a"',
    '""',
    "''",
    '"a" b',
    '"a',
    "'a",
    '\u00a0x',
    'x\u3000',
    'x\ty',
    '\t',
    'x\r',
    'a\u2028b',
    '\ufeffa',
  ],
  ...[
    '@a',
    '*a',
    '&a b',
    '!a',
    '|',
    '>',
    '%a',
    '?',
    '? a',
    '{',
    '[a',
    'a]',
    'a,b',
    'a, b',
    'a}',
    '[]',
    '{}',
    '$a',
    '---',
    '\0',
    '',
  ],
];
const word = mostly(words, oddWords);
const flow: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const values = fc.array(tie('value'), { maxLength: 3 });
  return {
    value: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: word },
      values.map((items) => `[${items.join(', ')}]`),
      values.map((items) => `[ ${items.join(' ,')} ]`),
      values.map((items) => `{ ${items.map((item, at) => `k${at}: ${item}`).join(', ')} }`),
      fc.array(tie('value'), { maxLength: 2 }).map((items) => `{${items.map((item) => `k: ${item}`).join(',')}}`),
    ),
  };
}).value;
const value = fc.oneof({ weight: 4, arbitrary: word }, flow);
const key = mostly(
  ['id', 'title', 'part_of', 'URL', 'x1', 'a-b', 'null'],
  ['"id"', '<<', '1', 'ä', 'a b', '- x', '?', 'x'.repeat(61)],
);
const lineEnd = mostly(
  ['\n', '\n', '\n', '\r\n', ' \n', ' # c\n', '\n\n', '\n  # c\n', '\n# c: d\n'],
  ['#\n', '\n\t\n', '\t\n', '\r', ' ', ''],
);
/** Spaces too many or too few at the start of a line. */
const slip = mostly(['', '', ''], [' ', '  ', '\t', '    ']);
const line = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const text = (often: string) => fc.constant(often);
const lines = (one: fc.Arbitrary<string>) => fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const field = fc.oneof(
  { weight: 6, arbitrary: line(text('    '), slip, key, text(': '), value, lineEnd) },
  line(text('    '), key, text(':'), lineEnd, lines(line(text('      - '), slip, value, lineEnd))),
  line(text('    '), key, text(':'), lineEnd, lines(line(text('    - '), value, lineEnd))),
  line(text('    '), key, text(':'), lineEnd, lines(line(text('      '), slip, key, text(': '), value, lineEnd))),
  line(
    text('    '),
    key,
    text(':'),
    lineEnd,
    text('      - a: '),
    value,
    lineEnd,
    lines(line(text('        '), slip, key, text(': '), value, lineEnd)),
  ),
  { weight: 1, arbitrary: line(text('     '), slip, word, lineEnd) },
);
const entry = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => `  - ${fields.join('').trimStart()}`),
  },
  line(text('- '), flow, lineEnd),
);

let plain = 0;
testProperty('an entry that is read without the library is read as the library reads it', entry, (text) => {
  const found = readEntryFast(text, 0);
  if (!found) return;
  plain += 1;
  expect(found).toEqual(readByLibrary(text));
});

test('and many are', () => expect(plain).toBeGreaterThan(RUNS / 8));
