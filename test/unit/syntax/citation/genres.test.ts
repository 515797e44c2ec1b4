/** How houses of several genres write their sources: one kind a test. docs/format.md, 2.1, 2.2 and 2.5. */
import { describe, expect, test } from 'vitest';
import { itemReadings, reading, readings } from '../../support/readings.ts';

const notes = (...items: readonly string[]) => {
  const markers = items.map((_, index) => `The pier was closed.[${index + 1}]`).join(' ');
  return reading(`${markers}\n\nNotes\n\n${items.map((item, index) => `[${index + 1}] ${item}`).join('\n\n')}`)
    .split(' + ')
    .join('\n');
};

describe('in parentheses', () => {
  test('symbols of documents with the place in them, and sources that stay unnamed', () => {
    expect(
      itemReadings(
        'see S/2019/83, para. 91, and annex 34',
        'S/2019/83',
        'S/2019/83, a copy',
        'confidential source, 12 March 2021',
        'local officials, 12 March 2021',
        'the local officials of 12 March 2021',
      ),
    ).toMatchInlineSnapshot(`
      (see S/2019/83, para. 91, and annex 34) → S/2019/83 locator=para. 91, and annex 34
      (S/2019/83) → S/2019/83
      (S/2019/83, a copy) → none
      (confidential source, 12 March 2021) → confidential source @ 12 March 2021
      (local officials, 12 March 2021) → local officials @ 12 March 2021
      (the local officials of 12 March 2021) → none
    `);
  });
  test('lead-ins of other languages', () => {
    expect(
      itemReadings(
        'vgl. AFP, 3. Mai 2022',
        'véase Efe, 3 de mayo de 2022',
        'voir RFI, 3 mai 2022',
        'см. ТАСС, 3 мая 2022',
      ),
    ).toMatchInlineSnapshot(`
      (vgl. AFP, 3. Mai 2022) → AFP @ 3. Mai 2022
      (véase Efe, 3 de mayo de 2022) → Efe @ 3 de mayo de 2022
      (voir RFI, 3 mai 2022) → RFI @ 3 mai 2022
      (см. ТАСС, 3 мая 2022) → ТАСС @ 3 мая 2022
    `);
  });
});

describe('in notes', () => {
  test('a date in a sentence of its own, an address behind it, a subtitle, a report', () => {
    expect(
      notes(
        'NSA: Actors Exploit Routers. October 20, 2020.',
        'Port Authority. “The New Pier.” May 3, 2022. https://pier.example/new',
        'Harbor Watch, “They Sank It”: An Inquiry, May 3, 2021.',
        'Quay Bank, Harbor Monitor: The Long Denial, Fall 2021, January 2022, p. 3.',
        'For more on the pier, see Coast Group Report N°216, Ships Again, 2 July 2020.',
        'Council of the Coast — Statement on the strait (March 2, 2026)',
        'RFI – Radio France Internationale: Tchad: affrontements, 30. Mai 2022',
        'Harbor pilot, email, 9 May 2022.',
        'Division K, P.L. 117-103.',
        'The pilot said. That was on May 3, 2022.',
      ),
    ).toMatchInlineSnapshot(`
      note: NSA @ October 20, 2020 title=Actors Exploit Routers
      note: Port Authority @ May 3, 2022 title=The New Pier url=https://pier.example/new
      note: Harbor Watch @ May 3, 2021 title=They Sank It
      note: Quay Bank @ January 2022 locator=p. 3
      note: Coast Group Report N°216 @ 2 July 2020
      note: Council of the Coast @ March 2, 2026 title=Statement on the strait
      note: RFI @ 30. Mai 2022 title=Radio France Internationale: Tchad: affrontements
      note: Harbor pilot @ 9 May 2022
      note: Division K
    `);
  });
  test('author and year first', () => {
    expect(
      notes(
        'Vale, Ann. 2009. Low Tide. Ostrava: Pier Press.',
        'Kroft, J. (2019). The harbor problem. Journal of Ports, 12(3), 45–60.',
        'Shaw, Ada. 2014. “Cranes.” Harbor Review 12.',
        'Pier Council (2020). Annual report.',
        'TASS, May 3, 2009. More on this below.',
      ),
    ).toMatchInlineSnapshot(`
      note: Pier Press @ 2009 title=Low Tide author=Vale, Ann
      note: Journal of Ports @ 2019 title=The harbor problem author=Kroft, J.
      note: Harbor Review @ 2014 title=Cranes author=Shaw, Ada
      note: Pier Council @ 2020 title=Annual report author=Pier Council
      note: TASS @ May 3, 2009
    `);
  });
  test('addresses with a space in them, without a scheme, cut off', () => {
    expect(
      notes(
        'https://pier.example/a ; https ://t.me/pier/1',
        'https://www.facebook dot com/pier/posts/2; t.me/pier/3',
        'hxxps://pier[.]example/4',
        'https://t.me/',
      ),
    ).toMatchInlineSnapshot(`
      note: pier.example url=https://pier.example/a
      note: t.me/pier url=https://t.me/pier/1
      note: facebook.com/pier url=https://www.facebook.com/pier/posts/2
      note: t.me/pier url=https://t.me/pier/3
      note: pier.example url=https://pier.example/4
      note: MISSING
    `);
  });
});

describe('markers', () => {
  test('in a row with commas', () => {
    expect(
      reading('It closed.[1], [2] It opened.\n\nNotes\n\n[1] AFP, May 3, 2022.\n\n[2] RFI, May 4, 2022.'),
    ).toMatchInlineSnapshot(`note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022`);
  });

  test('in a row with commas, parted by a space alone', () => {
    expect(
      reading('It closed.[1] [2] It opened.\n\nNotes\n\n[1] AFP, May 3, 2022.\n\n[2] RFI, May 4, 2022.'),
    ).toMatchInlineSnapshot(`note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022`);
  });
  test('raised notes, in numbered paragraphs', () => {
    expect(
      reading(
        '1. It closed.<sup>1</sup>\n\n2. It opened.<sup>2</sup>\n\n3. It sank.<sup>3</sup>\n\n<sup>1</sup> AFP, May 3, 2022.\n<sup>2</sup> RFI, May 4, 2022.\n<sup>3</sup>',
      ),
    ).toMatchInlineSnapshot(`note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: MISSING empty-note`);
  });
  test('glued to short words and behind quotation marks', () => {
    expect(
      reading(
        'The pier closed.1 They broke it.2 He said “we do”.3 It is 2.5 meters high.\n\nNotes\n\n1 AFP, May 3, 2022.\n\n2 RFI, May 4, 2022.\n\n3 Dawn, May 5, 2022.',
      ),
    ).toMatchInlineSnapshot(`note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: Dawn @ May 5, 2022`);
  });
  test('under a heading with a remark', () => {
    expect(
      reading(
        'Es sank.\n\nQuellen: (Zugriff auf alle am 3. Juni 2022)\n\n· AFP: Ein Schiff, 3. Mai 2022\n\n· RFI: Ein Boot, 4. Mai 2022',
      ),
    ).toMatchInlineSnapshot(`note: AFP @ 3. Mai 2022 title=Ein Schiff + note: RFI @ 4. Mai 2022 title=Ein Boot`);
  });
});

test('placeholders and leftovers', () => {
  expect(
    readings(
      'It closed [insert citation].',
      'It closed [Source: ].',
      'It closed [find a source].',
      'It closed (TODO: cite).',
      'It closed (todo: ask the pilot).',
      'It closed.[^1^] It opened.[1†source]',
      'It closed [source code].',
    ),
  ).toMatchInlineSnapshot(`
    It closed [insert citation]. → placeholder: MISSING
    It closed [Source: ]. → placeholder: MISSING
    It closed [find a source]. → placeholder: MISSING
    It closed (TODO: cite). → placeholder: MISSING
    It closed (todo: ask the pilot). → none
    It closed.[^1^] It opened.[1†source] → leftover: MISSING + leftover: MISSING
    It closed [source code]. → none
  `);
});

test('in notes: the place of an outlet behind it, and sources that stay unnamed', () => {
  expect(
    notes(
      'Al-Marsa, London, May 5, 2022.',
      'Pier Post, Harbor Street, May 5, 2022.',
      'Confidential source, 12 May 2022.',
      'Letter from the port authority to the Panel, 3 June 2022.',
    ),
  ).toMatchInlineSnapshot(`
    note: Al-Marsa @ May 5, 2022
    note: Harbor Street @ May 5, 2022
    note: Confidential source @ 12 May 2022
    note: Letter from the port authority to the Panel @ 3 June 2022
  `);
});

test('placeholders and leftovers of other houses', () => {
  expect(
    readings(
      'It closed [link].',
      'It closed [better source needed].',
      'It closed [Quelle fehlt].',
      'It closed [cita requerida].',
      'It closed turn0search2.',
      'It closed [linked to the yard].',
      'In turn 2 the car left the track.',
    ),
  ).toMatchInlineSnapshot(`
    It closed [link]. → placeholder: MISSING
    It closed [better source needed]. → placeholder: MISSING
    It closed [Quelle fehlt]. → placeholder: MISSING
    It closed [cita requerida]. → placeholder: MISSING
    It closed turn0search2. → leftover: MISSING
    It closed [linked to the yard]. → none
    In turn 2 the car left the track. → none
  `);
});

test('in parentheses: other scripts, foreign months, addresses, words that end no name', () => {
  expect(
    itemReadings(
      'عنب بلدي، 3 أيلول',
      '، 4 أيلول',
      'MBZ, Juni 2021, S. 45',
      'от 5 апреля 2013 г.',
      'vom 5. Mai 2013',
      'https://pier.example/map/#d:2023-04-29;@33.4,44.6,12z',
      'Public Law 117-31, July 30, 2021',
    ),
  ).toMatchInlineSnapshot(`
    (عنب بلدي، 3 أيلول) → عنب بلدي @ 3 أيلول
    (، 4 أيلول) → MISSING @ 4 أيلول
    (MBZ, Juni 2021, S. 45) → MBZ @ Juni 2021 locator=S. 45
    (от 5 апреля 2013 г.) → none
    (vom 5. Mai 2013) → none
    (https://pier.example/map/#d:2023-04-29;@33.4,44.6,12z) → link: pier.example url=https://pier.example/map/#d:2023-04-29;@33.4,44.6,12z
    (Public Law 117-31, July 30, 2021) → none
  `);
});

test('links that credit a picture or lead on', () => {
  expect(
    readings(
      'It closed at night, as the mayor said. Photo: [agency](https://pier.example/photos/12).',
      'It closed at night, as the mayor said. Read more on the strike here: https://pier.example/strike/12',
      'It closed, and you can support us [here](https://pier.example/donate/).',
    ),
  ).toMatchInlineSnapshot(`
    It closed at night, as the mayor said. Photo: [agency](https://pier.example/photos/12). → none
    It closed at night, as the mayor said. Read more on the strike here: https://pier.example/strike/12 → none
    It closed, and you can support us [here](https://pier.example/donate/). → none
  `);
});
