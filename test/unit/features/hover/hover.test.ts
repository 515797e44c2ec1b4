import { expect, test } from 'vitest';
import { toPlainText } from '../../../../server/src/features/hover/card.ts';
import { hoverBrief, hoverRegistry } from '../../../../server/src/features/hover/hover.ts';
import { parseWithCursor } from '../../support/cursor.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

const REGISTRIES = `--- entities.yaml
entities:
  - { id: is, type: group, name: Islamic State }
  - id: iskp
    type: group
    name: Islamic State in Khorasan Province
    aliases: [ISKP, IS-K]
    description: A branch.
    part_of: is
    wikidata: Q20734166
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL], reliability: B }
  - { id: georgia-country, type: place, name: Georgia }
  - { id: georgia-state, type: place, name: Georgia }
--- sources.yaml
references:
  - id: rferl-2021-09-05
    title: Pilots leave
    container-title: RFE/RL
    issued: 2021-09-05
    URL: https://example.org/pilots
    custom: { credibility: 2, archive: "https://example.org/kept" }
  - { id: tass-a, container-title: TASS, title: One, issued: 2021-09-22 }
  - { id: tass-b, container-title: TASS, title: Two, issued: 2021-09-22 }
--- other.brief
ISKP, [the branch](group:iskp); (RFE/RL, September 5, 2021).
`;

/** The brief with \`|\` before the place to point at → the words the hover is about, and its card in plain text. */
function check(
  name: string,
  brief: string,
  expected: string | undefined,
  registries = REGISTRIES,
  isIndexed = true,
): void {
  test(name, () => {
    const offset = brief.indexOf('|');
    const fixture = parseFixture(`--- main.brief\n${brief.replace('|', '')}\n${registries}`);
    const workspace = workspaceOf(fixture);
    const { uri, text } = fixture.files[0]!;
    const card = hoverBrief(workspace, uri, workspace.brief(uri)!, offset, { isIndexed });
    const shown = card && `[${text.slice(card.span.start, card.span.end)}]\n${toPlainText(card.lines)}\n`;
    expect(shown).toBe(expected?.replace(/^ {6}/gm, '').trimStart());
  });
}

const DATED = '---\ndate: 2021-09-24\n---\n\n';

check(
  'an entity tag',
  'It is [the |branch](group:iskp), and ISKP again.',
  `
      [[the branch](group:iskp)]
      Islamic State in Khorasan Province (group)
      Also: ISKP, IS-K
      A branch.
      Part of: Islamic State
      Mentions: 2 here, 2 elsewhere (in 1 brief)
      Wikidata Q20734166: https://www.wikidata.org/wiki/Q20734166
`,
);
check(
  'a name in prose, its end touched',
  'It is Islamic State|.',
  `
      [Islamic State]
      Islamic State (group)
      Mentions: 1 here, 0 elsewhere
`,
);
check(
  'a name of two',
  'In |Georgia.',
  `
      [Georgia]
      2 entities bear this name:
      Georgia (place)
      Mentions: 1 here, 0 elsewhere
      Georgia (place)
      Mentions: 1 here, 0 elsewhere
`,
);
check(
  'a citation in words, its year inferred',
  `${DATED}They left (RFE/RL, |September 5).`,
  `
      [RFE/RL, September 5]
      Radio Free Europe/Radio Liberty (rferl-2021-09-05)
      Pilots leave
      Published: September 5, 2021
      Rating: B2: usually reliable, probably true
      Open the report: https://example.org/pilots
      Archived copy: https://example.org/kept
      Cited: 2 times in 2 briefs
      Cited date: September 5, 2021 (year inferred from the front matter of the brief, September 24, 2021)
`,
);
check(
  'a citation key',
  'They left [see @rferl-2021|-09-05, p. 3].',
  `
      [see @rferl-2021-09-05, p. 3]
      Radio Free Europe/Radio Liberty (rferl-2021-09-05)
      Pilots leave
      Published: September 5, 2021
      Rating: B2: usually reliable, probably true
      Open the report: https://example.org/pilots
      Archived copy: https://example.org/kept
      Cited: 2 times in 2 briefs
`,
);
check(
  'a missing source, with what the registry has of that day',
  `${DATED}They left (,| September 22).`,
  `
      [, September 22]
      The source is missing (, September 22)
      Only the date is left of this citation: most likely the name was a link or a bare domain and got lost in copying.
      Cited date: September 22, 2021 (year inferred from the front matter of the brief, September 24, 2021)
      The registry has 2 reports of that day:
      • TASS, September 22, 2021: One
      • TASS, September 22, 2021: Two
`,
);
check(
  'an ambiguous one',
  'They left (|TASS, September 22, 2021).',
  `
      [TASS, September 22, 2021]
      TASS (2 sources fit)
      Cited date: September 22, 2021
      • TASS, September 22, 2021: One
      • TASS, September 22, 2021: Two
      Say which one is meant with a source tag.
`,
);
check(
  'an unknown one of a known outlet, without a year',
  'They left (RFE/RL|, May 1).',
  `
      [RFE/RL, May 1]
      Radio Free Europe/Radio Liberty (unknown source)
      Cited date: May 1 (year unknown: the brief has no date)
      The registry has no report of this day. It has:
      • RFE/RL, September 5, 2021: Pilots leave
`,
);
check(
  'without a registry',
  'They left (RFE/RL|, May 1, 2020).',
  `
      [RFE/RL, May 1, 2020]
      RFE/RL
      Cited date: May 1, 2020
      There is no registry of sources in this workspace, so citations are not checked.
`,
  '',
);
check(
  'while the briefs are read, the count is what is known so far',
  'It is [the |branch](group:iskp).',
  `
      [[the branch](group:iskp)]
      Islamic State in Khorasan Province (group)
      Also: ISKP, IS-K
      A branch.
      Part of: Islamic State
      Mentions: 1 here, 2 elsewhere (in 1 brief), so far: the briefs are still being read
      Wikidata Q20734166: https://www.wikidata.org/wiki/Q20734166
`,
  REGISTRIES,
  false,
);
check('prose', 'They |left.', undefined);
check('code', 'They `IS|KP`.', undefined);

/** The registry with `|` before the place to point at → the words the hover is about, and the first line of its card. */
function checkRegistry(name: string, at: string, expected: string | undefined): void {
  test(`in a registry: ${name}`, () => {
    const { workspace, uri, file, offset, files } = parseWithCursor(REGISTRIES.replace(at.replace('|', ''), at));
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
checkRegistry('an outlet nobody knows', 'container-title: TA|SS', undefined);
checkRegistry('a type', 'type: gr|oup', undefined);
checkRegistry('a title', 'title: Pil|ots', undefined);
