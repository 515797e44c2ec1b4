/** What a source or an address leaves behind when a part of it was cut, and dates and names that few houses write: docs/format.md, 2.1, 2.2 and 2.8. */
import { expect, test } from 'vitest';
import { itemReadings, reading, readings } from '../../support/readings.ts';

/** The citations of notes that a brief points to, one a line. */
const notes = (...items: readonly string[]) => {
  const markers = items.map((_, index) => `The pier was closed.[${index + 1}]`).join(' ');
  return reading(`${markers}\n\nNotes\n\n${items.map((item, index) => `[${index + 1}] ${item}`).join('\n')}`)
    .split(' + ')
    .join('\n');
};

test('columns of a record and questions of a hearing behind the year', () => {
  expect(
    itemReadings(
      'HL Deb, 3 May 2022, c. 41',
      'HC Deb 3 May 2022 c187',
      'Ports Committee, 3 May 2022, Q3–Q7',
      'TASS, c. 2010',
    ),
  ).toMatchInlineSnapshot(`
    (HL Deb, 3 May 2022, c. 41) → HL Deb @ 3 May 2022 locator=c. 41
    (HC Deb 3 May 2022 c187) → HC Deb @ 3 May 2022 locator=c187 !no-comma
    (Ports Committee, 3 May 2022, Q3–Q7) → Ports Committee @ 3 May 2022 locator=Q3–Q7
    (TASS, c. 2010) → none
  `);
});

test('the kind of an outlet whose name was deleted', () => {
  expect(
    itemReadings('Radio , 8 March 2022', 'newspaper , 8 March 2022', 'Radio, 8 March 2022'),
  ).toMatchInlineSnapshot(`
    (Radio , 8 March 2022) → MISSING @ 8 March 2022
    (newspaper , 8 March 2022) → MISSING @ 8 March 2022
    (Radio, 8 March 2022) → Radio @ 8 March 2022
  `);
});

test('a stand-in for the person of a talk; a name that is withheld is none', () => {
  expect(
    itemReadings(
      'interview with XXX, March 2021',
      'author interview with [name], 4 May 2022',
      'Gespräch mit ???, 4. Mai 2022',
      'interview with [name withheld], 4 May 2022',
    ),
  ).toMatchInlineSnapshot(`
    (interview with XXX, March 2021) → MISSING @ March 2021
    (author interview with [name], 4 May 2022) → MISSING @ 4 May 2022
    (Gespräch mit ???, 4. Mai 2022) → MISSING @ 4. Mai 2022
    (interview with [name withheld], 4 May 2022) → none
  `);
  expect(notes('Interview with TK, Kyiv, May 2022.')).toMatchInlineSnapshot(`note: MISSING @ May 2022`);
});

test('outlets that go by what they are', () => {
  expect(
    itemReadings(
      'presidential website, 12 Apr 21',
      'pro-government newspaper, 12 April 2021',
      'state news agency, April 12',
      'new website, April 12',
      'on television, April 12',
    ),
  ).toMatchInlineSnapshot(`
    (presidential website, 12 Apr 21) → presidential website @ 12 Apr 21
    (pro-government newspaper, 12 April 2021) → pro-government newspaper @ 12 April 2021
    (state news agency, April 12) → state news agency @ April 12
    (new website, April 12) → none
    (on television, April 12) → none
  `);
});

test('an acronym without a date', () => {
  expect(itemReadings('QRCS n.d.', 'QRCS, n.d.', 'Vale, n.d.')).toMatchInlineSnapshot(`
    (QRCS n.d.) → QRCS
    (QRCS, n.d.) → QRCS
    (Vale, n.d.) → none
  `);
});

test('seasons are dates behind an outlet', () => {
  expect(
    itemReadings(
      'Reuters, Spring 2021',
      'Harbor Times, Winter 2021–22',
      'dpa, Herbst 2021',
      ', Fall 2021',
      'Kherson, autumn 2022',
      'spring 2021',
    ),
  ).toMatchInlineSnapshot(`
    (Reuters, Spring 2021) → Reuters @ Spring 2021
    (Harbor Times, Winter 2021–22) → Harbor Times @ Winter 2021–22
    (dpa, Herbst 2021) → dpa @ Herbst 2021
    (, Fall 2021) → MISSING @ Fall 2021
    (Kherson, autumn 2022) → none
    (spring 2021) → none
  `);
  expect(notes('Ann Vale, “Low Tide,” Survival, Autumn 2021, p. 5.')).toMatchInlineSnapshot(
    `note: Survival @ Autumn 2021 title=Low Tide author=Ann Vale locator=p. 5`,
  );
});

test('an address that was cut off behind a source, or at the end of a line', () => {
  expect(
    notes(
      'Reuters, “Ships Lost,” May 3, 2022, https://',
      'Port Office (2022), ‘Low Tide’, 15 June 2022, https://pier.',
      'Reuters, “Ships Lost,” May 3, 2022, https://pier.example/a',
    ),
  ).toMatchInlineSnapshot(`
    note: Reuters @ May 3, 2022 title=Ships Lost
    note: MISSING no-address
    note: Port Office @ 15 June 2022 title=Low Tide author=Port Office
    note: MISSING no-address
    note: Reuters @ May 3, 2022 title=Ships Lost url=https://pier.example/a
  `);
  expect(readings('The pier was closed. Source: https://www.')).toMatchInlineSnapshot(
    `The pier was closed. Source: https://www. → source-line: MISSING`,
  );
});

test('the gap of an outlet shows, though an address stands behind it', () => {
  expect(
    notes(
      '“Ships Lost,” , May 3, 2022, https://pier.example/a.',
      ', May 3, 2022, https://pier.example/b.',
      '“Ships Lost,” May 3, 2022, https://pier.example/c.',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING @ May 3, 2022 title=Ships Lost
    note: pier.example url=https://pier.example/a
    note: MISSING @ May 3, 2022
    note: pier.example url=https://pier.example/b
    note: pier.example @ May 3, 2022 title=Ships Lost url=https://pier.example/c
  `);
});

test('author and year first, with the whole date behind the title', () => {
  expect(
    notes(
      'Reuters (2022), ‘Stations at sea’, 22 October 2022, https://pier.example/a (accessed 3 Jan. 2023).',
      'Vale, J. (2023), ‘Pipe by pipe’, Harbor Survey, 66(4), 27 January 2023.',
    ),
  ).toMatchInlineSnapshot(`
    note: Reuters @ 22 October 2022 title=Stations at sea author=Reuters url=https://pier.example/a
    note: Harbor Survey @ 27 January 2023 title=Pipe by pipe author=Vale, J.
  `);
});

test('the kind of a text between title and date', () => {
  expect(
    notes(
      'Guild, « Statement », communiqué de presse, 3 mai 2022.',
      'Guild, «Statement», nota de prensa, 3 de mayo de 2022.',
    ),
  ).toMatchInlineSnapshot(`
    note: Guild @ 3 mai 2022 title=Statement
    note: Guild @ 3 de mayo de 2022 title=Statement
  `);
});

test('“as above” repeats the note before it', () => {
  expect(notes('Reuters, May 3, 2022.', 'As above, p. 4.')).toMatchInlineSnapshot(`
    note: Reuters @ May 3, 2022
    note: Reuters @ As above, p. 4. locator=p. 4 repeat
  `);
});

test('an emptied item between author and year', () => {
  expect(
    readings(
      'It fell (Vale and Kroft, 2018; ; 2020, p. 12).\n\nReferences\n\nVale, Ann. 2018. Low Tide. Ostrava: Pier Press.\nGuild of Ports. 2020. Harbor Lights. Gdynia: Guild. June.',
    ),
  ).toMatchInlineSnapshot(
    `It fell (Vale and Kroft, 2018; ; 2020, p. 12).⏎⏎References⏎⏎Vale, Ann. 2018. Low Tide. Ostrava: Pier Press.⏎Guild of Ports. 2020. Harbor Lights. Gdynia: Guild. June. → author-date: Vale and Kroft @ 2018 author=Vale and Kroft + author-date: MISSING @ 2020 locator=p. 12 + note: Pier Press @ 2018 title=Low Tide author=Vale, Ann + note: Guild @ 2020 title=Harbor Lights author=Guild of Ports`,
  );
});

test('glued numbers behind a quotation mark that stands apart', () => {
  expect(
    reading(
      'Elle parle de pannes.1 Le port est « fermé ».2 La digue est « haute ».4\n\nNotes\n\n1. AFP, 3 mai 2022.\n2. RFI, 4 mai 2022.',
    ),
  ).toMatchInlineSnapshot(`note: MISSING no-note + note: AFP @ 3 mai 2022 + note: RFI @ 4 mai 2022`);
});

test('several symbols of documents, one of them cut off', () => {
  expect(
    itemReadings(
      'S/2022/754, S/2021/655 and S/2020/77',
      'see S/2022/754, paras. 40–44, and S/2021/, para. 12',
      'A/2 and B/3',
    ),
  ).toMatchInlineSnapshot(`
    (S/2022/754, S/2021/655 and S/2020/77) → S/2022/754 + S/2021/655 + S/2020/77
    (see S/2022/754, paras. 40–44, and S/2021/, para. 12) → S/2022/754 locator=paras. 40–44 + MISSING
    (A/2 and B/3) → none
  `);
  expect(notes('S/2022/754, para. 3, and S/2021/44, para. 12.', 'S/2022/754 and S/2021/.')).toMatchInlineSnapshot(`
    note: S/2022/754
    note: S/2021/44
    note: S/2022/754
    note: MISSING @ 2021
  `);
});

test('notes of who stays unnamed', () => {
  expect(
    notes(
      'Member State information.',
      'Information provided by two Member States.',
      'Confidential sources.',
      'Information about ports is scarce.',
    ),
  ).toMatchInlineSnapshot(`
    note: Member State information
    note: Information provided by two Member States
    note: Confidential sources
  `);
});

test('what a document is, in lower case between its house and its date', () => {
  expect(
    notes('Ports Research, field documentation, October 2022.', 'The harbor opened, closed again, May 3, 2022.'),
  ).toMatchInlineSnapshot(`note: Ports Research @ October 2022`);
});

test('an address without a scheme is one in notes', () => {
  expect(
    notes('Port traffic, enkorr, 4.10.2021, pier.example.org/news/2471.', 'Either and/or nothing.'),
  ).toMatchInlineSnapshot(`note: pier.example.org url=https://pier.example.org/news/2471`);
});

test('a label behind a sentence that begins like a dateline', () => {
  expect(
    readings(
      'Pier TV showed the yard. Source: , Gdynia, in Polish 1500 gmt 19 Oct 22',
      'Pier TV showed the yard. Source: Quay TV, Gdynia, in Polish 1500 gmt 19 Oct 22',
    ),
  ).toMatchInlineSnapshot(`
    Pier TV showed the yard. Source: , Gdynia, in Polish 1500 gmt 19 Oct 22 → source-line: MISSING @ 19 Oct 22
    Pier TV showed the yard. Source: Quay TV, Gdynia, in Polish 1500 gmt 19 Oct 22 → source-line: Quay TV @ 19 Oct 22
  `);
});

test('a question for a source in brackets', () => {
  expect(
    readings(
      'It fell [can we source this?].',
      'It fell [do we have a link?].',
      'It fell [is this open source?].',
      'It fell [who?].',
    ),
  ).toMatchInlineSnapshot(`
    It fell [can we source this?]. → placeholder: MISSING
    It fell [do we have a link?]. → placeholder: MISSING
    It fell [is this open source?]. → none
    It fell [who?]. → none
  `);
});

test('a broadcast of a station, and what is left of one', () => {
  expect(
    itemReadings(
      'Quay radio, Gdynia, in Polish 1400 gmt 8 Apr 10',
      'pier.example website, in Russian 9 Apr 10',
      'news agency, Gdynia, in Polish 0402 gmt 9 Apr 10',
    ),
  ).toMatchInlineSnapshot(`
    (Quay radio, Gdynia, in Polish 1400 gmt 8 Apr 10) → Quay radio, Gdynia @ 8 Apr 10 locator=in Polish 1400 gmt
    (pier.example website, in Russian 9 Apr 10) → pier.example website @ 9 Apr 10 locator=in Russian
    (news agency, Gdynia, in Polish 0402 gmt 9 Apr 10) → MISSING @ 9 Apr 10
  `);
});

test('a note that begins with the colon behind its outlet', () => {
  expect(
    notes(': Harbors at War, December 1, 2023.', 'Guild: Harbors at War, December 1, 2023.'),
  ).toMatchInlineSnapshot(`
    note: MISSING @ December 1, 2023
    note: Guild @ December 1, 2023 title=Harbors at War
  `);
});

test('a document by its day, and one whose author was deleted', () => {
  expect(
    itemReadings(
      'e-mail of 19 February 2022',
      'letter of 5 May',
      'letter from , 5 May 2022',
      'interview with 5 May 2022',
    ),
  ).toMatchInlineSnapshot(`
    (e-mail of 19 February 2022) → none
    (letter of 5 May) → none
    (letter from , 5 May 2022) → MISSING @ 5 May 2022
    (interview with 5 May 2022) → MISSING @ 5 May 2022
  `);
});

test('words that Obsidian highlights or hides', () => {
  expect(
    readings(
      'It buys ten kilos ==source??==.',
      'It buys %%add source%% ten kilos.',
      'It buys ==ten kilos== if x == y == z.',
    ),
  ).toMatchInlineSnapshot(`
    It buys ten kilos ==source??==. → placeholder: MISSING
    It buys %%add source%% ten kilos. → placeholder: MISSING
    It buys ==ten kilos== if x == y == z. → none
  `);
});

test('datelines of cities with two words', () => {
  expect(
    readings(
      'PA2301001290 Mexico City QUAY in Spanish 2210 GMT 22 Jan 90',
      'PA2301001290 San Salvador in Spanish 2210 GMT 22 Jan 90',
    ),
  ).toMatchInlineSnapshot(`
    PA2301001290 Mexico City QUAY in Spanish 2210 GMT 22 Jan 90 → source-line: QUAY @ 22 Jan 90
    PA2301001290 San Salvador in Spanish 2210 GMT 22 Jan 90 → source-line: MISSING @ 22 Jan 90
  `);
});

test('the person of a talk, deleted behind a dash', () => {
  expect(
    readings(
      '“If you can carry it, it is yours.” — interview with , 3 June 2023',
      '“It is yours.” — Ann Vale, 3 June 2023',
    ),
  ).toMatchInlineSnapshot(`
    “If you can carry it, it is yours.” — interview with , 3 June 2023 → source-line: MISSING
    “It is yours.” — Ann Vale, 3 June 2023 → none
  `);
});

test('a glued number behind a year', () => {
  expect(
    reading(
      'It closed.1 It opened.2 A court closed it in 2006.16 Then it opened.3\n\n1. AFP, May 3.\n2. BBC, May 4.\n3. RFI, May 5.',
    ),
  ).toMatchInlineSnapshot(`note: MISSING no-note + note: AFP @ May 3 + note: BBC @ May 4 + note: RFI @ May 5`);
});

test('a stand-in without a comma beside others, and days in figures that are to be filled in', () => {
  expect(
    itemReadings(
      'WFP 15/11/2021; XXX 16/11/2021',
      'WFP 5/11/2021; WHO XX/11/2021',
      'Guild, XX.11.2021',
      'model XX/11/2021',
    ),
  ).toMatchInlineSnapshot(`
    (WFP 15/11/2021; XXX 16/11/2021) → WFP @ 15/11/2021 !no-comma + MISSING @ 16/11/2021
    (WFP 5/11/2021; WHO XX/11/2021) → WFP @ 5/11/2021 !no-comma + placeholder: MISSING
    (Guild, XX.11.2021) → placeholder: MISSING
    (model XX/11/2021) → none
  `);
});

test('the button of a page at the end of a note', () => {
  expect(
    notes('“Ships Lost”, RFI, 28 October 2024. Hide Footnote', 'Hide Footnote', 'Back to text'),
  ).toMatchInlineSnapshot(`
    note: RFI @ 28 October 2024 title=Ships Lost
    note: MISSING empty-note
    note: MISSING empty-note
  `);
});

test('labels that say what a source was used for', () => {
  expect(
    readings(
      'The pier was closed.\nData source: Harbor Times, May 3',
      'The pier was closed. Main sources: Harbor Times, May 3; , May 4',
      'The pier was closed.\nData sources: ',
      'The data source: a table of ships.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed.⏎Data source: Harbor Times, May 3 → source-line: Harbor Times @ May 3
    The pier was closed. Main sources: Harbor Times, May 3; , May 4 → source-line: Harbor Times @ May 3 + source-line: MISSING @ May 4
    The pier was closed.⏎Data sources:  → source-line: MISSING
    The data source: a table of ships. → none
  `);
});
