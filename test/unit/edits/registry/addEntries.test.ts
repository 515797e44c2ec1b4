import { describe, expect, test } from 'vitest';
import { addEntries } from '../../../../server/src/edits/registry/addEntries.ts';
import { REPORT, withEntry } from './support.ts';

const B = '  - id: b\n    type: article-newspaper\n    container-title: RFE/RL\n    issued: 2021-09-22\n';
const FLOW = '{ id: b, type: article-newspaper, container-title: RFE/RL, issued: 2021-09-22 }';

describe('a report is added at the end of the list', () => {
  test.each([
    ['of indented entries', 'references:\n  - id: a\n', `references:\n  - id: a\n${B}`],
    ['of entries under the key', 'references:\n- id: a\n', `references:\n- id: a\n${B.replace(/^ {2}/gm, '')}`],
    ['before the next key', 'references:\n  - id: a\nx: 1\n', `references:\n  - id: a\n${B}x: 1\n`],
    [
      'before comments that belong to no entry',
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
      'in brackets over several lines, with a trailing comma',
      'references: [\n  { id: a }, # one\n]\n',
      `references: [\n  { id: a },\n  ${FLOW}, # one\n]\n`,
    ],
    [
      'which is created if missing',
      'entities:\n- { id: x, type: org, name: X }\n',
      `entities:\n- { id: x, type: org, name: X }\n\nreferences:\n${B.replace(/^ {2}/gm, '')}`,
    ],
    ['of an empty file', '', `references:\n${B}`],
    ['of a file of comments', '# Sources\n', `# Sources\n\nreferences:\n${B}`],
    ['before the end of the document', '---\nx: 1\n...\n', `---\nx: 1\n\nreferences:\n${B}...\n`],
    [
      'after the blank lines that a text keeps',
      'references:\n  - id: a\n    title: |+\n      T\n\n\nx: 1\n',
      `references:\n  - id: a\n    title: |+\n      T\n\n\n${B}x: 1\n`,
    ],
    [
      'after a text that ends like a comment',
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
    const result = withEntry(before);
    if (after === undefined) expect(result).toContain('"references": [ {');
    else expect(result).toBe(after);
  });

  test('with the line ends of the file', () => {
    expect(withEntry('references:\r\n  - id: a\r\n')).toBe(`references:\r\n  - id: a\r\n${B.replaceAll('\n', '\r\n')}`);
  });

  test('in the front matter of a brief', () => {
    const brief = (list: string) => `---\ndate: 2021-09-24\nsources:\n${list}title: T\n---\n\nProse.\n`;
    expect(withEntry(brief('  - id: a\n'), 'source', REPORT, true)).toBe(brief(`  - id: a\n${B}`));
    expect(withEntry('---\nsources: []\n---\n', 'source', REPORT, true)).toBe(`---\nsources: [${FLOW}]\n---\n`);
    expect(withEntry('---\ntitle: T\n---\n', 'source', REPORT, true)).toBe(`---\ntitle: T\n\nsources:\n${B}---\n`);
  });
});

test.each(['references: ~\n', 'references: text\n', 'references: [\n', 'text\n'])('nothing is added to %j', (text) => {
  expect(addEntries({ uri: 'r', text }, 'source', [REPORT])).toBeUndefined();
});

test('an entity does not go into a bare list of sources', () => {
  expect(addEntries({ uri: 'r', text: '- id: a\n' }, 'entity', [{ id: 'x', type: 'org', name: 'X' }])).toBeUndefined();
});

test('quotation marks are those of the file, and only where needed', () => {
  const entry = { id: 'x', type: 'org', name: 'A: B', description: '#1' };
  expect(withEntry("entities:\n  - id: a\n    type: org\n    name: 'C: D'\n", 'entity', entry)).toContain(
    "name: 'A: B'",
  );
  expect(withEntry('entities:\n  - id: a\n    type: org\n    name: "C: D"\n', 'entity', entry)).toContain(
    'name: "A: B"',
  );
});

test('a new file is created for a registry that does not exist', () => {
  expect(addEntries({ uri: 'r' }, 'source', [REPORT])).toEqual({ uri: 'r', create: `references:\n${B}` });
});
