import { expect, test } from 'vitest';
import { toPlainText } from '../../../../server/src/features/hover/card.ts';
import { hoverBrief, hoverRegistry } from '../../../../server/src/features/hover/hover.ts';
import { briefOf } from '../../support/fixture.ts';
import { CASEBOOK, DATED, parseWithCursor, withCursor } from '../../support/world.ts';

const OTHER_BRIEF = `--- other.brief
ISKP, [the branch](group:iskp); (RFE/RL, September 5, 2021).
`;

/** The text a hover at the cursor of a brief is about, and its card in plain text. */
function hoverAt(marked: string, registries = CASEBOOK + OTHER_BRIEF, isIndexed = true): string {
  const { text, offset } = withCursor(marked);
  const { uri, brief, workspace } = briefOf(`--- main.brief\n${text}\n${registries}`);
  const card = hoverBrief(workspace, uri, brief, offset, { isIndexed });
  return card ? `[${text.slice(card.span.start, card.span.end)}]\n${toPlainText(card.lines)}\n` : 'no hover';
}

test('an entity tag', () => {
  expect(hoverAt('It is [the |branch](group:iskp), and ISKP again.')).toMatchInlineSnapshot(`
    [[the branch](group:iskp)]
    Islamic State in Khorasan Province (group)
    Also: ISKP, IS-K
    A branch.
    Part of: Islamic State
    Mentions: 2 here, 2 elsewhere (in 1 brief)
    Wikidata Q20734166: https://www.wikidata.org/wiki/Q20734166
  `);
});

test('a name in prose, the cursor at its end', () => {
  expect(hoverAt('It is Islamic State|.')).toMatchInlineSnapshot(`
    [Islamic State]
    Islamic State (group)
    Also: IS
    Mentions: 1 here, 0 elsewhere
  `);
});

test('a name of two entities', () => {
  expect(hoverAt('In |Georgia.')).toMatchInlineSnapshot(`
    [Georgia]
    2 entities have this name:
    Georgia (place)
    Mentions: 1 here, 0 elsewhere
    Georgia (place)
    Mentions: 1 here, 0 elsewhere
  `);
});

test('a citation in words, its year inferred', () => {
  expect(hoverAt(`${DATED}They left (RFE/RL, |September 5).`)).toMatchInlineSnapshot(`
    [RFE/RL, September 5]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 2 briefs
    Cited date: September 5, 2021 (year inferred from the front matter of the brief, September 24, 2021)
  `);
});

test('a citation key', () => {
  expect(hoverAt('They left [see @rferl-2021|-09-05, p. 3].')).toMatchInlineSnapshot(`
    [see @rferl-2021-09-05, p. 3]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 2 briefs
  `);
});

test('a missing source, with what the registry has of that day', () => {
  expect(hoverAt(`${DATED}They left (,| September 22).`)).toMatchInlineSnapshot(`
    [, September 22]
    The source is missing (, September 22)
    Only the date is left of this citation: most likely the name was a link or a bare domain and got lost in copying.
    Cited date: September 22, 2021 (year inferred from the front matter of the brief, September 24, 2021)
    The registry has 2 reports of that day:
    • TASS, September 22, 2021: One
    • TASS, September 22, 2021: Two
  `);
});

test('an ambiguous citation', () => {
  expect(hoverAt('They left (|TASS, September 22, 2021).')).toMatchInlineSnapshot(`
    [TASS, September 22, 2021]
    TASS (2 sources match)
    Cited date: September 22, 2021
    • TASS, September 22, 2021: One
    • TASS, September 22, 2021: Two
    Say which one is meant with a source tag.
  `);
});

test('a citation of a known outlet that fits no source, without a year', () => {
  expect(hoverAt('They left (RFE/RL|, June 1).')).toMatchInlineSnapshot(`
    [RFE/RL, June 1]
    Radio Free Europe/Radio Liberty (unknown source)
    Cited date: June 1 (year unknown: the brief has no date)
    The registry has no report of this day. It has:
    • RFE/RL, May 1, 2019: Elections
    • RFE/RL, September 5, 2021: Pilots leave
  `);
});

test('without a registry', () => {
  expect(hoverAt('They left (RFE/RL|, May 1, 2020).', '')).toMatchInlineSnapshot(`
    [RFE/RL, May 1, 2020]
    RFE/RL
    Cited date: May 1, 2020
    There is no registry of sources in this workspace, so citations are not checked.
  `);
});

test('while briefs are being read, counts are of those read so far', () => {
  expect(hoverAt('It is [the |branch](group:iskp).', CASEBOOK + OTHER_BRIEF, false)).toMatchInlineSnapshot(`
    [[the branch](group:iskp)]
    Islamic State in Khorasan Province (group)
    Also: ISKP, IS-K
    A branch.
    Part of: Islamic State
    Mentions: 1 here, 2 elsewhere (in 1 brief), so far: the briefs are still being read
    Wikidata Q20734166: https://www.wikidata.org/wiki/Q20734166
  `);
});

test('prose', () => expect(hoverAt('They |left.')).toBe('no hover'));
test('code', () => expect(hoverAt('They `IS|KP`.')).toBe('no hover'));

/** The registry with `|` before the place to point at → the words the hover is about, and the first line of its card. */
function checkRegistry(name: string, at: string, expected: string | undefined): void {
  test(`in a registry: ${name}`, () => {
    const { workspace, uri, file, offset, files } = parseWithCursor(CASEBOOK.replace(at.replace('|', ''), at));
    if (file.kind !== 'registry') throw new Error('The cursor is in no registry.');
    const card = hoverRegistry(workspace, uri, file.value, offset);
    const { text } = files.find((file) => file.uri === uri)!;
    const shown = card && `[${text.slice(card.span.start, card.span.end)}] ${toPlainText(card.lines).split('\n')[0]}`;
    expect(shown).toBe(expected);
  });
}

checkRegistry('an id', 'id: rf|erl,', '[rferl] Radio Free Europe/Radio Liberty (media)');
checkRegistry('an alias', '|IS-K', '[IS-K] Islamic State in Khorasan Province (group)');
checkRegistry('what it is part of', 'part_of: is|', '[is] Islamic State (group)');
checkRegistry(
  'the id of a source',
  'id: rferl-2021|',
  '[rferl-2021-09-05] Radio Free Europe/Radio Liberty (rferl-2021-09-05)',
);
checkRegistry('an outlet', 'container-title: RF|E/RL', '[RFE/RL] Radio Free Europe/Radio Liberty (media)');
checkRegistry('an outlet without an entity', 'container-title: Nik|kei', undefined);
checkRegistry('a type', 'type: gr|oup', undefined);
checkRegistry('a title', 'title: Pil|ots', undefined);

test('a key in a sentence, which only the registry makes a citation', () => {
  expect(hoverAt('As |@rferl-2021-09-05 [p. 3] has it.')).toMatchInlineSnapshot(`
    [@rferl-2021-09-05 [p. 3]]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 2 briefs
  `);
  expect(hoverAt('As @rferl-2021-09-05 [p. |3] has it.')).toMatchInlineSnapshot(`
    [@rferl-2021-09-05 [p. 3]]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 2 briefs
  `);
  expect(hoverAt('As [-@rferl-|2021-09-05, p. 3] has it.')).toMatchInlineSnapshot(`
    [[-@rferl-2021-09-05, p. 3]]
    Radio Free Europe/Radio Liberty (rferl-2021-09-05)
    Pilots leave
    Published: September 5, 2021
    Rating: B2: usually reliable, probably true
    Open the report: https://example.org/pilots
    Archived copy: https://example.org/kept
    Cited: 2 times in 2 briefs
  `);
  expect(hoverAt('As |@somebody has it.')).toBe('no hover');
});
