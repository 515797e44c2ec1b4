import { describe, expect, test } from 'vitest';
import { likelySources } from '../../../../server/src/analysis/sourcing/likelySources.ts';
import { resolveCitation } from '../../../../server/src/scope/resolveCitation.ts';
import { briefDateOf } from '../../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../../server/src/syntax/brief/records.ts';
import { isSourceMissing } from '../../../../server/src/syntax/citation/missing.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

/** The likely sources of the last gap of a brief of September 24, 2021, one a line, with the reason; `>` before a clear lead. */
function rank(prose: string, sources: string, entities = ''): string {
  const { files } = parseFixture(
    `--- main.brief\n---\ndate: 2021-09-24\n---\n\n${prose}\n--- entities.yaml\nentities:\n${entities}\n--- sources.yaml\nreferences:\n${sources}`,
  );
  const workspace = workspaceOf({ files });
  const brief = workspace.brief('file:///main.brief')!;
  const scope = workspace.scopeOf('file:///main.brief');
  const { at, value } = recordsOf(brief).findLast((one) => isSourceMissing(one.value))!;
  const { dates } = resolveCitation(value, scope, briefDateOf(brief)?.value);
  const { ranked, isLeadClear } = likelySources({ citation: value, blockStart: at, dates }, brief, scope);
  return ranked
    .map(({ report, outlet, shared }, index) => {
      const what = report ? (report.entry.title ?? report.entry.id.value) : `${outlet}, not in the registry`;
      return `${isLeadClear && index === 0 ? '> ' : ''}${what}${shared().length > 0 ? ` (${shared().join(', ')})` : ''}`;
    })
    .join('\n');
}

const DAY = `
  - { id: a, title: Board doubles its fees, container-title: Harbor Watch, issued: 2021-09-22 }
  - { id: b, title: Militants kill policeman in Khyber Pakhtunkhwa, container-title: Dawn, issued: 2021-09-22 }
  - { id: c, title: Officer killed in Karachi robbery, container-title: Geo, issued: 2021-09-22 }
  - { id: d, title: Talks begin, container-title: APP, issued: 2021-09-22 }
  - { id: e, title: Officer of Khyber Pakhtunkhwa police killed, container-title: TASS, issued: 2021-09-20 }
`;

describe('reports of the day', () => {
  test('are ranked by what their titles share with the sentence, names before words', () => {
    expect(rank('A police officer was killed in Khyber Pakhtunkhwa (, September 22).', DAY)).toMatchInlineSnapshot(`
      > Militants kill policeman in Khyber Pakhtunkhwa (Khyber Pakhtunkhwa, killed)
      Officer killed in Karachi robbery (officer, killed)
      Talks begin
      Board doubles its fees
    `);
  });
  test('of no shared word keep the order of their outlets, and none leads', () => {
    expect(rank('Nothing of the kind happened (, September 22).', DAY)).toMatchInlineSnapshot(`
      Talks begin
      Militants kill policeman in Khyber Pakhtunkhwa
      Officer killed in Karachi robbery
      Board doubles its fees
    `);
  });
  test('one shared word makes no clear lead, not even of the only report', () => {
    expect(rank('The fees rose (, September 22).', DAY)).toMatchInlineSnapshot(`
      Board doubles its fees (fees)
      Talks begin
      Militants kill policeman in Khyber Pakhtunkhwa
      Officer killed in Karachi robbery
    `);
    expect(
      rank('The fees rose (, September 22).', '  - { id: a, title: Fees, container-title: A, issued: 2021-09-22 }'),
    ).toMatchInlineSnapshot(`Fees (fees)`);
  });
  test('what all of them share says little', () => {
    const all = ['Taliban visit Moscow', 'Taliban visit Tehran', 'Taliban name minister']
      .map(
        (title, index) =>
          `  - { id: r${index}, title: ${title}, container-title: Outlet ${index}, issued: 2021-09-22 }`,
      )
      .join('\n');
    expect(rank('A Taliban delegation is visiting Tehran (, September 22).', all)).toMatchInlineSnapshot(`
      > Taliban visit Tehran (Taliban, Tehran, visiting)
      Taliban visit Moscow (Taliban, visiting)
      Taliban name minister (Taliban)
    `);
  });
  test('the sentence names the outlet', () => {
    expect(rank('Dawn reported no details (, September 22).', DAY)).toMatchInlineSnapshot(`
      Militants kill policeman in Khyber Pakhtunkhwa (Dawn)
      Talks begin
      Officer killed in Karachi robbery
      Board doubles its fees
    `);
  });
  test('the words of other citations do not count, nor those of other sentences', () => {
    expect(
      rank('A policeman was killed. The board doubled its fees (Dawn, September 22; , September 22).', DAY),
    ).toMatchInlineSnapshot(`
      > Board doubles its fees (board, doubled, fees)
      Talks begin
      Militants kill policeman in Khyber Pakhtunkhwa
      Officer killed in Karachi robbery
    `);
  });
  test('a citation behind the full stop belongs to the sentence before it; one alone in a line to what precedes', () => {
    expect(rank('The talks began. The board doubled its fees. (, September 22)', DAY)).toMatchInlineSnapshot(`
      > Board doubles its fees (board, doubled, fees)
      Talks begin
      Militants kill policeman in Khyber Pakhtunkhwa
      Officer killed in Karachi robbery
    `);
  });
  test('the description counts like the title', () => {
    expect(
      rank(
        'The harbor of Veldt was closed (, September 22).',
        `  - { id: a, title: Morning news, container-title: A, issued: 2021-09-22 }
  - { id: b, title: Evening news, abstract: The harbor of Veldt is closed., container-title: B, issued: 2021-09-22 }`,
      ),
    ).toMatchInlineSnapshot(`
      > Evening news (Veldt, harbor, closed)
      Morning news
    `);
  });
  test('a month without a day comes after the day', () => {
    expect(
      rank(
        'Talks went on (, September 22).',
        `  - { id: a, title: Talks, container-title: A, issued: 2021-09 }
  - { id: b, title: Talks, container-title: B, issued: 2021-09-22 }`,
      ),
    ).toMatchInlineSnapshot(`Talks (Talks)`);
  });
});

describe('names', () => {
  const entities = `  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP, ИГИЛ-Хорасан] }`;
  const sources = `
  - { id: a, title: Боевики ИГИЛ-Хорасан атаковали Кабул, container-title: TASS, issued: 2021-09-22 }
  - { id: b, title: Kabul airport reopens, container-title: APP, issued: 2021-09-22 }
`;
  test('an entity is shared by any of its names, in any script', () => {
    expect(rank('ISKP attacked again (, September 22).', sources, entities)).toMatchInlineSnapshot(`
      Боевики ИГИЛ-Хорасан атаковали Кабул (ISKP)
      Kabul airport reopens
    `);
  });
  test('so is one that a tag names', () => {
    expect(rank('[The branch](group:iskp) attacked (, September 22).', sources, entities)).toMatchInlineSnapshot(`
      Боевики ИГИЛ-Хорасан атаковали Кабул (The branch)
      Kabul airport reopens
    `);
  });
});

test('Spanish', () => {
  expect(
    rank(
      'Dos soldados murieron en un ataque en la frontera con Táchira (, 22 de septiembre).',
      `
  - { id: a, title: El ataque fronterizo en Tachira deja un soldado muerto, container-title: El País, issued: 2021-09-22 }
  - { id: b, title: Las elecciones de noviembre, container-title: EFE, issued: 2021-09-22 }
`,
    ),
  ).toMatchInlineSnapshot(`
    > El ataque fronterizo en Tachira deja un soldado muerto (Táchira, soldados, ataque)
    Las elecciones de noviembre
  `);
});

describe('outlets that the brief cites for that day', () => {
  const other = 'Trains to Veldt stood still (Rail Post, September 22). ';
  test('are candidates, and never lead', () => {
    expect(rank(`${other}The trains to Veldt go again (, September 22).`, DAY)).toMatchInlineSnapshot(`
      Rail Post, not in the registry (Veldt, trains)
      Talks begin
      Militants kill policeman in Khyber Pakhtunkhwa
      Officer killed in Karachi robbery
      Board doubles its fees
    `);
  });
  test('not those of other days, nor those the registry has', () => {
    expect(
      rank('Trains stood still (Rail Post, September 21; Dawn, September 22). They go (, September 22).', DAY),
    ).not.toContain('not in the registry');
  });
  test('without any registry', () => {
    expect(rank(`${other}They go again (, September 22).`, '').replace(/^\n/, '')).toMatchInlineSnapshot(
      `Rail Post, not in the registry (Veldt, Trains, stood)`,
    );
  });
});

describe('a citation without a date', () => {
  const sources = `
  - { id: a, title: Board doubles its fees, container-title: A, issued: 2021-09-02 }
  - { id: b, title: Board halves its fees, container-title: B, issued: 2021-09-05 }
  - { id: c, title: The weather, container-title: C, issued: 2021-09-20 }
  - { id: d, title: Board doubles its fees again, container-title: D, issued: 2021-10-20 }
  - { id: e, title: Board doubles its fees some day, container-title: E }
`;
  test.each(['()', '(, )'])('%s: all reports that the brief can cite, by words, then by date', (gap) => {
    expect(rank(`The board doubled its fees ${gap}.`, sources)).toBe(
      'Board doubles its fees (board, doubled, fees)\nBoard halves its fees (board, fees)\nThe weather',
    );
  });
});
