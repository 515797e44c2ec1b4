import fc from 'fast-check';
import { expect } from 'vitest';
import { addEntries, formatScalar } from '../../../../server/src/edits/registry/addEntries.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { apply } from '../../support/world.ts';
import { REPORT, valuesOf } from './support.ts';

const value = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom(
    'a: b',
    '- x',
    '"q"',
    "it's",
    '[x]',
    '#',
    'no',
    '1',
    '2021-09-22',
    'a\nb',
    '{',
    '*x',
    '&x',
    '!x',
    '%',
    '@',
    '|',
    '>',
    ', ',
    'ünï 环',
  ),
);
const line = fc.constantFrom(
  ...['references:\n', 'entities:\n', 'x: 1\n', '# c\n', '  # c\n', '\n', 'references: []\n', 'types:\n'],
  ...[
    '  - id: a\n',
    '  - id: c\n    title: |+\n      t\n\n',
    '  - id: d\n    title: "x\n      y"\n',
    '  - { id: e }\n',
    '    # c\n',
  ],
  ...['- id: f\n', '...\n', '---\n', '  - id: g\n    title: >-\n      a\n      # b\n'],
);

testProperty(
  'in any file the entry is added and nothing else changes',
  fc.array(line, { maxLength: 8 }),
  value,
  (lines, title) => {
    const text = lines.join('');
    const change = addEntries({ uri: 'r', text }, 'source', [{ ...REPORT, id: 'new', title }]);
    if (!change || 'create' in change) return;
    const after = apply(text, [change]);
    const [old, now] = [valuesOf(readRegistry(text)).sources, valuesOf(readRegistry(after)).sources];
    const added = now.filter(({ id }) => id === 'new');
    expect(added.map((one) => one.title)).toEqual([title.trim() === '' ? undefined : title.trim()]);
    expect(now.filter(({ id }) => id !== 'new')).toEqual(old);
  },
);

testProperty(
  'a formatted scalar reads as its text in any position',
  value,
  fc.constantFrom('', '"', "'"),
  (text, quote) => {
    fc.pre(!(quote === "'" && /[\n\r]/.test(text)));
    const written = `${quote}${formatScalar(text, quote)}${quote}`;
    const read = readRegistry(`references:\n  - { id: a, title: ${written}, container-title: b }\n`);
    expect(read.sources[0]?.title ?? '').toBe(text.trim());
    expect(read.sources[0]?.outlet?.value).toBe('b');
  },
);
