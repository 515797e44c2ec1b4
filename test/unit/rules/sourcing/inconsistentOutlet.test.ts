import { expect, test } from 'vitest';
import { actionsAtMark, applyChangesTo, createScene } from '../../support/actions.ts';
import { expectFindings, findingsIn } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('inconsistent-outlet');
const check = (fixture: string) => expectFindings(fixture, { settings });

/** The brief after the first fix of the finding at the carets. */
async function fix(fixture: string): Promise<{ preferred: boolean; brief: string } | undefined> {
  const scene = await createScene(fixture, { settings });
  const [first] = actionsAtMark(scene, ['quickfix']);
  if (!first?.title.startsWith('Change')) return undefined;
  return {
    preferred: first.isPreferred === true,
    brief: applyChangesTo(scene, first.changes!).get('file:///main.brief')!,
  };
}

const registry = `--- entities.yaml
entities:
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL, Radio Liberty] }
  - { id: radio-ozodi, type: media, name: Radio Ozodi, aliases: [ozodi.org] }
  - { id: radio-ozodlik, type: media, name: Radio Ozodlik, aliases: [ozodlik.org] }
  - { id: khaama, type: media, name: Khaama Press, aliases: [khaama.com] }
  - { id: interfax, type: media, name: Interfax, aliases: [Интерфакс] }
  - { id: mfa, type: org, name: Ministry of Foreign Affairs, aliases: [MFA] }
  - { id: sun-a, type: media, name: Harbour Sun, aliases: [Sun] }
  - { id: sun-b, type: media, name: Coastal Sun, aliases: [Sun] }
  - { id: x, type: media, name: X, aliases: [Twitter], platform: true }
`;

test('spellings that differ in case, spacing, punctuation or an article; the more frequent one wins', () => {
  check(`
    Fares rose (EurasiaNet, May 8) and fell (Eurasianet, May 9; The Arab Weekly, May 9).
                ^^^^^^^^^^ inconsistent-outlet “EurasiaNet” and “Eurasianet” (twice) are one outlet. Use one name.

    Then they rose again (Eurasianet, May 10), if not everywhere (Arab Weekly, May 10; al Hayat, May 11; Al-Hayat, May 12).
                                                                  ^^^^^^^^^^^ inconsistent-outlet “The Arab Weekly” (once)
                                                                                                         ^^^^^^^^ inconsistent-outlet
  `);
});

test('names that the registry gives to one outlet', () => {
  check(`--- main.brief
They left (RFE/RL, September 5) by air (Radio Liberty, September 6; Khaama Press, September 6).
                                        ^^^^^^^^^^^^^ inconsistent-outlet “Radio Liberty” and “RFE/RL” (once) are one outlet. Use one name, or define the short form once: (Full Name (Short Form), May 3).
Others followed (khaama.com, September 7; Radio Free Europe/Radio Liberty, September 8).
                 ^^^^^^^^^^ inconsistent-outlet “Khaama Press”
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ inconsistent-outlet
${registry}`);
});

test('leads to the first place of the usual spelling', () => {
  const [finding] = findingsIn('It fell (Tass, May 8). It rose (TASS, May 9; TASS, May 10).', { settings });
  expect(finding?.span).toEqual({ start: 9, end: 13 });
  expect(finding?.related?.map(({ span }) => span)).toEqual([{ start: 32, end: 36 }]);
});

test('silent for two outlets whose names look alike, with a registry and without', () => {
  check(`--- main.brief
They left (Radio Ozodi, May 5) by air (Radio Ozodlik, May 6; Sun, May 7; Harbour Sun, May 8; Coastal Sun, May 9).
${registry}`);
  check(`
    They left (Radio Ozodi, May 5) by air (Radio Ozodlik, May 6; Nikkei, May 7; Nikkei Asia, May 8).
    Others came (RFE/RL, May 5; Radio Liberty, May 6; Khaama Press, May 7; khaama.com, May 8; TASS, May 7; ITAR-TASS, May 8).
    Some stayed (asia-plus.tj, May 5; asiaplus.tj, May 6; The Times, May 7; Times of India, May 8; Xinhua, May 9; Xinhuanet, May 9).
  `);
});

test('silent for a short form that the brief gives, in a citation or in its prose', () => {
  check(`--- main.brief
It was denied (Ministry of Foreign Affairs (MFA), May 3) and repeated (MFA, May 5; Ministry of Foreign Affairs, May 6).

Radio Free Europe/Radio Liberty (RFE/RL) has a bureau there, and reported it (RFE/RL, May 7), as it had done
(Radio Free Europe/Radio Liberty, May 1).
${registry}`);
});

test('a short form without a definition is another name', () => {
  check(`--- main.brief
It was denied (Ministry of Foreign Affairs, May 3) and repeated (MFA, May 5).
                                                                 ^^^ inconsistent-outlet
${registry}`);
});

test('silent for other scripts, platforms, accounts, interviews, and marks that typography varies', () => {
  check(`--- main.brief
They flew (Интерфакс, May 5; Interfax, May 6), they posted (Twitter, May 5; X, May 6; Twitter/@one, May 7; Twitter/@One, May 8).
They spoke (Author’s interview, May 5; Author’s Interview, May 6), they wrote (People’s Daily, May 5; People's Daily, May 6).
They met ([Interfax](media:interfax), May 5; [INTERFAX](https://example.org/1), May 6; [interfax](src:interfax-5), May 7).
They wrote (Al-Hayat, May 5; Al–Hayat, May 6; Al-Watan [Damascus], May 6; Al Watan [Riyadh], May 7; TASS, May 8; May 9).
${registry}`);
});

test('silent where one spelling is used throughout, and in prose', () => {
  check(`
    The editors of EurasiaNet, or Eurasianet (Eurasianet, May 8), and of the Eurasianet site said so (*Eurasianet*, May 9).
  `);
});

test('writes the usual spelling, and nothing else', async () => {
  expect(
    await fix(`
      Fares rose (see EurasiaNet, May 8) and fell (Eurasianet, May 9; Eurasianet, May 10).
                      ^^^^^^^^^^ x
    `),
  ).toEqual({
    preferred: true,
    brief: 'Fares rose (see Eurasianet, May 8) and fell (Eurasianet, May 9; Eurasianet, May 10).\n',
  });
  expect(
    await fix(`--- main.brief
They left (RFE/RL, September 5) by air (Radio
                                        ^^^^^ x…
Liberty, September 6).
^^^^^^^ …x
${registry}`),
  ).toEqual({ preferred: false, brief: 'They left (RFE/RL, September 5) by air (RFE/RL, September 6).\n' });
});

test('the place in brackets stays; a name with marks inside is left to its author', async () => {
  expect(
    await fix(`
      They left (Wen Wei Po [Hong Kong], May 5) and came back (Wenweipo [Hong Kong], May 7).
                                                          ^^^^^^^^ x
    `),
  ).toEqual({
    preferred: true,
    brief: 'They left (Wen Wei Po [Hong Kong], May 5) and came back (Wen Wei Po [Hong Kong], May 7).\n',
  });
  expect(
    await fix(`
      They left (Wenweipo, May 5; Wenweipo, May 6) and came back (Wen *Wei* Po, May 7).
                                                                  ^^^^^^^^^^^^ x
    `),
  ).toBeUndefined();
});
