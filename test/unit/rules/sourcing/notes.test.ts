import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

/** The findings of one rule in a brief whose sources stand in notes. */
const show = (code: string, fixture: string) => showFindings(fixture, { settings: onlyRule(code) });

test('a judgment whose markers lead to one outlet', () => {
  expect(
    show(
      'single-source-judgement',
      `
      Trucks queued for miles.[1] More came on Monday.[2] We assess that the border will open by June.

      Trains ran.[1] Buses ran.[3] We assess that both will go on.

      ## Notes

      [1] TASS, May 8, 2022.
      [2] TASS, May 9, 2022.
      [3] Dawn, May 9, 2022. We judge that this is right.
      `,
    ),
  ).toMatchInlineSnapshot(`
    Trucks queued for miles.[1] More came on Monday.[2] We assess that the border will open by June.
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ single-source-judgement This judgment rests on one outlet, TASS. Add an independent source, or say there is only one.
  `);
});

test('a rating that no other marker confirms', () => {
  const registry = `
    --- sources.yaml
    references:
      - { id: a, container-title: Reuters, issued: 2023-12-11, custom: { credibility: 1 } }
  `;
  expect(
    show(
      'unsupported-confirmation',
      `
      --- main.brief
      The mission lowered its flag.[^1]

      The mission left.[^1][^2]

      [^1]: Reuters, December 11, 2023.

      [^2]: UN News, December 11, 2023.
      ${registry}`,
    ),
  ).toMatchInlineSnapshot(`
    --- main.brief
      The mission lowered its flag.[^1]
                                   ^^^^ unsupported-confirmation Reuters, December 11, 2023 is rated 1 (confirmed), but nothing else is cited here. Cite a second source, or rate it 2.
  `);
});

test('a report and its reprint at two markers of one sentence', () => {
  expect(
    show(
      'circular-reporting',
      `
      --- main.brief
      The bloc lost three members.[1][2]

      [1] AFP, January 28, 2024.
      [2] RFI, January 29, 2024.
      --- sources.yaml
      references:
        - { id: a, container-title: AFP, issued: 2024-01-28, title: Bloc loses three of its members }
        - { id: r, container-title: RFI, issued: 2024-01-29, title: Bloc loses three of its members }
      `,
    ),
  ).toMatchInlineSnapshot(`
    --- main.brief
    The bloc lost three members.[1][2]
                                   ^^^ circular-reporting AFP and RFI carry the same report; the two do not confirm each other. Cite the original alone, or add an independent source.
  `);
});

test('a paragraph with markers is cited; notes and entries of a reference list are no paragraphs', () => {
  const facts =
    'Two bombs hit patrols of the new government on September 19. A third was found beside the road to the airport and was taken apart by soldiers of the local garrison.';
  expect(
    show(
      'uncited-paragraph',
      `
      ${facts}[^1]

      ${facts}

      [^1]: ${facts} It was told to the author on Monday.

      ## References

      Filiu, Jean-Pierre. From Deep State to Islamic State. London: Hurst, 2015. ${facts}
      `,
    ),
  ).toMatchInlineSnapshot(`
    Two bombs hit patrols of the new government on September 19. A third was found beside the road to the airport and was taken apart by soldiers of the local garrison.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncited-paragraph No source is cited for the facts here (“September 19”). Cite one, or say that this is your judgment.
  `);
  expect(
    show(
      'uncited-paragraph',
      `
      ${facts}1

      More of them came.2

      1. ${facts}
      2. TASS, May 9, 2022. ${facts}
      `,
    ),
  ).toMatchInlineSnapshot(``);
});

test('one note twice, or two notes of one source, side by side', () => {
  expect(
    show(
      'duplicate-citation',
      `
      It was denied.[3][3] It was denied again.[1][2] It was seen,[1] and heard.[1]

      It was posted (TASS, May 8, 2022).[1] It was read.[4][1] A range.[1–2] Books.[5][6]

      [1] TASS, May 8, 2022.
      [2] Tass, 8 May 2022.
      [3] Telegram, May 8, 2022.
      [4] TASS, “Other,” May 8, 2022.
      [5] Filiu, From Deep State (London: Hurst, 2015), p. 12.
      [6] Filiu, From Deep State (London: Hurst, 2015), p. 14.
      `,
    ),
  ).toMatchInlineSnapshot(`
    It was denied.[3][3] It was denied again.[1][2] It was seen,[1] and heard.[1]
                     ^^^ duplicate-citation Telegram is cited twice for this sentence. Remove one.
                                                ^^^ duplicate-citation Tass is cited twice for this sentence. Remove one. If you mean two reports of that day, tag them.
    It was posted (TASS, May 8, 2022).[1] It was read.[4][1] A range.[1–2] Books.[5][6]
                                      ^^^ duplicate-citation TASS is cited twice for this sentence. Remove one. If you mean two reports of that day, tag them.
                                                                     ^^^^^ duplicate-citation Tass is cited twice in this citation. Remove one. If you mean two reports of that day, tag them.
  `);
});
