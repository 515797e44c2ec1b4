import { describe, expect, test } from 'vitest';
import { renumberNotes } from '../../../server/src/edits/notes/renumber.ts';
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

/** Notes cost more than other text, all of it linear. */
describe('notes', () => {
  const count = SIZE / 10;
  const list = (line: (number: number) => string, length: number) =>
    Array.from({ length }, (_, index) => line(index + 1)).join('\n');
  const texts: Record<string, string> = {
    'many markers of one note': `${'It left.[1] '.repeat(count)}\n\n## Notes\n\n[1] TASS, May 3.\n[2] AFP, May 4.`,
    'many markers and notes': `${list((number) => `It left.[${number % 9999}]`, count)}\n\n## Notes\n\n${list((number) => `[${number % 9999}] TASS, May 3.`, count)}`,
    'many notes in paragraphs of their own': `It left.[^1]\n\n${list((number) => `[^${number}]: TASS, May 3.\n`, count)}`,
    'many notes that repeat': `It left.[1]\n\n## Notes\n\n[1] TASS, May 3.\n${list((number) => `[${number + 1}] Ibid.`, count)}`,
    'many markers without notes': list((number) => `It left.[${number % 9999}]`, count),
    'many glued numbers': `${list((number) => `It left${number % 99}`, count)}\n\nNotes\n\n1. TASS, May 3.\n2. AFP, May 4.`,
    'many numbers in parentheses': `${list((number) => `It left (${number % 999}).`, count)}\n\nNotes\n\n${list((number) => `(${number % 999}) TASS, May 3.`, count)}`,
    'many numbers in one parenthesis': `It left (${'1, '.repeat(count)}1) (1).\n\n(1) TASS\n(2) AFP`,
    'many signs': `${'It left.* It came.† '.repeat(count)}\n\n* TASS, May 3.\n† AFP, May 4.`,
    'many lines with signs': `It left.*\n\n${list(() => '* TASS, May 3.', count)}\n\n${list(() => '* TASS, May 3.\n', count)}`,
    'many signs in sections': list(() => '# It\n\nIt left.*\n\n* TASS, May 3.\n', count),
    'many markers behind the words of a line': list(
      () => `It left${'[1]'.repeat(60)}x\n\nIt left${'[[1]]'.repeat(36)}x\n\nIt left${'¹'.repeat(180)}a\n\nIt left.\n`,
      20,
    ),
    'many raised letters': `${'It left.ᵃ '.repeat(count)}\n\nᵃ TASS, May 3.\nᵇ AFP, May 4.`,
    'a run of signs': `It left${'*'.repeat(count)} ${'\\*'.repeat(count)}${'†'.repeat(count)}\n\n* TASS`,
    'many markers in one bracket': `It left.[${'1, '.repeat(count)}1]\n\n[1] TASS\n[2] AFP`,
    'a note list with a million digits': `It left.[1]\n\n## Notes\n\n[1] TASS ${'1'.repeat(1_000_000)}\n[2] ${'12 '.repeat(count)}`,
    'a note of many items': `It left.[^1]\n\n[^1]: ${'TASS, May 3; '.repeat(count)}`,
    'a note of many addresses': `It left.[^1]\n\n[^1]: ${'https://pier.example/a '.repeat(count)}`,
    'a note of many sentences': `It left.[^1]\n\n[^1]: ${'TASS, May 3. See also AFP, May 4. '.repeat(count)}`,
    'many links with labels': `${'[a][b] '.repeat(count)}\n\n[b]: https://pier.example/a`,
    'many definitions': list((number) => `[${number}]: https://pier.example/a`, count),
    'many references by author and year': `${'It left (Vale 2009; Shaw 2010). '.repeat(count)}\n\n## References\n\nVale. 2009. Tide.\n\nShaw. 2010. Rust.`,
    'a reference list': `It left (Vale 2009).\n\n## References\n\n${list((number) => `Vale${number}. 2009. Tide.\n`, count)}`,
    'a reference list in one paragraph': `It left (Vale 2009).\n\n## References\n\n${list((number) => `- Vale${number}. 2009. Tide.`, count)}`,
    'many inline notes': 'It left.^[TASS, May 3] '.repeat(count),
    'inline notes in each other': `${'^[a '.repeat(count)}${']'.repeat(count)}`,
    'many source lines': 'Source: TASS, May 3\n'.repeat(count),
    'many placeholders and leftovers': 'It left [citation needed]【4†source】 (TK) (Source, June 14). '.repeat(count),
    'many repetitions': `It left (TASS, May 3). ${'It left (ibid.). '.repeat(count)}`,
    'many links': 'It [left](https://pier.example/a), it [came]() too. '.repeat(count),
    'many addresses': 'It left (https://pier.example/a), it says: www.pier.example/b. '.repeat(count),
    'many defanged addresses': '[^1]: pier[.]example '.repeat(count),
  };
  test.each(Object.entries(texts))('%s', (_, text) => readAll(text));

  test('100,000 markers', () => {
    expect(readBrief(`${'It[^1]'.repeat(MANY)}\n\n[^1]: a`).notes.markers).toHaveLength(MANY);
  });

  test('10,000 sections with notes', () => {
    const section = 'It left.[1] It came.[2]\n\n## Notes\n\n[1] TASS\n[2] AFP\n\n## Part\n\n';
    expect(readBrief(section.repeat(MANY / 10)).notes.lists).toHaveLength(MANY / 10);
  });

  test('10,000 lists in one section', () => {
    const brief = readBrief(`It left.[1]\n\n## Notes\n\n${'[2] TASS\n\n[1] AFP\n\n'.repeat(MANY / 10)}`);
    expect(brief.notes.lists).toHaveLength(MANY / 10 + 1);
  });

  test('9,999 notes are numbered in reverse', () => {
    const numbers = Array.from({ length: 9_999 }, (_, index) => index + 1);
    const markers = numbers.map((number) => `It left.[^${10_000 - number}]`).join(' ');
    const brief = readBrief(`${markers}\n\n${numbers.map((number) => `[^${number}]: TASS ${number}`).join('\n')}`);
    expect(renumberNotes(brief, brief.notes.lists[0]!)).toHaveLength(2 * 9_998);
  });

  test('50,000 notes', () => {
    const notes = Array.from({ length: MANY / 2 }, (_, index) => `[^${index + 1}]: a`).join('\n');
    expect(readBrief(`It[^1]\n\n${notes}`).notes.lists[0]!.notes).toHaveLength(MANY / 2);
  });
});

/** Each pattern that looks for a citation, on long runs of the characters it repeats. */
describe('long runs of', () => {
  const runs = [
    ...[
      'a',
      'A',
      'é',
      '中',
      '1',
      '¹',
      ' ',
      '\t',
      '\u00a0',
      '.',
      ',',
      ';',
      ':',
      '-',
      '–',
      '_',
      '*',
      '/',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '^',
    ],
    ...['“', '”', '"', '’', '|', '•', '#', '@', '&', '%', '=', '?', '!', '【', '†', '\uE200'],
    ...[
      'a ',
      'A ',
      'A a ',
      'A, ',
      'A. ',
      '1 ',
      '1. ',
      '1, ',
      '(a',
      '[1',
      '[1]',
      '[^',
      '[^1',
      '[a][',
      '](',
      '[]',
      '^[',
      '()',
      '(,',
      '(A ',
      '(2009',
      '<sup>',
      'Aa ',
    ],
    ...[
      'https://',
      'https://a',
      'www.',
      'a.b',
      'a[.]',
      'a dot ',
      'cite',
      'turn0search',
      'citeturn0search1',
      '[cite: 1',
      '[oai_citation:1‡',
      'ADDIN ZOTERO_ITEM {"a":',
      'CITATION V23 {V, 2023 #',
      '(<em ',
      ':contentReference[',
    ],
    ...[
      'source: ',
      '(source: ',
      'Source: a; ',
      'in Russian ',
      'p. 1, ',
      'pp. 1–',
      'ibid. ',
      'op. cit. ',
      'accessed ',
      'Interview with ',
      'May ',
      '3 May ',
      'A and ',
      'et al. ',
    ],
    ...['<sup>1', '“a” ', '«a» ', '(a) ', '[a] ', 'A. 2009. ', '> ', '- ', '| a ', 'A: ', 'a, 2009; '],
  ];
  const before = ['', 'It left.[1]\n\n## Notes\n\n[1] ', '## References\n\n'];
  test.each(runs)('%j', (run) => {
    for (const start of before) {
      const text = start + run.repeat(MANY / run.length);
      expect(readBrief(text).text).toBe(text);
    }
  });
});
