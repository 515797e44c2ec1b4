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
      'The pier was closed at night (N/A, June 14).',
      'The pier was closed at night *(unknown, June 14)*.',
      'The pier was closed at night [XX, June 14].',
      'Der Kai wurde nachts geschlossen (Quelle, 14. Juni).',
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
    The pier was closed at night (N/A, June 14). → placeholder: MISSING
    The pier was closed at night *(unknown, June 14)*. → placeholder: MISSING
    The pier was closed at night [XX, June 14]. → placeholder: MISSING
    Der Kai wurde nachts geschlossen (Quelle, 14. Juni). → placeholder: MISSING
  `);
});

test('placeholders beside markers', () => {
  expect(
    readings(
      'The pier was closed.[3][citation needed]',
      'The pier was closed.[citation needed][3]',
      'The [cite][pier] was closed.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed.[3][citation needed] → placeholder: MISSING
    The pier was closed.[citation needed][3] → placeholder: MISSING
    The [cite][pier] was closed. → none
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
      'The talks in Ostrava (TBD, June 14) and in Łódź (unknown, June 16) are off.',
      'Then the office calls checkInput(null, null).',
      'The pier was closed at night (XX, June 14; Pier Post, June 14).',
      'Turkish Airlines (TK) flew.',
      'The date is open (TBD).',
      'The pier [who?] was closed.',
      'The pier was [sic] closed.',
      'See [[source]] and [source](https://pier.example).',
      'TODO: close the pier.',
      'Next: final (TBD, June 14) in Ostrava.',
    ),
  ).toMatchInlineSnapshot(`
    The talks in Ostrava (TBD, June 14) and in Łódź (unknown, June 16) are off. → none
    Then the office calls checkInput(null, null). → none
    The pier was closed at night (XX, June 14; Pier Post, June 14). → MISSING @ June 14 + Pier Post @ June 14
    Turkish Airlines (TK) flew. → none
    The date is open (TBD). → none
    The pier [who?] was closed. → none
    The pier was [sic] closed. → none
    See [[source]] and [source](https://pier.example). → none
    TODO: close the pier. → none
    Next: final (TBD, June 14) in Ostrava. → none
  `);
});

test('placeholders in other words', () => {
  expect(
    readings(
      'The pier was closed (REF).',
      'The pier was closed (Vale, 20XX).',
      'The pier was closed [Publication Name, Date].',
      'The pier was closed (Source: [Outlet Name], [Date]).',
      'The pier was closed in May, they say (Source: TBC). It reopened.',
      'The pier was closed (XXX, May 3) and sold.',
      'The pier was closed (which paper?, May 3) and sold.',
      'The pier was closed (undefined, May 3) and sold.',
      'The pier was closed at night (N/A, May 3).',
      'The pier was closed (Reuters, May XX).',
      'The pier was closed (Reuters, ?? May 2026).',
      'The pier was closed at night (Unknown, May 3).',
      'The pier was closed at night (*[Outlet]*, May 3).',
      'The pier was closed at night (source).',
      'The pier was closed (Source: [insert]), and sold [TBD – source].',
      'The pier was closed [@source].',
      'The pier was closed (AP, May 3; source?).',
      'The pier was closed <<SOURCE>> and sold.',
      'The pier was closed {source?}.',
      'El muelle cerró (fuente pendiente).',
      'El muelle cerró [falta fuente].',
      'Le quai a fermé (source à préciser).',
      'Причал закрыт [нет источника].',
      'Причал закрито [джерело?].',
      'Molo zamknięto [potrzebne źródło].',
      'Der Kai ist zu [Beleg erforderlich].',
      'De kade is dicht [bron?].',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed (REF). → placeholder: MISSING
    The pier was closed (Vale, 20XX). → placeholder: MISSING
    The pier was closed [Publication Name, Date]. → placeholder: MISSING
    The pier was closed (Source: [Outlet Name], [Date]). → placeholder: MISSING
    The pier was closed in May, they say (Source: TBC). It reopened. → placeholder: MISSING
    The pier was closed (XXX, May 3) and sold. → placeholder: MISSING
    The pier was closed (which paper?, May 3) and sold. → placeholder: MISSING
    The pier was closed (undefined, May 3) and sold. → placeholder: MISSING
    The pier was closed at night (N/A, May 3). → placeholder: MISSING
    The pier was closed (Reuters, May XX). → placeholder: MISSING
    The pier was closed (Reuters, ?? May 2026). → placeholder: MISSING
    The pier was closed at night (Unknown, May 3). → placeholder: MISSING
    The pier was closed at night (*[Outlet]*, May 3). → MISSING @ May 3
    The pier was closed at night (source). → placeholder: MISSING
    The pier was closed (Source: [insert]), and sold [TBD – source]. → placeholder: MISSING + placeholder: MISSING
    The pier was closed [@source]. → placeholder: MISSING
    The pier was closed (AP, May 3; source?). → AP @ May 3 + placeholder: MISSING
    The pier was closed <<SOURCE>> and sold. → placeholder: MISSING
    The pier was closed {source?}. → placeholder: MISSING
    El muelle cerró (fuente pendiente). → placeholder: MISSING
    El muelle cerró [falta fuente]. → placeholder: MISSING
    Le quai a fermé (source à préciser). → placeholder: MISSING
    Причал закрыт [нет источника]. → placeholder: MISSING
    Причал закрито [джерело?]. → placeholder: MISSING
    Molo zamknięto [potrzebne źródło]. → placeholder: MISSING
    Der Kai ist zu [Beleg erforderlich]. → placeholder: MISSING
    De kade is dicht [bron?]. → placeholder: MISSING
  `);
  expect(
    readings(
      'The Research Excellence Framework (REF) was closed.',
      'They want World War II, not III (Chapter XX).',
      'Use the form {name} and the list << 2 >>.',
      'The set {a, b} has a source {code}.',
      'The pier (source unknown to us) was closed.',
      'He asked who paid (and where, in May).',
      'The (source) code and the river (source) are here.',
      'They sold Open Source (source).',
      'La cita (pendiente de fecha) es en mayo.',
    ),
  ).toMatchInlineSnapshot(`
    The Research Excellence Framework (REF) was closed. → none
    They want World War II, not III (Chapter XX). → none
    Use the form {name} and the list << 2 >>. → none
    The set {a, b} has a source {code}. → none
    The pier (source unknown to us) was closed. → none
    He asked who paid (and where, in May). → none
    The (source) code and the river (source) are here. → none
    They sold Open Source (source). → placeholder: MISSING
    La cita (pendiente de fecha) es en mayo. → none
  `);
});

test('remains of word processors, reference managers, LaTeX and wikis', () => {
  expect(
    readings(
      'The pier was closed {Citation}.',
      'The pier was closed ADDIN ZOTERO_ITEM CSL_CITATION {"id":"a","text":"(Vale 2023)"}.',
      'The pier was closed ADDIN EN.CITE.',
      'It fell ADDIN ZOTERO_ITEM CSL_CITATION {"a":{"b":"c"},"d":[{"e":1}]}, and rose ADDIN ZOTERO_ITEM CSL_CITATION {"a":{}}.',
      'The pier was closed {Vale, 2023 #114}.',
      'The pier was closed [CITATION Val23 \\l 1033].',
      'The pier was closed \\cite{}, and \\parencite[p.~4]{} says why \\footnote{}.',
      'The pier was closed [?], says one (?, ?) and another (**vale2023?**).',
      'The pier was closed as shown in Error! Reference source not found. It reopened.',
      'Le quai a fermé (Erreur ! Source du renvoi introuvable.).',
      'Причал закрыт (Ошибка! Источник ссылки не найден.).',
      'The pier was closed {{cn}} and sold {{Citation needed|date=May 2026}}.',
      'The pier was closed <ref></ref> and sold <ref name="vale" />.',
      'The pier was closed [Pier Post|] and sold.',
      'The pier was closed and [[]] sold.',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed {Citation}. → placeholder: MISSING
    The pier was closed ADDIN ZOTERO_ITEM CSL_CITATION {"id":"a","text":"(Vale 2023)"}. → placeholder: MISSING
    The pier was closed ADDIN EN.CITE. → placeholder: MISSING
    It fell ADDIN ZOTERO_ITEM CSL_CITATION {"a":{"b":"c"},"d":[{"e":1}]}, and rose ADDIN ZOTERO_ITEM CSL_CITATION {"a":{}}. → placeholder: MISSING + placeholder: MISSING
    The pier was closed {Vale, 2023 #114}. → placeholder: MISSING
    The pier was closed [CITATION Val23 \\l 1033]. → placeholder: MISSING
    The pier was closed \\cite{}, and \\parencite[p.~4]{} says why \\footnote{}. → placeholder: MISSING + placeholder: MISSING + placeholder: MISSING
    The pier was closed [?], says one (?, ?) and another (**vale2023?**). → placeholder: MISSING + placeholder: MISSING + placeholder: MISSING
    The pier was closed as shown in Error! Reference source not found. It reopened. → placeholder: MISSING
    Le quai a fermé (Erreur ! Source du renvoi introuvable.). → placeholder: MISSING
    Причал закрыт (Ошибка! Источник ссылки не найден.). → placeholder: MISSING
    The pier was closed {{cn}} and sold {{Citation needed|date=May 2026}}. → placeholder: MISSING + placeholder: MISSING
    The pier was closed <ref></ref> and sold <ref name="vale" />. → placeholder: MISSING + placeholder: MISSING
    The pier was closed [Pier Post|] and sold. → placeholder: MISSING
    The pier was closed and [[]] sold. → placeholder: MISSING
  `);
  expect(
    readings(
      'Is it [?] Ivan [?], or Anna?',
      'The command `\\cite{}` cites, as does \\cite{vale2023}, and \\ref{vale} refers.',
      'Error! The pier was closed. No bookmark was set!',
      'The template {{Infobox ship|name=Vale}} shows the ship {Vale}.',
      'The harbor master [Vale|the older] closed the pier, see [[Vale]].',
    ),
  ).toMatchInlineSnapshot(`
    Is it [?] Ivan [?], or Anna? → none
    The command \`\\cite{}\` cites, as does \\cite{vale2023}, and \\ref{vale} refers. → none
    Error! The pier was closed. No bookmark was set! → none
    The template {{Infobox ship|name=Vale}} shows the ship {Vale}. → none
    The harbor master [Vale|the older] closed the pier, see [[Vale]]. → none
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
      'The pier was closed.[web:14][web:15] It was sold [attached_file:2].',
      'The pier was closed [citation:3], it says [web:1, web:2].',
      'The pier was closed <grok-card data-id="a1" data-type="citation_card"></grok-card>.',
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
    The pier was closed.[web:14][web:15] It was sold [attached_file:2]. → leftover: MISSING + leftover: MISSING + leftover: MISSING
    The pier was closed [citation:3], it says [web:1, web:2]. → leftover: MISSING + leftover: MISSING
    The pier was closed <grok-card data-id="a1" data-type="citation_card"></grok-card>. → leftover: MISSING
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

test('what placeholders lack, in several words and languages', () => {
  expect(
    readings(
      'The pier was closed [link to come].',
      'The pier was closed [SOURCE NAME TK].',
      'The pier was closed [time and source TK].',
      'The pier was closed (outlet?).',
      'The pier was closed (source to be confirmed).',
      'The pier was closed [source pending].',
      'The pier was closed [dead link].',
      'The pier was closed [full citation needed].',
      'Der Pier blieb zu [Quelle folgt].',
      'Le quai est fermé [source à vérifier].',
      'El muelle está cerrado [fuente por confirmar].',
      'The pier was closed {{citation needed|date=May 2022}}.',
      'The pier was closed (LINK).',
      'The pier was closed on Monday (SOURCE).',
      'El muelle está cerrado (FUENTE).',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed [link to come]. → placeholder: MISSING
    The pier was closed [SOURCE NAME TK]. → placeholder: MISSING
    The pier was closed [time and source TK]. → placeholder: MISSING
    The pier was closed (outlet?). → placeholder: MISSING
    The pier was closed (source to be confirmed). → placeholder: MISSING
    The pier was closed [source pending]. → placeholder: MISSING
    The pier was closed [dead link]. → placeholder: MISSING
    The pier was closed [full citation needed]. → placeholder: MISSING
    Der Pier blieb zu [Quelle folgt]. → placeholder: MISSING
    Le quai est fermé [source à vérifier]. → placeholder: MISSING
    El muelle está cerrado [fuente por confirmar]. → placeholder: MISSING
    The pier was closed {{citation needed|date=May 2022}}. → placeholder: MISSING
    The pier was closed (LINK). → placeholder: MISSING
    The pier was closed on Monday (SOURCE). → placeholder: MISSING
    El muelle está cerrado (FUENTE). → placeholder: MISSING
  `);
});

test('placeholders with a date, with and without a comma', () => {
  expect(
    readings(
      'The pier was closed at night (Source TBC, June 14).',
      'The pier was closed at night (Source?, June 14).',
      'The pier was closed at night (source needed, 14 June).',
      'The pier was closed at night (name of outlet, June 14).',
      'The pier was closed at night (unknown source, June 14).',
      'The pier was closed at night (XXX 14/06/2022).',
      'The pier was closed at night (Source? 14/06/2022).',
      'The pier was closed at night [Outlet, June 14].',
      'The pier was closed at 18:00 (CHANNEL, 14 June).',
      'The pier was closed at night [OUTLET, DATE].',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed at night (Source TBC, June 14). → placeholder: MISSING
    The pier was closed at night (Source?, June 14). → placeholder: MISSING
    The pier was closed at night (source needed, 14 June). → placeholder: MISSING
    The pier was closed at night (name of outlet, June 14). → placeholder: MISSING
    The pier was closed at night (unknown source, June 14). → placeholder: MISSING
    The pier was closed at night (XXX 14/06/2022). → placeholder: MISSING
    The pier was closed at night (Source? 14/06/2022). → placeholder: MISSING
    The pier was closed at night [Outlet, June 14]. → placeholder: MISSING
    The pier was closed at 18:00 (CHANNEL, 14 June). → placeholder: MISSING
    The pier was closed at night [OUTLET, DATE]. → placeholder: MISSING
  `);
});

test('no placeholders with a date', () => {
  expect(
    readings(
      'The river rises at a lake (source of the Ob, 14 km away).',
      'He died at sea (unknown, June 1914).',
      'The pier was closed at night (unnamed source, June 14).',
      'The pier was closed at night (channel, 14 June).',
      'They met at a port (name and date withheld).',
      'The file was read at night (source code, June 14).',
      'The short form of the token (Chainlink (LINK)) is old.',
      'He bought shares of Chainlink (LINK).',
      'A court sat at the Long Island News Kiosk (LINK).',
      'The slot is {{source}} and {{url}}.',
      'The list has links (link).',
    ),
  ).toMatchInlineSnapshot(`
    The river rises at a lake (source of the Ob, 14 km away). → none
    He died at sea (unknown, June 1914). → none
    The pier was closed at night (unnamed source, June 14). → none
    The pier was closed at night (channel, 14 June). → none
    They met at a port (name and date withheld). → none
    The file was read at night (source code, June 14). → none
    The short form of the token (Chainlink (LINK)) is old. → none
    He bought shares of Chainlink (LINK). → none
    A court sat at the Long Island News Kiosk (LINK). → none
    The slot is {{source}} and {{url}}. → none
    The list has links (link). → none
  `);
});

test('leftovers of other assistants', () => {
  expect(
    readings(
      'The pier was closed [web:5].',
      'The pier was closed.[^web:5]',
      'The pier was closed [citation:3][citation:4].',
      'The pier was closed [cite: 1-3].',
      'The pier was closed [attached_file:1].',
      'The pier was closed, as [this chart](sandbox:/mnt/data/pier.png) shows.',
      'Its address is [web:port].',
    ),
  ).toMatchInlineSnapshot(`
    The pier was closed [web:5]. → leftover: MISSING
    The pier was closed.[^web:5] → leftover: MISSING
    The pier was closed [citation:3][citation:4]. → leftover: MISSING + leftover: MISSING
    The pier was closed [cite: 1-3]. → leftover: MISSING
    The pier was closed [attached_file:1]. → leftover: MISSING
    The pier was closed, as [this chart](sandbox:/mnt/data/pier.png) shows. → link: MISSING no-address
    Its address is [web:port]. → none
  `);
});

test('an outlet that is asked for, and a name that is lost in running text', () => {
  expect(
    readings(
      'The dam held (AFP?). It did not (Reuters ?), and it did (the mayor?).',
      'The dam held, said the mayor (Time?), and the crew (CNN?) that saw it.',
      'According to , the dam held. It was, according to ; nothing, a good year.',
      'Laut , hielt der Damm. Según , no pasó nada. По данным , мост закрыт.',
      'According to plan, it held. The sound was loud (according to , May 4).',
      'The dam held (TASS 21/05/2022; source 21/07/2022).',
    ),
  ).toMatchInlineSnapshot(`
    The dam held (AFP?). It did not (Reuters ?), and it did (the mayor?). → placeholder: MISSING + placeholder: MISSING
    The dam held, said the mayor (Time?), and the crew (CNN?) that saw it. → none
    According to , the dam held. It was, according to ; nothing, a good year. → placeholder: MISSING + placeholder: MISSING
    Laut , hielt der Damm. Según , no pasó nada. По данным , мост закрыт. → placeholder: MISSING + placeholder: MISSING + placeholder: MISSING
    According to plan, it held. The sound was loud (according to , May 4). → MISSING @ May 4
    The dam held (TASS 21/05/2022; source 21/07/2022). → TASS @ 21/05/2022 !no-comma + MISSING @ 21/07/2022
  `);
});
