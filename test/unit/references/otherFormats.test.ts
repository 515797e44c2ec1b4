import { expect, test } from 'vitest';
import { show } from './read.ts';

test('RIS: long values, ranges of pages, entries without an end, lines outside of entries', async () => {
  const text = `Exported today
TY  - JOUR
TI  - Ferries in a long
      winter
AU  - Okafor, Ada, Jr.
JO  - Tide Review
PY  - 2021
SP  - 3
EP  - 9
DO  - https://doi.org/10.1000/x
TY  - NOVEL
ID  - novel
TI  - Cranes
DA  - 199X
ER  - 
`;
  expect(await show('a.ris', text)).toMatchInlineSnapshot(`
    okafor-2021 | article-journal | Ferries in a long winter | Tide Review | 2021 |  | Ada Okafor Jr. | https://doi.org/10.1000/x
    novel | document | Cranes |  |  |  |  | 
    problem at "Exported today": This line is in no entry, so it is not read. Entries begin with “TY  - ” and end with “ER  - ”.
    lesser at "TY - JOUR": The end of this entry is missing. Add a line “ER  - ”.
    lesser at "NOVEL": “NOVEL” is no type of RIS; the entry is read as a document. Write “NEWS” or another type.
    lesser at "199X": “199X” names no certain day, month or year, so the source counts as undated. Correct it where it is edited, as in 2021-09-05.
  `);
});

test('CSL-JSON: items that are broken, without id, with dates that name no day', async () => {
  const text = `[
  {"id": "a", "type": "article-newspaper", "title": "Cranes", "container-title": "Tide", "issued": {"date-parts": [["2021", 9, 5]]}},
  {"id": "b", "title": "Not closed", "author": [{"family": "Okafor"}]
  {"id": 3, "title": "Ferries", "issued": {"raw": "5 May 2021"}, "DOI": "10.1000/x"},
  {"title": "No id"},
  {"id": "d", "title": "Quays", "issued": {"literal": "13th cent"}, "accessed": {"date-parts": [[2021, 21]]}}
]`;
  expect(await show('a.json', text)).toMatchInlineSnapshot(`
    a | article-newspaper | Cranes | Tide | 2021-09-05 |  |  | 
    b |  | Not closed |  |  |  | Okafor | 
    3 |  | Ferries |  | 2021-05-05 |  |  | https://doi.org/10.1000/x
    d |  | Quays |  |  | 2021 |  | 
    problem at "]": This item is not valid JSON here, so it is read only in part, or not at all. Export the file again.
    problem at "{": This item has no “id” by which briefs could cite it. Add one, and export it again.
    lesser at "{\\"literal\\": \\"13th cent\\"}": “{"literal": "13th cent"}” names no certain day, month or year, so the source counts as undated. Correct it where it is edited, as in 2021-09-05.
  `);
  expect(await show('a.json', '{"a": 1}')).toMatchInlineSnapshot(
    `problem at "{": This is no CSL-JSON, which is a list of items: [{"id": "…", "type": "…"}]. Export it as CSL JSON.`,
  );
});

test('EndNote XML: a record that is not well-formed, without label, with a date that is none', async () => {
  const text = `<xml><records>
<record><rec-number>7</rec-number><titles><title>Cranes</title></titles><dates><year>in 199X</year></dates></record>
<record><rec-number>8</rec-number><titles><title>Broken</titles></record>
<record><titles><title>Ferries</title></titles><dates><year>2020</year></dates></record>
</records></xml>`;
  expect(await show('a.xml', text)).toMatchInlineSnapshot(`
    7 | document | Cranes |  |  |  |  | 
    2020 | document | Ferries |  | 2020 |  |  | 
    lesser at "in 199X": “in 199X” names no certain day, month or year, so the source counts as undated. Correct it where it is edited, as in 2021-09-05.
    problem at "<record": This record cannot be read: its elements are not closed in order. Export the library again.
  `);
  expect(await show('a.xml', '<html/>')).toMatchInlineSnapshot(
    `problem at "<html/>": This is no XML of EndNote: it has no records. Export the library with “XML” as the type of file.`,
  );
});

test('CSL-YAML under any name', async () => {
  expect(
    await show(
      'refs.yaml',
      'references:\n  - id: a\n    title: Cranes\n    issued: 2021-09-05\n    custom: { tlp: GREEN }\n',
    ),
  ).toMatchInlineSnapshot(`a |  | Cranes |  | 2021-09-05 |  |  |`);
});
