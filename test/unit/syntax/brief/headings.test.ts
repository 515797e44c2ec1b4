/** Which lines are headings: docs/format.md, section 3. */
import { expect, test } from 'vitest';
import { readBrief, sectionsOf } from '../../../../server/src/syntax/brief/brief.ts';
import { isMastheadLine, withoutMarkers } from '../../../../server/src/syntax/brief/lineShape.ts';

const PROSE = 'The strike at the pier went on, and no one in the yard knew when it would end.';

/** The lines that are headings where prose stands before and behind them. */
function headings(...lines: string[]): string {
  return lines
    .map((line) => {
      const titles = sectionsOf(readBrief(`${PROSE}\n\n${line}\n\n${PROSE}\n`)).map(({ title }) => title.value);
      return `${line.replaceAll('\n', '⏎')} → ${titles.join(' | ') || 'no heading'}`;
    })
    .join('\n');
}

test('headings', () => {
  expect(
    headings(
      '## The Strike ##',
      '## The Strike {#strike .unnumbered}',
      '## The Strike {sic}',
      'The Strike\n==========',
      'The Strike\n---',
      'The Strike',
      'The strike in the north',
      '**The Strike**',
      '1. Overview',
      '2) The strike in the north',
      'Key Takeaways:',
      'The Strike [1]',
      'The Strike.[1]',
      'The strike went on.†',
      'The strike went on. (1)',
      'The strike went on.ᵃ',
      'The strike went on.[[1]]()',
      'The strike went on.^a',
      'The strike went on.* The yard was shut',
      'The Strike (1)',
      'The Strike†',
      'The Strike1',
      'The Strike[^2',
      'Who Won?',
      'Photo by night',
      'The Spring of 2022',
      'Secret',
      'Copyright in the North',
      'Summer Offensive 2022',
      'КЛЮЧЕВЫЕ ВЫВОДЫ',
    ),
  ).toMatchInlineSnapshot(`
    ## The Strike ## → The Strike
    ## The Strike {#strike .unnumbered} → The Strike
    ## The Strike {sic} → The Strike {sic}
    The Strike⏎========== → The Strike
    The Strike⏎--- → The Strike
    The Strike → The Strike
    The strike in the north → The strike in the north
    **The Strike** → The Strike
    1. Overview → 1. Overview
    2) The strike in the north → 2) The strike in the north
    Key Takeaways: → Key Takeaways:
    The Strike [1] → The Strike [1]
    The Strike.[1] → no heading
    The strike went on.† → no heading
    The strike went on. (1) → no heading
    The strike went on.ᵃ → no heading
    The strike went on.[[1]]() → no heading
    The strike went on.^a → no heading
    The strike went on.* The yard was shut → no heading
    The Strike (1) → The Strike (1)
    The Strike† → The Strike†
    The Strike1 → The Strike1
    The Strike[^2 → The Strike[^2
    Who Won? → no heading
    Photo by night → Photo by night
    The Spring of 2022 → The Spring of 2022
    Secret → Secret
    Copyright in the North → Copyright in the North
    Summer Offensive 2022 → Summer Offensive 2022
    КЛЮЧЕВЫЕ ВЫВОДЫ → КЛЮЧЕВЫЕ ВЫВОДЫ
  `);
});

test('no headings', () => {
  expect(
    headings(
      'The strike went on. So did the talks',
      'It comes from gold.[6]',
      'It comes from gold.6',
      'It was closed in February 2022.107',
      'It rose by 4 %.107',
      '[6] Pier Post, May 3',
      '6. Pier Post, May 3, 2022.',
      'Date: 4 March 2022',
      'March 4, 2022',
      'By Ada Shaw',
      'Photo: Ada Shaw',
      'Photo by Ada Shaw',
      'Spring 2022',
      'Winter 2021–22',
      'Volume 9, Issue 14, Summer 2021',
      'Q1 2022',
      '© 2022 Pier Watch',
      'Copyright (c) 2022 Pier Watch',
      'Copyright 2022 Pier Watch',
      'TLP:AMBER+STRICT',
      'SECRET//NF',
      '5 min read',
      'Continued on page 4',
      'The pier at night (Credit: Ada Shaw)',
      'Source: Pier Post, 4 March 2022',
      'Source:',
      'MOSCOW ITAR-TASS in English 1407 GMT 12 Mar 94',
      'Agence France-Presse, Damascus, May 02, 2022',
      'PW_March 4 2022.PDF',
      '- The strike',
      '| The strike |',
      '![The strike](a.png)',
      '***',
      '<!-- The strike -->',
      'The strike went on,',
    ),
  ).toMatchInlineSnapshot(`
    The strike went on. So did the talks → no heading
    It comes from gold.[6] → no heading
    It comes from gold.6 → no heading
    It was closed in February 2022.107 → no heading
    It rose by 4 %.107 → no heading
    [6] Pier Post, May 3 → no heading
    6. Pier Post, May 3, 2022. → no heading
    Date: 4 March 2022 → no heading
    March 4, 2022 → no heading
    By Ada Shaw → no heading
    Photo: Ada Shaw → no heading
    Photo by Ada Shaw → no heading
    Spring 2022 → no heading
    Winter 2021–22 → no heading
    Volume 9, Issue 14, Summer 2021 → no heading
    Q1 2022 → no heading
    © 2022 Pier Watch → no heading
    Copyright (c) 2022 Pier Watch → no heading
    Copyright 2022 Pier Watch → no heading
    TLP:AMBER+STRICT → no heading
    SECRET//NF → no heading
    5 min read → no heading
    Continued on page 4 → no heading
    The pier at night (Credit: Ada Shaw) → no heading
    Source: Pier Post, 4 March 2022 → no heading
    Source: → no heading
    MOSCOW ITAR-TASS in English 1407 GMT 12 Mar 94 → no heading
    Agence France-Presse, Damascus, May 02, 2022 → no heading
    PW_March 4 2022.PDF → no heading
    - The strike → no heading
    | The strike | → no heading
    ![The strike](a.png) → no heading
    *** → no heading
    <!-- The strike --> → no heading
    The strike went on, → no heading
  `);
});

test('markers at the end of a line', () => {
  expect(
    [
      'The Strike[1]',
      'The Strike [1][2]',
      'The Strike²',
      'The Strike[^a]',
      'The Strike<sup>3</sup>',
      'The Strike[[4]](#_edn4)',
      'The strike12',
      'Boeing 737',
      'The Su-27',
    ].map(withoutMarkers),
  ).toMatchInlineSnapshot(`
    [
      The Strike,
      The Strike,
      The Strike,
      The Strike,
      The Strike,
      The Strike,
      The strike,
      Boeing 737,
      The Su-27,
    ]
  `);
});

test('lines of a masthead', () => {
  const lines = [
    'Key: value',
    'KEY',
    'Key: It is closed.',
    'By Ada Shaw',
    'By the river',
    'March 2022',
    'May',
    'brief.pdf',
    '**Date:** today',
  ];
  expect(lines.filter(isMastheadLine)).toMatchInlineSnapshot(`
    [
      Key: value,
      By Ada Shaw,
      March 2022,
      brief.pdf,
      **Date:** today,
    ]
  `);
});

test('numbers, outlets and countries before the words; mastheads and directives', () => {
  expect(
    headings(
      'III. The Strike',
      'Chapter Two: Old Piers',
      'Kommersant: Port weighs new duties',
      'Pakistan: Minister says port shut',
      'Subject: Minister says port shut',
      'July/August 2023',
      '2019',
      'A. N. OTHER',
      'Tiflis, 7. Juni 2024',
      'September 22, 2021 05:00 PM Age: 3 hours',
      'Text of report by the state news agency on 4 May',
      '{{< include _map.qmd >}}',
    ),
  ).toMatchInlineSnapshot(`
    III. The Strike → III. The Strike
    Chapter Two: Old Piers → Chapter Two: Old Piers
    Kommersant: Port weighs new duties → Kommersant: Port weighs new duties
    Pakistan: Minister says port shut → Pakistan: Minister says port shut
    Subject: Minister says port shut → no heading
    July/August 2023 → no heading
    2019 → no heading
    A. N. OTHER → no heading
    Tiflis, 7. Juni 2024 → no heading
    September 22, 2021 05:00 PM Age: 3 hours → no heading
    Text of report by the state news agency on 4 May → no heading
    {{< include _map.qmd >}} → no heading
  `);
});

test('a heading stands before what says which report its text is', () => {
  expect(headings('The Strike\n\nText of report by the state news agency on 4 May')).toMatchInlineSnapshot(
    `The Strike⏎⏎Text of report by the state news agency on 4 May → The Strike`,
  );
});

test('prose with glued numbers is none', () => {
  expect(headings('The strike\n\nIt closed the pier.4 Two ships were towed to the yard.5')).toMatchInlineSnapshot(
    `The strike⏎⏎It closed the pier.4 Two ships were towed to the yard.5 → The strike`,
  );
});

test('what a PDF prints at the top and the end of a page', () => {
  expect(
    headings(
      'Harbor Library                      4',
      '4                 HARBOR PAPER 12',
      '22-12345            9/65',
      'Harbor Paper | 4',
      'Page 3 of 12',
      'Received 3 June 2021; accepted 9 May 2022',
      'The Harbor in 2021',
      '4   The Harbor',
    ),
  ).toMatchInlineSnapshot(`
    Harbor Library                      4 → no heading
    4                 HARBOR PAPER 12 → no heading
    22-12345            9/65 → no heading
    Harbor Paper | 4 → no heading
    Page 3 of 12 → no heading
    Received 3 June 2021; accepted 9 May 2022 → no heading
    The Harbor in 2021 → The Harbor in 2021
    4   The Harbor → 4   The Harbor
  `);
});

test('a note without a stop behind its number is none', () => {
  expect(
    headings(
      '7 Pier News, The Strike, 4 May 2022, url',
      '8 “The Strike”, Pier News',
      '9 , The Strike, 4 May 2022, url',
      '12 ships lost, two towed',
      '3 Piers Closed',
    ),
  ).toMatchInlineSnapshot(`
    7 Pier News, The Strike, 4 May 2022, url → no heading
    8 “The Strike”, Pier News → no heading
    9 , The Strike, 4 May 2022, url → no heading
    12 ships lost, two towed → 12 ships lost, two towed
    3 Piers Closed → 3 Piers Closed
  `);
});

test('a country and what happened there, and the name of a case', () => {
  expect(
    headings(
      'Mali: convoy attacked near the river',
      'Türkiye: mines',
      'Kenya: 12',
      'Confidence: moderate',
      'United States v. Vale',
      'Vale v. Harbor Office',
    ),
  ).toMatchInlineSnapshot(`
    Mali: convoy attacked near the river → Mali: convoy attacked near the river
    Türkiye: mines → Türkiye: mines
    Kenya: 12 → no heading
    Confidence: moderate → no heading
    United States v. Vale → United States v. Vale
    Vale v. Harbor Office → Vale v. Harbor Office
  `);
});

test('a heading before a paragraph that begins with a colon and ends in a marker', () => {
  const text = `${PROSE}\n\nThe Harbor Speaks\n\nThe article said: “We stay.”[1] The mayor agreed.[2]\n\n${PROSE}`;
  expect(sectionsOf(readBrief(text)).map(({ title }) => title.value)).toEqual(['The Harbor Speaks']);
});

test('a paragraph that ends in an emptied marker is no heading', () => {
  expect(headings('It comes from gold.[]', 'It comes from gold.[6] It went to the yard.[ ]')).toMatchInlineSnapshot(`
    It comes from gold.[] → no heading
    It comes from gold.[6] It went to the yard.[ ] → no heading
  `);
});

test('numbers with a stop, remarks in brackets, days of publication', () => {
  expect(
    headings(
      'SITREP No. 14',
      'Bericht Nr. 5: Hafen',
      'Harbor Notes Vol. 3 No. 2',
      'He said no. 14 came',
      '(all links accessed 18 October 2019)',
      '[Interview with the harbor master; place not given]',
      '[Overview] and more',
      'Published on 3 May 2022',
      'Last updated 3 May 2022',
      'As of 3 May 2022, 18:00 UTC',
      'Updated rules of the port',
    ),
  ).toMatchInlineSnapshot(`
    SITREP No. 14 → SITREP No. 14
    Bericht Nr. 5: Hafen → Bericht Nr. 5: Hafen
    Harbor Notes Vol. 3 No. 2 → Harbor Notes Vol. 3 No. 2
    He said no. 14 came → no heading
    (all links accessed 18 October 2019) → no heading
    [Interview with the harbor master; place not given] → no heading
    [Overview] and more → [Overview] and more
    Published on 3 May 2022 → no heading
    Last updated 3 May 2022 → no heading
    As of 3 May 2022, 18:00 UTC → no heading
    Updated rules of the port → Updated rules of the port
  `);
});

test('a paragraph whose sentences end in markers is none, and stands below one', () => {
  expect(
    [
      'It closed the pier.[4] Two ships were towed to the yard[]',
      'It closed the pier.[4][5] Two ships were towed to the yard.[]',
      'It closed the pier.[[4]](#_edn4) Two ships were towed to the yard.<sup></sup>',
      'It closed the pier.² Two ships were towed to the yard',
    ]
      .map((line) => headings(`The Strike\n\n${line}`))
      .join('\n'),
  ).toMatchInlineSnapshot(`
    The Strike⏎⏎It closed the pier.[4] Two ships were towed to the yard[] → The Strike
    The Strike⏎⏎It closed the pier.[4][5] Two ships were towed to the yard.[] → The Strike
    The Strike⏎⏎It closed the pier.[[4]](#_edn4) Two ships were towed to the yard.<sup></sup> → The Strike
    The Strike⏎⏎It closed the pier.² Two ships were towed to the yard → The Strike
  `);
});

test('who says what is a heading, what a brief is about is none', () => {
  expect(
    headings(
      'Columnist: “The Port Was Never Ours”',
      'Former Minister: A Deal Is Better than a Wreck',
      'Topic: A Deal Is Better than a Wreck',
      'Contributors: Ann Vale, Otto Holm, and Ida Shaw',
      'Lead author: Ann Vale',
      'Location: north of the old town near the mill',
    ),
  ).toMatchInlineSnapshot(`
    Columnist: “The Port Was Never Ours” → Columnist: “The Port Was Never Ours”
    Former Minister: A Deal Is Better than a Wreck → Former Minister: A Deal Is Better than a Wreck
    Topic: A Deal Is Better than a Wreck → no heading
    Contributors: Ann Vale, Otto Holm, and Ida Shaw → no heading
    Lead author: Ann Vale → no heading
    Location: north of the old town near the mill → no heading
  `);
});
