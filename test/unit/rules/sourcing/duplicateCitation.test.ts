import { expect, test } from 'vitest';
import { actionsAtMark, applyChangesTo, createScene } from '../../support/actions.ts';
import { expectFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('duplicate-citation');
const check = (fixture: string) => expectFindings(fixture, { settings });

/** The brief after the first fix of the finding at the carets. */
async function fix(fixture: string): Promise<{ preferred: boolean; brief: string } | undefined> {
  const scene = await createScene(fixture, { settings });
  const [first] = actionsAtMark(scene, ['quickfix']);
  if (!first?.title.startsWith('Remove')) return undefined;
  return {
    preferred: first.isPreferred === true,
    brief: applyChangesTo(scene, first.changes!).get('file:///main.brief')!,
  };
}

test('the same words twice in one citation', () => {
  check(`
    It was denied (TASS, May 8; Interfax, May 9; TASS, May 8).
                                                 ^^^^^^^^^^^ duplicate-citation TASS, May 8 is cited twice in this citation
    It was repeated (The Arab Weekly, May 8; Arab Weekly, 8 May).
                                             ^^^^^^^^^^^^^^^^^^ duplicate-citation Arab Weekly, 8 May is cited twice in this citation. Remove one. If you mean two reports of that day, tag them.
    It was confirmed (TASS, May 8; May 8).
                                   ^^^^^ duplicate-citation TASS, May 8 is cited twice
  `);
});

test('the same id twice, in tags or keys', () => {
  check(`
    It was denied [@tass-may; @interfax; see @tass-may].
                                         ^^^^^^^^^^^^^ duplicate-citation tass-may is cited twice in this citation. Remove one.
    It was repeated ([TASS](src:tass-may); [TASS](src:tass-may), May 8).
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-citation
    Pages count ([TASS](src:book), p. 3; [TASS](src:book), p. 3).
                                         ^^^^^^^^^^^^^^^^^^^^^^ duplicate-citation
  `);
});

test('two spellings that lead to one entry, and words beside a key', () => {
  check(`
    --- main.brief
    They left (RFE/RL, September 5; Radio Liberty, September 5, 2021).
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-citation
    They came back (RFE/RL, September 5) [@rferl].
                                          ^^^^^^ duplicate-citation
    --- sources.yaml
    entities:
      - { id: rfe, type: media, name: RFE/RL, aliases: [Radio Liberty] }
    references:
      - { id: rferl, container-title: RFE/RL, issued: 2021-09-05 }
  `);
});

test('one source after two clauses of a sentence, with nothing else between', () => {
  check(`
    Trains stood still (TASS, May 8), and buses did, too (TASS, May 8).
                                                          ^^^^^^^^^^^ duplicate-citation for this sentence
    Trams ran. (TASS, May 9) [@tram; @other] Ferries did not (TASS, May 9).
  `);
});

test('silent for other days, pages, places and accounts', () => {
  check(`
    It was denied (TASS, May 8; TASS, May 9), again (TASS, May 8, 9; TASS, May 10), and (TASS, 2022-05-08; TASS, 2023-05-08).
    It is known [@book, p. 3; @book, p. 9] and ([Book](src:book), p. 3; [Book](src:book), p. 9).
    It was printed (Wen Wei Po [Hong Kong], May 8; Wen Wei Po [Shanghai], May 8).
    It was posted (Telegram/one, May 8; Telegram/two, May 8; Telegram, May 8; Telegram, May 8).
    A range is no day (TASS, May 8–9; TASS, May 8), and a reading no report (TASS, accessed May 8; TASS, May 8).
  `);
});

test('silent where two sources are likely: interviews, months, two reports of a day on record', () => {
  check(`
    --- main.brief
    They told us (Author’s interview, May 8; Author’s interview, May 8).
    It was found (Crisis Group, May 2023; Crisis Group, May 2023).
    The talks failed (Reuters, January 28; Reuters, January 28).
    Both armies said so (Ministry of Defence [North], May 8; Ministry of Defence [South], May 8).
    One said so twice (Ministry of Defence, May 8–9; Ministry of Defence, May 8).
    Nobody knows (, May 8; , May 8).
    --- sources.yaml
    references:
      - { id: a, container-title: Reuters, issued: 2024-01-28 }
      - { id: b, container-title: Reuters, issued: 2024-01-28 }
      - { id: north, container-title: Ministry of Defence, issued: 2023-05-08 }
  `);
});

test('silent where the second one says which part rests on it', () => {
  check(`
    Trains stood still (TASS, May 8), buses did (Interfax, May 8), and trams, too (TASS, May 8).
    Trains stood still (TASS, May 8), and buses did (TASS, May 8; Interfax, May 8).
    Trains stood still (TASS, May 8). Buses did, too (TASS, May 8).

    As [TASS](src:tass-may) reported, trams ran ([TASS](src:tass-may), May 8). Ferries ran (TASS, May 8).

    Ferries ran again (TASS, May 8).
  `);
});

test('the second one is removed, with its separator', async () => {
  expect(
    await fix(`
      It was denied (TASS, May 8; TASS, May 8; Interfax, May 9).
                                  ^^^^^^^^^^^ x
    `),
  ).toEqual({ preferred: false, brief: 'It was denied (TASS, May 8; Interfax, May 9).\n' });
  expect(
    await fix(`
      It was denied [@tass; see also @tass].
                            ^^^^^^^^^^^^^^ x
    `),
  ).toEqual({ preferred: true, brief: 'It was denied [@tass].\n' });
  expect(
    await fix(`
      Pages count ([TASS](src:book), p. 3; [TASS](src:book), p. 3; TASS, May 3).
                                           ^^^^^^^^^^^^^^^^ x
    `),
  ).toEqual({ preferred: true, brief: 'Pages count ([TASS](src:book), p. 3; TASS, May 3).\n' });
});

test('of two in a sentence the last one stays', async () => {
  expect(
    await fix(`
      Trains stood still (TASS, May 8), and buses did, too (TASS, May 8).
                                                            ^^^^^^^^^^^ x
    `),
  ).toEqual({ preferred: false, brief: 'Trains stood still, and buses did, too (TASS, May 8).\n' });
});

test('no fix where the rest would be read as something else', async () => {
  // Without the second TASS the last date would be one of Interfax.
  expect(
    await fix(`
      It was denied (TASS, May 8; Interfax, May 9; TASS, May 8; May 10).
                                                   ^^^^^^^^^^^ x
    `),
  ).toBeUndefined();
});

test('a parenthesis that also holds what is no citation is longer', () => {
  check(`
    It is “cold” (Institute 2020-01-16) or “frosty” (Institute 2020-01-16; US 2020-01-16), they say.
  `);
});
