import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addEntries,
  type EntryKind,
  formatScalar,
  type NewEntry,
} from '../../../../server/src/edits/registry/addEntries.ts';
import type { Registry } from '../../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../../support/arbitraries.ts';

const REPORT: NewEntry = { id: 'b', type: 'article-newspaper', 'container-title': 'RFE/RL', issued: '2021-09-22' };
const uri = 'file:///sources.yaml';

/** The text after the entry was added; undefined when it cannot be. Checks that it is an insertion and is read. */
function added(text: string, kind: EntryKind = 'source', entry = REPORT, isBrief = false): string | undefined {
  const change = addEntries({ uri, text, isBrief }, kind, [entry]);
  if (!change || 'create' in change) return undefined;
  expect(change.span.start).toBe(change.span.end);
  const { start } = change.span;
  const after = text.slice(0, start) + change.text + text.slice(start);
  const read = (of: string) => values(isBrief ? readBrief(of).blocks[0]!.frontMatter!.registry : readRegistry(of));
  const [old, now] = [read(text), read(after)];
  expect(now.problems).toEqual(
    old.problems.filter(
      (problem) => !problem.includes('so nothing is read from it') && !problem.startsWith('Nothing is read'),
    ),
  );
  const list = { source: 'sources', entity: 'entities', type: 'types' } as const;
  expect(now[list[kind]].map(({ id }) => id)).toEqual([...old[list[kind]].map(({ id }) => id), entry.id]);
  expect({ ...now, [list[kind]]: now[list[kind]].slice(0, -1), problems: [] }).toEqual({ ...old, problems: [] });
  return after;
}

/** What a registry says, without places. */
function values({ entities, sources, types, problems }: Registry) {
  return {
    entities: entities.map(({ id, name, type, aliases, description }) => ({
      id: id.value,
      name: name.value,
      type: type.value,
      aliases: aliases.map(({ value }) => value),
      description,
    })),
    sources: sources.map(({ id, outlet, issued, title }) => ({
      id: id.value,
      outlet: outlet?.value,
      issued: issued?.value,
      title,
    })),
    types: types.map(({ id, name }) => ({ id: id.value, name })),
    problems: problems.map(({ message }) => message),
  };
}

const B = '  - id: b\n    type: article-newspaper\n    container-title: RFE/RL\n    issued: 2021-09-22\n';
const FLOW = '{ id: b, type: article-newspaper, container-title: RFE/RL, issued: 2021-09-22 }';

describe('a report goes to the end of the list', () => {
  test.each([
    ['of indented entries', 'references:\n  - id: a\n', `references:\n  - id: a\n${B}`],
    ['of entries under the key', 'references:\n- id: a\n', `references:\n- id: a\n${B.replace(/^ {2}/gm, '')}`],
    ['before the next key', 'references:\n  - id: a\nx: 1\n', `references:\n  - id: a\n${B}x: 1\n`],
    [
      'before comments that are none of its own',
      'references:\n  - id: a # one\n    # of a\n\n  # next year\n# end\n',
      `references:\n  - id: a # one\n    # of a\n${B}\n  # next year\n# end\n`,
    ],
    [
      'with blank lines between entries',
      'references:\n  - id: a\n\n  - id: c\n',
      `references:\n  - id: a\n\n  - id: c\n\n${B}`,
    ],
    ['without a line end', 'references:\n  - id: a', `references:\n  - id: a\n${B.trimEnd()}`],
    ['of entries on one line', 'references:\n  - { id: a }\n', `references:\n  - { id: a }\n  - ${FLOW}\n`],
    ['that is bare', '- id: a\n', `- id: a\n${B.replace(/^ {2}/gm, '')}`],
    ['that is called sources', 'sources:\n  - id: a\n', `sources:\n  - id: a\n${B}`],
    ['that is empty', 'references: # none\nx: 1\n', `references: # none\n${B}x: 1\n`],
    ['that is empty, at the very end', 'references:', `references:\n${B.trimEnd()}`],
    ['that is []', 'references: [] # none\n', `references: [${FLOW}] # none\n`],
    ['in brackets', 'references: [{ id: a }]\n', `references: [{ id: a }, ${FLOW}]\n`],
    [
      'in brackets over several lines, with a last comma',
      'references: [\n  { id: a }, # one\n]\n',
      `references: [\n  { id: a },\n  ${FLOW}, # one\n]\n`,
    ],
    [
      'that is not there yet',
      'entities:\n- { id: x, type: org, name: X }\n',
      `entities:\n- { id: x, type: org, name: X }\n\nreferences:\n${B.replace(/^ {2}/gm, '')}`,
    ],
    ['of an empty file', '', `references:\n${B}`],
    ['of a file of comments', '# Sources\n', `# Sources\n\nreferences:\n${B}`],
    ['before the end of the document', '---\nx: 1\n...\n', `---\nx: 1\n\nreferences:\n${B}...\n`],
    [
      'whose last text keeps its blank lines',
      'references:\n  - id: a\n    title: |+\n      T\n\n\nx: 1\n',
      `references:\n  - id: a\n    title: |+\n      T\n\n\n${B}x: 1\n`,
    ],
    [
      'whose last text ends with what looks like a comment',
      'references:\n  - id: a\n    title: |\n      T\n      # 1\n',
      `references:\n  - id: a\n    title: |\n      T\n      # 1\n${B}`,
    ],
    [
      'of JSON',
      '{"references": [{"id": "a"}]}',
      '{"references": [{"id": "a"}, { "id": "b", "type": "article-newspaper", "container-title": "RFE/RL", "issued": "2021-09-22" }]}',
    ],
    ['of JSON without a list', '{"entities": []}', undefined],
  ])('%s', (_, before, after) => {
    const result = added(before);
    if (after === undefined) expect(result).toContain('"references": [ {');
    else expect(result).toBe(after);
  });

  test('with the line ends of the file', () => {
    expect(added('references:\r\n  - id: a\r\n')).toBe(`references:\r\n  - id: a\r\n${B.replaceAll('\n', '\r\n')}`);
  });

  test('in the front matter of a brief', () => {
    const brief = (list: string) => `---\ndate: 2021-09-24\nsources:\n${list}title: T\n---\n\nProse.\n`;
    expect(added(brief('  - id: a\n'), 'source', REPORT, true)).toBe(brief(`  - id: a\n${B}`));
    expect(added('---\nsources: []\n---\n', 'source', REPORT, true)).toBe(`---\nsources: [${FLOW}]\n---\n`);
    expect(added('---\ntitle: T\n---\n', 'source', REPORT, true)).toBe(`---\ntitle: T\n\nsources:\n${B}---\n`);
  });
});

test.each(['references: ~\n', 'references: text\n', 'references: [\n', 'text\n'])('nothing is added to %j', (text) => {
  expect(addEntries({ uri, text }, 'source', [REPORT])).toBeUndefined();
});

test('an entity does not go into a bare list of sources', () => {
  expect(addEntries({ uri, text: '- id: a\n' }, 'entity', [{ id: 'x', type: 'org', name: 'X' }])).toBeUndefined();
});

test('quotation marks as in the file, where they are needed', () => {
  const entry = { id: 'x', type: 'org', name: 'A: B', description: '#1' };
  expect(added("entities:\n  - id: a\n    type: org\n    name: 'C: D'\n", 'entity', entry)).toContain("name: 'A: B'");
  expect(added('entities:\n  - id: a\n    type: org\n    name: "C: D"\n', 'entity', entry)).toContain('name: "A: B"');
});

test('a new file', () => {
  expect(addEntries({ uri }, 'source', [REPORT])).toEqual({ uri, create: `references:\n${B}` });
});

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
  'whatever the file, the entry is read and nothing else changes',
  fc.array(line, { maxLength: 8 }),
  value,
  (lines, title) => {
    const text = lines.join('');
    const change = addEntries({ uri, text }, 'source', [{ ...REPORT, id: 'new', title }]);
    if (!change || 'create' in change) return;
    const after = text.slice(0, change.span.start) + change.text + text.slice(change.span.start);
    const [old, now] = [values(readRegistry(text)).sources, values(readRegistry(after)).sources];
    const added = now.filter(({ id }) => id === 'new');
    expect(added.map((one) => one.title)).toEqual([title.trim() === '' ? undefined : title.trim()]);
    expect(now.filter(({ id }) => id !== 'new')).toEqual(old);
  },
);

testProperty(
  'a scalar is read as the text it was made of, in any place',
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
