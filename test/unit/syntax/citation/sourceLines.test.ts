/** Source lines and datelines: docs/format.md, 2.4. */
import { expect, test } from 'vitest';
import { readings } from '../../support/readings.ts';

const AFTER = 'The pier was closed at night, and the yard with it.\n\n';

test('source lines', () => {
  expect(
    readings(
      `${AFTER}Source: Pier Post, 4 March 2022`,
      `${AFTER}Sources: Pier Post; Quay Times`,
      `${AFTER}**Source:** Pier Post, 4 March 2022`,
      `${AFTER}- Source: Pier Post\n- URL: https://pier.example/strike`,
      `${AFTER}Source: Interfax news agency, Moscow, in Russian 0830 gmt 3 May 04`,
      `${AFTER}Quelle: Hafenpost, 4. März 2022`,
      `${AFTER}Fuente: Correo del Muelle, 4 de marzo de 2022`,
      `${AFTER}Источник: ТАСС, 4 марта 2022`,
      `${AFTER}Kaynak: Liman Postası, 4 Mart 2022`,
      'The pier was closed. It stayed so (source: Pier Post).',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night, and the yard with it.⏎⏎Source: Pier Post, 4 March 2022 → source-line: Pier Post @ 4 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Sources: Pier Post; Quay Times → source-line: Pier Post + source-line: Quay Times
    The pier was closed at night, and the yard with it.⏎⏎**Source:** Pier Post, 4 March 2022 → source-line: Pier Post @ 4 March 2022
    The pier was closed at night, and the yard with it.⏎⏎- Source: Pier Post⏎- URL: https://pier.example/strike → source-line: Pier Post url=https://pier.example/strike
    The pier was closed at night, and the yard with it.⏎⏎Source: Interfax news agency, Moscow, in Russian 0830 gmt 3 May 04 → source-line: Interfax news agency @ 3 May 04
    The pier was closed at night, and the yard with it.⏎⏎Quelle: Hafenpost, 4. März 2022 → source-line: Hafenpost @ 4. März 2022
    The pier was closed at night, and the yard with it.⏎⏎Fuente: Correo del Muelle, 4 de marzo de 2022 → source-line: Correo del Muelle @ 4 de marzo de 2022
    The pier was closed at night, and the yard with it.⏎⏎Источник: ТАСС, 4 марта 2022 → source-line: ТАСС @ 4 марта 2022
    The pier was closed at night, and the yard with it.⏎⏎Kaynak: Liman Postası, 4 Mart 2022 → source-line: Liman Postası @ 4 Mart 2022
    The pier was closed. It stayed so (source: Pier Post). → source-line: Pier Post
  `);
});

test('datelines', () => {
  expect(
    readings(
      'MOSCOW ITAR-TASS in English 1407 GMT 12 Mar 94\n\nThe pier was closed at night.',
      'LD1203141594 Moscow ITAR-TASS in English 1407 GMT 12 Mar 94\n\nThe pier was closed at night.',
      'SAN SALVADOR, 19 MAR 89 (RADIO MUELLE) -- The pier was closed at night.',
      'Agence France-Presse, Damascus, May 02, 2022\n\nThe pier was closed at night.',
    ),
  ).toMatchInlineSnapshot(`
    MOSCOW ITAR-TASS in English 1407 GMT 12 Mar 94⏎⏎The pier was closed at night. → source-line: ITAR-TASS @ 12 Mar 94
    LD1203141594 Moscow ITAR-TASS in English 1407 GMT 12 Mar 94⏎⏎The pier was closed at night. → source-line: ITAR-TASS @ 12 Mar 94
    SAN SALVADOR, 19 MAR 89 (RADIO MUELLE) -- The pier was closed at night. → source-line: RADIO MUELLE @ 19 MAR 89
    Agence France-Presse, Damascus, May 02, 2022⏎⏎The pier was closed at night. → source-line: Agence France-Presse @ May 02, 2022
  `);
});

test('lines that have lost their source', () => {
  expect(
    readings(
      `${AFTER}Source:`,
      `${AFTER}Source: , 4 March`,
      `${AFTER}Fuente:`,
      'The pier was closed (source: ). It opened again.',
      'Moscow in Russian 0850 GMT 13 Mar 94\n\nThe pier was closed at night.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night, and the yard with it.⏎⏎Source: → source-line: MISSING
    The pier was closed at night, and the yard with it.⏎⏎Source: , 4 March → source-line: MISSING @ 4 March
    The pier was closed at night, and the yard with it.⏎⏎Fuente: → source-line: MISSING
    The pier was closed (source: ). It opened again. → source-line: MISSING
    Moscow in Russian 0850 GMT 13 Mar 94⏎⏎The pier was closed at night. → source-line: MISSING @ 13 Mar 94
  `);
});

test('lines that name no source', () => {
  expect(
    readings(
      `${AFTER}Sources:\n\n- Pier Post, 4 March 2022\n- Quay Times, 5 March 2022`,
      `${AFTER}Sources:`,
      'Name: Pier\nSource:\nGrade: B2',
      `${AFTER}Source: Human`,
      `${AFTER}Source: /var/log/auth.log`,
      'A guard at the pier (Source: Pier Post)',
      `${AFTER}Source code: two files.`,
      'The source: an open door, as it seems.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night, and the yard with it.⏎⏎Sources:⏎⏎- Pier Post, 4 March 2022⏎- Quay Times, 5 March 2022 → note: Pier Post @ 4 March 2022 + note: Quay Times @ 5 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Sources: → none
    Name: Pier⏎Source:⏎Grade: B2 → none
    The pier was closed at night, and the yard with it.⏎⏎Source: Human → none
    The pier was closed at night, and the yard with it.⏎⏎Source: /var/log/auth.log → none
    A guard at the pier (Source: Pier Post) → none
    The pier was closed at night, and the yard with it.⏎⏎Source code: two files. → none
    The source: an open door, as it seems. → none
  `);
});

test('behind the last sentence of a line, in items', () => {
  expect(
    readings(
      '- The pier was closed. Sources: Pier Post, 4 April; Quay Times, 5 April\n- The yard was open. Source:',
      '- The pier was closed. Source: UNICEF\n- The yard was open. Source: ?',
      '3. The pier was closed.\nSource:\n\n4. The yard was open.\nSource: Reuters, 3 May',
      'The pier was closed. Source: France 24, 4 May 2023',
      'The pier was closed. Source: the yard. It opened again later.',
      'The pier was closed and two ferries were towed.\n\nSource: in Tajik 12 Oct 21',
    ),
  ).toMatchInlineSnapshot(`
    - The pier was closed. Sources: Pier Post, 4 April; Quay Times, 5 April⏎- The yard was open. Source: → source-line: Pier Post @ 4 April + source-line: Quay Times @ 5 April + source-line: MISSING
    - The pier was closed. Source: UNICEF⏎- The yard was open. Source: ? → source-line: UNICEF + source-line: MISSING
    3. The pier was closed.⏎Source:⏎⏎4. The yard was open.⏎Source: Reuters, 3 May → source-line: MISSING + source-line: Reuters @ 3 May
    The pier was closed. Source: France 24, 4 May 2023 → source-line: France 24 @ 4 May 2023
    The pier was closed. Source: the yard. It opened again later. → none
    The pier was closed and two ferries were towed.⏎⏎Source: in Tajik 12 Oct 21 → source-line: MISSING @ 12 Oct 21
  `);
});

test('newspapers that a service monitored', () => {
  expect(
    readings(
      'JN0908101290 Velika AL-MARSA in Arabic 8 Aug 90 p 1\n\nThe pier was closed at night.',
      'Velika in Arabic 8 Aug 90 p 1\n\nThe pier was closed at night.',
    ),
  ).toMatchInlineSnapshot(`
    JN0908101290 Velika AL-MARSA in Arabic 8 Aug 90 p 1⏎⏎The pier was closed at night. → source-line: AL-MARSA @ 8 Aug 90
    Velika in Arabic 8 Aug 90 p 1⏎⏎The pier was closed at night. → source-line: MISSING @ 8 Aug 90
  `);
});

const BOTH = 'Pier Post, 4 March 2022';

test('a list below a label is its list, whatever the number of the word', () => {
  expect(
    readings(
      `${AFTER}Source:\n\n- ${BOTH}\n- Quay Times, 5 March 2022\n\nThe yard was opened again.`,
      `${AFTER}Source:\n- ${BOTH}\n- https://quay.example/2022/03/04/strike`,
      `${AFTER}**Source:**\n\n- ${BOTH}`,
      `${AFTER}Source:\n\n1. ${BOTH}\n2. “The Strike,” Quay Times, 5 March 2022, p. 4`,
      `${AFTER}Source:\n\n- TASS\n- Reuters`,
      `${AFTER}Source:\n\n    ${BOTH}`,
      `${AFTER}Source:\n\n- Interview with a foreman,\n  Ostrava, 4 March 2022`,
      `${AFTER}Quelle:\n\n* Hafenpost, 4. März 2022\n* Küstenbote, 5. März 2022`,
      `${AFTER}Fuente:\n\n- Correo del Muelle, 4 de marzo de 2022`,
      `${AFTER}Источник:\n\n- ТАСС, 4 марта 2022`,
      `${AFTER}Kaynaklar:\n\n- Liman Postası, 4 Mart 2022`,
      `The pier was closed.\nSource:\n- ${BOTH}`,
      `1. The pier was closed at night.\n   Source:\n   - ${BOTH}\n2. The yard was open.`,
      `1. The pier was closed at night.\n   Source:\n   - ${BOTH}\n2. The yard was open all day.\n   Source:\n   - TASS, 5 March 2022\n3. The gate was shut.\n   Source:`,
      `- The pier was closed at night.\n\n  Source:\n\n  - ${BOTH}\n`,
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- Pier Post, 4 March 2022⏎- Quay Times, 5 March 2022⏎⏎The yard was opened again. → note: Pier Post @ 4 March 2022 + note: Quay Times @ 5 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎- Pier Post, 4 March 2022⏎- https://quay.example/2022/03/04/strike → note: Pier Post @ 4 March 2022 + note: quay.example @ https://quay.example/2022/03/04/strike url=https://quay.example/2022/03/04/strike
    The pier was closed at night, and the yard with it.⏎⏎**Source:**⏎⏎- Pier Post, 4 March 2022 → note: Pier Post @ 4 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎1. Pier Post, 4 March 2022⏎2. “The Strike,” Quay Times, 5 March 2022, p. 4 → note: Pier Post @ 4 March 2022 + note: Quay Times @ 5 March 2022 title=The Strike locator=p. 4
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- TASS⏎- Reuters → source-line: TASS + source-line: Reuters
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎    Pier Post, 4 March 2022 → note: Pier Post @ 4 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- Interview with a foreman,⏎  Ostrava, 4 March 2022 → note: Interview with a foreman @ 4 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Quelle:⏎⏎* Hafenpost, 4. März 2022⏎* Küstenbote, 5. März 2022 → note: Hafenpost @ 4. März 2022 + note: Küstenbote @ 5. März 2022
    The pier was closed at night, and the yard with it.⏎⏎Fuente:⏎⏎- Correo del Muelle, 4 de marzo de 2022 → note: Correo del Muelle @ 4 de marzo de 2022
    The pier was closed at night, and the yard with it.⏎⏎Источник:⏎⏎- ТАСС, 4 марта 2022 → note: ТАСС @ 4 марта 2022
    The pier was closed at night, and the yard with it.⏎⏎Kaynaklar:⏎⏎- Liman Postası, 4 Mart 2022 → note: Liman Postası @ 4 Mart 2022
    The pier was closed.⏎Source:⏎- Pier Post, 4 March 2022 → note: Pier Post @ 4 March 2022
    1. The pier was closed at night.⏎   Source:⏎   - Pier Post, 4 March 2022⏎2. The yard was open. → note: Pier Post @ 4 March 2022
    1. The pier was closed at night.⏎   Source:⏎   - Pier Post, 4 March 2022⏎2. The yard was open all day.⏎   Source:⏎   - TASS, 5 March 2022⏎3. The gate was shut.⏎   Source: → note: Pier Post @ 4 March 2022 + note: TASS @ 5 March 2022 + source-line: MISSING
    - The pier was closed at night.⏎⏎  Source:⏎⏎  - Pier Post, 4 March 2022⏎ → note: Pier Post @ 4 March 2022
  `);
});

test('the next item of a digest is no list', () => {
  expect(
    readings(
      `${AFTER}Source:\n\n- The yard was open all day, and the gate with it.`,
      `1. The pier was closed.\n\nSource:\n\n2. The yard was open.\n\nSource: TASS, 4 March 2022`,
      `1. The pier was closed.\n\nSource:\n\n2. Pier Post, 5 March 2022`,
      `1. The pier was closed at night.\n   Source:\n2. The yard was open.\n   Source: TASS, 4 March 2022`,
      `- The pier was closed at night.\n  Source:\n- Yard opened, 5 March 2022\n  The yard was open.`,
      `${AFTER}Source:\n\n- Yard opened, 5 March 2022\n\nSource: TASS, 6 March 2022`,
      `${AFTER}Source:\n\n- ${BOTH}: the yard was open all day\n- the gate was shut`,
      `${AFTER}Source:\n\n- ${BOTH}\n- The gate was shut all day long.`,
      `${AFTER}Source:\n\n${BOTH}\n\nThe yard was open.`,
      `${AFTER}Source:\n\n# The yard\n\n- ${BOTH}`,
      `- Source:\n\n- ${BOTH}`,
      `${AFTER}Source:`,
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- The yard was open all day, and the gate with it. → source-line: MISSING
    1. The pier was closed.⏎⏎Source:⏎⏎2. The yard was open.⏎⏎Source: TASS, 4 March 2022 → source-line: MISSING + source-line: TASS @ 4 March 2022
    1. The pier was closed.⏎⏎Source:⏎⏎2. Pier Post, 5 March 2022 → source-line: MISSING
    1. The pier was closed at night.⏎   Source:⏎2. The yard was open.⏎   Source: TASS, 4 March 2022 → source-line: MISSING + source-line: TASS @ 4 March 2022
    - The pier was closed at night.⏎  Source:⏎- Yard opened, 5 March 2022⏎  The yard was open. → source-line: MISSING
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- Yard opened, 5 March 2022⏎⏎Source: TASS, 6 March 2022 → source-line: MISSING + source-line: TASS @ 6 March 2022
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- Pier Post, 4 March 2022: the yard was open all day⏎- the gate was shut → source-line: MISSING
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎- Pier Post, 4 March 2022⏎- The gate was shut all day long. → source-line: MISSING
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎Pier Post, 4 March 2022⏎⏎The yard was open. → source-line: MISSING
    The pier was closed at night, and the yard with it.⏎⏎Source:⏎⏎# The yard⏎⏎- Pier Post, 4 March 2022 → source-line: MISSING
    - Source:⏎⏎- Pier Post, 4 March 2022 → source-line: MISSING
    The pier was closed at night, and the yard with it.⏎⏎Source: → source-line: MISSING
  `);
});

test('sources with a place, and what is left of them', () => {
  expect(
    readings(
      `${AFTER}Source: Al-Rasif (London), May 3, 2021.`,
      `${AFTER}Source:  (Qatar), May 4, 2021.`,
      `${AFTER}Sources: Al-Rasif (London), May 3, 2021; (Qatar), May 4, 2021.`,
      'GENEVA, 20 MAR 94 () -- The delegations met.',
      '(Clandestine) Radio Muelle in Spanish 0100 GMT 18 Mar 94\n\nThe pier was closed at night.',
      'MK2103083094 Moscow in Russian 21 Mar 94 p 2\n\nThe pier was closed at night.',
      ', Bamako, 5 October 2022\n\nThe pier was closed at night.',
      ', 5 octobre 2022\n\nThe pier was closed at night.',
      `${AFTER}Source: Pier Post, Moscow, in Russian 8 Oct 09 p 2`,
      `${AFTER}Source: website, in Russian 7 Oct 09`,
      `${AFTER}Source: @`,
      'The pier was closed (source: TBC). It opened again.',
      'The pier was closed (source: @). It opened again.',
      'in Spanish 1800 GMT 6 Jun 99\n\nThe pier was closed at night.',
      `${AFTER}Source: news agency, Dushanbe, in English 0911 gmt 7 Oct 09`,
      `${AFTER}Source: website of the port, 7 Oct 09`,
      ', and so on, 5 October 2022\n\nThe pier was closed at night.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night, and the yard with it.⏎⏎Source: Al-Rasif (London), May 3, 2021. → source-line: Al-Rasif @ May 3, 2021
    The pier was closed at night, and the yard with it.⏎⏎Source:  (Qatar), May 4, 2021. → source-line: MISSING @ May 4, 2021
    The pier was closed at night, and the yard with it.⏎⏎Sources: Al-Rasif (London), May 3, 2021; (Qatar), May 4, 2021. → source-line: Al-Rasif @ May 3, 2021 + source-line: MISSING @ May 4, 2021
    GENEVA, 20 MAR 94 () -- The delegations met. → source-line: MISSING @ 20 MAR 94
    (Clandestine) Radio Muelle in Spanish 0100 GMT 18 Mar 94⏎⏎The pier was closed at night. → source-line: (Clandestine) Radio Muelle @ 18 Mar 94
    MK2103083094 Moscow in Russian 21 Mar 94 p 2⏎⏎The pier was closed at night. → source-line: MISSING @ 21 Mar 94
    , Bamako, 5 October 2022⏎⏎The pier was closed at night. → source-line: MISSING @ 5 October 2022
    , 5 octobre 2022⏎⏎The pier was closed at night. → source-line: MISSING @ 5 octobre 2022
    The pier was closed at night, and the yard with it.⏎⏎Source: Pier Post, Moscow, in Russian 8 Oct 09 p 2 → source-line: Pier Post @ 8 Oct 09
    The pier was closed at night, and the yard with it.⏎⏎Source: website, in Russian 7 Oct 09 → source-line: MISSING @ 7 Oct 09
    The pier was closed at night, and the yard with it.⏎⏎Source: @ → source-line: MISSING
    The pier was closed (source: TBC). It opened again. → placeholder: MISSING
    The pier was closed (source: @). It opened again. → source-line: MISSING
    in Spanish 1800 GMT 6 Jun 99⏎⏎The pier was closed at night. → source-line: MISSING @ 6 Jun 99
    The pier was closed at night, and the yard with it.⏎⏎Source: news agency, Dushanbe, in English 0911 gmt 7 Oct 09 → source-line: MISSING @ 7 Oct 09
    The pier was closed at night, and the yard with it.⏎⏎Source: website of the port, 7 Oct 09 → none
    , and so on, 5 October 2022⏎⏎The pier was closed at night. → none
  `);
});

test('words of a source in lower case behind its label, and numbers of items from several services', () => {
  expect(
    readings(
      'The yard was open for a day.\n\nSource: Pier Monitoring research 4 May 21',
      'The yard was open for a day.\n\nSource: the yard was open',
      '944K0771A Moscow IZVESTIYA in Russian 4 Mar 94 p 2',
      '94UM0291A Kiev in Ukrainian 3 Mar 94 pp 1, 3',
      '2022 Moscow was cold in March.',
    ),
  ).toMatchInlineSnapshot(`
    The yard was open for a day.⏎⏎Source: Pier Monitoring research 4 May 21 → source-line: Pier Monitoring research @ 4 May 21
    The yard was open for a day.⏎⏎Source: the yard was open → none
    944K0771A Moscow IZVESTIYA in Russian 4 Mar 94 p 2 → source-line: IZVESTIYA @ 4 Mar 94
    94UM0291A Kiev in Ukrainian 3 Mar 94 pp 1, 3 → source-line: MISSING @ 3 Mar 94
    2022 Moscow was cold in March. → none
  `);
});

test('who made a figure', () => {
  expect(
    readings(
      'The yard was open for a day.\n\nSource: Graphic prepared by Guild, based on annual acts.',
      'The yard was open for a day.\n\nSource: Guild analysis of data of the port.',
      'The yard was open for a day.\n\nSource: Compiled by the author.',
      'The yard was open for a day.\n\nSource: analysis of the port',
    ),
  ).toMatchInlineSnapshot(`
    The yard was open for a day.⏎⏎Source: Graphic prepared by Guild, based on annual acts. → source-line: Guild
    The yard was open for a day.⏎⏎Source: Guild analysis of data of the port. → source-line: Guild
    The yard was open for a day.⏎⏎Source: Compiled by the author. → source-line: Compiled by the author.
    The yard was open for a day.⏎⏎Source: analysis of the port → none
  `);
});
