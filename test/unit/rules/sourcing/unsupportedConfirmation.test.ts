import { describe, expect, test } from 'vitest';
import { findingsIn, showFindings } from '../../support/fixture.ts';

const REGISTRY = `
--- entities.yaml
entities:
  - { id: rferl, type: media, name: RFE/RL }
  - { id: ozodi, type: media, name: Radio Ozodi, part_of: rferl }
--- sources.yaml
references:
  - { id: rferl-1, container-title: RFE/RL, issued: 2021-05-08, custom: { credibility: 1 } }
  - { id: rferl-2, container-title: RFE/RL, issued: 2021-05-09, custom: { credibility: 2 } }
  - { id: ozodi-1, container-title: Radio Ozodi, issued: 2021-05-09 }
  - { id: tass-1, container-title: TASS, issued: 2021-05-09, custom: { credibility: 6 } }
  - { id: tass-2, container-title: TASS, issued: 2021-05-10, custom: { credibility: 1 }, author: [{ literal: RFE/RL }] }
  - { id: law-1, type: legislation, container-title: Official Gazette, issued: 2021-05-09, custom: { credibility: 1 } }
`;

function foundIn(paragraph: string): number {
  return findingsIn(`--- main.brief\n${paragraph}\n${REGISTRY}`).filter(
    ({ code }) => code === 'unsupported-confirmation',
  ).length;
}

describe('finds', () => {
  test('a report rated 1 that nothing in its paragraph confirms, at its citation', () => {
    expect(
      showFindings(`--- main.brief
Trucks queued for miles (RFE/RL, May 8, 2021).

The border opened in June (TASS, May 9, 2021).
${REGISTRY}`),
    ).toMatchInlineSnapshot(`
      --- main.brief
      Trucks queued for miles (RFE/RL, May 8, 2021).
                               ^^^^^^^^^^^^^^^^^^^ unsupported-confirmation RFE/RL, May 8, 2021 is rated 1 (confirmed), but nothing else is cited here. Cite a second source, or rate it 2.
    `);
  });

  test('a report that only its own outlet confirms, or its own house', () => {
    expect(foundIn('Trucks queued [@rferl-1; @rferl-2].')).toBe(1);
    expect(foundIn('Trucks queued [@rferl-1]. So they did on the next day [@ozodi-1].')).toBe(1);
  });

  test('two reports rated 1 of which one is the other, and says why', () => {
    const found = findingsIn(`--- main.brief\nTrucks queued [@rferl-1; @tass-2].\n${REGISTRY}`);
    const ours = found.filter(({ code }) => code === 'unsupported-confirmation');
    expect(ours.map(({ message }) => message)).toEqual([
      expect.stringContaining('does not confirm it (TASS carries a report by RFE/RL)'),
      expect.stringContaining('does not confirm it (TASS carries a report by RFE/RL)'),
    ]);
    expect(ours[0]!.related).toHaveLength(1);
  });

  test('once for a report that a paragraph cites twice', () => {
    expect(foundIn('Trucks queued [@rferl-1]. They queued for miles [@rferl-1].')).toBe(1);
  });
});

describe('silent', () => {
  test.each([
    ['another outlet in the citation', 'Trucks queued [@rferl-1; @tass-1].'],
    ['another outlet in the paragraph', 'Trucks queued [@rferl-1]. They were gone in June [@tass-1].'],
    ['an outlet that is in no registry', 'Trucks queued [@rferl-1], and drivers slept there (Reuters, May 9).'],
    ['a source that is missing', 'Trucks queued [@rferl-1], and drivers slept there (, May 9).'],
    ['an interview', 'Trucks queued [@rferl-1] (Author’s interview, Osh, May 2021).'],
    ['a note', 'Trucks queued [@rferl-1].[^1]'],
    ['a link', 'Trucks [queued](https://example.org/q) [@rferl-1].'],
    ['another source in words', 'Trucks queued [@rferl-1]. Drivers told the same story.'],
    ['another grade', 'Trucks queued [@rferl-2].'],
    ['a grade that says nobody can judge', 'Trucks queued [@tass-1].'],
    ['a law, which speaks for itself', 'The border is closed by law [@law-1].'],
    ['a source that is not found', 'Trucks queued (RFE/RL, May 20, 2021).'],
  ])('%s', (_, paragraph) => {
    expect(foundIn(paragraph)).toBe(0);
  });
});
