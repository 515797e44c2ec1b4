import { expect, test } from 'vitest';
import { toMarkdown, toPlainText } from '../../../../server/src/features/hover/card.ts';
import { hoverBrief } from '../../../../server/src/features/hover/hover.ts';
import { briefOf } from '../../support/fixture.ts';
import { CASEBOOK, DATED, withCursor } from '../../support/world.ts';

function hoverAt(marked: string, write = toPlainText): string {
  const { text, offset } = withCursor(marked);
  const { uri, brief, workspace } = briefOf(`--- main.brief\n${text}\n${CASEBOOK}`);
  const card = hoverBrief(workspace, uri, brief, offset);
  return card ? `[${text.slice(card.span.start, card.span.end)}]\n${write(card.lines)}\n` : 'no hover';
}

const NOTES = `[^1]: RFE/RL, September 5, 2021; Reuters, May 3, 2021.
[^2]: RFE/RL, “Pilots leave,” September 5, 2021.
[^3]: Harbor mines are devices that lie in wait for ships.
[^4]:`;

test('a marker shows its note and the source behind it', () => {
  expect(hoverAt(`They left.[^|2]\n\n${NOTES}`)).toMatchInlineSnapshot(`
    [[^2]]
    Note 2
    RFE/RL, “Pilots leave,” September 5, 2021.
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 1 brief
  `);
});

test('a marker reads the dates of its note in the order of the house', () => {
  const notes = '[^1]: RFE/RL, 05/09/2021.\n[^2]: TASS, 22/09/2021.';
  expect(hoverAt(`They left.[^|1] They came.[^2]\n\n${notes}`)).toContain('Published: September 5, 2021');
});

test('a marker with several sources', () => {
  expect(hoverAt(`They left.[^1|]\n\n${NOTES}`)).toMatchInlineSnapshot(`
    [[^1]]
    Note 1
    RFE/RL, September 5, 2021; Reuters, May 3, 2021.
    • RFE/RL, September 5, 2021: Pilots leave
    • Reuters, May 3, 2021 (unknown source)
  `);
});

test('a marker with several notes', () => {
  expect(
    hoverAt('They left.[1–|3]\n\nNotes\n\n[1] RFE/RL, September 5, 2021.\n[2] TASS, September 22, 2021.\n[3] Reuters.'),
  ).toMatchInlineSnapshot(`
    [[1–3]]
    Note 1
    RFE/RL, September 5, 2021.
    • RFE/RL, September 5, 2021: Pilots leave
    Note 2
    TASS, September 22, 2021.
    • TASS, September 22, 2021 (2 sources match)
    Note 3
    Reuters.
    • Reuters
  `);
});

test('a marker whose note explains, and one whose note is empty', () => {
  expect(hoverAt(`They left.[^|3]\n\n${NOTES}`)).toMatchInlineSnapshot(`
    [[^3]]
    Note 3
    Harbor mines are devices that lie in wait for ships.
  `);
  expect(hoverAt(`They left.[^|4]\n\n${NOTES}`)).toMatchInlineSnapshot(`
    [[^4]]
    Note 4
    The source is missing ([^4]:)
    The note is empty.
  `);
});

test('a marker without a note', () => {
  expect(hoverAt(`They left.[^|9]\n\n${NOTES}`)).toMatchInlineSnapshot(`
    [[^9]]
    Note 9 does not exist
  `);
  expect(hoverAt('They left.[^1] They came.[^2] They|[^3] stayed.')).toMatchInlineSnapshot(`
    [[^3]]
    Note 3 does not exist
    This brief has no notes.
  `);
});

test('a source in a note', () => {
  expect(hoverAt(`They left.[^2] They came.[^2]\n\n${NOTES.replace('Pilots', 'Pil|ots')}`)).toMatchInlineSnapshot(`
    [RFE/RL, “Pilots leave,” September 5, 2021.]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 1 brief
    2 markers point to this note
  `);
});

test('the number of a note, and words in it', () => {
  expect(hoverAt(`They left.[^1]\n\n${NOTES.replace('[^1]:', '[^|1]:')}`)).toMatchInlineSnapshot(`
    [[^1]:]
    Note 1
    • RFE/RL, September 5, 2021: Pilots leave
    • Reuters, May 3, 2021 (unknown source)
    1 marker points to this note
  `);
  expect(hoverAt(`They left.[^1]\n\n${NOTES.replace('devices', 'dev|ices')}`)).toMatchInlineSnapshot(`
    [[^3]: Harbor mines are devices that lie in wait for ships.]
    Note 3
    No marker points to this note
  `);
});

test('an entry of a list of references', () => {
  expect(
    hoverAt('They left.\n\n# References\n\n1. TASS, September| 22, 2021.\n2. Reuters, May 3, 2021.'),
  ).toMatchInlineSnapshot(`
    [TASS, September 22, 2021.]
    TASS (2 sources match)
    Cited date: September 22, 2021
    • TASS, September 22, 2021: One
    • TASS, September 22, 2021: Two
    Say which one is meant with a source tag.
    An entry of a list of references
  `);
});

test('an inline note', () => {
  expect(hoverAt(`${DATED}They left.^[RFE/RL, |September 5]`)).toMatchInlineSnapshot(`
    [RFE/RL, September 5]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: once in 1 brief
    Cited date: September 5, 2021 (year inferred from the front matter of the brief, September 24, 2021)
  `);
});

test('other forms that have lost their source', () => {
  expect(hoverAt('They left [citation| needed].')).toMatchInlineSnapshot(`
    [[citation needed]]
    The source is missing ([citation needed])
    This placeholder asks for a source.
  `);
  expect(hoverAt('They left.【4†|source】')).toMatchInlineSnapshot(`
    [【4†source】]
    The source is missing (【4†source】)
    This was left by a chat assistant and leads nowhere.
  `);
  expect(hoverAt('They left, as [the paper|]() wrote on Monday.')).toMatchInlineSnapshot(`
    [[the paper]()]
    The source is missing ([the paper]())
    The link has no address.
  `);
  expect(hoverAt('They left.\n\nSource: |, 4 March')).toMatchInlineSnapshot(`
    [, 4 March]
    The source is missing (, 4 March)
    Only the date is left of this citation: most likely the name was a link or a bare domain and got lost in copying.
    Cited date: March 4 (year unknown: the brief has no date)
    The registry has no report of that day.
  `);
});

test('other forms that name their source', () => {
  expect(hoverAt('They left, as [the paper|](https://example.org/pilots) wrote on Monday.')).toMatchInlineSnapshot(`
    [[the paper](https://example.org/pilots)]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: once in 1 brief
  `);
  expect(hoverAt('They left.\n\nSource: RFE/RL|, 5 September 2021')).toMatchInlineSnapshot(`
    [RFE/RL, 5 September 2021]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: once in 1 brief
  `);
});

test('the text of a note cannot become markup', () => {
  expect(
    hoverAt('They left.[^|1]\n\n[^1]: <b>x</b> ![i](https://evil.example/a.png) [c](command:x)', toMarkdown),
  ).toMatchInlineSnapshot(`
    [[^1]]
    **Note 1**

    &lt;b\\>x&lt;\\/b\\> \\!\\[i\\]\\(https\\:\\/\\/evil\\.example\\/a\\.png\\) \\[c\\]\\(command\\:x\\)

    **evil\\.example**

    [Open the report](<https://evil.example/a.png>)
  `);
});
