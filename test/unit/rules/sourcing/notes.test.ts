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
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ single-source-judgement This judgment and its paragraph rest on a single source, TASS: if it errs, so does the judgment. Cite a second, independent source, or say in the text that there is only one.
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
                                   ^^^^ unsupported-confirmation The registry rates a 1, confirmed by other sources, but no other source is cited in this paragraph: the reader has to take that on trust. Cite an independent source that confirms it, or rate the report 2, probably true.
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
                                   ^^^ circular-reporting AFP and RFI carry a report of the same title within two days: two citations, one report, and no confirmation. Cite the original alone, or add a source that knows it independently.
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
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncited-paragraph This paragraph states facts, here a date, “September 19”, and names no source for any of them: a reader can neither check nor weigh them. Put the source behind the statement, as in (Reuters, March 5), or say that it is your own judgment.
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
                     ^^^ duplicate-citation Telegram is cited twice for this sentence, so one source looks like two. Take one of them out.
                                                ^^^ duplicate-citation Tass is cited twice for this sentence, so one source looks like two. Take one of them out. If two reports of that day are meant, say which with tags.
    It was posted (TASS, May 8, 2022).[1] It was read.[4][1] A range.[1–2] Books.[5][6]
                                      ^^^ duplicate-citation TASS is cited twice for this sentence, so one source looks like two. Take one of them out. If two reports of that day are meant, say which with tags.
                                                                     ^^^^^ duplicate-citation Tass is cited twice in this citation, so one source looks like two. Take one of them out. If two reports of that day are meant, say which with tags.
  `);
});
