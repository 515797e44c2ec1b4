import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('part_of without an entity; an outlet one slip away from a registered one', () => {
  expectFindings(`
    --- entities.yaml
    entities:
      - { id: afghanistan, type: place, name: Afghanistan }
      - { id: kabul, type: place, name: Kabul, part_of: afganistan }
                                                        ^^^^^^^^^^ unknown-reference Did you mean “afghanistan”?
      - { id: rferl, type: media, name: Radio Ozodi, aliases: [Eurasianet] }
    --- sources.yaml
    references:
      - { id: a, container-title: Radio Ozodi, issued: 2021-09-05 }
      - { id: b, container-title: Radio Ozodlik, issued: 2021-09-05 }
      - { id: c, container-title: EurasiaNet, issued: 2021-09-05 }
      - { id: d, container-title: Eurasiannet, issued: 2021-09-05 }
                                  ^^^^^^^^^^^ unknown-reference
      - { id: e, container-title: Some Blog, issued: 2021-09-05 }
  `);
});
