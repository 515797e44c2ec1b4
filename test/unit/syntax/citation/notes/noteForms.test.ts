/** How houses write what stands in their notes: one kind a test. docs/format.md, 2.2. */
import { expect, test } from 'vitest';
import { reading, readings } from '../../../support/readings.ts';

/** Each note of a brief with its citations. */
const notes = (...items: readonly string[]) => {
  const markers = items.map((_, index) => `The pier was closed.[${index + 1}]`).join(' ');
  return reading(`${markers}\n\nNotes\n\n${items.map((item, index) => `[${index + 1}] ${item}`).join('\n\n')}`)
    .split(' + ')
    .join('\n');
};

test('fields separated by semicolons, with and without portion markings', () => {
  expect(
    notes(
      '(S//NF) Harbor Office; HO-314/01-21; 8 MAR 2021; DOI 6 MAR 2021; (U) “Two Ships”; (S//NF) a pilot with direct access',
      '(U) Quay Images; Commercial image; 9 MAR 2021',
      'Pier TV; “Ferry Towed”; 12 MAR 2021; https://pier.example/ferry',
      '(U) ; ; 13 MAR 2021',
      '(U) Dawn, May 3, 2021.',
      'AFP, May 3; RFI, May 4; Dawn, May 5, 2021.',
    ),
  ).toMatchInlineSnapshot(`
    note: Harbor Office @ 8 MAR 2021 title=Two Ships
    note: Quay Images @ 9 MAR 2021
    note: Pier TV @ 12 MAR 2021 title=Ferry Towed url=https://pier.example/ferry
    note: MISSING @ 13 MAR 2021
    note: Dawn @ May 3, 2021
    note: AFP @ May 3
    note: RFI @ May 4
    note: Dawn @ May 5, 2021
  `);
});

test('parts separated by stops or slashes', () => {
  expect(
    notes(
      '^ "The strike". Pier News. 5 March 2022. Retrieved 6 March 2022.',
      '^ a b Vale, Ann (4 March 2022). "Ferry towed". The Quay.',
      '↑ "The yard". Pier News. 6 March 2022.',
      '↑ Jump up to: a b "The crane". Pier News. 7 March 2022.',
      'Hochspringen nach: a b "The crane". . 8 March 2022.',
      '↑ Jump up to: a b',
      'Windward, data retrieved January 2023.',
      'Порт вырос на треть // Интерфакс. 03.05.2023.',
      'Иванов И. Порт // Коммерсантъ, 4 мая 2023 г. URL: https://pier.example/a (дата обращения: 05.05.2023).',
    ),
  ).toMatchInlineSnapshot(`
    note: Pier News @ 5 March 2022 title=The strike accessed=Retrieved 6 March 2022
    note: The Quay @ 4 March 2022 title=Ferry towed author=Vale, Ann
    note: Pier News @ 6 March 2022 title=The yard
    note: Pier News @ 7 March 2022 title=The crane
    note: MISSING @ 8 March 2022 title=The crane
    note: MISSING empty-note
    note: Windward accessed=data retrieved January 2023
    note: Интерфакс @ 03.05.2023 title=Порт вырос на треть
    note: Коммерсантъ @ 4 мая 2023 г title=Иванов И. Порт url=https://pier.example/a
  `);
});

test('unpublished documents', () => {
  expect(
    notes(
      'Letter dated 12 July 2022 from the Group to the port authority.',
      'Satellite imagery of May 13, 2021, on file with Harbor Watch.',
      'Confidential report of a shipping company, on file with the Secretariat.',
      'Harbor Watch letter to the minister, August 2, 2021.',
      'Court transcript, September 9, 2020.',
      'Guild, Annual report, 3 May 2021.',
      'The letter of 12 July 2022 was never answered.',
      'Documents seen in May 2022 were burned.',
    ),
  ).toMatchInlineSnapshot(`
    note: Letter @ 12 July 2022
    note: Satellite imagery @ May 13, 2021
    note: Confidential report of a shipping company
    note: Harbor Watch letter to the minister @ August 2, 2021
    note: Court transcript @ September 9, 2020
    note: Guild @ 3 May 2021
  `);
});

test('other languages: ibid., lead-ins, talks, numbers of issues', () => {
  expect(
    notes(
      '»Hafen geschlossen«, Hafenpost, 28.2.2022.',
      'Ebd., S. 4.',
      'Vgl. Anna Wal, Der Hafen, Berlin: SWP, Januar 2022, S. 12.',
      'Entretien avec un pilote, Bamako, mars 2022.',
      'A. Quai, « Les ports du fleuve », Revue du port, vol. 87, n° 2, 2022, p. 45.',
      'Rozmowa z pilotem, Gdynia, październik 2021.',
      'Tamże.',
      'Интервью с лоцманом, Баку, апрель 2023 г.',
      'Там же.',
      'Cfr. G. Molo, “Addio al porto”, Limes, 3 marzo 2022.',
      'Anna Wal (note 3), p. 12; and Pier Council, S/2022/600, 5 Aug. 2022.',
      'Wal, Der Hafen, 31.',
    ),
  ).toMatchInlineSnapshot(`
    note: Hafenpost @ 28.2.2022
    note: Hafenpost @ Ebd., S. 4. locator=S. 4 repeat
    note: Berlin: SWP @ Januar 2022 locator=S. 12
    note: Entretien avec un pilote @ mars 2022
    note: Revue du port @ 2022 title=Les ports du fleuve author=A. Quai locator=p. 45
    note: Rozmowa z pilotem @ październik 2021
    note: Rozmowa z pilotem @ Tamże. repeat
    note: Интервью с лоцманом @ апрель 2023
    note: Интервью с лоцманом @ Там же. repeat
    note: Limes @ 3 marzo 2022 title=Addio al porto author=G. Molo
    note: – locator=p. 12 repeat
    note: Pier Council @ 5 Aug. 2022
    note: Wal repeat
  `);
});

test('laws, and reports with a number', () => {
  expect(
    notes(
      'Pub. L. No. 116-260, div. K, 134 Stat. 1182 (2020).',
      'CRS In Focus IF11797, Harbor Policy, by A. N. Other.',
      'Council Decision 2022/356, L67, 2 Mar. 2022.',
      'Quay 24, 4 March 2022.',
      'S.J.Res. 31, 117th Congress, December 7, 2021.',
      'Complaint ¶ 14.',
      'Dkt. 45 at 3.',
      'ECF No. 12-1, at 4.',
      'The navy calls it an “end item” that is ready for use.',
    ),
  ).toMatchInlineSnapshot(`
    note: Pub. L. No. 116-260 @ 2020
    note: CRS In Focus IF11797
    note: Council Decision 2022/356 @ 2 Mar. 2022
    note: Quay 24 @ 4 March 2022
    note: S.J.Res. 31 @ December 7, 2021
    note: Complaint ¶ 14
    note: Dkt. 45 at 3
    note: ECF No. 12-1
  `);
});

test('names that were deleted', () => {
  expect(
    notes(
      'Harbor Watch interview with , Goz Beïda, June 4, 2021.',
      'Harbor Watch interview, , 11 January 2022.',
      ', Pier Road Blocked, 12 May 2021, url',
      '(2020), The Port of Velika',
      ', HO-21-105 (Washington, D.C.: Mar. 3, 2021).',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING @ June 4, 2021
    note: MISSING @ 11 January 2022
    note: MISSING @ 12 May 2021
    note: MISSING
    note: MISSING @ Mar. 3, 2021
  `);
});

test('notes on one line, and notes where they are used', () => {
  expect(
    readings(
      'It closed.[1] It opened.[2] It sank.[3]\n\n[1] https://a.example/1 [2] https://b.example/2; https://c.example/3 [3]',
      'It closed.[1] It opened.[2]\n\n[1] AFP, May 3, 2022, as in [2] below.\n[2] RFI, May 4, 2022.',
      'It closed.footnote:[AFP, 4 May 2024.] It opened.footnote:[]',
    ),
  ).toMatchInlineSnapshot(`
    It closed.[1] It opened.[2] It sank.[3]⏎⏎[1] https://a.example/1 [2] https://b.example/2; https://c.example/3 [3] → note: a.example url=https://a.example/1 + note: b.example url=https://b.example/2 + note: c.example url=https://c.example/3 + note: MISSING empty-note
    It closed.[1] It opened.[2]⏎⏎[1] AFP, May 3, 2022, as in [2] below.⏎[2] RFI, May 4, 2022. → note: RFI @ May 4, 2022
    It closed.footnote:[AFP, 4 May 2024.] It opened.footnote:[] → note: AFP @ 4 May 2024 + note: MISSING empty-note
  `);
});

test('numbers behind a space, where a house writes them so', () => {
  const list = '\n\n[11] AFP, Pier closed, 14 June 2022\n[12] RFI, Pier opened, 20 June 2022';
  expect(
    readings(
      `It closed in June [11]. It opened again [12]. It sank [19].${list}`,
      `It closed in June.[11] It opened again.[12] It is the largest of Table [19].${list}`,
    ),
  ).toMatchInlineSnapshot(`
    It closed in June [11]. It opened again [12]. It sank [19].⏎⏎[11] AFP, Pier closed, 14 June 2022⏎[12] RFI, Pier opened, 20 June 2022 → note: MISSING no-note + note: AFP @ 14 June 2022 + note: RFI @ 20 June 2022
    It closed in June.[11] It opened again.[12] It is the largest of Table [19].⏎⏎[11] AFP, Pier closed, 14 June 2022⏎[12] RFI, Pier opened, 20 June 2022 → note: AFP @ 14 June 2022 + note: RFI @ 20 June 2022
  `);
});

test('glued numbers: one without a note does not hide those behind it, and a year or a name may stand before one', () => {
  const list = '\n\nNotes\n\n1 AFP, May 3, 2022.\n\n2 RFI, May 4, 2022.\n\n3 Dawn, May 5, 2022.\n\n4 Efe, May 6, 2022.';
  expect(readings(`It closed.1 It opened.7 It sank.2 We asked in May.3 No one came.4${list}`)).toMatchInlineSnapshot(
    `It closed.1 It opened.7 It sank.2 We asked in May.3 No one came.4⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 Dawn, May 5, 2022.⏎⏎4 Efe, May 6, 2022. → note: MISSING no-note + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: Dawn @ May 5, 2022 + note: Efe @ May 6, 2022`,
  );
});

test('definitions and notes in one list', () => {
  expect(
    reading(
      'The pier was closed.[1] It opened.[2] It closed.[4]\n\n## Notes\n\n[1]: https://pier.example/a\n[2] AFP, May 3, 2022.\n[3]: https://pier.example/b\n[4] “Low Tide,” , May 4, 2022.',
    ).replaceAll(' + ', '\n'),
  ).toMatchInlineSnapshot(`
    note: pier.example url=https://pier.example/a
    note: AFP @ May 3, 2022
    note: MISSING @ May 4, 2022 title=Low Tide
  `);
});

test('markers and notes that are links to one another, raised numbers behind a space, emptied markers', () => {
  expect(
    readings(
      'The pier was closed.[1](#footnote-1) It opened.[2](#footnote-2)\n\n[1](#footnote-anchor-1) AFP, May 3, 2022.',
      'The pier was closed.[1](#fn1)\n\n## Notes\n\n1. AFP, May 3, 2022.',
      'The pier was closed, see [1](#one) and [Notes](#footnotes).',
      'The pier was closed.[1](#notes-on-method) It opened.',
      'The pier was closed.¹ ²\nIt opened. ³\n\n## Notes\n\n¹ AFP, May 3, 2022.\n² RFI, May 4, 2022.\n³ EFE, May 5, 2022.',
      'The pier is 15 km ² large.¹\n\n## Notes\n\n¹ AFP, May 3, 2022.\n² RFI, May 4, 2022.',
      'The pier was closed.[1] It opened.[ ]\n\n## Notes\n\n[1] AFP, May 3, 2022.',
      'The pier was closed.[1] It opened.\n- [ ] call the yard\n\n## Notes\n\n[1] AFP, May 3, 2022.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed.[1](#footnote-1) It opened.[2](#footnote-2)⏎⏎[1](#footnote-anchor-1) AFP, May 3, 2022. → note: MISSING no-note + note: AFP @ May 3, 2022
    The pier was closed.[1](#fn1)⏎⏎## Notes⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    The pier was closed, see [1](#one) and [Notes](#footnotes). → none
    The pier was closed.[1](#notes-on-method) It opened. → none
    The pier was closed.¹ ²⏎It opened. ³⏎⏎## Notes⏎⏎¹ AFP, May 3, 2022.⏎² RFI, May 4, 2022.⏎³ EFE, May 5, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: EFE @ May 5, 2022
    The pier is 15 km ² large.¹⏎⏎## Notes⏎⏎¹ AFP, May 3, 2022.⏎² RFI, May 4, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    The pier was closed.[1] It opened.[ ]⏎⏎## Notes⏎⏎[1] AFP, May 3, 2022. → note: MISSING unclosed-marker + note: AFP @ May 3, 2022
    The pier was closed.[1] It opened.⏎- [ ] call the yard⏎⏎## Notes⏎⏎[1] AFP, May 3, 2022. → note: AFP @ May 3, 2022
  `);
});

test('notes in which only the words around a source are left', () => {
  expect(
    notes(
      'See .',
      'Vgl. .',
      'Available at: https://',
      'Retrieved from .',
      'Accessed May 4, 2022.',
      'TK',
      'Source?',
      'Link.',
      'pp. 12-14.',
      '(London: Quay, 2013), p. 60.',
      't.me/',
      'https://pier.example/2022/ferry-to...',
      'Error! Hyperlink reference not valid.',
      'Source: , 4 May 2022',
      'Telegram channel , May 4, 2022.',
      '@, X, May 4, 2022.',
      'Facebook.com/, May 4, 2022.',
      'Ann Vale, , January 12, 2022.',
      '; Reuters, May 3, 2022.',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING empty-note
    note: MISSING empty-note
    note: MISSING empty-note
    note: MISSING
    note: MISSING
    note: MISSING empty-note
    note: MISSING empty-note
    note: MISSING empty-note
    note: MISSING
    note: MISSING @ 2013 locator=p. 60
    note: MISSING
    note: MISSING
    placeholder: MISSING
    note: MISSING @ 4 May 2022
    note: MISSING @ May 4, 2022
    note: MISSING @ May 4, 2022
    note: MISSING @ May 4, 2022
    note: MISSING @ January 12, 2022
    note: MISSING
    note: Reuters @ May 3, 2022
  `);
});

test('notes that are whole, and comments', () => {
  expect(
    notes(
      'Source: Reuters, 4 May 2022',
      'Reuters, , May 4, 2022.',
      '[](https://pier.example/ferry)',
      'See the annex.',
      'Sources in the port.',
      'Accessed May 4, 2022, when the page still had two parts.',
      'Vale, Low Tide (London: Quay, 2013), p. 60.',
      'Links of the chain.',
      'https://pier.example/2022/ferry',
    ),
  ).toMatchInlineSnapshot(`
    note: Reuters @ 4 May 2022
    note: Reuters @ May 4, 2022
    note: pier.example url=https://pier.example/ferry
    note: Vale locator=p. 60
    note: pier.example url=https://pier.example/2022/ferry
  `);
});
