import { describe, expect, test } from 'vitest';
import { expectFindings, type FixtureOptions, findingsIn, showFindings } from '../../support/fixture.ts';

const only: FixtureOptions = { settings: { rules: { 'single-source-judgement': 'information' } } };
const REGISTRY = `
--- entities.yaml
entities:
  - { id: rferl, type: media, name: RFE/RL }
  - { id: ozodi, type: media, name: Radio Ozodi, part_of: rferl }
`;

function foundIn(paragraph: string): number {
  return findingsIn(`--- main.brief\n${paragraph}\n${REGISTRY}`, only).filter(
    ({ code }) => code === 'single-source-judgement',
  ).length;
}

describe('finds', () => {
  test('the judgment of a paragraph that cites one outlet', () => {
    expect(
      showFindings(
        `
      Trucks queued for miles (TASS, May 8). We assess that the border will open by June. Then it may close again.
      `,
        only,
      ),
    ).toMatchInlineSnapshot(`
      Trucks queued for miles (TASS, May 8). We assess that the border will open by June. Then it may close again.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ single-source-judgement This judgment rests on one outlet, TASS. Add an independent source, or say there is only one.
    `);
  });

  test('several reports of one outlet, and outlets of one house', () => {
    expect(foundIn('Trucks queued (TASS, May 8; TASS, May 9). We judge that the border will open.')).toBe(1);
    expect(foundIn('Trucks queued (RFE/RL, May 8). In our judgment the border will open (Radio Ozodi, May 9).')).toBe(
      1,
    );
  });

  test('one finding for a paragraph', () => {
    expect(foundIn('Trucks queued (TASS, May 8). We judge that it will open. We judge that it will close.')).toBe(1);
  });
});

describe('silent', () => {
  test('in drafts', () => {
    expectFindings('Trucks queued for miles (TASS, May 8). We assess that the border will open by June.');
  });

  test.each([
    ['two outlets', 'Trucks queued (TASS, May 8; Reuters, May 9). We judge that the border will open.'],
    ['no citation', 'Trucks queued for miles. We judge that the border will open.'],
    ['no judgment', 'Trucks queued for miles (TASS, May 8). The border opened in June.'],
    ['a source that is missing', 'Trucks queued (, May 8). We judge that the border will open.'],
    ['one of two that is missing', 'Trucks queued (TASS, May 8; , May 9). We judge that the border will open.'],
    ['a note beside it', 'Trucks queued (TASS, May 8).[^2] We judge that the border will open.'],
    ['a link beside it', 'Trucks [queued](https://example.org/q) (TASS, May 8). We judge that the border will open.'],
    ['another source in words', 'Trucks queued (TASS, May 8), as drivers told us. We judge that the border will open.'],
    ['a word about it', 'Trucks queued (TASS, May 8). On this single source we judge that the border will open.'],
    ['a caveat', 'Trucks queued (TASS, May 8), which could not be independently verified. We judge it will open.'],
    ['two posts of who knows whom', 'Trucks queued (Telegram, May 8; Telegram, May 9). We judge it will open.'],
    [
      'two interviews',
      'They queued (Author’s interview, May 2023; Author’s interview, June 2023). We judge it will open.',
    ],
  ])('%s', (_, paragraph) => {
    expect(foundIn(paragraph)).toBe(0);
  });
});
