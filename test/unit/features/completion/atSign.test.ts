import { describe, expect, test } from 'vitest';
import { apply, CASEBOOK, DATED } from '../../support/world.ts';
import { completeIn, completionsAt } from './support.ts';

/** The brief once an offer is accepted, and the edits elsewhere with it. */
function accept(marked: string, label?: string): string {
  const { text, found } = completeIn(DATED + marked);
  const offer = found?.offers.find((one) => label === undefined || one.label === label);
  if (!found || !offer) return 'nothing';
  return apply(text, [{ span: found.whole, text: offer.text }, ...(offer.edits ?? [])]).replace(DATED, '');
}

describe('sources after a @', () => {
  test('all of them, the likely first', () => {
    expect(completionsAt(`${DATED}They left @|.`)).toMatchInlineSnapshot(`
      * TASS, September 22 · One
      - TASS, September 22 · Two
      - RFE/RL, September 5 · Pilots leave
      - Nikkei, August 31 · Markets
      - RFE/RL, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      > They left ([TASS](src:tass-a), September 22).
    `);
  });
  test.each([
    ['the outlet', '@rfe'],
    ['another name of the outlet', '@Liberty'],
    ['the title', '@pilots'],
    ['the key', '@rferl-2021'],
  ])('by %s', (_, typed) => {
    expect(accept(`They left ${typed}|.`)).toBe('They left (RFE/RL, September 5).');
  });
  test('by the author', () => {
    const registries =
      '--- sources.yaml\nreferences:\n  - { id: f, title: From Deep State, author: [{ family: Filiu }], issued: 2015 }\n';
    expect(completionsAt('So @fil|', { registries })).toMatchInlineSnapshot(`
      * f · 2015: From Deep State
      > So ([From Deep State](src:f), 2015)
    `);
  });
  test('nothing in an address, in code, and where no source matches', () => {
    for (const brief of ['So x@tas|', 'So `@tas|`', 'So @xyzzy|']) expect(completionsAt(brief), brief).toBe('nothing');
  });
});

describe('as the brief cites', () => {
  test('in words, with a tag where the words fit several reports', () => {
    expect(accept('A (RFE/RL, September 5). B @tass|.')).toBe(
      'A (RFE/RL, September 5). B ([TASS](src:tass-a), September 22).',
    );
  });
  test('with tags', () => {
    expect(accept('A ([Nikkei](src:nikkei-1), August 31). B @rfe|.')).toBe(
      'A ([Nikkei](src:nikkei-1), August 31). B ([RFE/RL](src:rferl-2021-09-05), September 5).',
    );
  });
  test('with keys in brackets, or in the sentence', () => {
    expect(accept('A [@nikkei-1]. B @rfe|.')).toBe('A [@nikkei-1]. B [@rferl-2021-09-05].');
    expect(accept('As @nikkei-1 says. B @rfe|.')).toBe('As @nikkei-1 says. B @rferl-2021-09-05.');
  });
  test('in notes, which are numbered', () => {
    expect(
      accept('A.[^1] B. @rfe| C.[^2]\n\n[^1]: Nikkei, August 31, 2021.\n\n[^2]: TASS, May 3, 2021.\n'),
    ).toMatchInlineSnapshot(`
      A.[^1] B. [^2] C.[^3]

      [^1]: Nikkei, August 31, 2021.

      [^2]: RFE/RL, “Pilots leave,” September 5, 2021.

      [^3]: TASS, May 3, 2021.
    `);
    expect(accept('It rose.[12]\n\nIt fell. @rfe|\n\nNotes\n\n[12] Nikkei, August 31, 2021.\n')).toMatchInlineSnapshot(`
      It rose.[12]

      It fell. [13]

      Notes

      [12] Nikkei, August 31, 2021.
      [13] RFE/RL, “Pilots leave,” September 5, 2021.
    `);
  });
  test('inside a parenthesis as one of its items', () => {
    expect(accept('A (Nikkei, August 31; @rfe|).')).toBe('A (Nikkei, August 31; RFE/RL, September 5).');
    expect(accept('A (@rfe|)')).toBe('A (RFE/RL, September 5)');
  });
  test('with the key if the words would not be read as the source', () => {
    const registries = CASEBOOK.replace(
      'title: Elections, container-title: RFE/RL, issued: 2019-05-01',
      'title: Elections',
    );
    expect(completionsAt(`${DATED}So @elec|`, { registries })).toMatchInlineSnapshot(`
      * rferl-old · Elections
      > So ([Elections](src:rferl-old))
    `);
  });
});
