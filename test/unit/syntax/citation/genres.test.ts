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
  test('lead-ins, attributions and labels of every language', () => {
    expect(
      itemReadings(
        'vgl. AFP, 3. Mai 2022',
        'laut dpa, 3. Mai 2022',
        'Bild: dpa, 3. Mai 2022',
        'véase también Efe, 3 de mayo de 2022',
        'según Efe, 3 de mayo de 2022',
        'Fuente: Efe, 3 de mayo de 2022',
        'voir RFI, 3 mai 2022',
        'selon l’AFP, 3 mai 2022',
        "d'après Le Monde, 3 mai 2022",
        'secondo ANSA, 3 maggio 2022',
        'zie ook NRC, 3 mei 2022',
        'por. PAP, 3 maja 2022',
        'см. ТАСС, 3 мая 2022',
        'по данным ТАСС, 3 мая 2022',
        'Источник: ТАСС, 3 мая 2022',
        'за даними УНІАН, 3 травня 2022',
        'bkz. Anadolu, 3 Mayıs 2022',
        'according to Reuters, May 3, 2022',
        'photo credit: Reuters, May 3, 2022',
      ),
    ).toMatchInlineSnapshot(`
      (vgl. AFP, 3. Mai 2022) → AFP @ 3. Mai 2022
      (laut dpa, 3. Mai 2022) → dpa @ 3. Mai 2022
      (Bild: dpa, 3. Mai 2022) → dpa @ 3. Mai 2022
      (véase también Efe, 3 de mayo de 2022) → Efe @ 3 de mayo de 2022
      (según Efe, 3 de mayo de 2022) → Efe @ 3 de mayo de 2022
      (Fuente: Efe, 3 de mayo de 2022) → Efe @ 3 de mayo de 2022
      (voir RFI, 3 mai 2022) → RFI @ 3 mai 2022
      (selon l’AFP, 3 mai 2022) → l’AFP @ 3 mai 2022
      (d'après Le Monde, 3 mai 2022) → Le Monde @ 3 mai 2022
      (secondo ANSA, 3 maggio 2022) → ANSA @ 3 maggio 2022
      (zie ook NRC, 3 mei 2022) → NRC @ 3 mei 2022
      (por. PAP, 3 maja 2022) → PAP @ 3 maja 2022
      (см. ТАСС, 3 мая 2022) → ТАСС @ 3 мая 2022
      (по данным ТАСС, 3 мая 2022) → ТАСС @ 3 мая 2022
      (Источник: ТАСС, 3 мая 2022) → ТАСС @ 3 мая 2022
      (за даними УНІАН, 3 травня 2022) → УНІАН @ 3 травня 2022
      (bkz. Anadolu, 3 Mayıs 2022) → Anadolu @ 3 Mayıs 2022
      (according to Reuters, May 3, 2022) → Reuters @ May 3, 2022
      (photo credit: Reuters, May 3, 2022) → Reuters @ May 3, 2022
    `);
  });
  test('a lead-in without its source', () => {
    expect(
      itemReadings(
        'según , 3 de mayo de 2022',
        'laut, 3. Mai 2022',
        'см., 3 мая 2022',
        'for example, May 3, 2022',
        'Por Favor, 3 de mayo de 2022',
        'Photo, May 3, 2022',
      ),
    ).toMatchInlineSnapshot(`
      (según , 3 de mayo de 2022) → MISSING @ 3 de mayo de 2022
      (laut, 3. Mai 2022) → MISSING @ 3. Mai 2022
      (см., 3 мая 2022) → MISSING @ 3 мая 2022
      (for example, May 3, 2022) → none
      (Por Favor, 3 de mayo de 2022) → Por Favor @ 3 de mayo de 2022
      (Photo, May 3, 2022) → Photo @ May 3, 2022
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

test('an entry of a reference list that lost its outlet', () => {
  expect(
    readings(
      'The pier was closed.\n\n## Sources\n\n- Pier Post, “Low Tide,” April 16, 2025\n- , April 18, 2025\n- “High Tide,” , April 19, 2025',
    ),
  ).toMatchInlineSnapshot(
    `The pier was closed.⏎⏎## Sources⏎⏎- Pier Post, “Low Tide,” April 16, 2025⏎- , April 18, 2025⏎- “High Tide,” , April 19, 2025 → note: Pier Post @ April 16, 2025 title=Low Tide + note: MISSING @ April 18, 2025 + note: MISSING @ April 19, 2025 title=High Tide`,
  );
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

test('in notes: documents, databases, records of courts and parliaments, archives', () => {
  expect(
    notes(
      'Identification data obtained from a provider, 12 May 2021.',
      'GAO-22-104444.',
      'Harbor Maritime, Sea-web, accessed on 11 January 2022.',
      'T-056-CONF-ENG, p. 12, lines 3-7.',
      'Defence Request, para. 4.',
      'See Decision on the conduct of proceedings, 6 May 2020, para. 43.',
      'HC Deb 15 June 2022 cc201-9',
      'Vgl. Dienste, WD 2 – 3000 – 012/22.',
      'Kroft, diary, 9 January 1908, Kroft Papers, box 2, Quay Library.',
      'Vale, *Low Tide*, 33.',
      'Ann Vale, “Les ports”, Études côtières, no. 91 (2003), pp. 51-67.',
      'Mandiant – Terminal Velocity at the Quay',
      '^ a b Vale, Ann (2018). The Last Lamp. Oxford: Quay Press.',
      'x.com/pier/status/12',
      'Mines – devices that float – are rare.',
    ),
  ).toMatchInlineSnapshot(`
    note: Identification data obtained from a provider @ 12 May 2021
    note: GAO-22-104444
    note: Harbor Maritime accessed=accessed on 11 January 2022
    note: T-056-CONF-ENG
    note: Defence Request locator=para. 4
    note: Decision on the conduct of proceedings @ 6 May 2020 locator=para. 43
    note: HC Deb @ 15 June 2022
    note: Dienste
    note: Kroft @ 9 January 1908
    note: Vale repeat
    note: Études côtières @ 2003 title=Les ports author=Ann Vale locator=pp. 51-67
    note: Mandiant title=Terminal Velocity at the Quay
    note: Quay Press @ 2018 title=The Last Lamp author=Vale, Ann
    note: x.com/pier url=https://x.com/pier/status/12
  `);
});

test('in notes: what is left of a source', () => {
  expect(
    notes(
      '^',
      '(U)',
      'https://www.',
      'https:',
      '[NSA: Macro Guidance]()',
      'Letter from the Panel to , 2 May 2022.',
      'to Kroft, 2 March 1908, FO 371/498.',
      'Third track announced - , accessed March 3, 2025',
      '‘Radar questions’, *, *, 12 February 2023.',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING empty-note
    note: MISSING empty-note
    note: MISSING
    note: MISSING
    note: MISSING no-address
    note: MISSING @ 2 May 2022
    note: MISSING @ 2 March 1908
    note: MISSING accessed=accessed March 3, 2025
    note: MISSING @ 12 February 2023 title=Radar questions
  `);
});

test('markers that were never closed, numbers behind figures and beside each other', () => {
  const list = '\n\nNotes\n\n[1] AFP, May 3, 2022.\n\n[2] RFI, May 4, 2022.';
  const plain = '\n\nNotes\n\n1 AFP, May 3, 2022.\n\n2 RFI, May 4, 2022.\n\n3 Dawn, May 5, 2022.';
  expect(
    readings(
      `It closed.[1] It opened[2 and sank.${list}`,
      `It closed.[1] It saw [2 men] there.[2]${list}`,
      `It closed.1 The count was 29.2 The crew left.3${plain}`,
      `It closed.1 It opened.2 3 It sank.${plain}`,
      `It closed.1 It opened.2,3 It sank.${plain}`,
      `It closed.1 It opened.2 300 men came. It sank.3${plain}`,
      'The pier closed.1 The gate opened.2\n\n1Department of Ports, Annual Report, May 3, 2022.\n\n2PortWatch, May 4, 2022.\n\n3',
      'It closed.[1] It opened.[2]\n\nNotes\n\n[1.] AFP, May 3, 2022.\n[2.]',
    ),
  ).toMatchInlineSnapshot(`
    It closed.[1] It opened[2 and sank.⏎⏎Notes⏎⏎[1] AFP, May 3, 2022.⏎⏎[2] RFI, May 4, 2022. → note: MISSING unclosed-marker + note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed.[1] It saw [2 men] there.[2]⏎⏎Notes⏎⏎[1] AFP, May 3, 2022.⏎⏎[2] RFI, May 4, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022
    It closed.1 The count was 29.2 The crew left.3⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 Dawn, May 5, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: Dawn @ May 5, 2022
    It closed.1 It opened.2 3 It sank.⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 Dawn, May 5, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: Dawn @ May 5, 2022
    It closed.1 It opened.2,3 It sank.⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 Dawn, May 5, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: Dawn @ May 5, 2022
    It closed.1 It opened.2 300 men came. It sank.3⏎⏎Notes⏎⏎1 AFP, May 3, 2022.⏎⏎2 RFI, May 4, 2022.⏎⏎3 Dawn, May 5, 2022. → note: AFP @ May 3, 2022 + note: RFI @ May 4, 2022 + note: Dawn @ May 5, 2022
    The pier closed.1 The gate opened.2⏎⏎1Department of Ports, Annual Report, May 3, 2022.⏎⏎2PortWatch, May 4, 2022.⏎⏎3 → note: Department of Ports @ May 3, 2022 + note: PortWatch @ May 4, 2022 + note: MISSING empty-note
    It closed.[1] It opened.[2]⏎⏎Notes⏎⏎[1.] AFP, May 3, 2022.⏎[2.] → note: AFP @ May 3, 2022 + note: MISSING empty-note
  `);
});

test('in parentheses: what is left of a source, and short forms of a house', () => {
  expect(
    itemReadings(
      'see ',
      'see',
      ', letter of 4 May 2022',
      '; TASS',
      'Telegram/, October 5',
      'TikTok/@, October 5',
      '[[NDR]], 11.05.2023',
      '[[ndr-radio|NDR]], 11.05.2023',
      'HRW, 13. Jänner 2021',
      'USDOS, 30. März 2021, Section 7',
    ),
  ).toMatchInlineSnapshot(`
    (see ) → MISSING
    (see) → none
    (, letter of 4 May 2022) → MISSING @ 4 May 2022
    (; TASS) → MISSING
    (Telegram/, October 5) → MISSING @ October 5
    (TikTok/@, October 5) → MISSING @ October 5
    ([[NDR]], 11.05.2023) → NDR @ 11.05.2023
    ([[ndr-radio|NDR]], 11.05.2023) → NDR @ 11.05.2023
    (HRW, 13. Jänner 2021) → HRW @ 13. Jänner 2021
    (USDOS, 30. März 2021, Section 7) → USDOS @ 30. März 2021 locator=Section 7
  `);
});

test('links to posts, to documents of a topic, and with a shortened address', () => {
  expect(
    readings(
      'It closed, as [a post](https://vk.com/wall-12_34) says.',
      'It closed, as [a post](https://vk.com/id12?w=wall12_34) says.',
      'It closed, as [a friend](https://vk.com/id12) says.',
      'It closed, as [the desk](https://pier.example/blog/topics/ships/unc7) says.',
      'It closed, as [the desk](https://pier.example/blog/topics/ships) says.',
      'It closed, as [the desk](https://pier...) says.',
    ),
  ).toMatchInlineSnapshot(`
    It closed, as [a post](https://vk.com/wall-12_34) says. → link: vk.com title=a post url=https://vk.com/wall-12_34
    It closed, as [a post](https://vk.com/id12?w=wall12_34) says. → link: vk.com/id12 title=a post url=https://vk.com/id12?w=wall12_34
    It closed, as [a friend](https://vk.com/id12) says. → none
    It closed, as [the desk](https://pier.example/blog/topics/ships/unc7) says. → link: pier.example title=the desk url=https://pier.example/blog/topics/ships/unc7
    It closed, as [the desk](https://pier.example/blog/topics/ships) says. → none
    It closed, as [the desk](https://pier...) says. → link: MISSING no-address
  `);
});

test('placeholders and leftovers: words with a mark, tags of an assistant', () => {
  expect(
    readings(
      'It closed (link?).',
      'It closed (cite!).',
      'It closed (Quelle?).',
      'It closed [source: court ruling?].',
      'It closed [@].',
      'It closed <cite index="5-2,5-3">at night</cite>.',
      'It closed desk[@]pier.example.',
      'It closed [source: court ruling].',
    ),
  ).toMatchInlineSnapshot(`
    It closed (link?). → placeholder: MISSING
    It closed (cite!). → placeholder: MISSING
    It closed (Quelle?). → placeholder: MISSING
    It closed [source: court ruling?]. → placeholder: MISSING
    It closed [@]. → placeholder: MISSING
    It closed <cite index="5-2,5-3">at night</cite>. → leftover: MISSING
    It closed desk[@]pier.example. → none
    It closed [source: court ruling]. → none
  `);
});

test('reference entries on lines of their own, without a stop at their end', () => {
  expect(
    reading(
      'It closed (DIS, 2020, p. 17; Vale [VL], 2018).\n\nReferences\n\nDIS (Immigration Service), The port, 2020, url, accessed 12 March 2021\n\nVale, Ann, Piers, RAND Corporation, 2018. As of June 6, 2022: https://pier.example/PE295.html',
    )
      .split(' + ')
      .join('\n'),
  ).toMatchInlineSnapshot(`
    author-date: DIS @ 2020 author=DIS locator=p. 17
    author-date: Vale @ 2018 author=Vale
    note: DIS @ 2020 accessed=accessed 12 March 2021
    note: RAND Corporation @ 2018 accessed=As of June 6, 2022: https://pier.example/PE295.html
  `);
});

test('source lines: a dateline without place and agency, accounts with an underscore', () => {
  expect(
    readings(
      'PA0712030489 in Spanish 0100 GMT 7 Dec 89\n\n[Text] It closed.',
      'The pier closed at noon.\nSource: t.me/port_watch/330',
    ),
  ).toMatchInlineSnapshot(`
    PA0712030489 in Spanish 0100 GMT 7 Dec 89⏎⏎[Text] It closed. → source-line: MISSING @ 7 Dec 89
    The pier closed at noon.⏎Source: t.me/port_watch/330 → source-line: t.me/port_watch/330
  `);
});

test('in notes: nothing but a word for a source, for its absence, or for the way to it', () => {
  expect(
    [
      'url',
      'Link.',
      'n/a',
      'TBC',
      '(link removed)',
      '[deleted]',
      'Broken link',
      'See also.',
      'Siehe',
      '^ a b',
      'Accessed May 5, 2022.',
      'Error! Hyperlink reference not valid.',
      '(London: Quay, 2019), p. 3',
      'S/2021/, para. 4',
      'Twitter/, May 5, 2022',
      'Telegram channel , May 5, 2022',
      '[](https://)',
      'None of the ships was seen again.',
      'The link is known to the author.',
      'See the chapter on ships below.',
    ]
      .map((note) => `${note} → ${reading(`Closed.[1]\n\n# Notes\n\n[1] ${note}`)}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    url → note: MISSING empty-note
    Link. → note: MISSING empty-note
    n/a → note: MISSING empty-note
    TBC → note: MISSING empty-note
    (link removed) → placeholder: MISSING
    [deleted] → note: MISSING empty-note
    Broken link → note: MISSING empty-note
    See also. → note: MISSING empty-note
    Siehe → note: MISSING empty-note
    ^ a b → note: MISSING empty-note
    Accessed May 5, 2022. → note: MISSING
    Error! Hyperlink reference not valid. → placeholder: MISSING
    (London: Quay, 2019), p. 3 → note: MISSING @ 2019 locator=p. 3
    S/2021/, para. 4 → note: MISSING @ 2021 locator=para. 4
    Twitter/, May 5, 2022 → note: MISSING @ May 5, 2022
    Telegram channel , May 5, 2022 → note: MISSING @ May 5, 2022
    [](https://) → note: MISSING no-address
    None of the ships was seen again. → none
    The link is known to the author. → none
    See the chapter on ships below. → none
  `);
});

test('in notes: an outlet alone, and one behind a deleted author', () => {
  expect(
    [
      'Reuters.',
      ', “Two Ships,” Reuters, May 5, 2022',
      ', “Two Ships,” May 5, 2022',
      'AAN, Two Ships, url',
      'Two ships.',
    ]
      .map((note) => `${note} → ${reading(`Closed.[1]\n\n# Notes\n\n[1] ${note}`)}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    Reuters. → note: Reuters
    , “Two Ships,” Reuters, May 5, 2022 → note: Reuters @ May 5, 2022 title=Two Ships
    , “Two Ships,” May 5, 2022 → note: MISSING @ May 5, 2022
    AAN, Two Ships, url → note: AAN
    Two ships. → none
  `);
});

test('in parentheses: words that led to a source', () => {
  expect(
    itemReadings(
      'and , June 3',
      'AFP, June 3; and , June 4',
      'AFP, June 3; and Dawn, June 4',
      'from , June 3',
      'Ministry of , June 3',
      'Facebook page of , June 3',
      'Desk interview with , 11 January 2022',
      'Author interview with , Kyiv, May 2023',
      'X post by @, June 3',
      'email from , 2 May 2023',
      '[Kyiv], June 3',
      'https://, June 3',
      'https://',
      'https://t.me/',
      'S/, para. 14',
      'see S/2021/',
      'N/A, June 3',
      '[outlet name], June 3',
      '{{source}}, {{date}}',
      'source to follow',
      'by then, June 3',
      'and Hezbollah, June 3',
      'in Kyiv, June 3',
      'spoken of, June 3',
      'A/B test',
    ),
  ).toMatchInlineSnapshot(`
    (and , June 3) → MISSING @ June 3
    (AFP, June 3; and , June 4) → AFP @ June 3 + MISSING @ June 4
    (AFP, June 3; and Dawn, June 4) → AFP @ June 3 + Dawn @ June 4
    (from , June 3) → MISSING @ June 3
    (Ministry of , June 3) → MISSING @ June 3
    (Facebook page of , June 3) → MISSING @ June 3
    (Desk interview with , 11 January 2022) → MISSING @ 11 January 2022
    (Author interview with , Kyiv, May 2023) → MISSING @ May 2023
    (X post by @, June 3) → MISSING @ June 3
    (email from , 2 May 2023) → MISSING @ 2 May 2023
    ([Kyiv], June 3) → MISSING @ June 3
    (https://, June 3) → MISSING @ June 3
    (https://) → MISSING
    (https://t.me/) → MISSING
    (S/, para. 14) → MISSING
    (see S/2021/) → MISSING
    (N/A, June 3) → placeholder: MISSING
    ([outlet name], June 3) → placeholder: MISSING
    ({{source}}, {{date}}) → placeholder: MISSING
    (source to follow) → placeholder: MISSING
    (by then, June 3) → none
    (and Hezbollah, June 3) → none
    (in Kyiv, June 3) → none
    (spoken of, June 3) → none
    (A/B test) → none
  `);
});

test('an address in the middle of a sentence is what it is about', () => {
  expect(
    readings('The prefix (https://) is shown in green.', 'Write to (n/a, see above) or call.'),
  ).toMatchInlineSnapshot(`
    The prefix (https://) is shown in green. → none
    Write to (n/a, see above) or call. → none
  `);
});

test('what wikis, LaTeX and Word write for a reference that leads nowhere', () => {
  expect(
    readings(
      'The pier was closed.{{citation needed|date=May 2022}}',
      'The pier was closed {{cn}}.',
      'The pier was closed \\cite{}.',
      'The pier was closed.Error! Bookmark not defined.',
      'The pier was closed (Fehler! Textmarke nicht definiert.).',
      'The pier was closed {{port|closed}} \\cite{vale2020}.',
      'Error! The pier was closed.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed.{{citation needed|date=May 2022}} → placeholder: MISSING
    The pier was closed {{cn}}. → placeholder: MISSING
    The pier was closed \\cite{}. → placeholder: MISSING
    The pier was closed.Error! Bookmark not defined. → placeholder: MISSING
    The pier was closed (Fehler! Textmarke nicht definiert.). → placeholder: MISSING
    The pier was closed {{port|closed}} \\cite{vale2020}. → none
    Error! The pier was closed. → none
  `);
});

test('source lines: a label in italics, addresses, titles', () => {
  expect(
    readings(
      'The pier was closed.\n\n*Source:*\n\nThe yard was open.',
      'The pier was closed.\n\n**Source**: Dawn, 3 May\n\nThe yard was open.',
      'The pier was closed.\n\nSource: https://\n\nThe yard was open.',
      'The pier was closed.\n\nSource: https://pier.example/a\n\nThe yard was open.',
      'The pier was closed.\n\nSource: https://pier.example\n\nThe yard was open.',
      'The pier was closed.\n\nSource: [Dawn](https://pier.example/2022/05/03/a), 4 May 2022\n\nThe yard was open.',
      'The pier was closed.\n\nSource: “Two Ships,” Dawn, May 3, 2022\n\nThe yard was open.',
      'The pier was closed.\n\nSource: “Two Ships,” , May 3, 2022\n\nThe yard was open.',
      'The pier was closed.\n\nSource: “Two ships” is the title of a song.\n\nThe yard was open.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed.⏎⏎*Source:*⏎⏎The yard was open. → source-line: MISSING
    The pier was closed.⏎⏎**Source**: Dawn, 3 May⏎⏎The yard was open. → source-line: Dawn @ 3 May
    The pier was closed.⏎⏎Source: https://⏎⏎The yard was open. → source-line: MISSING
    The pier was closed.⏎⏎Source: https://pier.example/a⏎⏎The yard was open. → source-line: pier.example url=https://pier.example/a
    The pier was closed.⏎⏎Source: https://pier.example⏎⏎The yard was open. → none
    The pier was closed.⏎⏎Source: [Dawn](https://pier.example/2022/05/03/a), 4 May 2022⏎⏎The yard was open. → source-line: Dawn @ 4 May 2022 url=https://pier.example/2022/05/03/a
    The pier was closed.⏎⏎Source: “Two Ships,” Dawn, May 3, 2022⏎⏎The yard was open. → source-line: Dawn @ May 3, 2022
    The pier was closed.⏎⏎Source: “Two Ships,” , May 3, 2022⏎⏎The yard was open. → source-line: MISSING @ May 3, 2022
    The pier was closed.⏎⏎Source: “Two ships” is the title of a song.⏎⏎The yard was open. → none
  `);
});

test('links: what a program puts where an address is absent', () => {
  expect(
    readings(
      'The port, [Dawn](about:blank) says, is shut.',
      'The port, [Dawn](undefined) says, is shut.',
      'The port, [Dawn](https:///) says, is shut.',
      'The port, [Dawn](https://www) says, is shut.',
      'The port, [Dawn](null.html) says, is shut.',
    ),
  ).toMatchInlineSnapshot(`
    The port, [Dawn](about:blank) says, is shut. → link: MISSING no-address
    The port, [Dawn](undefined) says, is shut. → link: MISSING no-address
    The port, [Dawn](https:///) says, is shut. → link: MISSING no-address
    The port, [Dawn](https://www) says, is shut. → link: MISSING no-address
    The port, [Dawn](null.html) says, is shut. → none
  `);
});

test('the person of a talk or a letter, the outlet behind a title: deleted', () => {
  expect(
    itemReadings(
      'author interview with , Kyiv, May 2023',
      'Interview mit , Kyjiw, 3. Mai 2022',
      'entretien avec , Bamako, mars 2022',
      'интервью с , Киев, 3 мая 2022',
      'Ann Vale, “Two Ships,” , May 4, 2022',
      'Ann Vale, “Two Ships,” May 4, 2022',
      'Reuters, “Two Ships,” , May 4, 2022',
    ),
  ).toMatchInlineSnapshot(`
    (author interview with , Kyiv, May 2023) → MISSING @ May 2023
    (Interview mit , Kyjiw, 3. Mai 2022) → MISSING @ 3. Mai 2022
    (entretien avec , Bamako, mars 2022) → MISSING @ mars 2022
    (интервью с , Киев, 3 мая 2022) → MISSING @ 3 мая 2022
    (Ann Vale, “Two Ships,” , May 4, 2022) → MISSING @ May 4, 2022 title=Two Ships
    (Ann Vale, “Two Ships,” May 4, 2022) → Ann Vale @ May 4, 2022 title=Two Ships
    (Reuters, “Two Ships,” , May 4, 2022) → Reuters @ May 4, 2022 title=Two Ships !space-before-comma
  `);
  expect(
    notes(
      'Letter from dated 4 May 2022.',
      'Author’s conversation with May 2022.',
      'Gespräch mit , Kyjiw, 3. Mai 2022.',
      'Letter from the harbor office dated 4 May 2022.',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING @ 4 May 2022
    note: MISSING @ May 2022
    note: MISSING @ 3. Mai 2022
    note: Letter from the harbor office @ 4 May 2022
  `);
});

test('in notes: what stands for a name that was to come, an address without a host, a title that led to an outlet', () => {
  expect(
    notes(
      '???, May 4, 2022.',
      '“Two Ships,” XXX, May 4, 2022.',
      '“Two Ships,” [outlet], May 4, 2022.',
      'Source: , May 4, 2022.',
      'Available at: https://.',
      '; AFP, May 4, 2022.',
      '“Two Ships,”',
      'Ann Vale, “Two Ships,” .',
      '“Two Ships.”',
      '“Two Ships,” https://pier.example/a.',
      'The sources say, “We saw two ships.”',
      'Online bookings were closed.',
    ),
  ).toMatchInlineSnapshot(`
    note: MISSING @ May 4, 2022
    note: MISSING @ May 4, 2022
    note: MISSING @ May 4, 2022
    note: MISSING @ May 4, 2022
    note: MISSING empty-note
    note: MISSING
    note: AFP @ May 4, 2022
    note: MISSING
    note: MISSING
    note: – title=Two Ships
    note: pier.example title=Two Ships url=https://pier.example/a
    note: The sources say title=We saw two ships
  `);
});

test('talks in other languages than English begin in lower case, too', () => {
  expect(
    itemReadings(
      'entretien téléphonique avec un chercheur, 14 mars 2018',
      'entrevista telefónica con un piloto, 14 de marzo de 2018',
      'call w/ a broker, 14 March 2018',
      'call w/ , 14 March 2018',
      'entretien des routes en mars 2018',
    ),
  ).toMatchInlineSnapshot(`
    (entretien téléphonique avec un chercheur, 14 mars 2018) → entretien téléphonique avec un chercheur @ 14 mars 2018
    (entrevista telefónica con un piloto, 14 de marzo de 2018) → entrevista telefónica con un piloto @ 14 de marzo de 2018
    (call w/ a broker, 14 March 2018) → call w/ a broker @ 14 March 2018
    (call w/ , 14 March 2018) → MISSING @ 14 March 2018
    (entretien des routes en mars 2018) → none
  `);
});
