import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

const release = { settings: { rules: { 'incomplete-source': 'warning' as const } } };

test('what is missing, by the type of the source', () => {
  expect(
    showFindings(
      `
    --- main.brief
    ---
    sources:
      - { id: own, type: report, title: Sahel in 2023, issued: 2023-12 }
    ---
    Kabul fell [@own].
    --- sources.yaml
    references:
      - { id: a, container-title: TASS, issued: 2021-09-06 }
      - { id: b, type: article-newspaper, title: Garrison leaves }
      - { id: c, type: webpage, title: Our work, issued: 2021-09-06 }
      - { id: d, type: post, title: Claim, container-title: Telegram, issued: 2021-09-06, URL: https://example.org/1 }
      - { id: e, type: legislation, issued: 2021-09-06, title: }
      - { id: f, type: interview, issued: 2021-09-06 }
      - { id: g, type: webpage, title: Our work, URL: https://example.org/1 }
      - { id: constructor, type: constructor, title: T }
  `,
      release,
    ),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: own, type: report, title: Sahel in 2023, issued: 2023-12 }
              ^^^ incomplete-source “Sahel in 2023” lacks “publisher” or “author”. Add what is missing.
    --- sources.yaml
      - { id: a, container-title: TASS, issued: 2021-09-06 }
              ^ incomplete-source TASS, September 6, 2021 lacks “type” and “title”. Add what is missing.
      - { id: b, type: article-newspaper, title: Garrison leaves }
              ^ incomplete-source “Garrison leaves” lacks “issued” and “container-title” (the outlet). Add what is missing.
      - { id: c, type: webpage, title: Our work, issued: 2021-09-06 }
              ^ incomplete-source “Our work” lacks “URL”. Add what is missing.
      - { id: e, type: legislation, issued: 2021-09-06, title: }
              ^ incomplete-source e lacks “title”. Add what is missing.
      - { id: f, type: interview, issued: 2021-09-06 }
              ^ incomplete-source f lacks “author” or “title”. Add what is missing.
      - { id: g, type: webpage, title: Our work, URL: https://example.org/1 }
              ^ incomplete-source “Our work” lacks “issued”. Add what is missing.
      - { id: constructor, type: constructor, title: T }
              ^^^^^^^^^^^ incomplete-source “T” lacks “issued”. Add what is missing.
                                 ^^^^^^^^^^^ invalid-registry “constructor” is not a CSL type. Write one, such as article-newspaper, webpage or report.
  `);
});

test('silent: complete ones, and what stands for a field', () => {
  expectFindings(
    `
    --- sources.yaml
    references:
      - { id: a, type: article-newspaper, title: Garrison leaves, container-title: TASS, issued: 2021-09-06 }
      - { id: b, type: broadcast, title: Evening news, publisher: RFI, issued: 2021-09-06 }
      - { id: c, type: webpage, title: Our work, URL: https://example.org/1, accessed: 2021-09-07 }
      - { id: d, type: webpage, title: T, issued: 2021-09-06, URL: https://example.org/1, custom: { archive: https://example.org/2 } }
      - { id: e, type: report, title: Sahel in 2023, author: [{ literal: Crisis Group }], issued: 2023 }
      - { id: f, type: book, title: Handbook, editor: [{ family: Roy }], issued: 2023 }
      - { id: g, type: interview, author: [{ family: Kovalenko }], issued: 2023-05-11 }
      - { id: h, type: treaty, title: Algiers accord, issued: 2015-06-20 }
      - { id: i, type: article-journal, title: Ties, container-title: Survival, issued: { literal: in press } }
      - { id: j, type: post, title: Claim, container-title: X, issued: 2021-09-06, URL: https://example.org/1, accessed: 2021-09-07 }
      - { id: k, type: speech, title: Address, event-date: 2021-09-06 }
      - { id: l, type: dataset, title: Events, issued: 2021 }
  `,
    release,
  );
});

test('silent in drafts', () => {
  expectFindings(`
    --- sources.yaml
    references:
      - { id: a, container-title: TASS, issued: 2021-09-06 }
  `);
});
