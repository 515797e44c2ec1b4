/** Placeholders and leftovers: docs/format.md, 2.5. */
import { expect, test } from 'vitest';
import { readings } from '../../support/readings.ts';

test('placeholders', () => {
  expect(
    readings(
      'The pier was closed [citation needed].',
      'The pier was closed [source?].',
      'The pier was closed [Source TBD].',
      'The pier was closed [@TODO].',
      'The pier was closed [**???**].',
      'The pier was closed [TK].',
      'The pier was closed (source: ???).',
      'The pier was closed (TK).',
      'The pier was closed (Outlet, Month Day).',
      'The pier was closed (AUTHOR, YEAR).',
      'The pier was closed (Shaw XXXX).',
      'The pier was closed at night (Source, June 14).',
      'The pier was closed at night (TBD, June 14).',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed [citation needed]. → placeholder: MISSING
    The pier was closed [source?]. → placeholder: MISSING
    The pier was closed [Source TBD]. → placeholder: MISSING
    The pier was closed [@TODO]. → placeholder: MISSING
    The pier was closed [**???**]. → placeholder: MISSING
    The pier was closed [TK]. → placeholder: MISSING
    The pier was closed (source: ???). → placeholder: MISSING
    The pier was closed (TK). → placeholder: MISSING
    The pier was closed (Outlet, Month Day). → placeholder: MISSING
    The pier was closed (AUTHOR, YEAR). → placeholder: MISSING
    The pier was closed (Shaw XXXX). → placeholder: MISSING
    The pier was closed at night (Source, June 14). → placeholder: MISSING
    The pier was closed at night (TBD, June 14). → placeholder: MISSING
  `);
});

test('no placeholders', () => {
  expect(
    readings(
      'Turkish Airlines (TK) flew.',
      'The date is open (TBD).',
      'The pier [who?] was closed.',
      'The pier was [sic] closed.',
      'See [[source]] and [source](https://pier.example).',
      'TODO: close the pier.',
      'Next: final (TBD, June 14) in Ostrava.',
    ),
  ).toMatchInlineSnapshot(`
    Turkish Airlines (TK) flew. → none
    The date is open (TBD). → none
    The pier [who?] was closed. → none
    The pier was [sic] closed. → none
    See [[source]] and [source](https://pier.example). → none
    TODO: close the pier. → none
    Next: final (TBD, June 14) in Ostrava. → none
  `);
});

test('leftovers of an assistant', () => {
  expect(
    readings(
      'The pier was closed【4†source】.',
      'The pier was closed【12:3†pier.pdf】.',
      'The pier was closed. citeturn0search3',
      'The pier was closed. \uE200cite\uE202turn0search3\uE202turn1view0\uE201',
      'The pier was closed :contentReference[oaicite:0]{index=0}.',
      'The ferry sank [oaicite:4]{index=4}.',
      'The pier was closed [oai_citation:1‡Pier].',
      'The pier was closed ([oai_citation:1‡pier.example](https://pier.example/strike)).',
      'The pier was closed [cite: 1].',
      '[cite_start]The pier was closed [cite: 1, 2].',
      'The pier was [closed](https://pier.example/strike?utm_source=chatgpt.com), it says.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed【4†source】. → leftover: MISSING
    The pier was closed【12:3†pier.pdf】. → leftover: MISSING
    The pier was closed. citeturn0search3 → leftover: MISSING
    The pier was closed. citeturn0search3turn1view0 → leftover: MISSING
    The pier was closed :contentReference[oaicite:0]{index=0}. → leftover: MISSING
    The ferry sank [oaicite:4]{index=4}. → leftover: MISSING
    The pier was closed [oai_citation:1‡Pier]. → leftover: MISSING
    The pier was closed ([oai_citation:1‡pier.example](https://pier.example/strike)). → link: pier.example title=oai_citation:1‡pier.example url=https://pier.example/strike
    The pier was closed [cite: 1]. → leftover: MISSING
    [cite_start]The pier was closed [cite: 1, 2]. → leftover: MISSING
    The pier was [closed](https://pier.example/strike?utm_source=chatgpt.com), it says. → link: pier.example title=closed url=https://pier.example/strike?utm_source=chatgpt.com
  `);
});

test('no leftovers', () => {
  expect(
    readings('码头【重要】关闭。', 'They cite it, and turn 0 search 3.', 'I recite turnips.', '`【4†source】`'),
  ).toMatchInlineSnapshot(`
    码头【重要】关闭。 → none
    They cite it, and turn 0 search 3. → none
    I recite turnips. → none
    \`【4†source】\` → none
  `);
});

test('what placeholders lack, in several words and languages', () => {
  expect(
    readings(
      'The pier was closed [link to come].',
      'The pier was closed [SOURCE NAME TK].',
      'The pier was closed [time and source TK].',
      'The pier was closed (outlet?).',
      'The pier was closed (source to be confirmed).',
      'The pier was closed [source pending].',
      'The pier was closed [dead link].',
      'The pier was closed [full citation needed].',
      'Der Pier blieb zu [Quelle folgt].',
      'Le quai est fermé [source à vérifier].',
      'El muelle está cerrado [fuente por confirmar].',
      'The pier was closed {{citation needed|date=May 2022}}.',
      'The pier was closed (LINK).',
      'The pier was closed on Monday (SOURCE).',
      'El muelle está cerrado (FUENTE).',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed [link to come]. → placeholder: MISSING
    The pier was closed [SOURCE NAME TK]. → placeholder: MISSING
    The pier was closed [time and source TK]. → placeholder: MISSING
    The pier was closed (outlet?). → placeholder: MISSING
    The pier was closed (source to be confirmed). → placeholder: MISSING
    The pier was closed [source pending]. → placeholder: MISSING
    The pier was closed [dead link]. → placeholder: MISSING
    The pier was closed [full citation needed]. → placeholder: MISSING
    Der Pier blieb zu [Quelle folgt]. → placeholder: MISSING
    Le quai est fermé [source à vérifier]. → placeholder: MISSING
    El muelle está cerrado [fuente por confirmar]. → placeholder: MISSING
    The pier was closed {{citation needed|date=May 2022}}. → placeholder: MISSING
    The pier was closed (LINK). → placeholder: MISSING
    The pier was closed on Monday (SOURCE). → placeholder: MISSING
    El muelle está cerrado (FUENTE). → placeholder: MISSING
  `);
});

test('placeholders with a date, with and without a comma', () => {
  expect(
    readings(
      'The pier was closed at night (Source TBC, June 14).',
      'The pier was closed at night (Source?, June 14).',
      'The pier was closed at night (source needed, 14 June).',
      'The pier was closed at night (name of outlet, June 14).',
      'The pier was closed at night (unknown source, June 14).',
      'The pier was closed at night (XXX 14/06/2022).',
      'The pier was closed at night (Source? 14/06/2022).',
      'The pier was closed at night [Outlet, June 14].',
      'The pier was closed at 18:00 (CHANNEL, 14 June).',
      'The pier was closed at night [OUTLET, DATE].',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night (Source TBC, June 14). → placeholder: MISSING
    The pier was closed at night (Source?, June 14). → placeholder: MISSING
    The pier was closed at night (source needed, 14 June). → placeholder: MISSING
    The pier was closed at night (name of outlet, June 14). → placeholder: MISSING
    The pier was closed at night (unknown source, June 14). → placeholder: MISSING
    The pier was closed at night (XXX 14/06/2022). → placeholder: MISSING
    The pier was closed at night (Source? 14/06/2022). → placeholder: MISSING
    The pier was closed at night [Outlet, June 14]. → placeholder: MISSING
    The pier was closed at 18:00 (CHANNEL, 14 June). → placeholder: MISSING
    The pier was closed at night [OUTLET, DATE]. → placeholder: MISSING
  `);
});

test('no placeholders with a date', () => {
  expect(
    readings(
      'The river rises at a lake (source of the Ob, 14 km away).',
      'He died at sea (unknown, June 1914).',
      'The pier was closed at night (unnamed source, June 14).',
      'The pier was closed at night (channel, 14 June).',
      'They met at a port (name and date withheld).',
      'The file was read at night (source code, June 14).',
      'The short form of the token (Chainlink (LINK)) is old.',
      'He bought shares of Chainlink (LINK).',
      'A court sat at the Long Island News Kiosk (LINK).',
      'The slot is {{source}} and {{url}}.',
      'The list has links (link).',
    ),
  ).toMatchInlineSnapshot(`
    The river rises at a lake (source of the Ob, 14 km away). → none
    He died at sea (unknown, June 1914). → none
    The pier was closed at night (unnamed source, June 14). → none
    The pier was closed at night (channel, 14 June). → none
    They met at a port (name and date withheld). → none
    The file was read at night (source code, June 14). → none
    The short form of the token (Chainlink (LINK)) is old. → none
    He bought shares of Chainlink (LINK). → none
    A court sat at the Long Island News Kiosk (LINK). → none
    The slot is {{source}} and {{url}}. → none
    The list has links (link). → none
  `);
});

test('leftovers of other assistants', () => {
  expect(
    readings(
      'The pier was closed [web:5].',
      'The pier was closed.[^web:5]',
      'The pier was closed [citation:3][citation:4].',
      'The pier was closed [cite: 1-3].',
      'The pier was closed [attached_file:1].',
      'The pier was closed, as [this chart](sandbox:/mnt/data/pier.png) shows.',
      'Its address is [web:port].',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed [web:5]. → leftover: MISSING
    The pier was closed.[^web:5] → leftover: MISSING
    The pier was closed [citation:3][citation:4]. → leftover: MISSING + leftover: MISSING
    The pier was closed [cite: 1-3]. → leftover: MISSING
    The pier was closed [attached_file:1]. → leftover: MISSING
    The pier was closed, as [this chart](sandbox:/mnt/data/pier.png) shows. → link: MISSING no-address
    Its address is [web:port]. → none
  `);
});
