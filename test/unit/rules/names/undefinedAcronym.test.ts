import { describe, expect, test } from 'vitest';
import { actionsAtMark, applyChangesTo, createScene } from '../../support/actions.ts';
import { type FixtureOptions, findingsIn, showFindings } from '../../support/fixture.ts';

const on: FixtureOptions = { settings: { rules: { 'undefined-acronym': 'information' } } };

/** The acronyms that are found, in order. */
function found(text: string, registry = ''): string[] {
  const fixture = `--- main.brief\n${text}\n${registry}`;
  return findingsIn(fixture, on).flatMap(({ code, span }) =>
    code === 'undefined-acronym' ? text.slice(span.start, span.end) : [],
  );
}

test('never spelled out: once for each, at its first place', () => {
  expect(
    showFindings(
      `
The border force reported to NBGC on Monday. Units of NBGC and the QRTF left.
`,
      on,
    ),
  ).toMatchInlineSnapshot(`
    The border force reported to NBGC on Monday. Units of NBGC and the QRTF left.
                                 ^^^^ undefined-acronym “NBGC” is not spelled out. Write Full Name (NBGC) here, or add it to the aliases of its entity.
                                                                       ^^^^ undefined-acronym “QRTF” is not spelled out. Write Full Name (QRTF) here, or add it to the aliases of its entity.
  `);
});

test('used before it is spelled out', () => {
  expect(
    showFindings(
      `
An officer of the NBGC said so.

The Northern Border Guard Command (NBGC) denied it. The NBGC is new.
`,
      on,
    ),
  ).toMatchInlineSnapshot(`
    An officer of the NBGC said so.
                      ^^^^ undefined-acronym “NBGC” is used here before it is spelled out. Move the full name here.
  `);
});

test('spelled out twice', () => {
  expect(
    showFindings(
      `
The Northern Border Guard Command (NBGC) denied it.

Later the Northern Border Guard Command (NBGC) agreed.
`,
      on,
    ),
  ).toMatchInlineSnapshot(`
    Later the Northern Border Guard Command (NBGC) agreed.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ undefined-acronym “NBGC” is spelled out a second time. Write only the short form.
  `);
});

describe('what explains an acronym', () => {
  test.each([
    'The Northern Border Guard Command (NBGC) left. The NBGC came back.',
    'The NBGC (Northern Border Guard Command) left.',
    'The CNDP (Congrès national pour la défense du peuple) left. The CNDP came back.',
    'The Northern Border Guard (Ukr. NBKD) left. The NBKD came back.',
    'The Border Guard (Russian: PSB) left. The PSB came back.',
    'The guard (PSBR in Russian) left. The PSBR came back.',
    'The body, Conseil national de transition (CNT), met. The CNT agreed.',
    'The Northern Border Guard Command, or NBGC, left.',
    'The border guards, known as NBGC, left. NBGC came.',
    'The force, by its Arabic acronym NBGC, left.',
    'NBGC, short for a name that nobody uses, left.',
    'Northern Border Guard Command units moved. The NBGC has nine.',
    'Improvised mortars (“IRAMs”) fell. IRAMs are new.',
    'It bought unmanned surface vessels (USVs). A USV was lost.',
    'The [Kurdish party](group:pkk) (PKK) met. The PKK left.',
    'The Commission of Inquiry (CoI) met. The COI left.',
    'The Ministry of Foreign Trade (MFT, formerly MOT) met. The MFT left.',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('acronyms that need no definition', () => {
  test.each([
    'The UN, NATO, the EU and the US asked the CIA about the GDP of the UAE.',
    'UN-led, US-backed, pro-EU and EU/NATO officials met NGOs and the CEO.',
    'It was so (TASK, May 3), and TASK said it again.',
    'It was so (Radio TASK, May 3), and TASK said it again.',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test('names of the registry and its outlets, tags, our own publications', () => {
    const registry = `--- entities.yaml
entities:
  - { id: nbgc, type: org, name: Northern Border Guard Command, aliases: [NBGC] }
--- sources.yaml
references:
  - { id: qrt-1, container-title: QRTF, issued: 2021-05-03 }
`;
    expect(found('NBGC and QRTF said so, and NBGC-QRTF.', registry)).toEqual([]);
    expect(found('The [NGC](group:ngc) left. NGC came.')).toEqual([]);
    expect(found('---\npublication: WBR\n---\n\nWBR asked.')).toEqual([]);
    const settings = { ...on.settings, publications: ['WBR'] };
    expect(findingsIn('WBR asked.', { settings })).toEqual([]);
  });
});

describe('not an acronym', () => {
  test.each([
    'They fly the T-72, F-16, MQ-9, S-400, RQ-170, BTR-80, BTR 80 and Su-35.',
    'Louis XIV, World War II, Chapter IV and Part VII.',
    'It does NOT end, and it is ONLY a draft.',
    'A report rated (B2), and one of C3.',
    'J.R. Smith, the U.S. and P.L. 114-17.',
    'JD Vance and AQ Khan met.',
    'He lives in Austin, TX; she in Wilmington, NC.',
    'See https://example.org/ABCD/QRTF?x=WXYZ and QRTF.org, #QRTF, @QRTF, qrtf_ABC.',
    'Code `QRTF`, [@QRTF-1], [words](https://example.org/QRTF) <!-- QRTF -->',
    'THE SALVADORAN ARMY AND THE FMLN FOUGHT IN SAN MIGUEL; TROOPS OF THE FMLN LEFT.',
    'Marked TOP SECRET QRTF by hand.',
    '# The QRTF\n\nIt left.',
    'The QRTF\n\nIt left the town, and nobody came.',
    '| QRTF | 3 |\n| NBGC | 4 |',
    'Source: QRTF of the ministry.\nIt was in the open.',
    'Said in _QRTF Weekly News_ and _QRTF Eagle_.',
    'Hash 9F86D081884C7D65 and post code SW1A 2AA.',
    'Links by KA-SAT failed; the aircraft ET-AMQ landed in Bole.',
    'The tanker (IMO 9086526) left; IMO 9086526 was seen again, and MMSI 123456789.',
    'They moved 5,000 ETH and 12 XMR; the fee was PLN 300 or 200 PLN.',
    'Drivers got 900,000 FCFA and 12,000 CFA; others RM 40.',
    'An Islander, RP-C2255, and a jet, TZ-AB21, flew over BRP Sierra Madre and the KRI Bung Tomo on VHF channel 16.',
    'A plant of 30 MW, 12.5 MVA and 220 KV.',
    'HAVANA: The ministry denied it.',
    '**ACCRA, Ghana** — The ministry denied it.',
    'ACCRA, Ghana — The ministry denied it.\nLAGOS – So did the bank.',
    'The flight with the call sign LAGR circled. A tanker named NOOR sailed.',
    'About 40 km, 5 MW, HIV and 9 AM GMT.',
    'At HQ, FSBs aside.'.replace('FSBs', 'NGOs'),
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test('a brief that is set in capitals', () => {
    expect(found('THE SALVADORAN ARMY LEFT.\n\nTHEN THE TROOPS CAME BACK TO THE TOWN.\n\nIt said QRTF so.')).toEqual(
      [],
    );
  });
});

describe('left alone', () => {
  test.each([
    ['two names with one short form', 'The Border Guard (BG) left. A Blue Group (BG) came.'],
    [
      'a summary that is spelled out again',
      '# Summary\n\nThe Border Guard Command (BGC) left. The BGC is new.\n\n# Details\n\nThe Border Guard Command (BGC) left.',
    ],
    [
      'a short form that is used in a heading or a citation',
      'The Border Guard Command (BGC) left.\n\n## The BGC today\n\nIt is quiet.',
    ],
    ['a short form that is used as a part', 'The Border Guard Command (BGC) left. Men of BGC-North came.'],
    ['a well-known one that is spelled out', 'The European Union (EU) met.'],
    ['words in a parenthesis that no letters explain', 'The guards (BGC) left, and the BGC came back.'],
  ])('%s', (_, text) => expect(found(text)).toEqual([]));
});

test('a compound is explained by its parts, or as a whole', () => {
  expect(found('The NBG-QR counts what it hits. NBG-QR strikes.')).toEqual(['NBG', 'QR']);
  expect(found('The NBG-K counts what it hits. Then UN-K strikes.')).toEqual(['NBG-K']);
  expect(found('The northern branch (NBG-QR) counts what it hits. NBG-QR strikes.')).toEqual([]);
  expect(found('The Northern Border Guard (NBG) counts. US-NBG strikes, NBG-US strikes.')).toEqual([]);
  expect(found('ISIL-held towns, pro-QRTF men.')).toEqual(['QRTF']);
});

describe('fixes', () => {
  test('the second definition becomes the short form', async () => {
    const text = (end: string) => `The [Border Guard](org:bg) (BG) left. ${end}`;
    const scene = await createScene(
      `${text('Then the [Border Guard](org:bg) (BG) came, and BG men.')}\n${' '.repeat(text('Then the ').length)}^^^^^^^^^^^^^^^^^^^^^^^^^^ here`,
      on,
    );
    const [first] = actionsAtMark(scene, ['quickfix']);
    expect([first?.title, first?.isPreferred]).toEqual(['Write “BG” alone', undefined]);
    expect(applyChangesTo(scene, first!.changes!).get('file:///main.brief')).toBe(
      `${text('Then the [BG](org:bg) came, and BG men.')}\n`,
    );
  });
});
