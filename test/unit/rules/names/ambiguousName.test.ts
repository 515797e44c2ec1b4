import { expect, test } from 'vitest';
import { fixesIn } from '../../support/actions.ts';
import { expectFindings, showFindings } from '../../support/fixture.ts';

const registry = `--- entities.yaml
entities:
  - { id: georgia, type: place, name: Georgia, aliases: [Republic of Georgia] }
  # brief-ignore duplicate-alias
  - { id: us-ga, type: place, name: Georgia, aliases: [State of Georgia] }
  - { id: hassan-a, type: person, name: Hassan }
  # brief-ignore duplicate-alias
  - { id: hassan-b, type: person, name: Hassan }
`;

test('the first place of each name', () => {
  expect(
    showFindings(`--- main.brief
In Georgia they voted. Hassan left Georgia.

Georgia was quiet.
${registry}`),
  ).toMatchInlineSnapshot(`
    --- main.brief
    In Georgia they voted. Hassan left Georgia.
       ^^^^^^^ ambiguous-name “Georgia” can be Georgia (place:georgia) or Georgia (place:us-ga). Tag the one you mean.
                           ^^^^^^ ambiguous-name “Hassan” can be Hassan (person:hassan-a) or Hassan (person:hassan-b). Tag the one you mean.
  `);
});

test.each([
  ['a tag before it tells', '[Georgia](place:us-ga) voted. Georgia was quiet.'],
  ['a tag in an earlier paragraph, on other words', 'The [country](place:georgia) voted.\n\nGeorgia was quiet.'],
  ['the full name before it tells', 'The Republic of Georgia voted. Georgia was quiet.'],
  ['a longer name of its own', 'The Georgia Guidestones fell. The Hassan-Bey mosque and Imran Hassan’s house stood.'],
  ['a longer name with another word before or after it', 'New Georgia and the Georgia Strait are islands and water.'],
  ['not in tags, citations, code', '[Georgia](place:georgia) (Georgia, May 3) `Georgia`'],
])('silent: %s', (_, text) => expectFindings(`--- main.brief\n${text}\n${registry}`));

test('a later tag, or a tag of another entity, does not resolve it', () => {
  expectFindings(`--- main.brief
Georgia voted. [Hassan](person:hassan-a) left; [Georgia](place:georgia) and Hassan.
^^^^^^^ ambiguous-name
${registry}`);
});

test('an organization that is also its outlet is one thing', () => {
  const shared = (type: string) => `--- entities.yaml
entities:
  - { id: mfa, type: ${type}, name: Kremlin }
  - { id: mfa-site, type: media, name: Kremlin }
`;
  expectFindings(`--- main.brief\nThe Kremlin denied it.\n${shared('org')}`);
  expectFindings(`--- main.brief\nThe Kremlin denied it.\n    ^^^^^^^ ambiguous-name\n${shared('place')}`);
});

test('a fix for each', async () => {
  expect(
    await fixesIn(`--- main.brief
In Georgia they voted.
   ^^^^^^^ here
${registry}`),
  ).toEqual([
    'Tag “Georgia” as place: Georgia (georgia)',
    'Tag “Georgia” as place: Georgia (us-ga)',
    'Ignore ambiguous-name here',
  ]);
});
