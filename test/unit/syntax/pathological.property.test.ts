import { describe, expect, test } from 'vitest';
import { checkBrief } from '../../../server/src/rules/run/runRules.ts';
import { readBrief, sectionsOf, stripTags, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../server/src/workspace/index/workspaceStore.ts';

/**
 * Texts that take forever if any part of the reader is quadratic. The only clock is the time limit of vitest: at these
 * sizes, linear reading takes milliseconds. `SIZE=1000000 npm run test:property -- pathological` uses larger ones.
 */
const SIZE = Number(process.env.SIZE ?? 5_000);
const MANY = 100_000;
const HUGE = 5_000_000;

const names = readRegistry(`entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS, Islamic State in Khorasan Province] }
  - { id: zeta, type: place, name: Zeta Beta }
  - { id: tass, type: media, name: TASS }
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
`);

/** Reads `text`, derives everything else from it, and edits it in the middle. */
function readAll(text: string): void {
  const brief = readBrief(text);
  expect(brief.blocks.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
  const workspace = createWorkspace();
  workspace.putRegistry('file:///names.yaml', names);
  workspace.putBrief('file:///a.brief', brief, true);
  workspace.occurrences('entity', 'is');
  checkBrief('file:///a.brief', brief, workspace.scopeOf('file:///a.brief'));
  sectionsOf(brief);
  expect(stripTags(brief).length).toBeLessThanOrEqual(text.length);
  const middle = text.length >> 1;
  const after = `${text.slice(0, middle)}x${text.slice(middle)}`;
  expect(updateBrief(brief, after, { start: middle, end: middle, newLength: 1 }).text).toBe(after);
}

describe('many unclosed openers', () => {
  test.each(['(', '[', '`', '](', '[@', '(,', '“', '"', '(a', '<!--', '***', '(("'])('%s', (opener) => {
    readAll(opener.repeat('([`'.includes(opener) ? MANY : SIZE));
  });
});

describe('one piece, repeated', () => {
  const pieces = [
    ...[
      '(a (b (c ',
      '(TASS, ',
      '(, May ',
      '(, May 3;',
      '(“x, May 3) ',
      '(18, ',
      '(see ',
      '[x](',
      '[x](<',
      '[x](a "t',
      '[x](a(',
      '[x](src:a',
    ],
    ...[
      '<!-',
      '`` ` ',
      '[@a; ',
      '1',
      '1, ',
      ',',
      ';',
      '-',
      '– ',
      ' ',
      '\u00a0',
      '\t',
      '\\',
      '\\[',
      '#',
      '# ',
      '# \n',
      '###### a\n',
      '---\n',
      '\n',
      '\r\n',
    ],
    ...[
      '\r',
      ' \n',
      'a\n',
      'a\n\n',
      'Key: value ',
      'Key: value\n',
      'May 3, ',
      '3–',
      '.',
      'a.',
      'www.',
      'A: ',
      '’',
      '_',
      '*',
      '😀',
      '\ud83d',
      'e\u0301',
    ],
    ...[
      '中',
      'IS-',
      'Islamic State in ',
      'Zeta ',
      'A lone line\n\n',
      'September 24, 2021\n\n',
      '<!-- brief-ignore a -->',
      '<!-- x -->',
    ],
  ];
  test.each(pieces)('%j', (piece) => readAll(piece.repeat(SIZE / piece.length)));

  // These cost the most, all of it linear.
  const citations = [
    '(TASS, May 3) ',
    '(, May 3)',
    '[x](src:a) ',
    '[x](org:a)',
    '[@a] ',
    '(ISKP) ',
    '(2001) ',
    '((TASS, May 3) ',
  ];
  test.each(citations)('%j', (piece) => readAll(piece.repeat(SIZE / 5 / piece.length)));
});

describe('nested, long or mixed', () => {
  const texts: Record<string, string> = {
    'nested parentheses': '('.repeat(SIZE) + ')'.repeat(SIZE),
    'nested missing sources': '(, May 3 '.repeat(SIZE / 10) + ')'.repeat(SIZE / 10),
    'parentheses and brackets': '(['.repeat(SIZE) + '])'.repeat(SIZE),
    'one parenthesis around many': `(${' (ISKP)'.repeat(SIZE / 10)})`,
    'tags in unclosed parentheses': '('.repeat(SIZE / 10) + '[x](org:a)'.repeat(SIZE / 20) + ')'.repeat(SIZE / 10),
    'groups of days': `(A ${'1,'.repeat(290)})`.repeat(SIZE / 4_000),
    'groups of dates': `(A, ${'May 1, '.repeat(80)}x)`.repeat(SIZE / 4_000),
    'groups of years': `(A ${'2009, '.repeat(95)}x)`.repeat(SIZE / 4_000),
    'groups of quotes': `(${'“'.repeat(580)}, May 3)`.repeat(SIZE / 4_000),
    'groups of lead-ins': `(${'see '.repeat(140)}, May 3)`.repeat(SIZE / 4_000),
    'groups of stops': `(${'a.'.repeat(280)}com, May 3)`.repeat(SIZE / 4_000),
    'a long title of a link': `[x](a "${'a'.repeat(SIZE)}`,
    'a long address': `[x](${'a'.repeat(SIZE)}`,
    'blanks in an address': `[x](a${' '.repeat(SIZE)}`,
    'a long key': `[@${'a.'.repeat(SIZE)}]`,
    'a bracket of escapes': `[${'\\a'.repeat(SIZE)}`,
    'runs of backticks, each longer': Array.from({ length: Math.sqrt(SIZE) * 2 }, (_, index) => '`'.repeat(index)).join(
      ' ',
    ),
    'a comment': `<!--${' brief-ignore a'.repeat(SIZE / 10)}-->`,
    'comments before and after words': `a ${'<!-- brief-ignore a -->'.repeat(SIZE / 20)} b`,
    'a heading of marks': `# a${' #'.repeat(SIZE)}`,
    'a heading of blanks': `# a${' '.repeat(SIZE)}#`,
    'a name, then blanks': `Zeta${' '.repeat(SIZE)}Beta`,
    'blanks between words': `a${' '.repeat(SIZE)}b\n${' '.repeat(SIZE)}\n`,
    'front matter that never ends': `---\na: b\n${'--- \n--x\n'.repeat(SIZE / 10)}`,
    'front matter of brackets': `---\nsources: ${'['.repeat(SIZE)}\n---\n`,
    'front matter of blanks': `---${' '.repeat(SIZE)}\n`,
  };
  test.each(Object.entries(texts))('%s', (_, text) => readAll(text));
});

describe('5 MB in one line of', () => {
  test.each(['word ', 'w', '(, May 3 ', 'on. (', 'on\n', 'a #'])('%j', (piece) => {
    const text = piece.repeat(HUGE / piece.length);
    const brief = readBrief(text);
    expect(brief.blocks.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
    const after = `${text.slice(0, HUGE / 2)}x${text.slice(HUGE / 2)}`;
    const updated = updateBrief(brief, after, { start: HUGE / 2, end: HUGE / 2, newLength: 1 });
    expect(updated.blocks.map(({ length }) => length)).toEqual(readBrief(after).blocks.map(({ length }) => length));
  });
});
