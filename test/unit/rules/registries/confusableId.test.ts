import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';

test('look-alikes within a word, or a word of nothing else; not words of two scripts side by side', () => {
  expect(
    showFindings(`
    --- main.brief
    Kabul fell.
    --- entities.yaml
    entities:
      - { id: taliban, type: group, name: Taliban }
      - { id: tаliban, type: group, name: The Movement }
      - { id: а-khalil, type: person, name: A Khalil }
      - { id: οmega, type: group, name: Omega }
      - { id: alphaж, type: group, name: Alpha }
      - { id: tass-тасс-и, type: media, name: TASS, part_of: talibаn }
      - { id: москва, type: place, name: Moscow }
      - { id: café-中国-ع, type: place, name: Café }
  `),
  ).toMatchInlineSnapshot(`
    --- entities.yaml
      - { id: tаliban, type: group, name: The Movement }
              ^^^^^^^ confusable-id The id “tаliban” has the Cyrillic letter “а”, which looks like a Latin “a”. Rename it in one script.
      - { id: а-khalil, type: person, name: A Khalil }
              ^^^^^^^^ confusable-id The id “а-khalil” has the Cyrillic letter “а”, which looks like a Latin “a”. Rename it in one script.
      - { id: οmega, type: group, name: Omega }
              ^^^^^ confusable-id The id “οmega” has the Greek letter “ο”, which looks like a Latin “o”. Rename it in one script.
      - { id: alphaж, type: group, name: Alpha }
              ^^^^^^ confusable-id The id “alphaж” mixes Latin letters with the Cyrillic letter “ж”. Rename it in one script.
      - { id: tass-тасс-и, type: media, name: TASS, part_of: talibаn }
                                                             ^^^^^^^ unknown-reference “TASS” is part of “talibаn”, which is not in the registry. Did you mean “taliban”? Correct the id, or add the entity.
  `);
});
