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

test('a dated citation whose source was not filled in', () => {
  expect(
    readings(
      'The pier was closed at night (TODO, June 14).',
      'The pier was closed at night (FIXME, June 14).',
      'The pier was closed at night (N/A, June 14).',
      'The pier was closed at night (XXXX, June 14).',
      'The pier was closed at night (add source, June 14).',
      'The pier was closed at night (source needed, June 14).',
      'The pier was closed at night (no source, June 14).',
      'The pier was closed at night (Unknown source, 2021-06-14).',
      'The pier was closed at night (Missing Links, June 14).',
      'The pier was closed at night (Link TV, June 14).',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night (TODO, June 14). → placeholder: MISSING
    The pier was closed at night (FIXME, June 14). → placeholder: MISSING
    The pier was closed at night (N/A, June 14). → placeholder: MISSING
    The pier was closed at night (XXXX, June 14). → placeholder: MISSING
    The pier was closed at night (add source, June 14). → placeholder: MISSING
    The pier was closed at night (source needed, June 14). → placeholder: MISSING
    The pier was closed at night (no source, June 14). → placeholder: MISSING
    The pier was closed at night (Unknown source, 2021-06-14). → placeholder: MISSING
    The pier was closed at night (Missing Links, June 14). → Missing Links @ June 14
    The pier was closed at night (Link TV, June 14). → Link TV @ June 14
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
