import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('read before it was there: by days, by months, by years', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    sources:
      - { id: own, issued: 2021-09-06, accessed: 2021-03-06 }
    ---
    Kabul fell [@own].
    --- sources.yaml
    references:
      - { id: a, issued: 2021-09-06, accessed: 2021-09-04 }
      - { id: b, issued: 2021-09-06, accessed: 2021-07 }
      - { id: c, issued: 2021-09-06, accessed: 2020 }
      - { id: d, type: article-magazine, issued: 2021-09-06, accessed: 2020-09-07 }
      - { id: e, issued: { date-parts: [[2021, 9, 6]] }, accessed: 2021-08-06 }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: own, issued: 2021-09-06, accessed: 2021-03-06 }
                                                 ^^^^^^^^^^ accessed-before-issued This was read on March 6, 2021, before it was published on September 6, 2021. One of the two dates is wrong, and citations find the source by them: look them up.
    --- sources.yaml
      - { id: a, issued: 2021-09-06, accessed: 2021-09-04 }
                                               ^^^^^^^^^^ accessed-before-issued This was read on September 4, 2021, before it was published on September 6, 2021. One of the two dates is wrong, and citations find the source by them: look them up.
      - { id: b, issued: 2021-09-06, accessed: 2021-07 }
                                               ^^^^^^^ accessed-before-issued This was read on July 2021, before it was published on September 6, 2021. One of the two dates is wrong, and citations find the source by them: look them up.
      - { id: c, issued: 2021-09-06, accessed: 2020 }
                                               ^^^^ accessed-before-issued This was read on 2020, before it was published on September 6, 2021. One of the two dates is wrong, and citations find the source by them: look them up.
      - { id: d, type: article-magazine, issued: 2021-09-06, accessed: 2020-09-07 }
                                                                       ^^^^^^^^^^ accessed-before-issued This was read on September 7, 2020, before it was published on September 6, 2021. One of the two dates is wrong, and citations find the source by them: look them up.
      - { id: e, issued: { date-parts: [[2021, 9, 6]] }, accessed: 2021-08-06 }
                                                                   ^^^^^^^^^^ accessed-before-issued This was read on August 6, 2021, before it was published on September 6, 2021. One of the two dates is wrong, and citations find the source by them: look them up.
  `);
});

test('silent: the same day, a day before in another time zone, dates that may agree, issues dated ahead', () => {
  expectFindings(`
    --- sources.yaml
    references:
      - { id: a, issued: 2021-09-06, accessed: 2021-09-06 }
      - { id: b, issued: 2021-09-06, accessed: 2021-09-05 }
      - { id: c, issued: 2021-09-06, accessed: 2021-09 }
      - { id: d, issued: 2021-09-06, accessed: 2021 }
      - { id: e, issued: 2021-09-01, accessed: 2021-08 }
      - { id: f, issued: 2022-01-01, accessed: 2021-12-31 }
      - { id: g, issued: 2021, accessed: 2021-03-01 }
      - { id: h, issued: 2021-10, accessed: 2021-08-20 }
      - { id: i, type: article-journal, issued: 2021-10-01, accessed: 2021-08-20 }
      - { id: j, type: book, issued: 2022, accessed: 2021-11-20 }
      - { id: k, accessed: 2021-08-20 }
      - { id: l, issued: { literal: in press }, accessed: 2021-08-20 }
  `);
});
