import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';

test('part_of without an entity; an outlet one slip away from a registered one', () => {
  expect(
    showFindings(`
    --- entities.yaml
    entities:
      - { id: afghanistan, type: place, name: Afghanistan }
      - { id: kabul, type: place, name: Kabul, part_of: afganistan }
      - { id: rferl, type: media, name: Radio Ozodi, aliases: [Eurasianet] }
    --- sources.yaml
    references:
      - { id: a, container-title: Radio Ozodi, issued: 2021-09-05 }
      - { id: b, container-title: Radio Ozodlik, issued: 2021-09-05 }
      - { id: c, container-title: EurasiaNet, issued: 2021-09-05 }
      - { id: d, container-title: Eurasiannet, issued: 2021-09-05 }
      - { id: e, container-title: Some Blog, issued: 2021-09-05 }
  `),
  ).toMatchInlineSnapshot(`
    --- entities.yaml
      - { id: kabul, type: place, name: Kabul, part_of: afganistan }
                                                        ^^^^^^^^^^ unknown-reference “Kabul” is part of “afganistan”, which is not in the registry. Did you mean “afghanistan”? Correct the id, or add the entity.
    --- sources.yaml
      - { id: d, container-title: Eurasiannet, issued: 2021-09-05 }
                                  ^^^^^^^^^^^ unknown-reference The registry has no outlet “Eurasiannet”. Did you mean “Radio Ozodi”? Otherwise add it to entities.yaml.
  `);
});
