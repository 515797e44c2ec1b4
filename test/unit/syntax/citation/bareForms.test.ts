/** Citations in square brackets, behind a dash, and what is left of them; markers without an address; TK: docs/format.md, 2.1–2.5. */
import { expect, test } from 'vitest';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { itemReadings, readings } from '../../support/readings.ts';

const SHUT = 'The port was shut at night';

test('square brackets as a parenthesis, around a well-known outlet', () => {
  expect(
    readings(
      `${SHUT} [Reuters, 3 May].`,
      `${SHUT} [Reuters, 3 May; Pier Times, 4 May 2022, p. 4], and the yard was open.`,
      `${SHUT} [ura.ru, 3 мая].`,
      `${SHUT} [DPA, 3. März 2022]. Das Tor blieb zu.`,
      `${SHUT} [Agencia EFE, 22 de septiembre]`,
      `${SHUT} [AFP, 3 mai 2022].`,
      `${SHUT} [see Reuters, May 3].`,
      `${SHUT} [, 3 May].`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night [Reuters, 3 May]. → Reuters @ 3 May
    The port was shut at night [Reuters, 3 May; Pier Times, 4 May 2022, p. 4], and the yard was open. → Reuters @ 3 May + Pier Times @ 4 May 2022 locator=p. 4
    The port was shut at night [ura.ru, 3 мая]. → ura.ru @ 3 мая
    The port was shut at night [DPA, 3. März 2022]. Das Tor blieb zu. → DPA @ 3. März 2022
    The port was shut at night [Agencia EFE, 22 de septiembre] → Agencia EFE @ 22 de septiembre
    The port was shut at night [AFP, 3 mai 2022]. → AFP @ 3 mai 2022
    The port was shut at night [see Reuters, May 3]. → Reuters @ May 3
    The port was shut at night [, 3 May]. → MISSING @ 3 May
  `);
});

test('other words in square brackets stay text', () => {
  expect(
    readings(
      `${SHUT} [Vale, 3 May].`,
      `${SHUT} [AV, 3 May].`,
      `${SHUT} [Putin, 9 May] and more.`,
      `${SHUT} [Reuters].`,
      `${SHUT} [Reuters, 2022].`,
      `${SHUT} [Reuters, 3 May][1] and more.`,
      `${SHUT} [Reuters, 3 May](https://example.org/2022/05/03/port).`,
      `[Reuters, 3 May]: https://example.org/2022/05/03/port`,
      `${SHUT} ![Reuters, 3 May](gate.png).`,
      `${SHUT} [updated 3 May].`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night [Vale, 3 May]. → none
    The port was shut at night [AV, 3 May]. → none
    The port was shut at night [Putin, 9 May] and more. → none
    The port was shut at night [Reuters]. → none
    The port was shut at night [Reuters, 2022]. → none
    The port was shut at night [Reuters, 3 May][1] and more. → none
    The port was shut at night [Reuters, 3 May](https://example.org/2022/05/03/port). → link: example.org @ https://example.org/2022/05/03/port title=Reuters, 3 May url=https://example.org/2022/05/03/port
    [Reuters, 3 May]: https://example.org/2022/05/03/port → none
    The port was shut at night ![Reuters, 3 May](gate.png). → none
    The port was shut at night [updated 3 May]. → none
  `);
});

test('a source behind a dash at the end of a line', () => {
  expect(
    readings(
      `${SHUT}. — Ukrinform, 14 June`,
      `${SHUT}. — Ukrinform, 14 June.\n\nThe yard was open.`,
      `“The port is shut.” — The Guardian, 14 June 2022`,
      `${SHUT}.\n— Reuters, 14 June 2022\nThe yard was open.`,
      `${SHUT}. – Reuters, 14 June; AFP, 15 June`,
      `${SHUT}. - Reuters, 14 June`,
      `${SHUT}. -- Pier Times, June 14, 2022`,
      `${SHUT}. — Укрінформ, 14 червня`,
      `${SHUT}. — Hafen Radio, 14. Juni 2022`,
      `${SHUT}. — Agencia EFE, 14 de junio`,
      `${SHUT}. — France 24, 14 juin 2022`,
      `${SHUT}. — , 14 June`,
      `• The port was shut at midnight – Reuters, 14 June`,
      `- Der Hafen blieb zu - DPA, 14. Juni 2022`,
      `${SHUT}. — , 14 de junio de 2022.`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night. — Ukrinform, 14 June → source-line: Ukrinform @ 14 June
    The port was shut at night. — Ukrinform, 14 June.⏎⏎The yard was open. → source-line: Ukrinform @ 14 June
    “The port is shut.” — The Guardian, 14 June 2022 → source-line: The Guardian @ 14 June 2022
    The port was shut at night.⏎— Reuters, 14 June 2022⏎The yard was open. → source-line: Reuters @ 14 June 2022
    The port was shut at night. – Reuters, 14 June; AFP, 15 June → source-line: Reuters @ 14 June + source-line: AFP @ 15 June
    The port was shut at night. - Reuters, 14 June → source-line: Reuters @ 14 June
    The port was shut at night. -- Pier Times, June 14, 2022 → source-line: Pier Times @ June 14, 2022
    The port was shut at night. — Укрінформ, 14 червня → source-line: Укрінформ @ 14 червня
    The port was shut at night. — Hafen Radio, 14. Juni 2022 → source-line: Hafen Radio @ 14. Juni 2022
    The port was shut at night. — Agencia EFE, 14 de junio → source-line: Agencia EFE @ 14 de junio
    The port was shut at night. — France 24, 14 juin 2022 → source-line: France 24 @ 14 juin 2022
    The port was shut at night. — , 14 June → source-line: MISSING @ 14 June
    • The port was shut at midnight – Reuters, 14 June → source-line: Reuters @ 14 June
    - Der Hafen blieb zu - DPA, 14. Juni 2022 → source-line: DPA @ 14. Juni 2022
    The port was shut at night. — , 14 de junio de 2022. → source-line: MISSING @ 14 de junio de 2022
  `);
});

test('dialog, datelines, people and figures behind a dash stay text', () => {
  expect(
    readings(
      `“We shall stay.” — Ann Vale, 3 May 2022`,
      `The ferry left for Ostrava – Moscow, 14 June`,
      `The ferry was seen by many – Ann Vale, 14 June`,
      `— Yes, said the man, 14 June.\n— No, said the other.`,
      `KYIV, 14 June — Reuters, the agency, was there.`,
      `KYIV — Reuters, 14 June`,
      `${SHUT}. — Reuters`,
      `${SHUT}. — Reuters, which had a man there on 14 June, was silent.`,
      `- Reuters, 14 June`,
      `${SHUT}. — 14 June`,
      `The count was 3 – 5, 14 June`,
    ),
  ).toMatchInlineSnapshot(`
    “We shall stay.” — Ann Vale, 3 May 2022 → none
    The ferry left for Ostrava – Moscow, 14 June → none
    The ferry was seen by many – Ann Vale, 14 June → none
    — Yes, said the man, 14 June.⏎— No, said the other. → none
    KYIV, 14 June — Reuters, the agency, was there. → none
    KYIV — Reuters, 14 June → none
    The port was shut at night. — Reuters → none
    The port was shut at night. — Reuters, which had a man there on 14 June, was silent. → none
    - Reuters, 14 June → none
    The port was shut at night. — 14 June → none
    The count was 3 – 5, 14 June → none
  `);
});

test('the paragraph that ends in a source stays prose', () => {
  const shapes = [`${SHUT}. — Ukrinform, 14 June`, `${SHUT}. Source: TASS, 3 May 2022`, '— Ukrinform, 14 June'].map(
    (text) => readBrief(text).blocks[0]!.shape,
  );
  expect(shapes).toEqual(['prose', 'prose', 'source']);
});

test('markers that a page has left without their address', () => {
  expect(
    readings(
      `${SHUT}.[[3]]() The yard was open.`,
      `${SHUT}.[\\[3\\]]() The yard was open.`,
      `${SHUT}.[3]() The yard was open.`,
      `${SHUT}.[[note 3]]() The yard was open.`,
      `${SHUT}.[[a]]() The yard was open.`,
      `${SHUT}.[[3]](#cite_note-vale-3) The yard was open.`,
      `${SHUT}.[[1]](#cite_note-1)[[2]](#cite_note-2)\n\n## Notes\n\n1. Pier Post, 3 May 2022.\n2. Quay Times, 4 May 2022.`,
      `${SHUT}.[[1]]() The yard was open.[[2]]()\n\n## Notes\n\n1. Pier Post, 3 May 2022.`,
      `See [[Harbor Watch]] and [[3]] first.`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night.[[3]]() The yard was open. → note: MISSING no-note
    The port was shut at night.[\\[3\\]]() The yard was open. → note: MISSING no-note
    The port was shut at night.[3]() The yard was open. → link: MISSING no-address
    The port was shut at night.[[note 3]]() The yard was open. → note: MISSING no-note
    The port was shut at night.[[a]]() The yard was open. → note: MISSING no-note
    The port was shut at night.[[3]](#cite_note-vale-3) The yard was open. → note: MISSING no-note
    The port was shut at night.[[1]](#cite_note-1)[[2]](#cite_note-2)⏎⏎## Notes⏎⏎1. Pier Post, 3 May 2022.⏎2. Quay Times, 4 May 2022. → note: Pier Post @ 3 May 2022 + note: Quay Times @ 4 May 2022
    The port was shut at night.[[1]]() The yard was open.[[2]]()⏎⏎## Notes⏎⏎1. Pier Post, 3 May 2022. → note: MISSING no-note + note: Pier Post @ 3 May 2022
    See [[Harbor Watch]] and [[3]] first. → none
  `);
});

test('TK, for what is to come', () => {
  expect(
    readings(
      `${SHUT} TK.`,
      `${SHUT}, TK. The yard was open.`,
      `${SHUT} TKTK.`,
      `${SHUT} (TK TK).`,
      `${SHUT} (TKTK), and TKTK men were there.`,
      `${SHUT} [TK TK].`,
      `${SHUT} TK TK and the yard was open.`,
      `The yard was sold for TK euros.`,
      `He flew with TK.`,
      `He was born in TK. T. K. Vale was not.`,
      `The Turkish Airlines (TK) flight was TK 1234. Others flew less than TK.`,
      `A store of TK Maxx stood there, next to TK.`,
      `The short form of the party was tk.`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night TK. → placeholder: MISSING
    The port was shut at night, TK. The yard was open. → placeholder: MISSING
    The port was shut at night TKTK. → placeholder: MISSING
    The port was shut at night (TK TK). → placeholder: MISSING
    The port was shut at night (TKTK), and TKTK men were there. → placeholder: MISSING + placeholder: MISSING
    The port was shut at night [TK TK]. → placeholder: MISSING
    The port was shut at night TK TK and the yard was open. → placeholder: MISSING
    The yard was sold for TK euros. → none
    He flew with TK. → none
    He was born in TK. T. K. Vale was not. → none
    The Turkish Airlines (TK) flight was TK 1234. Others flew less than TK. → none
    A store of TK Maxx stood there, next to TK. → none
    The short form of the party was tk. → none
  `);
});

test('lead-ins that have lost what they lead to', () => {
  expect(
    itemReadings(
      ...[
        'h/t ',
        'via ',
        'via: ',
        'H/T: ',
        'hat tip ',
        'see ',
        'see also ',
        'quoted in ',
        'as cited by ',
        'according to ',
      ],
      ...['siehe ', 'vgl. ', 'laut ', 'voir ', 'selon ', 'según ', 'véase ', 'см. ', 'source: ', 'Quelle: '],
      ...['h/t Reuters, May 3', 'h/t @pier', 'via Pier Post', 'via', 'see', 'see above', 'per day', 'via Brest '],
    ),
  ).toMatchInlineSnapshot(`
    (h/t ) → MISSING
    (via ) → MISSING
    (via: ) → MISSING
    (H/T: ) → MISSING
    (hat tip ) → MISSING
    (see ) → MISSING
    (see also ) → MISSING
    (quoted in ) → MISSING
    (as cited by ) → MISSING
    (according to ) → MISSING
    (siehe ) → MISSING
    (vgl. ) → MISSING
    (laut ) → MISSING
    (voir ) → MISSING
    (selon ) → MISSING
    (según ) → MISSING
    (véase ) → MISSING
    (см. ) → MISSING
    (source: ) → source-line: MISSING
    (Quelle: ) → source-line: MISSING
    (h/t Reuters, May 3) → Reuters @ May 3
    (h/t @pier) → none
    (via Pier Post) → none
    (via) → none
    (see) → none
    (see above) → none
    (per day) → none
    (via Brest ) → none
  `);
});

test('a name that is lost behind its preposition, or before its place', () => {
  expect(
    itemReadings(
      'X post by , October 5',
      'Telegram channel of , 5 October',
      'interview with , Kyiv, October 5',
      'speech of the minister by , May 3',
      'Telegram-Kanal von , 5. Mai 2022',
      'entrevista con , 5 de mayo',
      '[London], October 5',
      '(Qatar), October 5',
      'https://, October 5',
      'Der Spiegel, October 5',
      'Al-Quds [London], October 5',
      'Author’s interview with A. Vale, Kyiv, May 2023',
      'Vale, “Low Tide”, , May 4',
      '“Low Tide”, , May 4',
      'Vale, “Low Tide”, Pier Post, May 4',
    ),
  ).toMatchInlineSnapshot(`
    (X post by , October 5) → MISSING @ October 5
    (Telegram channel of , 5 October) → MISSING @ 5 October
    (interview with , Kyiv, October 5) → MISSING @ October 5
    (speech of the minister by , May 3) → MISSING @ May 3
    (Telegram-Kanal von , 5. Mai 2022) → MISSING @ 5. Mai 2022
    (entrevista con , 5 de mayo) → MISSING @ 5 de mayo
    ([London], October 5) → MISSING @ October 5
    ((Qatar), October 5) → MISSING @ October 5
    (https://, October 5) → MISSING @ October 5
    (Der Spiegel, October 5) → Der Spiegel @ October 5
    (Al-Quds [London], October 5) → Al-Quds @ October 5
    (Author’s interview with A. Vale, Kyiv, May 2023) → Author’s interview with A. Vale, Kyiv @ May 2023
    (Vale, “Low Tide”, , May 4) → MISSING @ May 4 title=Low Tide !extra-comma
    (“Low Tide”, , May 4) → MISSING @ May 4 title=Low Tide !extra-comma
    (Vale, “Low Tide”, Pier Post, May 4) → Pier Post @ May 4 title=Low Tide author=Vale
  `);
});

test('an emptied item between others', () => {
  expect(
    itemReadings(
      'TASS, May 2; ; Reuters, May 3',
      'TASS, May 2; ; May 3',
      'TASS, May 2; ; ',
      'May 2; ; May 3',
      'TASS, May 2; May 3',
      'TASS, May 2;',
      'TASS, May 2; Reuters, May 3; ',
    ),
  ).toMatchInlineSnapshot(`
    (TASS, May 2; ; Reuters, May 3) → TASS @ May 2 + MISSING + Reuters @ May 3
    (TASS, May 2; ; May 3) → TASS @ May 2 + MISSING @ May 3
    (TASS, May 2; ; ) → TASS @ May 2 + MISSING
    (May 2; ; May 3) → none
    (TASS, May 2; May 3) → TASS @ May 2 + TASS @ May 3
    (TASS, May 2;) → TASS @ May 2
    (TASS, May 2; Reuters, May 3; ) → TASS @ May 2 + Reuters @ May 3
  `);
});

test('an access day behind a date in figures', () => {
  expect(
    itemReadings('MoFA 18/04/2023, accessed 02/05/2023', 'MoFA, 18 April 2023, accessed 2 May 2023'),
  ).toMatchInlineSnapshot(`
    (MoFA 18/04/2023, accessed 02/05/2023) → MoFA @ 18/04/2023 accessed=accessed 02/05/2023 !no-comma
    (MoFA, 18 April 2023, accessed 2 May 2023) → MoFA @ 18 April 2023 accessed=accessed 2 May 2023
  `);
});

test('square brackets around a publisher of reports', () => {
  expect(
    readings(
      `${SHUT} [OCHA, 21 February 2024].`,
      `${SHUT} [Logistics Cluster, 20 February 2024].`,
      `${SHUT} [Ministry of Health, 20 February 2024].`,
      `${SHUT} [the council, 20 February 2024].`,
      `${SHUT} [Quay Watch Unit, 20 February 2024; OCHA, 20 February 2024].`,
      `${SHUT} [Kiev, 20 February 2024].`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night [OCHA, 21 February 2024]. → OCHA @ 21 February 2024
    The port was shut at night [Logistics Cluster, 20 February 2024]. → Logistics Cluster @ 20 February 2024
    The port was shut at night [Ministry of Health, 20 February 2024]. → Ministry of Health @ 20 February 2024
    The port was shut at night [the council, 20 February 2024]. → none
    The port was shut at night [Quay Watch Unit, 20 February 2024; OCHA, 20 February 2024]. → Quay Watch Unit @ 20 February 2024 + OCHA @ 20 February 2024
    The port was shut at night [Kiev, 20 February 2024]. → none
  `);
});

test('links to nothing', () => {
  expect(
    readings(
      ...['about:blank', 'javascript:void(0)', 'http', 'https:', 'https://www.', 'undefined', 'null', '#N/A'].map(
        (address) => `The port [was shut](${address}) at night.`,
      ),
      'The port [was shut](https://t.me/) at night.',
      'The port [was shut](https://t.me/pier/12) at night.',
      'The port [was shut](https://www.pier.example/a) at night.',
      'The port [was shut](../undefined-behavior.md) at night.',
    ),
  ).toMatchInlineSnapshot(`
    The port [was shut](about:blank) at night. → link: MISSING no-address
    The port [was shut](javascript:void(0)) at night. → link: MISSING no-address
    The port [was shut](http) at night. → link: MISSING no-address
    The port [was shut](https:) at night. → link: MISSING no-address
    The port [was shut](https://www.) at night. → link: MISSING no-address
    The port [was shut](undefined) at night. → link: MISSING no-address
    The port [was shut](null) at night. → link: MISSING no-address
    The port [was shut](#N/A) at night. → link: MISSING no-address
    The port [was shut](https://t.me/) at night. → link: MISSING no-address
    The port [was shut](https://t.me/pier/12) at night. → link: t.me/pier title=was shut url=https://t.me/pier/12
    The port [was shut](https://www.pier.example/a) at night. → link: pier.example title=was shut url=https://www.pier.example/a
    The port [was shut](../undefined-behavior.md) at night. → none
  `);
});

test('a name in capitals is no lead-in', () => {
  expect(
    itemReadings(
      'CFR, 16 December 2022',
      'CFR 2022-12-16',
      'VIA, 3 May 2022',
      'cfr. AFP, 3 May 2022',
      'SOURCE: AFP, 3 May',
    ),
  ).toMatchInlineSnapshot(`
    (CFR, 16 December 2022) → CFR @ 16 December 2022
    (CFR 2022-12-16) → CFR @ 2022-12-16 !no-comma
    (VIA, 3 May 2022) → VIA @ 3 May 2022
    (cfr. AFP, 3 May 2022) → AFP @ 3 May 2022
    (SOURCE: AFP, 3 May) → AFP @ 3 May
  `);
});

test('pages behind an ISO date; items without a date or a name', () => {
  expect(
    itemReadings(
      'Harbor Institute 2020-04-14, 120',
      'Vale 2022-03, 3, 36',
      'Reuters, April 14, 18',
      'VOA, 2 September 2022; , undated',
      'VOA, 2 September 2022; , n.d.',
      'UNHCR, ohne Datum',
      'El Faro, sin fecha',
      'UNHCR, 3. Mai 2022; , ohne Datum',
      'Pierre, S.D.',
    ),
  ).toMatchInlineSnapshot(`
    (Harbor Institute 2020-04-14, 120) → Harbor Institute @ 2020-04-14 locator=120 !no-comma
    (Vale 2022-03, 3, 36) → Vale @ 2022-03 locator=3, 36 !no-comma
    (Reuters, April 14, 18) → Reuters @ April 14, 18
    (VOA, 2 September 2022; , undated) → VOA @ 2 September 2022 + MISSING
    (VOA, 2 September 2022; , n.d.) → VOA @ 2 September 2022 + MISSING
    (UNHCR, ohne Datum) → UNHCR
    (El Faro, sin fecha) → El Faro
    (UNHCR, 3. Mai 2022; , ohne Datum) → UNHCR @ 3. Mai 2022 + MISSING
    (Pierre, S.D.) → none
  `);
});

test('an address behind the date, or behind the name, in parentheses', () => {
  expect(
    readings(
      `${SHUT} (AFP, May 3, https://pier.example/2022/a).`,
      `${SHUT} (AFP, May 3, https://pier.example/2022/a; RFI, May 4: https://quay.example/b).`,
      `${SHUT} (AFP, https://pier.example/2022/a).`,
      `${SHUT} (AFP: https://pier.example/2022/a) and the yard was open.`,
      `${SHUT} [AFP https://pier.example/2022/a].`,
      `${SHUT} (see https://pier.example/).`,
      `${SHUT} (the page https://pier.example/2022/a was open).`,
      `${SHUT} ([]()).`,
      `${SHUT} (Pier Post | 3 May 2022).`,
    ),
  ).toMatchInlineSnapshot(`
    The port was shut at night (AFP, May 3, https://pier.example/2022/a). → AFP @ May 3 url=https://pier.example/2022/a
    The port was shut at night (AFP, May 3, https://pier.example/2022/a; RFI, May 4: https://quay.example/b). → AFP @ May 3 url=https://pier.example/2022/a + RFI @ May 4 url=https://quay.example/b
    The port was shut at night (AFP, https://pier.example/2022/a). → AFP url=https://pier.example/2022/a
    The port was shut at night (AFP: https://pier.example/2022/a) and the yard was open. → AFP url=https://pier.example/2022/a
    The port was shut at night [AFP https://pier.example/2022/a]. → link: pier.example url=https://pier.example/2022/a
    The port was shut at night (see https://pier.example/). → pier.example url=https://pier.example/
    The port was shut at night (the page https://pier.example/2022/a was open). → none
    The port was shut at night ([]()). → link: MISSING no-address
    The port was shut at night (Pier Post | 3 May 2022). → Pier Post @ 3 May 2022 !no-comma
  `);
});

test('who a report rests on, behind its date', () => {
  expect(
    itemReadings(
      'Pier Post, 1 November 2021, quoting a pilot',
      'AFP, May 3, via Pier Post',
      'DPA, 3. Mai 2022, zitiert nach Hafenpost',
      'the mayor, 1 November 2021, quoting a pilot',
      'Pier Post, quoting AFP, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (Pier Post, 1 November 2021, quoting a pilot) → Pier Post @ 1 November 2021
    (AFP, May 3, via Pier Post) → AFP @ May 3
    (DPA, 3. Mai 2022, zitiert nach Hafenpost) → DPA @ 3. Mai 2022
    (the mayor, 1 November 2021, quoting a pilot) → none
    (Pier Post, quoting AFP, May 3) → Pier Post, quoting AFP @ May 3
  `);
});

test('a day in figures behind an outlet without doubt', () => {
  expect(
    itemReadings(
      'Коммерсантъ, 12.05',
      'taz, 3.5.; Küstenbote, 3.5.',
      'Pier Times, 31.12',
      'Abschnitt, 12.05',
      'Pier Times, 12.13',
      'taz, 12.05.2022',
    ),
  ).toMatchInlineSnapshot(`
    (Коммерсантъ, 12.05) → Коммерсантъ @ 12.05
    (taz, 3.5.; Küstenbote, 3.5.) → taz @ 3.5.
    (Pier Times, 31.12) → Pier Times @ 31.12
    (Abschnitt, 12.05) → none
    (Pier Times, 12.13) → none
    (taz, 12.05.2022) → taz @ 12.05.2022
  `);
});

test('a first author that was lost, in a brief that cites so', () => {
  expect(
    readings(
      'Ports grow (Vale, 2009; and Sheikh, 2015). They sink (Shaw and Dean, 2011). They rise (Holm, 2012).',
      'They saw it there (Tokyo, 2009; and Rome, 2015).',
    ),
  ).toMatchInlineSnapshot(`
    Ports grow (Vale, 2009; and Sheikh, 2015). They sink (Shaw and Dean, 2011). They rise (Holm, 2012). → author-date: Vale @ 2009 author=Vale + author-date: MISSING @ 2015 + author-date: Shaw and Dean @ 2011 author=Shaw and Dean + author-date: Holm @ 2012 author=Holm
    They saw it there (Tokyo, 2009; and Rome, 2015). → none
  `);
});

test('of a station its kind, with a language', () => {
  expect(
    itemReadings(
      'TV, in Russian 1600 gmt 13 Apr 21',
      'newspaper, in Arabic, 13 April 2021',
      'Pier TV, in Russian 1600 gmt 13 Apr 21',
    ),
  ).toMatchInlineSnapshot(`
    (TV, in Russian 1600 gmt 13 Apr 21) → MISSING @ 13 Apr 21
    (newspaper, in Arabic, 13 April 2021) → MISSING @ 13 April 2021
    (Pier TV, in Russian 1600 gmt 13 Apr 21) → Pier TV @ 13 Apr 21 locator=in Russian 1600 gmt
  `);
});

test('a talk without a date whose person is lost', () => {
  expect(
    itemReadings('interview with , Tokyo', 'Gespräch mit , Kyjiw', 'interview with a broker, Tokyo'),
  ).toMatchInlineSnapshot(`
    (interview with , Tokyo) → MISSING
    (Gespräch mit , Kyjiw) → MISSING
    (interview with a broker, Tokyo) → none
  `);
});
