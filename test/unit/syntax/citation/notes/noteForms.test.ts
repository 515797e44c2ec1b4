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
    note: Hafenpost @ 28.2.2022 title=Hafen geschlossen
    note: Hafenpost @ Ebd., S. 4. title=Hafen geschlossen locator=S. 4 repeat
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

test('titles in reversed quotation marks, and the outlet behind “in”', () => {
  expect(
    notes(
      'Vgl. »Ebbe und Flut«, in: Küstenbote, 17. Juni 2022.',
      '»Häfen im Juni«, in: , 24. Juni 2022, S. 3.',
      '« Marée basse », dans La Digue, 4 mai 2022.',
      '« Marée basse », dans , 4 mai 2022.',
      '„Ebbe“, in: , 4. Mai 2022.',
      '“Low Tide,” in Harbour Review, 4 May 2022, p. 4.',
      'In Aden, 4 May 2022, the fleet was lost.',
    ),
  ).toMatchInlineSnapshot(`
    note: Küstenbote @ 17. Juni 2022 title=Ebbe und Flut
    note: MISSING @ 24. Juni 2022 locator=S. 3
    note: La Digue @ 4 mai 2022 title=Marée basse
    note: MISSING @ 4 mai 2022
    note: MISSING @ 4. Mai 2022
    note: Harbour Review @ 4 May 2022 title=Low Tide locator=p. 4
  `);
});

test('the kind of a source alone before its date', () => {
  expect(
    notes(
      'TV, September 8, 2021.',
      'News agency (Damascus), 8 September 2021.',
      'Radio, in Russian 8 September 2021.',
      'Pier TV, September 8, 2021.',
      'Television is watched by most.',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING @ September 8, 2021
    note: MISSING @ 8 September 2021
    note: MISSING @ 8 September 2021
    note: Pier TV @ September 8, 2021
  `);
});

test('glued numbers behind the quotation marks of other languages, and none in addresses', () => {
  const list = '\n\nNotes\n\n1 AFP, May 3, 2022.\n\n2 RFI, May 4, 2022.\n\n3 https://pier.example/rep12/text';
  expect(
    readings(
      `Er sprach von einer »Blockade«.1 Sie nannte es „Ebbe“.2 Es war still.3${list}`,
      `Er sprach von einer »Blockade«1 und von „Ebbe“2, wie es hieß.3${list}`,
      `It closed.1 It opened.2 See https://pier.example/page4 and www.pier.example/page5.${list}`,
    ),
  ).toMatchInlineSnapshot(`
    Er sprach von einer »Blockade«.1 Sie nannte es „Ebbe“.2 Es war still.3⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 https://pier.example/rep12/text → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: pier.example url=https://pier.example/rep12/text
    Er sprach von einer »Blockade«1 und von „Ebbe“2, wie es hieß.3⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 https://pier.example/rep12/text → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: pier.example url=https://pier.example/rep12/text
    It closed.1 It opened.2 See https://pier.example/page4 and www.pier.example/page5.⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 https://pier.example/rep12/text → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: pier.example url=https://pier.example/rep12/text
  `);
});

test('a glued number far beyond the notes is lost only where nothing else can stand', () => {
  const list = '\n\nNotes\n\n1 AFP, May 3, 2022.\n\n2 RFI, May 4, 2022.';
  expect(
    readings(
      `It closed.1 It opened.2 The owner left.23 No one knew.${list}`,
      `It closed.1 It opened.2 They called it “a war of no one’s making”.19${list}`,
      `It closed.1 It opened.2 See vol.23 The text is long. It has fig.19 Another one. The owner23 left. It rose.230 No one.${list}`,
    ),
  ).toMatchInlineSnapshot(`
    It closed.1 It opened.2 The owner left.23 No one knew.⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022. → note: MISSING no-note + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed.1 It opened.2 They called it “a war of no one’s making”.19⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022. → note: MISSING no-note + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed.1 It opened.2 See vol.23 The text is long. It has fig.19 Another one. The owner23 left. It rose.230 No one.⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
  `);
});

test('a list of actions in another form is no list of notes', () => {
  const notesOf = (first: number) => `${first} AFP, May 3, 2022.\n${first + 1} RFI, May 4, 2022.`;
  expect(
    readings(
      `# One\n\nIt closed.1 It opened.2\n\n${notesOf(1)}\n\n# Two\n\nIt sank.3 It rose.4\n\n${notesOf(3)}\n\n# Actions\n\n1. Pay the guards.\n2. Mend the pump.`,
    ),
  ).toMatchInlineSnapshot(
    `# One⏎⏎It closed.1 It opened.2⏎⏎1 AFP, May 3, 2022.⏎2 RFI, May 4, 2022.⏎⏎# Two⏎⏎It sank.3 It rose.4⏎⏎3 AFP, May 3, 2022.⏎4 RFI, May 4, 2022.⏎⏎# Actions⏎⏎1. Pay the guards.⏎2. Mend the pump. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022`,
  );
});

test('pages in a marker', () => {
  const list = '\n\n## Notes\n\n[1] AFP, May 3, 2022.\n[2] RFI, May 4, 2022.';
  expect(
    readings(
      `It closed [1, p. 15]. It opened [2, с. 7–9].${list}`,
      `It closed [1, p. 15; 2, S. 3]. It sank.[3, p. 4]${list}`,
      `It closed [1]. It opened [2]. The range is [1, 15] and [p. 15].${list}`,
    ),
  ).toMatchInlineSnapshot(`
    It closed [1, p. 15]. It opened [2, с. 7–9].⏎⏎## Notes⏎⏎[1] AFP, May 3, 2022.⏎[2] RFI, May 4, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed [1, p. 15; 2, S. 3]. It sank.[3, p. 4]⏎⏎## Notes⏎⏎[1] AFP, May 3, 2022.⏎[2] RFI, May 4, 2022. → note: MISSING no-note + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed [1]. It opened [2]. The range is [1, 15] and [p. 15].⏎⏎## Notes⏎⏎[1] AFP, May 3, 2022.⏎[2] RFI, May 4, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
  `);
});

test('numbers in paragraphs of their own above their notes are not empty', () => {
  const words = ['AFP, “Closed,” May 3, 2022.', 'RFI, “Open,” May 4, 2022.'];
  expect(
    readings(
      `It closed.[1] It opened.[2]\n\nNotes\n\n[1]\n\n${words[0]}\n\n[2]\n\n${words[1]}`,
      `It closed.[1] It opened.[2]\n\nNotes\n\n[1] ${words[0]}\n\n[2]\n\n© Pier Institute, 2022. All rights reserved.`,
    ),
  ).toMatchInlineSnapshot(`
    It closed.[1] It opened.[2]⏎⏎Notes⏎⏎[1]⏎⏎AFP, “Closed,” May 3, 2022.⏎⏎[2]⏎⏎RFI, “Open,” May 4, 2022. → note: AFP @ May 3, 2022 title=Closed + note: RFI @ May 4, 2022 title=Open
    It closed.[1] It opened.[2]⏎⏎Notes⏎⏎[1] AFP, “Closed,” May 3, 2022.⏎⏎[2]⏎⏎© Pier Institute, 2022. All rights reserved. → note: AFP @ May 3, 2022 title=Closed + note: MISSING empty-note
  `);
});

test('addresses with spelled dots', () => {
  expect(
    notes(
      'https://www dot facebook.com/pier.watch/posts/12',
      'https://harborstandingwatch dot example/2022/05/04/pier',
      'https://ru dot pier-news dot example/a; https://t dot me/pier/4',
    ),
  ).toMatchInlineSnapshot(`
    note: facebook.com/pier.watch url=https://www.facebook.com/pier.watch/posts/12
    note: harborstandingwatch.example @ https://harborstandingwatch dot example/2022/05/04/pier url=https://harborstandingwatch.example/2022/05/04/pier
    note: ru.pier-news.example url=https://ru.pier-news.example/a
    note: t.me/pier url=https://t.me/pier/4
  `);
});

test('what ends the page below the notes hides no list, and prose does', () => {
  const text = 'It closed.[1] It opened.[2]\n\n[1] AFP, May 3, 2022.\n[2] RFI, May 4, 2022.';
  const glued = '# One\n\nIt closed.1 It opened.2\n\n1. AFP, May 3, 2022.\n2. RFI, May 4, 2022.';
  const prose = 'The yard was sold to a firm that no one in the town had heard of. '.repeat(6).trim();
  expect(
    readings(
      `${text}\n\nContact: press@pier.example\n\n© 2022 Pier Institute. All rights reserved.`,
      `${glued}\n\n© 2022 Pier Institute. All rights reserved.`,
      `${glued}\n\nNothing else is known.\n\n# Two\n\nIt sank.`,
    ),
  ).toMatchInlineSnapshot(`
    It closed.[1] It opened.[2]⏎⏎[1] AFP, May 3, 2022.⏎[2] RFI, May 4, 2022.⏎⏎Contact: press@pier.example⏎⏎© 2022 Pier Institute. All rights reserved. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    # One⏎⏎It closed.1 It opened.2⏎⏎1. AFP, May 3, 2022.⏎2. RFI, May 4, 2022.⏎⏎© 2022 Pier Institute. All rights reserved. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    # One⏎⏎It closed.1 It opened.2⏎⏎1. AFP, May 3, 2022.⏎2. RFI, May 4, 2022.⏎⏎Nothing else is known.⏎⏎# Two⏎⏎It sank. → none
  `);
  expect(reading(`${text}\n\n${prose}`)).toMatchInlineSnapshot(`none`);
});

test('a list under a heading of any language', () => {
  expect(
    readings(
      ...[
        'Список литературы',
        'Bibliographie',
        'Fußnoten',
        'Notas al pie',
        'Przypisy',
        'Джерела',
        'Bronnen',
        'Note',
      ].map((heading) => `It closed [1, с. 15].\n\n${heading}\n\n1. AFP, May 3, 2022.`),
    ),
  ).toMatchInlineSnapshot(`
    It closed [1, с. 15].⏎⏎Список литературы⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Bibliographie⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Fußnoten⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Notas al pie⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Przypisy⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Джерела⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Bronnen⏎⏎1. AFP, May 3, 2022. → note: AFP @ May 3, 2022
    It closed [1, с. 15].⏎⏎Note⏎⏎1. AFP, May 3, 2022. → none
  `);
});

test('databases with the words of a record, and a place that is left of a source', () => {
  expect(
    notes(
      'PierControl, company card 38122741, accessed 18 May 2021.',
      'Accessed 18 May 2021.',
      '(Egypt)',
      '(Emphasis added.)',
    ),
  ).toMatchInlineSnapshot(`
    note: PierControl accessed=accessed 18 May 2021
    note: MISSING
    note: MISSING
  `);
});

test('markers between sentences, where a house puts a space before them', () => {
  const list = '\n\n[1] AFP, May 3, 2022.\n[2] RFI, May 4, 2022.';
  expect(
    readings(
      `It closed. [1] It opened. [2] It sank. [14] No one knew.${list}`,
      `It closed.[1] It opened.[2] It sank. [14] No one knew.${list}`,
    ),
  ).toMatchInlineSnapshot(`
    It closed. [1] It opened. [2] It sank. [14] No one knew.⏎⏎[1] AFP, May 3, 2022.⏎[2] RFI, May 4, 2022. → note: MISSING no-note + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed.[1] It opened.[2] It sank. [14] No one knew.⏎⏎[1] AFP, May 3, 2022.⏎[2] RFI, May 4, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
  `);
});
