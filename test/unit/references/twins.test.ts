import { expect, test } from 'vitest';
import { formatSource, readAs } from './read.ts';

const BIBTEX = `
@article{okafor2021,
  entrysubtype = {newspaper},
  title = {Cranes Stand Still at {Dvořák} Quay},
  author = {Okafor, Ada and {Harbor Office}},
  journaltitle = {Harbor Tide},
  date = {2021-09-05},
  urldate = {2021-09-20},
  url = {https://tide.example/cranes?id=1&lang=en}
}
@report{office2020,
  title = {Ferries in Winter},
  author = {{Harbor Office}},
  institution = {Ministry of Straits},
  date = {2020-02},
  number = {14}
}
@book{lind1999,
  title = {Quays & Cranes},
  author = {Lind, Eva},
  publisher = {North Sea Press},
  location = {Bergen},
  date = {1999}
}
`;
const RIS = `TY  - NEWS
ID  - okafor2021
AU  - Okafor, Ada
AU  - Harbor Office
TI  - Cranes Stand Still at Dvořák Quay
T2  - Harbor Tide
DA  - 2021/09/05/
Y2  - 2021/09/20/
UR  - https://tide.example/cranes?id=1&lang=en
ER  - 

TY  - RPRT
ID  - office2020
AU  - Harbor Office
TI  - Ferries in Winter
PB  - Ministry of Straits
PY  - 2020
DA  - 2020/02//
SN  - 14
ER  - 

TY  - BOOK
ID  - lind1999
AU  - Lind, Eva
TI  - Quays & Cranes
PB  - North Sea Press
CY  - Bergen
PY  - 1999
ER  - 
`;
const styled = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;
const author = (name: string) => `<author>${styled(name)}</author>`;
const END_NOTE = `<?xml version="1.0" encoding="UTF-8"?>
<xml><records>
<record><rec-number>1</rec-number><ref-type name="Newspaper Article">23</ref-type>
<contributors><authors>${author('Okafor, Ada')}${author('Harbor Office,')}</authors></contributors>
<titles><title>${styled('Cranes Stand Still at ')}${styled('Dvořák Quay')}</title><secondary-title>${styled('Harbor Tide')}</secondary-title></titles>
<dates><year>${styled('2021')}</year><pub-dates><date>${styled('September 5')}</date></pub-dates></dates>
<urls><related-urls><url>${styled('https://tide.example/cranes?id=1&amp;lang=en')}</url></related-urls></urls>
<label>okafor2021</label><access-date>2021-09-20</access-date></record>
<record><rec-number>2</rec-number><ref-type name="Report">27</ref-type>
<contributors><authors>${author('Harbor Office,')}</authors></contributors>
<titles><title>${styled('Ferries in Winter')}</title></titles>
<dates><year>2020</year><pub-dates><date>Feb</date></pub-dates></dates>
<publisher>${styled('Ministry of Straits')}</publisher><label>office2020</label></record>
<record><rec-number>3</rec-number><ref-type name="Book">6</ref-type>
<contributors><authors>${author('Lind, Eva')}</authors></contributors>
<titles><title>${styled('Quays &amp; Cranes')}</title></titles>
<dates><year>1999</year></dates><pub-location>Bergen</pub-location><publisher>North Sea Press</publisher><label>lind1999</label></record>
</records></xml>
`;

test('BibTeX, RIS and EndNote XML of the same sources are read as the same entries', async () => {
  const twins = await Promise.all([readAs('a.bib', BIBTEX), readAs('a.ris', RIS), readAs('a.xml', END_NOTE)]);
  const [bibtex, ...others] = twins.map(({ sources }) => sources.map(formatSource));
  expect(twins.map(({ problems }) => problems)).toEqual([[], [], []]);
  expect(bibtex).toMatchInlineSnapshot(`
    [
      okafor2021 | article-newspaper | Cranes Stand Still at Dvořák Quay | Harbor Tide | 2021-09-05 | 2021-09-20 | Ada Okafor; Harbor Office | https://tide.example/cranes?id=1&lang=en,
      office2020 | report | Ferries in Winter | Ministry of Straits | 2020-02 |  | Harbor Office | ,
      lind1999 | book | Quays & Cranes | North Sea Press | 1999 |  | Eva Lind | ,
    ]
  `);
  for (const other of others) expect(other).toEqual(bibtex);
});

test('the places of ids are those where they are written', async () => {
  for (const [name, text] of [
    ['a.bib', BIBTEX],
    ['a.ris', RIS],
    ['a.xml', END_NOTE],
  ] as const) {
    const { sources } = await readAs(name, text);
    for (const { id } of sources) expect(text.slice(id.span.start, id.span.end)).toBe(id.value);
  }
});
