import { describe, expect, test } from 'vitest';
import {
  describeDependence,
  findDependence,
  sourceIdentitiesOf,
} from '../../../../server/src/analysis/sourcing/independence.ts';
import { resolveCitation } from '../../../../server/src/scope/resolveCitation.ts';
import { briefOf } from '../../support/fixture.ts';

const registry = `
--- entities.yaml
entities:
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL] }
  - { id: ozodi, type: media, name: Radio Ozodi, part_of: rferl }
  - { id: ozodlik, type: media, name: Radio Ozodlik, part_of: rferl }
  - { id: state, type: org, name: Ministry of Information }
  - { id: gazette, type: media, name: Morning Gazette, part_of: state }
  - { id: channel, type: media, name: Channel Nine, part_of: state }
  - { id: a, type: media, name: North Wire, part_of: b }
  - { id: b, type: media, name: South Wire, part_of: a }
  - { id: afp, type: media, name: Agence France-Presse, aliases: [AFP] }
  - { id: telegram, type: media, name: Telegram, aliases: [t.me], platform: true }
--- sources.yaml
references:
  - { id: afp-1, container-title: AFP, issued: 2024-01-28, title: Three states leave the regional bloc }
  - { id: rfi-1, container-title: RFI, issued: 2024-01-29, title: Bloc loses three of its members, author: [{ literal: AFP }] }
  - { id: rfi-2, container-title: RFI, issued: 2024-02-20, title: What the three states want now, author: [{ literal: AFP }] }
  - { id: lemonde-1, container-title: Le Monde, issued: 2024-01-29, title: Sahel states turn away (AFP) }
  - { id: dawn-1, container-title: Dawn, issued: 2024-01-30, title: 'Three States Leave the Regional Bloc' }
  - { id: dawn-2, container-title: Dawn, issued: 2024-02-20, title: Three states leave the regional bloc }
  - { id: dawn-3, container-title: Dawn, issued: 2024-01, title: Three states leave the regional bloc }
  - { id: daily-1, container-title: Nikkei, issued: 2024-01-28, title: Daily briefing }
  - { id: daily-2, container-title: TASS, issued: 2024-01-28, title: Daily briefing }
  - { id: tass-1, container-title: TASS, issued: 2024-01-28, title: AFP reporter detained at the border post }
  - { id: tg-1, container-title: Telegram, issued: 2024-01-28, URL: 'https://t.me/north_desk/1' }
  - { id: tg-2, container-title: Telegram, issued: 2024-01-29, URL: 'https://t.me/north_desk/2' }
  - { id: tg-3, container-title: Telegram, issued: 2024-01-29, URL: 'https://t.me/south_desk/7' }
  - { id: tg-4, container-title: Telegram, issued: 2024-01-30 }
`;

/** Why the two sources of a citation depend on each other. */
function kinshipIn(citation: string, registries = registry): string | undefined {
  const { uri, brief, workspace } = briefOf(`--- main.brief\nIt was said ${citation}.\n${registries}`);
  const scope = workspace.scopeOf(uri);
  const [a, b] = brief.blocks[0]!.citations.flatMap((one) =>
    sourceIdentitiesOf(one, resolveCitation(one, scope, undefined), scope),
  );
  const kinship = findDependence(a!, b!, scope);
  expect(findDependence(b!, a!, scope)?.kind).toBe(kinship?.kind);
  return kinship && describeDependence(a!, b!, kinship);
}

describe('dependent sources', () => {
  test.each([
    [
      'one outlet',
      '(RFE/RL, May 3; Radio Free Europe/Radio Liberty, May 4)',
      'all are reports by Radio Free Europe/Radio Liberty',
    ],
    [
      'one name that nobody registered',
      '(The Arab Weekly, May 3; Arab Weekly, May 4)',
      'all are reports by The Arab Weekly',
    ],
    ['one outlet, two days', '[@dawn-1; @dawn-2]', 'all are reports by Dawn'],
    ['one report twice', '[@afp-1; @afp-1]', 'the same report'],
    ['one house', '(Radio Ozodi, May 3; Radio Ozodlik, May 3)', 'belong to Radio Free Europe/Radio Liberty'],
    ['an outlet and its house', '(RFE/RL, May 3; Radio Ozodi, May 3)', 'belong to Radio Free Europe/Radio Liberty'],
    ['a report by the other', '[@afp-1; @rfi-1]', 'RFI carries a report by AFP'],
    ['a report with a credit to the other', '[@lemonde-1; @afp-1]', 'Le Monde carries a report by AFP'],
    ['one title', '[@afp-1; @dawn-1]', 'AFP and Dawn carry the same report'],
    ['one account', '[@tg-1; @tg-2]', 'all are reports by Telegram'],
  ])('%s', (_, citation, why) => {
    expect(kinshipIn(citation)).toContain(why);
  });
});

describe('independent or unclear sources', () => {
  test.each([
    ['two outlets', '(TASS, May 3; Reuters, May 3)'],
    ['two outlets of one ministry, which is no outlet', '(Morning Gazette, May 3; Channel Nine, May 3)'],
    ['a report by the other, weeks later', '[@afp-1; @rfi-2]'],
    ['one title, weeks later', '[@afp-1; @dawn-2]'],
    ['one title, on a day nobody knows', '[@afp-1; @dawn-3]'],
    ['one title that says nothing', '[@daily-1; @daily-2]'],
    ['a title that is about the other', '[@afp-1; @tass-1]'],
    ['two reports by an agency that is not cited', '[@rfi-1; @lemonde-1]'],
    ['two accounts', '[@tg-1; @tg-3]'],
    ['an account that nobody knows', '[@tg-1; @tg-4]'],
    ['two posts without a registry', '(Telegram, May 3; Telegram, May 4)'],
    ['two interviews', '(Author’s interview, Kyiv, May 2023; Author’s interview, Kyiv, June 2023)'],
    ['a source that is missing', '(, May 3; TASS, May 3)'],
    ['two that are missing', '(, May 3; , May 4)'],
    ['keys that nobody registered', '[@one; @two]'],
  ])('%s', (_, citation) => {
    expect(kinshipIn(citation)).toBeUndefined();
  });
});

test('a cycle of outlets ends the search', () => {
  expect(kinshipIn('(North Wire, May 3; TASS, May 3)')).toBeUndefined();
});
