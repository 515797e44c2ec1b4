import { expect, test } from 'vitest';
import { fixesIn } from '../../support/actions.ts';
import { findingsIn, showFindings } from '../../support/fixture.ts';

const on = { settings: { rules: { 'unused-acronym': 'hint' } } } as const;
const DEFINED = 'The Interim Council for Trade (ICT) met.';

test('is off unless it is asked for', () => {
  expect(findingsIn(DEFINED, { settings: { profile: 'release' } })).toEqual([]);
});

test('defined and never used again, not even as a part or in a citation', () => {
  expect(showFindings(DEFINED, on)).toMatchInlineSnapshot(`
    The Interim Council for Trade (ICT) met.
                                  ^^^^^ unused-acronym “ICT” is defined here but not used again. Remove it, or use it below.
  `);
  for (const more of ['The ICT left.', 'ICT-led men left.', 'So it said (ICT, May 3).', '\n\n## The ICT\n\nIt left.'])
    expect(findingsIn(`${DEFINED} ${more}`, on)).toEqual([]);
  expect(findingsIn('The European Union (EU) met.', on)).toEqual([]);
});

test('it is removed, or becomes an alias', async () => {
  expect(
    await fixesIn(
      `--- main.brief
The Border Guard Command (BGC) left.
                         ^^^^^ here
--- entities.yaml
entities:
  - { id: bgc, type: org, name: Border Guard Command }
`,
      on,
    ),
  ).toEqual(['Remove “BGC”', 'Add “BGC” to the aliases of Border Guard Command', 'Ignore unused-acronym here']);
});
