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
                                                 ^^^^^^^^^^ accessed-before-issued Read on March 6, 2021, but published on September 6, 2021. Correct one of the two dates.
    --- sources.yaml
      - { id: a, issued: 2021-09-06, accessed: 2021-09-04 }
                                               ^^^^^^^^^^ accessed-before-issued Read on September 4, 2021, but published on September 6, 2021. Correct one of the two dates.
      - { id: b, issued: 2021-09-06, accessed: 2021-07 }
                                               ^^^^^^^ accessed-before-issued Read on July 2021, but published on September 6, 2021. Correct one of the two dates.
      - { id: c, issued: 2021-09-06, accessed: 2020 }
                                               ^^^^ accessed-before-issued Read on 2020, but published on September 6, 2021. Correct one of the two dates.
      - { id: d, type: article-magazine, issued: 2021-09-06, accessed: 2020-09-07 }
                                                                       ^^^^^^^^^^ accessed-before-issued Read on September 7, 2020, but published on September 6, 2021. Correct one of the two dates.
      - { id: e, issued: { date-parts: [[2021, 9, 6]] }, accessed: 2021-08-06 }
                                                                   ^^^^^^^^^^ accessed-before-issued Read on August 6, 2021, but published on September 6, 2021. Correct one of the two dates.
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
