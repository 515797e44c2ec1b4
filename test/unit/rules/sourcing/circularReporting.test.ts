import { describe, expect, test } from 'vitest';
import { findingsIn, showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('circular-reporting');

const REGISTRY = `
--- entities.yaml
entities:
  - { id: bulletin, type: media, name: Casebook Bulletin, aliases: [The Bulletin] }
--- sources.yaml
references:
  - { id: cb-1, container-title: Casebook Bulletin, issued: 2024-01-20, title: A list of withdrawals }
  - { id: afp-1, container-title: AFP, issued: 2024-01-28, title: Three states leave the regional bloc }
  - { id: rfi-1, container-title: RFI, issued: 2024-01-29, title: Bloc loses three of its members, author: [{ literal: AFP }] }
  - { id: dawn-1, container-title: Dawn, issued: 2024-01-30, title: Three states leave the regional bloc }
  - { id: rfi-2, container-title: RFI, issued: 2024-01-26, title: Reactions to the end of the accord }
`;

function foundIn(text: string, publications: readonly string[] = []): number {
  return findingsIn(`--- main.brief\n${text}\n${REGISTRY}`, { settings: { ...settings, publications } }).length;
}
const ours = (text: string) => foundIn(`---\npublication: Casebook Bulletin\n---\n\n${text}`);

describe('our own publication', () => {
  test('cited as evidence', () => {
    expect(
      showFindings(
        `
      ---
      publication: Casebook Bulletin
      ---
      The border is closed (TASS, May 2; Casebook Bulletin, May 3).
    `,
        { settings },
      ),
    ).toMatchInlineSnapshot(`
      The border is closed (TASS, May 2; Casebook Bulletin, May 3).
                                         ^^^^^^^^^^^^^^^^^^^^^^^^ circular-reporting This cites our own Casebook Bulletin as if it were an independent source. Cite what Casebook Bulletin relied on, or write “see Casebook Bulletin”.
    `);
  });

  test.each([
    ['by an alias', 'The border is closed (Bulletin, May 3).'],
    ['by a key', 'The border is closed [@cb-1].'],
    ['by a tag', 'The border is closed ([Bulletin](src:cb-1), January 20).'],
    ['in a note', 'The border is closed.[^1]\n\n[^1]: Casebook Bulletin, May 3, 2023.'],
    [
      'in a note that explains',
      'The border is closed.[^1]\n\n[^1]: The ministry denied this in a statement (Casebook Bulletin, May 3).',
    ],
    ['beside a judgment', 'We judge that the border will stay closed (Casebook Bulletin, May 3).'],
  ])('%s', (_, text) => {
    expect(ours(text)).toBe(1);
  });

  test('named by the masthead or by the settings', () => {
    const text = 'The border is closed (Casebook Bulletin, May 3).';
    expect(foundIn(text)).toBe(0);
    expect(foundIn(`Publication: Casebook Bulletin Volume: 3 Issue: 18\n\n${text}`)).toBe(1);
    expect(foundIn(text, ['the casebook bulletin'])).toBe(1);
    expect(foundIn(`Publication Date: 09/24/2021\n\n${text}`)).toBe(0);
  });

  test.each([
    ['“see”', 'The border is closed (see Casebook Bulletin, May 3).'],
    ['“see also”', 'The border is closed (TASS, May 2; see also Casebook Bulletin, May 3).'],
    ['“cf.”', 'The border is closed (cf. Casebook Bulletin, May 3).'],
    ['“see” in a note', 'The border is closed.[^1]\n\n[^1]: See Casebook Bulletin, May 3, 2023.'],
    ['our earlier count, with a note', 'Our earlier count was lower.[^1]\n\n[^1]: Casebook Bulletin, May 3, 2023.'],
    ['“see” in a key', 'The border is closed [see @cb-1, p. 3].'],
    ['our own list', 'For the order of events there is our own list [@cb-1].'],
    ['our earlier assessment', 'This confirms our earlier assessment of the road (Casebook Bulletin, May 3).'],
    ['what we wrote', 'As we have often noted, the road matters (Casebook Bulletin, May 3).'],
    ['an earlier issue', 'An earlier issue dealt with the road (Casebook Bulletin, May 3).'],
  ])('silent where the text says whose it is: %s', (_, text) => {
    expect(ours(text)).toBe(0);
  });

  test.each([
    ['another publication', 'The border is closed (TASS, May 3).'],
    ['a name that begins alike', 'The border is closed (Casebook Bulletin Online, May 3).'],
    ['our name in prose', 'The Casebook Bulletin comes out on Fridays (TASS, May 3).'],
    ['a missing source', 'The border is closed (, May 3).'],
  ])('silent about %s', (_, text) => {
    expect(ours(text)).toBe(0);
  });
});

describe('one report in two outlets', () => {
  test('by its author, and by its title', () => {
    expect(
      showFindings(
        `--- main.brief
They left the bloc (AFP, January 28, 2024; RFI, January 29, 2024), and said so on television.

They left the bloc [@dawn-1; @afp-1].
${REGISTRY}`,
        { settings },
      ),
    ).toMatchInlineSnapshot(`
      --- main.brief
      They left the bloc (AFP, January 28, 2024; RFI, January 29, 2024), and said so on television.
                                                 ^^^^^^^^^^^^^^^^^^^^^ circular-reporting RFI carries a report by AFP; the two do not confirm each other. Cite the original alone, or add an independent source.
      They left the bloc [@dawn-1; @afp-1].
                                   ^^^^^^ circular-reporting Dawn and AFP carry the same report; the two do not confirm each other. Cite the original alone, or add an independent source.
    `);
  });

  test.each([
    ['different reports', 'They left [@afp-1; @rfi-2].'],
    ['different sentences', 'They left the bloc [@afp-1]. It has twelve members now [@rfi-1].'],
    ['one outlet twice', 'They left [@rfi-1; @rfi-2].'],
    ['outlets of which the registry has no report', 'They left (AFP, January 3; RFI, January 3).'],
    ['a second outlet by the same agency, the agency not cited', 'They left [@rfi-1; @dawn-1].'],
  ])('silent about %s', (_, text) => {
    expect(foundIn(text)).toBe(0);
  });
});
