import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('unrated-source');
const check = (fixture: string) => expectFindings(fixture, { settings });

test('a grade that is missing, once for each source', () => {
  check(`
    --- main.brief
    Trains ran again (Coastal Courier, May 8; Harbour Radio, May 9). Buses did not [@hall].
                      ^^^^^^^^^^^^^^^^^^^^^^ unrated-source “Trains” has no credibility (1–6). Rate it in the registry.
                                              ^^^^^^^^^^^^^^^^^^^^ unrated-source “News at nine” has no reliability (A–F; report or outlet). Rate it in the registry.
                                                                                    ^^^^^ unrated-source City Hall, May 9, 2023 has no rating: neither reliability (A–F; report or outlet) nor credibility (1–6). Rate it in the registry.

    Trams ran later ([the paper](src:trains); Coastal Courier, May 8).
    --- sources.yaml
    entities:
      - { id: courier, type: media, name: Coastal Courier, reliability: C }
    references:
      - { id: trains, title: Trains, container-title: Coastal Courier, issued: 2023-05-08 }
      - { id: radio, title: News at nine, container-title: Harbour Radio, issued: 2023-05-09, custom: { credibility: 2 } }
      - { id: hall, container-title: City Hall, issued: 2023-05-09 }
  `);
});

test('silent where the shop does not rate', () => {
  check(`
    --- main.brief
    Trains ran again (Coastal Courier, May 8).
    --- sources.yaml
    entities:
      - { id: courier, type: media, name: Coastal Courier }
    references:
      - { id: trains, title: Trains, container-title: Coastal Courier, issued: 2023-05-08 }
  `);
});

test('only grades that are used somewhere are asked for', () => {
  check(`
    --- main.brief
    Trains ran again (Coastal Courier, May 8), and so did buses (Harbour Radio, May 9).
                                                                 ^^^^^^^^^^^^^^^^^^^^ unrated-source no reliability
    --- sources.yaml
    entities:
      - { id: courier, type: media, name: Coastal Courier, reliability: C }
    references:
      - { id: trains, title: Trains, container-title: Coastal Courier, issued: 2023-05-08 }
      - { id: radio, title: News at nine, container-title: Harbour Radio, issued: 2023-05-09 }
  `);
  check(`
    --- main.brief
    Trains ran again (Coastal Courier, May 8), and so did buses (Harbour Radio, May 9).
                                                                 ^^^^^^^^^^^^^^^^^^^^ unrated-source no credibility
    --- sources.yaml
    references:
      - { id: trains, title: Trains, container-title: Coastal Courier, issued: 2023-05-08, custom: { credibility: 3 } }
      - { id: radio, title: News at nine, container-title: Harbour Radio, issued: 2023-05-09 }
  `);
});

test('F and 6 are ratings, and so is a letter of the outlet by any of its names', () => {
  check(`
    --- main.brief
    Trains ran again (Courier, May 8), they posted (Telegram/trains, May 9), and wrote (Harbour Radio, May 9).
    --- sources.yaml
    entities:
      - { id: courier, type: media, name: Coastal Courier, aliases: [Courier], reliability: F }
      - { id: telegram, type: media, name: Telegram, platform: true, reliability: F }
    references:
      - { id: trains, container-title: Courier, issued: 2023-05-08, custom: { credibility: 6 } }
      - { id: post, container-title: Telegram, URL: "https://t.me/trains/1", issued: 2023-05-09, custom: { credibility: 2 } }
      - { id: radio, container-title: Harbour Radio, issued: 2023-05-09, custom: { reliability: F, credibility: 6 } }
  `);
});

test('whether a law, a treaty or a ruling is true is not asked', () => {
  check(`
    --- main.brief
    The mandate ended in December [@resolution; @ruling].
    --- sources.yaml
    entities:
      - { id: council, type: org, name: Harbour Council, reliability: A }
    references:
      - { id: resolution, type: legislation, publisher: Harbour Council, issued: 2023-06-30 }
      - { id: ruling, type: legal_case, publisher: Harbour Council, issued: 2023-06-30 }
      - { id: other, type: report, publisher: Harbour Council, issued: 2023-07-30, custom: { credibility: 2 } }
  `);
});

test('silent for what no registry knows, and for two reports that may be meant', () => {
  check(`
    --- main.brief
    Trains ran again (Coastal Courier, May 8; Harbour Radio, May 9).
    --- sources.yaml
    entities:
      - { id: courier, type: media, name: Coastal Courier, reliability: C }
    references:
      - { id: one, container-title: Coastal Courier, issued: 2023-05-08 }
      - { id: two, container-title: Coastal Courier, issued: 2023-05-08 }
  `);
});
