import { expect, test } from 'vitest';
import { runSync } from '../../../server/src/base/memo/steps.ts';
import { formatOfName } from '../../../server/src/references/formats.ts';
import { readBibliography } from '../../../server/src/references/readBibliography.ts';
import { readAs, referencesIn, show } from './read.ts';

test('macros, joined values, cross-references and data of others', async () => {
  const text = `
@string{tide = {Harbor} # " Tide"}
@comment{@article{hidden, title = {Not an entry}}}
% @article{alsoHidden, title = {Nor this}}
@preamble{"\\newcommand{\\x}{y}"}
@inproceedings{part, title = {Cranes}, crossref = {whole}, pages = {1--9}}
@proceedings{whole, title = {Quays}, subtitle = {A Meeting}, date = {2019-06-01/2019-06-03}, publisher = tide}
@article(round, title = "A {"}quoted{"} title", journal = tide, year = 2020, month = 3 # "~" # mar,)
@online{web, title = {Ferries}, xdata = {common}, urldate = {2021-01-02}}
@xdata{common, organization = {Harbor Office}, url = {https://office.example/~a_b%20c}}
`;
  expect(await show('a.bib', text)).toMatchInlineSnapshot(`
    part | paper-conference | Cranes | Quays: A Meeting | 2019-06-01 |  |  | 
    whole | book | Quays: A Meeting | Harbor Tide | 2019-06-01 |  |  | 
    round | article-journal | A "quoted" title | Harbor Tide | 2020-03-03 |  |  | 
    web | webpage | Ferries | Harbor Office |  | 2021-01-02 |  | https://office.example/~a_b%20c
  `);
});

test('TeX in titles and names', async () => {
  const title = async (tex: string) =>
    (await referencesIn('a.bib', `@misc{a, title = {${tex}}}`)).references[0]?.fields.title;
  expect(await title('{\\"o}\\"{o}\\"o {\\ss} \\c{c}\\v s \\o{}re {\\AA}rhus \\i{} na\\"{\\i}ve')).toBe(
    'ööö ß çš øre Århus ı naïve',
  );
  expect(await title("``Ferries'' -- a {{LaTeX}} test --- 5\\% of \\$3~m \\& more\\ldots")).toBe(
    '“Ferries” – a LaTeX test — 5% of $3 m & more…',
  );
  expect(await title('H$_2$O {\\textemdash} \\emph{not} \\href{https://x.example}{shown} \\{\\vphantom{\\}}')).toBe(
    'H2O — not shown {',
  );
  const names =
    'van der Meer, Gerard and Jean de La Fontaine and King, Jr., Martin Luther and {Harbor Office} and others';
  const { references } = await referencesIn(
    'a.bib',
    `@misc{a, author = {${names}}, editor = {family=Hakim, given=Tawfiq, prefix=al-, useprefix=true}}`,
  );
  expect(references[0]?.fields.author).toEqual([
    { family: 'Meer', given: 'Gerard', 'dropping-particle': 'van der' },
    { family: 'La Fontaine', given: 'Jean', 'dropping-particle': 'de' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { literal: 'Harbor Office' },
  ]);
  expect(references[0]?.fields.editor).toEqual([{ family: 'Hakim', given: 'Tawfiq', 'non-dropping-particle': 'al-' }]);
});

test('dates of EDTF, of BibTeX and in other scripts', async () => {
  const issued = async (fields: string) =>
    (await referencesIn('a.bib', `@misc{a, ${fields}}`)).references[0]?.fields.issued;
  const dates = [
    '2016-07-18T20:26:06+10:00',
    '1723?~',
    '2004-22',
    '2004-06-01/',
    '1988/1992',
    '1999-01-XX',
    '2021/5/3',
    '2022年5月3日',
    '١٩٩٨',
    'forthcoming',
    '../2004',
  ];
  expect(await Promise.all(dates.map(async (date) => [date, await issued(`date = {${date}}`)]))).toMatchInlineSnapshot(`
    [
      [
        2016-07-18T20:26:06+10:00,
        2016-07-18,
      ],
      [
        1723?~,
        1723?,
      ],
      [
        2004-22,
        2004-22,
      ],
      [
        2004-06-01/,
        2004-06-01/..,
      ],
      [
        1988/1992,
        1988/1992,
      ],
      [
        1999-01-XX,
        1999-01,
      ],
      [
        2021/5/3,
        2021-05-03,
      ],
      [
        2022年5月3日,
        2022-05-03,
      ],
      [
        ١٩٩٨,
        1998,
      ],
      [
        forthcoming,
        {
          literal: forthcoming,
        },
      ],
      [
        ../2004,
        {
          literal: ../2004,
        },
      ],
    ]
  `);
  const parts = [
    'year = 2015, month = jun',
    'year = 2015, month = {9}, day = {3}',
    'year = 2015, month = {May--June}',
    'year = 2015, month = "10 " # dec',
    'year = {2010--2011}',
    'year = 2015, month = {Spring}',
  ];
  expect(await Promise.all(parts.map(async (fields) => [fields, await issued(fields)]))).toMatchInlineSnapshot(`
    [
      [
        year = 2015, month = jun,
        2015-06,
      ],
      [
        year = 2015, month = {9}, day = {3},
        2015-09-03,
      ],
      [
        year = 2015, month = {May--June},
        2015-05/2015-06,
      ],
      [
        year = 2015, month = "10 " # dec,
        2015-12-10,
      ],
      [
        year = {2010--2011},
        2010/2011,
      ],
      [
        year = 2015, month = {Spring},
        2015-21,
      ],
    ]
  `);
});

test('a broken entry is a problem at its place, and loses only itself', async () => {
  const text = `@article{open,
  title = {Never closed,
  date = {2020}

@article{, title = {No key}}
@article{comma, title = {A} date = {2021-01-02}}
@article{extra, title = {A}}, journal = {B}}
@article{مفتاح, title = {Ключ}, journal = unknown, year = }
@article{2022年, title = {鍵}, date = {199u}}
`;
  expect(await show('a.bib', text)).toMatchInlineSnapshot(`
    open | article-journal |  |  | 2020 |  |  | 
    comma | article-journal | A |  | 2021-01-02 |  |  | 
    extra | article-journal | A |  |  |  |  | 
    مفتاح | article-journal | Ключ | unknown |  |  |  | 
    2022年 | article-journal | 鍵 |  |  |  |  | 
    problem at "@article": This entry is not closed, so its last fields may be lost. Add the missing “}”.
    problem at "@article": This entry has no key by which briefs could cite it. Write one behind the brace, and a comma.
    lesser at "title": A comma is missing behind “title”.
    problem at "journal": The entry above ends before “journal”, so this field is not read. Remove the brace too many above.
    lesser at "unknown": There is no @string “unknown”, so its name is read. Define it, or put the words in braces.
    problem at "year": The value of “year” cannot be read. Put it in braces.
    lesser at "199u": “199u” names no certain day, month or year, so the source counts as undated. Correct it where it is edited, as in 2021-09-05.
  `);
});

test('entries that do not change remain the same objects, and their places move', async () => {
  const cut = await formatOfName('a.bib')!.load();
  const entry = (key: string) => `@misc{${key}, title = {${key}}}\n`;
  const before = runSync(readBibliography(entry('a') + entry('b') + entry('c'), cut)).finish();
  const [a, , c] = before.sources;
  const text = `\n${entry('a')}${entry('other')}${entry('c')}${entry('a')}`;
  const after = runSync(readBibliography(text, cut, before)).finish();
  expect(after.sources.map(({ id }) => text.slice(id.span.start, id.span.end))).toEqual(['a', 'other', 'c', 'a']);
  expect([after.sources[0] === a, after.sources[2] === c, after.sources[3] === a]).toEqual([true, true, false]);
  expect(after).toEqual(await readAs('a.bib', text));
});

test('a file of something else says so; an empty library does not', async () => {
  expect(await show('a.bib', '% Encoding: UTF-8\n\n<!DOCTYPE html><html>404</html>\n')).toContain(
    'There are no entries',
  );
  for (const text of ['', '\n', '% Encoding: UTF-8\n', '@comment{jabref-meta: x}\n'])
    expect(await show('a.bib', text)).not.toContain('There are no entries');
});
