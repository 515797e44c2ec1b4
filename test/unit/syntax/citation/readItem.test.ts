/** The items of parentheses: docs/format.md, 2.1. */
import { expect, test } from 'vitest';
import { itemReadings, readings } from '../../support/readings.ts';

test('a source and its date', () => {
  expect(
    itemReadings(
      'Harbour Radio, May 8',
      'Harbour Radio, 8 May 2021',
      'Harbour Radio, 05/14/21',
      'Harbour Radio, 2021-05-14',
      'Harbour Radio, May 2021',
      'Harbour Radio, May 8, 28',
      'Harbour Radio, May 8, June 9',
      'Pier Post, June 23; Quay Times, June 24',
      'pier-post.example, May 6',
      'www.quay.info, January 16',
      'see Pier Post, January 10',
      'e.g., Pier Post, January 10',
      'cf. Pier Post, January 10; via Quay Times, May 3',
      'quoted in Pier Post, May 3; cited in Quay Times, May 3',
      'Pier Post [Hong Kong], August 23',
      'Pier Post, [Sana’a], October 18',
      'Ministry of Ports (MOP), December 28, 2023',
      'Ministry of Ports, accessed January 2',
    ),
  ).toMatchInlineSnapshot(`
    (Harbour Radio, May 8) → Harbour Radio @ May 8
    (Harbour Radio, 8 May 2021) → Harbour Radio @ 8 May 2021
    (Harbour Radio, 05/14/21) → Harbour Radio @ 05/14/21
    (Harbour Radio, 2021-05-14) → Harbour Radio @ 2021-05-14
    (Harbour Radio, May 2021) → Harbour Radio @ May 2021
    (Harbour Radio, May 8, 28) → Harbour Radio @ May 8, 28
    (Harbour Radio, May 8, June 9) → Harbour Radio @ May 8, June 9
    (Pier Post, June 23; Quay Times, June 24) → Pier Post @ June 23 + Quay Times @ June 24
    (pier-post.example, May 6) → pier-post.example @ May 6
    (www.quay.info, January 16) → www.quay.info @ January 16
    (see Pier Post, January 10) → Pier Post @ January 10
    (e.g., Pier Post, January 10) → Pier Post @ January 10
    (cf. Pier Post, January 10; via Quay Times, May 3) → Pier Post @ January 10 + Quay Times @ May 3
    (quoted in Pier Post, May 3; cited in Quay Times, May 3) → Pier Post @ May 3 + Quay Times @ May 3
    (Pier Post [Hong Kong], August 23) → Pier Post @ August 23
    (Pier Post, [Sana’a], October 18) → Pier Post @ October 18
    (Ministry of Ports (MOP), December 28, 2023) → Ministry of Ports @ December 28, 2023
    (Ministry of Ports, accessed January 2) → Ministry of Ports @ accessed January 2
  `);
});

test('emphasis of HTML and raised letters are passed over', () => {
  expect(
    itemReadings(
      '<i>Pier Post</i>, May 3',
      '<em>Pier Post</em>, <b>May 3</b>',
      '<span class="outlet">Pier Post</span>, May 3',
      'Pier <u>Post</u>, May 3; <i>, May 4</i>',
      '<b></b>, May 3',
      'Pier Post, May 3<sup>rd</sup>',
      'Pier Post, May 3^rd^, 2021',
      ', May 3<sup>rd</sup>',
    ),
  ).toMatchInlineSnapshot(`
    (<i>Pier Post</i>, May 3) → Pier Post @ May 3
    (<em>Pier Post</em>, <b>May 3</b>) → Pier Post @ May 3
    (<span class="outlet">Pier Post</span>, May 3) → Pier Post @ May 3
    (Pier <u>Post</u>, May 3; <i>, May 4</i>) → Pier Post @ May 3 + MISSING @ May 4
    (<b></b>, May 3) → MISSING @ May 3
    (Pier Post, May 3<sup>rd</sup>) → Pier Post @ May 3<sup>rd</sup>
    (Pier Post, May 3^rd^, 2021) → Pier Post @ May 3^rd^, 2021
    (, May 3<sup>rd</sup>) → MISSING @ May 3<sup>rd</sup>
  `);
});

test('titles in single quotation marks', () => {
  expect(
    itemReadings(
      'Pier Post, ‘The fall,’ May 3',
      'Pier Post, ‘The pier’s end’, 3 May',
      '‘The fall’, Pier Post, 3 May',
      '‘The fall,’ , May 3',
      '‘’, May 3',
      'O’Brien’s Post, 3 May',
      '’s-Hertogenbosch Post, 3 May',
    ),
  ).toMatchInlineSnapshot(`
    (Pier Post, ‘The fall,’ May 3) → Pier Post @ May 3 title=The fall
    (Pier Post, ‘The pier’s end’, 3 May) → Pier Post @ 3 May title=The pier’s end
    (‘The fall’, Pier Post, 3 May) → Pier Post @ 3 May title=The fall
    (‘The fall,’ , May 3) → MISSING @ May 3 title=The fall !space-before-comma
    (‘’, May 3) → MISSING @ May 3
    (O’Brien’s Post, 3 May) → O’Brien’s Post @ 3 May
    (’s-Hertogenbosch Post, 3 May) → none
  `);
});

test('pictures before a name', () => {
  expect(
    itemReadings(
      '📰 Pier Post, May 3',
      '🇺🇦 Pier Post, May 3',
      '👍🏽 Post, May 3',
      'Pier Post 📰, May 3',
      '🔥, May 3',
      '🗓 updated, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (📰 Pier Post, May 3) → 📰 Pier Post @ May 3
    (🇺🇦 Pier Post, May 3) → 🇺🇦 Pier Post @ May 3
    (👍🏽 Post, May 3) → 👍🏽 Post @ May 3
    (Pier Post 📰, May 3) → Pier Post 📰 @ May 3
    (🔥, May 3) → MISSING @ May 3
    (🗓 updated, May 3) → none
  `);
});

test('a link without an address names its source, or nothing', () => {
  expect(
    itemReadings(
      '[Pier Post](), May 3',
      '[Pier Post](#), May 3',
      '[ ](), May 3',
      '[**](), May 3',
      '[](https://), May 3',
    ),
  ).toMatchInlineSnapshot(`
    ([Pier Post](), May 3) → Pier Post @ May 3
    ([Pier Post](#), May 3) → Pier Post @ May 3
    ([ ](), May 3) → MISSING @ May 3
    ([**](), May 3) → MISSING @ May 3
    ([](https://), May 3) → MISSING @ May 3
  `);
});

test('platforms and accounts', () => {
  expect(
    itemReadings(
      'Telegram, May 22',
      'Twitter/@pier, May 3',
      'T.me/pier, May 3',
      'Twitter.com/Pier,December 14, 2023',
      'Facebook page of Pier Watch, May 3',
      'Twitter account of Pier Watch, May 3',
      'X post by @pier, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (Telegram, May 22) → Telegram @ May 22
    (Twitter/@pier, May 3) → Twitter/@pier @ May 3
    (T.me/pier, May 3) → T.me/pier @ May 3
    (Twitter.com/Pier,December 14, 2023) → Twitter.com/Pier @ December 14, 2023 !no-space
    (Facebook page of Pier Watch, May 3) → Facebook page of Pier Watch @ May 3
    (Twitter account of Pier Watch, May 3) → Twitter account of Pier Watch @ May 3
    (X post by @pier, May 3) → X post by @pier @ May 3
  `);
});

test('interviews in any order and wording', () => {
  expect(
    itemReadings(
      'Author’s interview, Ostrava, May 2023',
      'author interview with a docker, Ostrava, May 4, 2023',
      'interview with the author, May 4',
      'telephone interview, May 4',
      'Telephone interview with Ada Shaw, May 4',
      'WhatsApp interview with a docker, May 4',
      'correspondence with a broker, May 4',
      'Signal conversation with a pilot, May 4',
      'KII 22/03/2022 a',
      'Personal communication with a pilot, May 4',
      'Interview by phone, May 4',
      'Docker, interviewed by the author, May 4',
    ),
  ).toMatchInlineSnapshot(`
    (Author’s interview, Ostrava, May 2023) → Author’s interview, Ostrava @ May 2023
    (author interview with a docker, Ostrava, May 4, 2023) → author interview with a docker, Ostrava @ May 4, 2023
    (interview with the author, May 4) → interview with the author @ May 4
    (telephone interview, May 4) → telephone interview @ May 4
    (Telephone interview with Ada Shaw, May 4) → Telephone interview with Ada Shaw @ May 4
    (WhatsApp interview with a docker, May 4) → WhatsApp interview with a docker @ May 4
    (correspondence with a broker, May 4) → correspondence with a broker @ May 4
    (Signal conversation with a pilot, May 4) → Signal conversation with a pilot @ May 4
    (KII 22/03/2022 a) → KII @ 22/03/2022 a !no-comma
    (Personal communication with a pilot, May 4) → Personal communication with a pilot @ May 4
    (Interview by phone, May 4) → Interview by phone @ May 4
    (Docker, interviewed by the author, May 4) → Docker, interviewed by the author @ May 4
  `);
});

test('an article between the comma and the date', () => {
  expect(
    itemReadings(
      'Le Quai, le 4 mai',
      'El Muelle, el lunes 4 de mayo de 2021',
      'Cais, a 4 de maio de 2021',
      'Der Kai, am 4. Mai 2021',
      'Pier Post, on May 4',
      'Причал, от 4 мая 2021',
      ', on May 4',
      '–, am 4. Mai',
      'Revista del Muelle, mayo de 2021',
      'Le Jeudi, 3 mai 2021',
      'the Attack on May 4',
    ),
  ).toMatchInlineSnapshot(`
    (Le Quai, le 4 mai) → Le Quai @ 4 mai
    (El Muelle, el lunes 4 de mayo de 2021) → El Muelle @ lunes 4 de mayo de 2021
    (Cais, a 4 de maio de 2021) → Cais @ 4 de maio de 2021
    (Der Kai, am 4. Mai 2021) → Der Kai @ 4. Mai 2021
    (Pier Post, on May 4) → Pier Post @ May 4
    (Причал, от 4 мая 2021) → Причал @ 4 мая 2021
    (, on May 4) → MISSING @ May 4
    (–, am 4. Mai) → MISSING @ 4. Mai
    (Revista del Muelle, mayo de 2021) → Revista del Muelle @ mayo de 2021
    (Le Jeudi, 3 mai 2021) → Le Jeudi @ 3 mai 2021
    (the Attack on May 4) → none
  `);
});

test('an address behind the rest', () => {
  expect(
    itemReadings(
      'Pier Post, May 3, https://pier.example/a',
      'Pier Post, May 3 https://pier.example/a',
      '“Low Tide,” Pier Post, 3 May 2022, https://pier.example/a.',
      'Pier Post, May 3, p. 4, <https://pier.example/a>',
      'Pier Post, https://pier.example/a',
      'May 3, https://pier.example/a',
      'see https://pier.example/a',
      'see the map at https://pier.example/a',
      'Quay, May 2, https://quay.example/1; Pier Post, May 3, https://pier.example/a',
      'Pier Post, May 3, https://',
      ', May 3, https://pier.example/a',
      'https://pier.example/a, May 3',
      '<a href="https://pier.example/a">Pier Post</a>, May 3',
      '<a href="https://pier.example/a"></a>, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (Pier Post, May 3, https://pier.example/a) → Pier Post @ May 3 url=https://pier.example/a
    (Pier Post, May 3 https://pier.example/a) → Pier Post @ May 3 url=https://pier.example/a
    (“Low Tide,” Pier Post, 3 May 2022, https://pier.example/a.) → Pier Post @ 3 May 2022 title=Low Tide url=https://pier.example/a
    (Pier Post, May 3, p. 4, <https://pier.example/a>) → Pier Post @ May 3 locator=p. 4 url=https://pier.example/a
    (Pier Post, https://pier.example/a) → Pier Post url=https://pier.example/a
    (May 3, https://pier.example/a) → pier.example @ May 3 url=https://pier.example/a
    (see https://pier.example/a) → pier.example url=https://pier.example/a
    (see the map at https://pier.example/a) → link: pier.example url=https://pier.example/a
    (Quay, May 2, https://quay.example/1; Pier Post, May 3, https://pier.example/a) → Quay @ May 2 url=https://quay.example/1 + Pier Post @ May 3 url=https://pier.example/a
    (Pier Post, May 3, https://) → Pier Post @ May 3
    (, May 3, https://pier.example/a) → MISSING @ May 3
    (https://pier.example/a, May 3) → https://pier.example/a @ May 3
    (<a href="https://pier.example/a">Pier Post</a>, May 3) → Pier Post @ May 3
    (<a href="https://pier.example/a"></a>, May 3) → MISSING @ May 3
  `);
});

test('emptied citations', () => {
  expect(
    itemReadings(
      ', June 19',
      ', ',
      ', March',
      '. March 3',
      '; Pier Post, March 3',
      '; , March 3',
      ', August 26;, August 25',
      'Pier Post, May 2;, May 3',
      '[](), June 14',
      '[](https://), June 14',
      '“Low Tide,” , April 2',
      '[in Russian], May 5',
      'see , para. 14',
      'see , July 7',
      'Telegram channel , May 5',
      'Interview with , 11 January',
      ', p. 4',
      ', accessed May 3',
      ', undated',
      ': May 3',
      '| May 3',
      '– May 3',
      '-3 May',
      '–, “Low Tide,” May 3',
      '?, le 3 mai 2021',
      'May 3, ',
      'May 3, ?',
      'see XX, May 3',
      'Pier Post, May 2; N/A, May 3',
      'Pier Post, May 2; Quelle, 3. Mai',
      'Pier Post, May 2; Source Daily, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (, June 19) → MISSING @ June 19
    (, ) → MISSING
    (, March) → MISSING @ March
    (. March 3) → MISSING @ March 3
    (; Pier Post, March 3) → MISSING + Pier Post @ March 3
    (; , March 3) → MISSING @ March 3
    (, August 26;, August 25) → MISSING @ August 26 + MISSING @ August 25
    (Pier Post, May 2;, May 3) → Pier Post @ May 2 + MISSING @ May 3
    ([](), June 14) → MISSING @ June 14
    ([](https://), June 14) → MISSING @ June 14
    (“Low Tide,” , April 2) → MISSING @ April 2 title=Low Tide !space-before-comma
    ([in Russian], May 5) → MISSING @ May 5
    (see , para. 14) → MISSING locator=para. 14
    (see , July 7) → MISSING @ July 7
    (Telegram channel , May 5) → MISSING @ May 5
    (Interview with , 11 January) → MISSING @ 11 January
    (, p. 4) → MISSING locator=p. 4
    (, accessed May 3) → MISSING @ accessed May 3
    (, undated) → author-date: MISSING @ undated
    (: May 3) → MISSING @ May 3
    (| May 3) → MISSING @ May 3
    (– May 3) → MISSING @ May 3
    (-3 May) → none
    (–, “Low Tide,” May 3) → MISSING @ May 3
    (?, le 3 mai 2021) → MISSING @ 3 mai 2021
    (May 3, ) → MISSING @ May 3
    (May 3, ?) → MISSING @ May 3
    (see XX, May 3) → MISSING @ May 3
    (Pier Post, May 2; N/A, May 3) → Pier Post @ May 2 + MISSING @ May 3
    (Pier Post, May 2; Quelle, 3. Mai) → Pier Post @ May 2 + MISSING @ 3. Mai
    (Pier Post, May 2; Source Daily, May 3) → Pier Post @ May 2 + Source Daily @ May 3
  `);
  expect(
    readings(
      'The harbor was closed ().',
      'Call open() and then close ().',
      'Ada Shaw () was born in Ostrava.',
      'The harbor was closed ( May 3).',
      'The harbor was closed ( 17/08/2022), they said.',
      'The harbor was closed ( May 3 ).',
      'The strike ( May 3) ended.',
      'The harbor was closed ( May 2022).',
      'The harbor was closed (Pier Post, May 2; May 3).',
      'The harbor was closed [, March 3].',
      'The harbor was closed [](https://pier.example/2022/a), September 22.',
    ),
  ).toMatchInlineSnapshot(`
    The harbor was closed (). → MISSING
    Call open() and then close (). → none
    Ada Shaw () was born in Ostrava. → none
    The harbor was closed ( May 3). → MISSING @ May 3
    The harbor was closed ( 17/08/2022), they said. → MISSING @ 17/08/2022
    The harbor was closed ( May 3 ). → none
    The strike ( May 3) ended. → none
    The harbor was closed ( May 2022). → none
    The harbor was closed (Pier Post, May 2; May 3). → Pier Post @ May 2 + Pier Post @ May 3
    The harbor was closed [, March 3]. → MISSING @ March 3
    The harbor was closed [](https://pier.example/2022/a), September 22. → link: MISSING no-words
  `);
});

test('slips in items that are clear', () => {
  expect(
    itemReadings(
      'Interfax – TBILISI. April 17, 2013',
      'Pier Post May 9',
      'Pier Post,May 9',
      'Pier Post, May 9.',
      'Pier Post , May 9',
      'Pier Post,, May 9',
      'Pier Post, Febuary 3',
      'Pier Post, 3 Septembr 2021',
      'Aug 23, Kyodo',
      '23 August 2021, Pier Post',
      'Pier Post, ',
      'Pier Post; June 14',
      'Pier Post, May 2; June 14',
      'AFP, March 2, RFI, March 2',
      'Pier Post, March 2, Quay Times, March 3, 2021',
      'Reuters and Dawn, May 3',
      'The Pier and Mail, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (Interfax – TBILISI. April 17, 2013) → Interfax @ April 17, 2013 !no-comma
    (Pier Post May 9) → Pier Post @ May 9 !no-comma
    (Pier Post,May 9) → Pier Post @ May 9 !no-space
    (Pier Post, May 9.) → Pier Post @ May 9 !stray-stop
    (Pier Post , May 9) → Pier Post @ May 9 !space-before-comma
    (Pier Post,, May 9) → Pier Post @ May 9 !extra-comma
    (Pier Post, Febuary 3) → Pier Post @ Febuary 3 !misspelled-month
    (Pier Post, 3 Septembr 2021) → Pier Post @ 3 Septembr 2021 !misspelled-month
    (Aug 23, Kyodo) → Kyodo @ Aug 23 !date-first
    (23 August 2021, Pier Post) → Pier Post @ 23 August 2021 !date-first
    (Pier Post, ) → Pier Post !no-date
    (Pier Post; June 14) → Pier Post @ June 14 !semicolon
    (Pier Post, May 2; June 14) → Pier Post @ May 2 + Pier Post @ June 14
    (AFP, March 2, RFI, March 2) → AFP @ March 2 + RFI @ March 2 !semicolon
    (Pier Post, March 2, Quay Times, March 3, 2021) → Pier Post @ March 2 + Quay Times @ March 3, 2021 !semicolon
    (Reuters and Dawn, May 3) → Reuters @ May 3 + Dawn @ May 3
    (The Pier and Mail, May 3) → The Pier and Mail @ May 3
  `);
});

test('what may follow the date', () => {
  expect(
    itemReadings(
      'Pier Post, May 3, p. 4',
      'Pier Post, May 3, pp. 12-13',
      'Pier Post, May 3, section 1a',
      'Pier Post, May 3, para. 58',
      'Pier Post, May 3, 14:05 UTC',
      'Pier Post, May 3, 10:15 MSK',
      'Pier Post, May 3 [in Russian]',
      'Pier Post, May 3 (in Arabic)',
      'Pier Post [in Russian], May 3',
      'Pier Post, May 3, p. 4 [in Russian]',
    ),
  ).toMatchInlineSnapshot(`
    (Pier Post, May 3, p. 4) → Pier Post @ May 3 locator=p. 4
    (Pier Post, May 3, pp. 12-13) → Pier Post @ May 3 locator=pp. 12-13
    (Pier Post, May 3, section 1a) → Pier Post @ May 3 locator=section 1a
    (Pier Post, May 3, para. 58) → Pier Post @ May 3 locator=para. 58
    (Pier Post, May 3, 14:05 UTC) → Pier Post @ May 3, 14:05 UTC
    (Pier Post, May 3, 10:15 MSK) → Pier Post @ May 3, 10:15 MSK
    (Pier Post, May 3 [in Russian]) → Pier Post @ May 3
    (Pier Post, May 3 (in Arabic)) → Pier Post @ May 3
    (Pier Post [in Russian], May 3) → Pier Post @ May 3
    (Pier Post, May 3, p. 4 [in Russian]) → Pier Post @ May 3 locator=p. 4
  `);
});

test('titles, authors, undated sources', () => {
  expect(
    itemReadings(
      'Pier Post, “Low Tide,” May 3, 2022',
      'Ada Shaw, “Low Tide,” Pier Post, May 3, 2022',
      '“Low Tide,” Pier Post, May 3, 2022',
      'Pier Post, "Low Tide", May 3',
      'Pier Post, «Прилив», 3 мая',
      'Pier Post, undated',
      'Reuters, n.d.',
      'Ministry, n.d.',
    ),
  ).toMatchInlineSnapshot(`
    (Pier Post, “Low Tide,” May 3, 2022) → Pier Post @ May 3, 2022 title=Low Tide
    (Ada Shaw, “Low Tide,” Pier Post, May 3, 2022) → Pier Post @ May 3, 2022 title=Low Tide author=Ada Shaw
    (“Low Tide,” Pier Post, May 3, 2022) → Pier Post @ May 3, 2022 title=Low Tide
    (Pier Post, "Low Tide", May 3) → Pier Post @ May 3 title=Low Tide
    (Pier Post, «Прилив», 3 мая) → Pier Post @ 3 мая title=Прилив
    (Pier Post, undated) → Pier Post
    (Reuters, n.d.) → Reuters
    (Ministry, n.d.) → none
  `);
});

test('links and repetitions', () => {
  expect(
    readings(
      'It closed ([Pier Post](https://pier.example/2022/a)).',
      'It closed ([Pier Post](https://pier.example/2022/a), May 3).',
      'It closed ([Pier Post][1]).\n\n[1]: https://pier.example/2022/a',
      'It closed (Pier Post, May 3). It opened (ibid.). It burned (Ibid., p. 4).',
      'It opened (ibid.).',
      'It closed (Pier Post, May 3;\n\nQuay Times, May 4).',
    ),
  ).toMatchInlineSnapshot(`
    It closed ([Pier Post](https://pier.example/2022/a)). → link: pier.example title=Pier Post url=https://pier.example/2022/a
    It closed ([Pier Post](https://pier.example/2022/a), May 3). → Pier Post @ May 3 url=https://pier.example/2022/a
    It closed ([Pier Post][1]).⏎⏎[1]: https://pier.example/2022/a → link: pier.example title=Pier Post url=https://pier.example/2022/a
    It closed (Pier Post, May 3). It opened (ibid.). It burned (Ibid., p. 4). → Pier Post @ May 3 + Pier Post @ ibid. repeat + Pier Post @ Ibid., p. 4 locator=p. 4 repeat
    It opened (ibid.). → MISSING
    It closed (Pier Post, May 3;⏎⏎Quay Times, May 4). → Pier Post @ May 3 + Quay Times @ May 4
  `);
});

test('names in lower case and sentence case', () => {
  expect(
    itemReadings(
      'taz, May 3',
      'defenceWeb, May 3',
      'vx-underground, May 3',
      'iPier, May 3',
      'La tercera, May 3',
      'Gazeta wyborcza, May 3',
      'Gazeta wyborcza May 3',
      'la Repubblica, May 3',
      'pierpost, May 3',
      'The talks on the pier went on, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (taz, May 3) → taz @ May 3
    (defenceWeb, May 3) → defenceWeb @ May 3
    (vx-underground, May 3) → vx-underground @ May 3
    (iPier, May 3) → iPier @ May 3
    (La tercera, May 3) → La tercera @ May 3
    (Gazeta wyborcza, May 3) → Gazeta wyborcza @ May 3
    (Gazeta wyborcza May 3) → none
    (la Repubblica, May 3) → la Repubblica @ May 3
    (pierpost, May 3) → none
    (The talks on the pier went on, May 3) → none
  `);
});

test('what was lost around a source', () => {
  expect(
    itemReadings(
      '[](https://pier.example/strike), June 14',
      'in , June 14',
      'posted on , June 14',
      'quoted by , June 14',
      'Posted on ',
      'as told to ',
      'Ministry of , June 14',
      'https://t.me/, June 14',
      'www., June 14',
      'https://, June 14',
      '.com, June 14',
      '“Low Tide”, , June 14',
      'ver , 14 de junio',
      'zob. , 14 czerwca',
      'laut , 14. Juni',
      'selon , 14 juin',
      'по данным , 14 июня',
      'Entrevista con , 14 de junio',
      'Entretien avec , 14 juin',
      'canal de Telegram , 14 de junio',
      'Телеграм-канал , 14 июня',
      '<em></em>, June 14',
      '<a href="">, June 14</a>',
    ),
  ).toMatchInlineSnapshot(`
    ([](https://pier.example/strike), June 14) → MISSING @ June 14
    (in , June 14) → MISSING @ June 14
    (posted on , June 14) → MISSING @ June 14
    (quoted by , June 14) → MISSING @ June 14
    (Posted on ) → MISSING
    (as told to ) → MISSING
    (Ministry of , June 14) → MISSING @ June 14
    (https://t.me/, June 14) → MISSING @ June 14
    (www., June 14) → MISSING @ June 14
    (https://, June 14) → MISSING @ June 14
    (.com, June 14) → MISSING @ June 14
    (“Low Tide”, , June 14) → MISSING @ June 14 title=Low Tide !extra-comma
    (ver , 14 de junio) → MISSING @ 14 de junio
    (zob. , 14 czerwca) → MISSING @ 14 czerwca
    (laut , 14. Juni) → MISSING @ 14. Juni
    (selon , 14 juin) → MISSING @ 14 juin
    (по данным , 14 июня) → MISSING @ 14 июня
    (Entrevista con , 14 de junio) → MISSING @ 14 de junio
    (Entretien avec , 14 juin) → MISSING @ 14 juin
    (canal de Telegram , 14 de junio) → MISSING @ 14 de junio
    (Телеграм-канал , 14 июня) → MISSING @ 14 июня
    (<em></em>, June 14) → MISSING @ June 14
    (<a href="">, June 14</a>) → MISSING @ June 14
  `);
  expect(
    itemReadings(
      '<em>Pier Post</em>, June 14',
      '<a href="https://pier.example/strike">Pier Post</a>, June 14',
      'in May, June 14',
      'updated , June 14',
      'interview with Ada Shaw, June 14',
      '“Low Tide”, June 14',
    ),
  ).toMatchInlineSnapshot(`
    (<em>Pier Post</em>, June 14) → Pier Post @ June 14
    (<a href="https://pier.example/strike">Pier Post</a>, June 14) → Pier Post @ June 14
    (in May, June 14) → none
    (updated , June 14) → none
    (interview with Ada Shaw, June 14) → interview with Ada Shaw @ June 14
    (“Low Tide”, June 14) → “Low Tide” @ June 14
  `);
});

test('asides', () => {
  expect(
    itemReadings(
      'Sochi, September 17, 2018',
      '[Pier](place:pier), September 17, 2018',
      '[Shaw](person:shaw), September 17, 2018',
      'No. 12, May 3',
      'Table 4, May 3',
      'Resolution 2374, September 5, 2017',
      '2374 Resolution, September 5, 2017',
      'Operation Low Tide, May 3',
      'Exercise Low Tide, May 3',
      'Ostrava Summit, May 3',
      'May 9, Victory Day',
      'USS Cole, October 12, 2000',
      'indicted March 2, 2020',
      'Ada Shaw, indicted March 2, 2020',
      '31 of 118, January 2016–June 2018',
      'Beirut explosion, August 4, 2020',
      'northern Syria, October 2019',
      'Law360, May 3',
      'War on the Rocks, May 3',
      'National Law Review, May 3',
      'The Day, May 3',
      'Channel 4, May 3',
      '20 minutos, May 3',
    ),
  ).toMatchInlineSnapshot(`
    (Sochi, September 17, 2018) → none
    ([Pier](place:pier), September 17, 2018) → none
    ([Shaw](person:shaw), September 17, 2018) → Shaw @ September 17, 2018
    (No. 12, May 3) → none
    (Table 4, May 3) → none
    (Resolution 2374, September 5, 2017) → none
    (2374 Resolution, September 5, 2017) → none
    (Operation Low Tide, May 3) → none
    (Exercise Low Tide, May 3) → none
    (Ostrava Summit, May 3) → none
    (May 9, Victory Day) → none
    (USS Cole, October 12, 2000) → none
    (indicted March 2, 2020) → none
    (Ada Shaw, indicted March 2, 2020) → none
    (31 of 118, January 2016–June 2018) → none
    (Beirut explosion, August 4, 2020) → none
    (northern Syria, October 2019) → none
    (Law360, May 3) → Law360 @ May 3
    (War on the Rocks, May 3) → War on the Rocks @ May 3
    (National Law Review, May 3) → National Law Review @ May 3
    (The Day, May 3) → The Day @ May 3
    (Channel 4, May 3) → Channel 4 @ May 3
    (20 minutos, May 3) → 20 minutos @ May 3
  `);
});
