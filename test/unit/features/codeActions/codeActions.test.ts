import { describe, expect, test } from 'vitest';
import { actionsAtMark, applyChangesTo, countFindings, createScene, fixesIn } from '../../support/actions.ts';
import { parseFixture } from '../../support/fixture.ts';

/**
 * Takes the quick fix of that title at the first place with carets: the files of `expected` are as they are written
 * there, all others as they were, and there are fewer findings.
 */
async function checkFix(
  fixture: string,
  title: string | RegExp,
  expected: string,
  newline: '\n' | '\r\n' = '\n',
): Promise<void> {
  const scene = await createScene(fixture, { newline });
  const actions = actionsAtMark(scene, ['quickfix']);
  const action = actions.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  expect(action, `offered: ${actions.map((one) => one.title).join(' / ')}`).toBeDefined();
  const before = new Map(scene.files.map(({ uri, text }) => [uri, text]));
  const after = applyChangesTo(scene, action!.changes!);
  const wanted = new Map(before);
  for (const { uri, text } of parseFixture(expected, { newline }).files) wanted.set(uri, text);
  expect(Object.fromEntries(after)).toEqual(Object.fromEntries(wanted));
  expect(countFindings(after)).toBeLessThan(countFindings(before));
}

const MISSING = `
  --- main.brief
  ---
  date: 2021-09-24
  ---

  It left (, September 22) and stayed (see , September 22; TASS, May 3).
           ^^^^^^^^^^^^^^ missing-source
  --- sources.yaml
  references:
    - { id: a, title: Pilots leave, container-title: RFE/RL, issued: 2021-09-22 }
    - { id: b, container-title: TASS, issued: 2021-05-03 }
    - { id: c, title: One, container-title: Reuters, issued: 2021-09-22 }
    - { id: d, title: Two, container-title: Reuters, issued: 2021-09-22 }
    - { id: e, title: Odd, container-title: "A; B", issued: 2021-09-22 }
    - { id: f, title: No outlet, issued: 2021-09-22 }
    - { id: g, title: Last year, container-title: RFE/RL, issued: 2020-09-22 }
`;

describe('missing-source', () => {
  test('offers each report of that day, a new one, and to let it be; none of them is preferred', async () => {
    expect(await fixesIn(MISSING)).toEqual([
      'Insert “A; B” before “September 22”: Odd',
      'Insert “RFE/RL” before “September 22”: Pilots leave',
      'Insert “Reuters” before “September 22”: One',
      'Insert “Reuters” before “September 22”: Two',
      'Insert “No outlet” before “September 22”: No outlet',
      '> Add a source for September 22, 2021…',
      'Ignore missing-source here',
    ]);
  });

  const becomes = (words: string) => MISSING.replace('(, September 22)', words).replace(/\n.*\^.*\n/, '\n');

  test('the outlet goes before the comma', () =>
    checkFix(MISSING, 'Insert “RFE/RL” before “September 22”: Pilots leave', becomes('(RFE/RL, September 22)')));
  test('a tag, where the outlet has two reports of that day', () =>
    checkFix(MISSING, 'Insert “Reuters” before “September 22”: Two', becomes('([Reuters](src:d), September 22)')));
  test('a tag, where the name is not valid in a citation', () =>
    checkFix(MISSING, 'Insert “A; B” before “September 22”: Odd', becomes('([A; B](src:e), September 22)')));
  test('the title, where there is no outlet', () =>
    checkFix(
      MISSING,
      'Insert “No outlet” before “September 22”: No outlet',
      becomes('([No outlet](src:f), September 22)'),
    ));
  test('CRLF', () =>
    checkFix(
      MISSING,
      'Insert “RFE/RL” before “September 22”: Pilots leave',
      becomes('(RFE/RL, September 22)'),
      '\r\n',
    ));

  const SOURCES = `
    --- sources.yaml
    references:
      - { id: a, container-title: TASS, issued: 2021-05-03 }`;
  test.each([
    ['(see , May 3, 2021)', '(see TASS, May 3, 2021)', ', May 3, 2021'],
    ['(see, May 3, 2021)', '(see TASS, May 3, 2021)', ', May 3, 2021'],
    ['(e.g., , May 3, 2021)', '(e.g., TASS, May 3, 2021)', ', May 3, 2021'],
    ['(AP, May 1;, May 3, 2021)', '(AP, May 1; TASS, May 3, 2021)', ', May 3, 2021'],
    ['(, 3 May 2021.)', '(TASS, 3 May 2021.)', ', 3 May'],
    ['(“,” May 3, 2021)', '(TASS, May 3, 2021)', '” May'],
    ['( , May 3, 2021)', '( TASS, May 3, 2021)', ', May 3, 2021'],
    ['（，May 3, 2021）', '（TASS, May 3, 2021）', '，May 3, 2021'],
    ['([ ](), May 3, 2021)', '(TASS, May 3, 2021)', '[ ](), May 3, 2021'],
    ['([](#), May 3, 2021)', '(TASS, May 3, 2021)', '[](#), May 3, 2021'],
    ['(<i>, May 3, 2021</i>)', '(<i>TASS, May 3, 2021</i>)', ', May 3, 2021'],
    ['(, May 3, 2021. It', '(TASS, May 3, 2021). It', ', May 3, 2021'],
    ['(, May 3, 2021] it', '(TASS, May 3, 2021) it', ', May 3, 2021'],
    ['(,, May 3, 2021)', '(TASS, May 3, 2021)', ', May 3, 2021'],
  ])('%s becomes %s', (before, after, marked) => {
    const line = `Yes ${before}.`;
    const carets = `${' '.repeat(line.indexOf(marked))}${'^'.repeat(marked.length)} x`;
    const files = (text: string, more: string) =>
      `--- main.brief\n${text}\n${more}${SOURCES.replace(/^ {4}/gm, '').trimStart()}\n`;
    return checkFix(files(line, `${carets}\n`), /^Insert “TASS” before “.*”: a$/, files(`Yes ${after}.`, ''));
  });
});

describe('ignore', () => {
  test.each([
    ['a paragraph', 'One.\n\nTwo (, May 3).\n', 'One.\n\n<!-- brief-ignore missing-source -->\nTwo (, May 3).\n'],
    ['the first line', 'Two (, May 3).\n', '<!-- brief-ignore missing-source -->\nTwo (, May 3).\n'],
    ['further lines', 'Two\nlines (, May 3).\n', '<!-- brief-ignore missing-source -->\nTwo\nlines (, May 3).\n'],
    ['a heading', '# Two (, May 3)\n', '<!-- brief-ignore missing-source -->\n# Two (, May 3)\n'],
    ['a lone line', 'Two (, May 3)\n\nProse.\n', '<!-- brief-ignore missing-source -->\n\nTwo (, May 3)\n\nProse.\n'],
    [
      'a comment that is there',
      '<!-- brief-ignore future-date -->\nTwo (, May 3).\n',
      '<!-- brief-ignore future-date missing-source -->\nTwo (, May 3).\n',
    ],
    [
      'below front matter',
      '---\ntitle: T\n---\nTwo (, May 3).\n',
      '---\ntitle: T\n---\n<!-- brief-ignore missing-source -->\nTwo (, May 3).\n',
    ],
  ])('%s', (_, before, after) => {
    const lines = before.split('\n');
    const at = lines.findIndex((line) => line.includes(', May 3'));
    lines.splice(at + 1, 0, `${' '.repeat(lines[at]!.indexOf(', May 3'))}^^^^^^^ x`);
    return checkFix(`--- main.brief\n${lines.join('\n')}`, 'Ignore missing-source here', `--- main.brief\n${after}`);
  });
});

const OUTLETS = `
  --- entities.yaml
  entities:
    - { id: tass, type: media, name: TASS, aliases: [ITAR-TASS] }
    - { id: kabul, type: place, name: Kabul }
    # the end
  --- sources.yaml
  references:
    - id: tass-2021-05-03
      container-title: TASS
      issued: 2021-05-03
`;

describe('unknown-source', () => {
  test('a misspelt outlet', () =>
    checkFix(
      `--- main.brief\nYes (Eurasianett, May 9, 2021).\n     ^^^^^^^^^^^ x\n--- sources.yaml\nreferences:\n  - { id: a, container-title: Eurasianet, issued: 2021-05-09 }`,
      'Change “Eurasianett” to “Eurasianet”',
      '--- main.brief\nYes (Eurasianet, May 9, 2021).',
    ));
  test('a misspelt id', () =>
    checkFix(
      `--- main.brief\nYes ([TASS](src:tass-2021-05-30), May 3, 2021).\n     ^^ x\n${OUTLETS.replace(/^ {2}/gm, '').trimStart()}`,
      'Change “tass-2021-05-30” to “tass-2021-05-03”',
      '--- main.brief\nYes ([TASS](src:tass-2021-05-03), May 3, 2021).',
    ));
  test('is entered with all that is known', () =>
    checkFix(
      `--- main.brief\nYes (ITAR-TASS, May 3, 9, 2021).\n     ^^ x\n${OUTLETS.replace(/^ {2}/gm, '').trimStart()}`,
      'Add ITAR-TASS, May 9, 2021 to sources.yaml',
      `--- sources.yaml
references:
  - id: tass-2021-05-03
    container-title: TASS
    issued: 2021-05-03
  - id: tass-2021-05-09
    type: article-newspaper
    container-title: ITAR-TASS
    issued: 2021-05-09`,
    ));
  test('a tag is entered under its id', () =>
    checkFix(
      `--- main.brief\nYes ([AP](src:ap-1), May 4, 2021).\n     ^^ x\n--- sources.yaml\nreferences: []`,
      'Add ap-1 to sources.yaml',
      '--- sources.yaml\nreferences: [{ id: ap-1, type: article-newspaper, container-title: AP, issued: 2021-05-04 }]',
    ));
  test('a report of another day of that month is offered, not preferred; without a year nothing can be entered', async () => {
    const brief = (date: string) =>
      `--- main.brief\nYes (TASS, ${date}).\n     ^^ x\n${OUTLETS.replace(/^ {2}/gm, '').trimStart()}`;
    expect(await fixesIn(brief('May 13, 2021'))).toEqual([
      'Change “May 13, 2021” to “May 3, 2021”, the date of the report',
      'Add TASS, May 13, 2021 to sources.yaml',
      'Ignore unknown-source here',
    ]);
    expect(await fixesIn(brief('May 13'))).toEqual(['Ignore unknown-source here']);
  });
  test('the front matter takes it where there is no registry', () =>
    checkFix(
      '--- main.brief\n---\nsources:\n  - id: a\n---\nYes (TASS, May 3, 2021).\n     ^^ x',
      'Add TASS, May 3, 2021 to the front matter',
      '--- main.brief\n---\nsources:\n  - id: a\n  - id: tass-2021-05-03\n    type: article-newspaper\n    container-title: TASS\n    issued: 2021-05-03\n---\nYes (TASS, May 3, 2021).',
    ));
});

describe('entities', () => {
  const files = (brief: string) => `--- main.brief\n${brief}\n^^ x\n${OUTLETS.replace(/^ {2}/gm, '').trimStart()}`;
  test('unknown-entity: a misspelt id', () =>
    checkFix(
      files('[Kabul](place:kabull) fell.'),
      'Change “kabull” to “kabul”: Kabul',
      '--- main.brief\n[Kabul](place:kabul) fell.',
    ));
  test('unknown-entity: by its name, with the type that goes with it', () =>
    checkFix(
      files('[Kabul](person:city) fell.'),
      'Change “city” to “kabul”: Kabul',
      '--- main.brief\n[Kabul](place:kabul) fell.',
    ));
  test('unknown-entity: is entered, comments stay', () =>
    checkFix(
      files('[Herat: the city](place:herat) fell.'),
      'Add “Herat: the city” (place) to entities.yaml',
      `--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS, aliases: [ITAR-TASS] }
  - { id: kabul, type: place, name: Kabul }
  - { id: herat, type: place, name: "Herat: the city" }
  # the end`,
    ));
  test('unknown-entity: an id that is none gives way to one that is', () =>
    checkFix(
      files('[Herat](place:the city) fell.'),
      'Add “Herat” (place) to entities.yaml',
      `--- main.brief
[Herat](place:herat) fell.
--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS, aliases: [ITAR-TASS] }
  - { id: kabul, type: place, name: Kabul }
  - { id: herat, type: place, name: Herat }
  # the end`,
    ));
  test('unknown-entity: two that are equally near are both offered, neither preferred', async () => {
    expect(
      await fixesIn(
        '--- main.brief\n[X](place:herax) fell.\n^^ x\n--- entities.yaml\nentities:\n  - { id: herat, type: place, name: Herat }\n  - { id: heraq, type: place, name: Heraq }',
      ),
    ).toEqual([
      'Change “herax” to “herat”: Herat',
      'Change “herax” to “heraq”: Heraq',
      'Add “X” (place) to entities.yaml',
      'Ignore unknown-entity here',
    ]);
  });
  test('entity-type-mismatch', () =>
    checkFix(
      files('[Kabul](person:kabul) fell.'),
      'Change the type of “Kabul” to place',
      '--- main.brief\n[Kabul](place:kabul) fell.',
    ));
  test('unknown-tag-type: misspelt', () =>
    checkFix(
      files('[Kabul](plase:kabul) fell.'),
      'Change “plase” to “place”',
      '--- main.brief\n[Kabul](place:kabul) fell.',
    ));
  test('unknown-tag-type: declared', () =>
    checkFix(
      files('[Kabul](settlement:kabul2) fell.'),
      'Declare the type “settlement” in entities.yaml',
      `--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS, aliases: [ITAR-TASS] }
  - { id: kabul, type: place, name: Kabul }
  # the end

types:
  - id: settlement
    name: settlement`,
    ).catch((error) => {
      // The tag is unknown-entity now: as many findings as before, another one.
      if (!String(error).includes('less than')) throw error;
    }));
});

describe('citations', () => {
  test.each([
    ['(Eurasianet May 9)', '(Eurasianet, May 9)'],
    ['(TASS,May 9)', '(TASS, May 9)'],
    ['(TASS ,May 9.)', '(TASS, May 9)'],
    ['(TASS,, May 9)', '(TASS, May 9)'],
    ['(TASS:, May 9)', '(TASS, May 9)'],
    ['(TASS – May 9)', '(TASS, May 9)'],
    ['(*Eurasianet* May 9)', '(*Eurasianet*, May 9)'],
    ['(Wenweipo [Hong Kong] May 9)', '(Wenweipo [Hong Kong], May 9)'],
    ['(Ministry (MFA) May 9)', '(Ministry (MFA), May 9)'],
  ])('malformed-citation: %s becomes %s', (before, after) =>
    checkFix(
      `--- main.brief\nYes ${before}.\n     ^^^ x`,
      /^(?:Insert|Remove|Write) .*\(.*\)$/,
      `--- main.brief\nYes ${after}.`,
    ),
  );
  test('malformed-citation: a line break stays', () =>
    checkFix(
      '--- main.brief\nYes (Eurasianet\n     ^^ x\nMay 9).',
      'Insert the comma: (Eurasianet, May 9)',
      '--- main.brief\nYes (Eurasianet,\nMay 9).',
    ));
  test('ambiguous-source: bound to one', () =>
    checkFix(
      '--- main.brief\nYes (Reuters, January 28).\n     ^^ x\n--- sources.yaml\nreferences:\n  - { id: a, container-title: Reuters, issued: 2024-01-28 }\n  - { id: b, title: B, container-title: Reuters, issued: 2024-01-28 }',
      'Use “B”',
      '--- main.brief\nYes ([Reuters](src:b), January 28).',
    ));
  const dated = (words: string) => `--- main.brief
---
date: 2021-09-24
---
Yes (${words}).
     ^^ x
--- sources.yaml
references:
  - { id: a, container-title: TASS, issued: 2020-10-30 }
  - { id: b, container-title: TASS, issued: 2021-09-22 }`;
  test.each([
    [
      'TASS, October 30, 2021',
      'TASS, October 30, 2020',
      'Change “October 30, 2021” to “October 30, 2020”, the date of the report',
    ],
    ['TASS, September 31', 'TASS, September 22', 'Change “September 31” to “September 22”, the date of the report'],
    [
      '[TASS](src:b), September 31',
      '[TASS](src:b), September 22',
      'Change “September 31” to “September 22”, the date of the report',
    ],
    [
      '[TASS](src:a), October 30, 2021',
      '[TASS](src:a), October 30, 2020',
      'Change “October 30, 2021” to “October 30, 2020”, the date of the report',
    ],
  ])('dates: %s becomes %s', (before, after, title) =>
    checkFix(
      dated(before),
      title,
      dated(after)
        .split('\n')
        .filter((line) => !line.includes('^^'))
        .join('\n'),
    ),
  );
});

describe('registries', () => {
  test.each([
    [
      'part_of',
      'unknown-reference',
      "  - { id: b, type: place, name: B, part_of: 'kabull' }",
      "  - { id: b, type: place, name: B, part_of: 'kabul' }",
      'Change “kabull” to “kabul”',
    ],
    [
      'type',
      'unknown-tag-type',
      '  - { id: b, name: B, type: plase }',
      '  - { id: b, name: B, type: place }',
      'Change “plase” to “place”',
    ],
    [
      'id',
      'duplicate-id',
      '  - { type: place, name: B, id: kabul }',
      '  - { type: place, name: B, id: kabul-2 }',
      'Change the id “kabul” to “kabul-2”',
    ],
    [
      'key',
      'invalid-registry',
      '  - { id: b, type: place, name: B, alias: C }',
      '  - { id: b, type: place, name: B, aliases: C }',
      'Change “alias” to “aliases”',
    ],
  ])('%s: %s', (word, _, before, after, title) => {
    const file = (line: string) => `--- entities.yaml\nentities:\n  - { id: kabul, type: place, name: Kabul }\n${line}`;
    const at = before.search(
      new RegExp(`${word === 'part_of' ? 'kabull' : word === 'type' ? 'plase' : word === 'id' ? 'kabul' : 'alias'}`),
    );
    return checkFix(file(`${before}\n${' '.repeat(at)}^^^^^ x`), title, file(after));
  });
});

test('on save, only safe fixes are made, in one edit', async () => {
  const scene = await createScene('--- main.brief\nYes (TASS,May 9) and (, May 3).\n\nNo (AP May 2.).');
  const actions = actionsAtMark(scene, ['source.fixAll']);
  expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.briefmark']);
  expect([...applyChangesTo(scene, actions[0]!.changes!).values()]).toEqual([
    'Yes (TASS, May 9) and (, May 3).\n\nNo (AP, May 2).\n',
  ]);
  expect(actionsAtMark(await createScene('--- main.brief\nYes (TASS, May 9).'), ['source'])).toEqual([]);
});

test('kinds are heeded; commands and new files are for clients that can', async () => {
  const scene = await createScene('--- main.brief\nYes (, May 9, 2021).\n     ^ x');
  expect(actionsAtMark(scene, ['refactor'])).toEqual([]);
  const bare = { ...scene, context: { ...scene.context, client: {}, clientCommands: new Set<string>() } };
  expect(actionsAtMark(bare, ['quickfix']).map(({ title }) => title)).toEqual(['Ignore missing-source here']);
});
