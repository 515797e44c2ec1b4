import { describe, expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import {
  blockIndexAt,
  briefDateOf,
  frontMatterOf,
  readBrief,
  sectionsOf,
  stripTags,
  unclosedFrontMatter,
  updateBrief,
} from '../../../../server/src/syntax/brief/brief.ts';

/** The blocks of a text, one a line: kind and level, or shape, and the words. */
function blocks(text: string): string[] {
  const { blocks, starts } = readBrief(text);
  return blocks.map(({ kind, level, shape, content }, index) => {
    const words = text.slice(starts[index]! + content.start, starts[index]! + content.end);
    const what = kind === 'paragraph' ? shape : kind === 'heading' ? `h${level}` : kind;
    return words ? `${what} ${words.replaceAll(/\r?\n/g, '⏎')}` : what;
  });
}

/** The outline: one line a section, `level title [first word … last word]`. */
function outline(text: string): string[] {
  return sectionsOf(readBrief(text)).map(({ title, level, span }) => {
    const words = slice(text, span).trim().split(/\s+/);
    return `${level} ${title.value} [${words[0]} … ${words.at(-1)}]`;
  });
}

const prose = 'The governor left on Monday. Nobody saw him go.';

describe('blocks', () => {
  test('paragraphs are separated by blank lines, which belong to the block before', () => {
    expect(readBrief('a\nb\n\n\nc').blocks.map(({ length }) => length)).toEqual([6, 1]);
    expect(readBrief('\n \na\n').blocks.map(({ length }) => length)).toEqual([5]);
    expect(readBrief('').blocks).toEqual([]);
    expect(blocks(' \n\t\n')).toEqual(['comment']);
  });
  test('CRLF, BOM, no last line end', () => {
    expect(blocks(`\uFEFF# A\r\n\r\n${prose}\r\nMore.\r\n\r\nEnd.`)).toEqual([
      'h1 A',
      `prose ${prose}⏎More.`,
      'prose End.',
    ]);
    expect(readBrief('a.\r\n\r\nb.').starts).toEqual([0, 6]);
  });
  test('a line of blanks is blank, a lone carriage return ends no line', () => {
    expect(blocks('One.\n \t\u00a0\nTwo.')).toEqual(['prose One.', 'prose Two.']);
    expect(readBrief('One.\r\rTwo.').blocks).toHaveLength(1);
  });
  test('headings marked with #', () => {
    expect(blocks('# A\n## B ##\n### C#\n###### F\n')).toEqual(['h1 A', 'h2 B', 'h3 C#', 'h6 F']);
    expect(blocks('Text.\n# A\nText.')).toEqual(['prose Text.', 'h1 A', 'prose Text.']);
    expect(blocks('####### No\n\n#No either\n\n    # Nor this\n\n#')).toEqual([
      'line ####### No',
      'line #No either',
      'line # Nor this',
      'h1',
    ]);
    expect(blocks('   # A')).toEqual(['h1 A']);
  });
  test('neither prose nor heading', () => {
    expect(blocks('Publication: Terrorism Monitor\nVolume: 19 Issue: 18\n')).toEqual([
      'masthead Publication: Terrorism Monitor⏎Volume: 19 Issue: 18',
    ]);
    expect(blocks('September 24, 2021')).toEqual(['masthead September 24, 2021']);
    expect(blocks('TM_September 24 2021.PDF')).toEqual(['masthead TM_September 24 2021.PDF']);
    expect(blocks('A pilot in Termez (Source: Example Agency)')).toEqual([
      'credit A pilot in Termez (Source: Example Agency)',
    ]);
    expect(blocks('Photo: Example Agency')).toEqual(['masthead Photo: Example Agency']);
    expect(blocks('<!-- a -->\n<!-- b -->')).toEqual(['comment <!-- a -->⏎<!-- b -->']);
    expect(blocks('\n  <!-- a -->')).toEqual(['comment <!-- a -->']);
    for (const text of ['Is this so?', '- An item', '> Quoted', '| a | b', '* * *', '![x](a.png)', '---']) {
      expect(blocks(text), text).toEqual([`prose ${text}`]);
    }
    expect(blocks(`Word ${'word '.repeat(50)}`)[0]).toMatch(/^prose/);
  });
});

describe('sections', () => {
  test('nest by level and end where the next of their level or a higher one begins', () => {
    expect(outline(`# A\n\na1.\n\n## B\n\nb1.\n\n### C\n\nc1.\n\n## D\n\nd1.\n\n# E\n\ne1.\n\n`)).toEqual([
      '1 A [# … d1.]',
      '2 B [## … c1.]',
      '3 C [### … c1.]',
      '2 D [## … d1.]',
      '1 E [# … e1.]',
    ]);
    expect(outline(`### A\n\na.\n\n# B\n\nb.\n\n## C\n`)).toEqual(['3 A [### … a.]', '1 B [# … C]', '2 C [## … C]']);
  });
  test('a lone line before prose is a heading, below those that are marked', () => {
    expect(outline(`A new danger\n\n${prose}\n\nConclusion\n\n${prose}\n`)).toEqual([
      '1 A new danger [A … go.]',
      '1 Conclusion [Conclusion … go.]',
    ]);
    expect(outline(`# Marked\n\nA new danger\n\n${prose}\n`)).toEqual([
      '1 Marked [# … go.]',
      '2 A new danger [A … go.]',
    ]);
  });
  test('no heading: masthead, credit, footer, a line that prose does not follow', () => {
    const text = `Publication: Terrorism Monitor\n\nA pilot (Source: Agency)\n\n${prose}\n\nLone\n\nTM_September 24 2021.PDF\n`;
    expect(outline(text)).toEqual([]);
    expect(outline(`Friday, September 24, 2021\n\n${prose}`)).toEqual([]);
    expect(outline(`Two\nlines\n\n${prose}`)).toEqual([]);
    expect(outline(`Ends with a stop.\n\n${prose}`)).toEqual([]);
  });
  test('the title of a heading with tags is its words', () => {
    const text = `# The [Taliban](group:taliban) and *after*\n\n${prose}`;
    const [section] = sectionsOf(readBrief(text));
    expect(section!.title.value).toBe('The Taliban and *after*');
    expect(slice(text, section!.title.span)).toBe('The [Taliban](group:taliban) and *after*');
  });
  test('every section holds its title, also at the end of the text', () => {
    expect(outline('# A')).toEqual(['1 A [# … A]']);
    const [empty] = sectionsOf(readBrief('# \n\n'));
    expect(empty).toMatchObject({ level: 1, title: { value: '' } });
    expect(empty!.span.end).toBeGreaterThanOrEqual(empty!.title.span.end);
  });
});

describe('the date of the brief', () => {
  const of = (text: string) => {
    const date = briefDateOf(readBrief(text));
    return date && { ...date.value, from: date.origin, words: slice(text, date.span) };
  };
  const day = { year: 2021, month: 9, day: 24 };

  test('front matter first', () => {
    const text = `---\ndate: 2021-09-24\n---\nPublication Date: 04/10/2020\n\n${prose}\n\nTM_May 3 2019.PDF\n`;
    expect(of(text)).toEqual({ ...day, from: 'front matter', words: '2021-09-24' });
    expect(of(`---\ndate: 2021-09\n---\n${prose}`)).toEqual({
      year: 2021,
      month: 9,
      from: 'front matter',
      words: '2021-09',
    });
  });
  test('then the masthead', () => {
    expect(of(`Terrorism Monitor\n\nPublication Date: 09/24/2021\n\n${prose}\n\nTM_May 3 2019.PDF`)).toEqual({
      ...day,
      from: 'masthead',
      words: '09/24/2021',
    });
    expect(of(`Title\n\n24 September 2021\n\n${prose}`)).toMatchObject({ ...day, from: 'masthead' });
    expect(of(`---\ntitle: A\n---\nSeptember 24, 2021\n\n${prose}`)).toMatchObject({ ...day, from: 'masthead' });
  });
  test('then the last line', () => {
    expect(of(`${prose}\n\nTM_September 24 2021.PDF\n`)).toEqual({
      ...day,
      from: 'footer',
      words: 'September 24 2021',
    });
  });
  test('a date in the prose, or in the middle, is none', () => {
    expect(of(`On September 24, 2021, he left.\n\n${prose}`)).toBeUndefined();
    expect(of(`${prose}\n\nSeptember 24, 2021\n\n${prose}`)).toBeUndefined();
    expect(of(`September 24\n\n${prose}`)).toBeUndefined();
    expect(of('')).toBeUndefined();
  });
});

describe('front matter', () => {
  test('is a block of its own, its spans places in the file', () => {
    const text = '\uFEFF---\r\ntitle: Pilots\r\nignore: missing-source\r\n---\r\n\r\nText.';
    const brief = readBrief(text);
    expect(brief.blocks.map(({ kind }) => kind)).toEqual(['front-matter', 'paragraph']);
    const matter = frontMatterOf(brief)!;
    expect(slice(text, matter.title!.span)).toBe('Pilots');
    expect(matter.ignore.map(({ span }) => slice(text, span))).toEqual(['missing-source']);
    expect(text.slice(brief.starts[1])).toBe('Text.');
  });
  test('ends with --- or ..., and only there', () => {
    expect(blocks('---\na: b\n...\nText.')).toEqual(['front-matter ---⏎a: b⏎...', 'prose Text.']);
    expect(blocks('---\na: b\n--- x\n---   \nText.')[1]).toBe('prose Text.');
    expect(blocks('---\n---\nText.')).toEqual(['front-matter ---⏎---', 'prose Text.']);
    expect(blocks('---\na: b\n---')).toEqual(['front-matter ---⏎a: b⏎---']);
  });
  test('only at the top', () => {
    expect(frontMatterOf(readBrief('\n---\na: b\n---\n'))).toBeUndefined();
    expect(frontMatterOf(readBrief('Text.\n\n---\na: b\n---\n'))).toBeUndefined();
  });
  test('that is never closed is text, and said to be unclosed', () => {
    const brief = readBrief('\uFEFF---\ntitle: A\n\nText.');
    expect(frontMatterOf(brief)).toBeUndefined();
    expect(unclosedFrontMatter(brief)).toEqual({ start: 1, end: 4 });
    expect(unclosedFrontMatter(readBrief('---\ntitle: A\n---\n'))).toBeUndefined();
    expect(unclosedFrontMatter(readBrief('---\n\nA thematic break, no front matter.'))).toBeUndefined();
  });
});

describe('ignore comments', () => {
  const ignores = (text: string) => {
    const { blocks, starts } = readBrief(text);
    return blocks.map(({ ignores }, index) =>
      ignores.map(({ scope, codes, isBeforeProse: beforeProse }) => {
        const names = codes.map(({ span }) => text.slice(starts[index]! + span.start, starts[index]! + span.end));
        return `${scope} ${names.join('+')}${beforeProse ? ' before prose' : ''}`;
      }),
    );
  };
  test('in a block of their own', () => {
    expect(ignores(`<!-- brief-ignore missing-source -->\n\n${prose}`)).toEqual([['next missing-source'], []]);
    expect(ignores('<!--brief-ignore a, b c--> <!-- brief-ignore-file d -->')).toEqual([
      ['next a+b+c before prose', 'file d'],
    ]);
  });
  test('in the block of their prose', () => {
    expect(ignores(`<!-- brief-ignore a -->\n${prose}`)).toEqual([['next a before prose']]);
    expect(ignores(`<!-- x --> <!-- brief-ignore a --> ${prose}`)).toEqual([['next a before prose']]);
  });
  test('behind their prose: for the next paragraph', () => {
    expect(ignores(`${prose} <!-- brief-ignore a -->`)).toEqual([['next a']]);
    expect(ignores(`${prose} <!-- brief-ignore a --> ${prose}`)).toEqual([['next a']]);
    expect(ignores(`[x](person:a) <!-- brief-ignore a --> ${prose}`)).toEqual([['next a']]);
  });
  test('what is none', () => {
    expect(ignores('<!-- brief-ignored a -->\n<!-- a brief-ignore b -->\n`<!-- brief-ignore c -->`')).toEqual([[]]);
    expect(ignores('<!-- brief-ignore a')).toEqual([[]]);
  });
});

describe('stripping tags', () => {
  test('gives the prose', () => {
    const text =
      '---\na: b\n---\n\n# The [IS](group:is)\n\nSaid [RFE/RL](src:r) ([TASS](src:t), May 3; [@k]).\r\n\r\n[x](a.md)';
    expect(stripTags(readBrief(text))).toBe(
      '---\na: b\n---\n\n# The IS\n\nSaid RFE/RL (TASS, May 3; [@k]).\r\n\r\n[x](a.md)',
    );
  });
});

describe('an edit', () => {
  test('leaves the blocks it does not touch as they are', () => {
    const text = Array.from({ length: 9 }, (_, index) => `Paragraph ${index}.\n\n`).join('');
    const before = readBrief(text);
    const at = text.indexOf('4');
    const after = updateBrief(before, text.replace('4', '4 and a half'), { start: at, end: at + 1, newLength: 12 });
    expect(after).toEqual(readBrief(after.text));
    expect(after.blocks.map((block, index) => block === before.blocks[index])).toEqual(
      before.blocks.map((_, index) => index !== 4),
    );
  });
  test('finds the block of an offset', () => {
    const brief = readBrief('a\n\nb\n');
    expect([0, 2, 3, 5].map((offset) => blockIndexAt(brief, offset))).toEqual([0, 0, 1, 1]);
    expect(blockIndexAt(readBrief(''), 0)).toBe(-1);
  });
});

describe('fenced code', () => {
  const code = '```js\nopen(, 1);\n\n# no heading\n\nclose();\n```\n';
  const kinds = (text: string) =>
    readBrief(text).blocks.map(({ atoms, citations }) => `${atoms.length} ${citations.length}`);

  test('is one paragraph and one code span, over blank lines', () => {
    expect(kinds(`${prose}\n\n${code}\n${prose}\n`)).toEqual(['0 0', '1 0', '0 0']);
    expect(kinds(`${prose}\n${code}${prose}\n`)).toEqual(['1 0']);
    expect(kinds(`  \`\`\`\`\n\n(, May 3)\n\n\`\`\`\`\r\n\n${prose}`)).toEqual(['1 0', '0 0']);
  });

  test.each([
    ['never closed', `\`\`\`\n\nIt fell (, May 3).\n`],
    ['closed with another fence', `\`\`\`\n\nIt fell (, May 3).\n\n\`\`\`\`\n`],
    ['another one opens', `\`\`\`\n\nIt fell (, May 3).\n\n\`\`\`js\nx\n\`\`\`\n`],
    ['indented like code', `    \`\`\`\n\nIt fell (, May 3).\n\n\`\`\`\n`],
  ])('%s: hides nothing', (_, text) => {
    expect(readBrief(text).blocks.flatMap(({ citations }) => citations)).toHaveLength(1);
  });

  test.each([
    ['closed by an edit', '```\n\nIt fell (, May 3).\n\n|', '```\n'],
    ['opened by an edit', '|\n\nIt fell (, May 3).\n\n```\n\nSo.\n', '```'],
    ['closed later, by what is removed', '```\n\nIt fell (, May 3).\n\n|```js\n|\nSo.\n\n```\n', ''],
    ['no longer closed', '```\n\nIt fell (, May 3).\n\n|```|\n\nSo.\n', ''],
  ])('%s', (_, marked, inserted) => {
    const [before = '', removed = '', after = ''] =
      marked.split('|').length > 2 ? marked.split('|') : [...marked.split('|').slice(0, 1), '', marked.split('|')[1]];
    const edit = { start: before.length, end: before.length + removed.length, newLength: inserted.length };
    const text = before + inserted + after;
    const updated = updateBrief(readBrief(before + removed + after), text, edit);
    expect(updated.blocks).toEqual(readBrief(text).blocks);
  });
});
