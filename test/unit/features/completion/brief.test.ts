import { describe, expect, test } from 'vitest';
import { DATED } from '../../support/world.ts';
import { completeIn, completionsAt } from './support.ts';

describe('tags', () => {
  test('types after ](', () => {
    expect(completionsAt('In [Herat](|')).toMatchInlineSnapshot(`
      * person
      - org
      - group
      - place
      - event
      - weapon
      - media
      - doc
      - operation · Operation
      - src · a source
      > In [Herat](person
    `);
  });
  test('whole targets for what the surface names', () => {
    expect(completionsAt('The [ISKP](|) said')).toMatchInlineSnapshot(`
      * group:iskp · Islamic State in Khorasan Province
      - person
      - org
      - group
      - place
      - event
      - weapon
      - media
      - doc
      - operation · Operation
      … 1 more
      > The [ISKP](group:iskp) said
    `);
  });
  test('sources for an outlet as the surface', () => {
    expect(completionsAt(`${DATED}([RFE/RL](|`, { accept: 'src:rferl-2021-09-05' })).toMatchInlineSnapshot(`
      - media:rferl · Radio Free Europe/Radio Liberty
      * src:rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      - src:rferl-old · RFE/RL, May 1, 2019: Elections
      - person
      - org
      - group
      - place
      - event
      - weapon
      - media
      … 3 more
      > ([RFE/RL](src:rferl-2021-09-05)
    `);
  });
  test('a type that is begun; its id stays', () => {
    expect(completionsAt('The [x](gr|o:iskp) said')).toMatchInlineSnapshot(`
      * group
      > The [x](group:iskp) said
    `);
  });
  test('ids of a type', () => {
    expect(completionsAt('The [x](group:|) said')).toMatchInlineSnapshot(`
      * is · Islamic State
      - iskp · Islamic State in Khorasan Province
      > The [x](group:is) said
    `);
  });
  test('an id without closing parenthesis', () => {
    expect(completionsAt('The [x](group:isk| said')).toMatchInlineSnapshot(`
      * iskp · Islamic State in Khorasan Province
      > The [x](group:iskp) said
    `);
  });
  test('what the surface names comes first', () => {
    expect(completionsAt('The [IS-K](group:|')).toMatchInlineSnapshot(`
      * iskp · Islamic State in Khorasan Province
      - is · Islamic State
      > The [IS-K](group:iskp)
    `);
  });
  test('found by name', () => {
    expect(completionsAt('The [x](group:khor|')).toMatchInlineSnapshot(`
      * iskp · Islamic State in Khorasan Province
      > The [x](group:iskp)
    `);
  });
  test('found by alias', () => {
    expect(completionsAt('The [x](media:RFE/|')).toMatchInlineSnapshot(`
      * rferl · Radio Free Europe/Radio Liberty
      > The [x](media:rferl)
    `);
  });
  test('the rest of the id is replaced', () => {
    expect(completionsAt('The [x](group:is|xyz) said', { accept: 'iskp' })).toMatchInlineSnapshot(`
      - is · Islamic State
      * iskp · Islamic State in Khorasan Province
      > The [x](group:iskp) said
    `);
  });
  test('types of types', () => {
    expect(completionsAt('[x](event:|')).toMatchInlineSnapshot(`
      * resolve · Inherent Resolve
      > [x](event:resolve)
    `);
  });
  test('a custom type', () => {
    expect(completionsAt('[x](operation:|')).toMatchInlineSnapshot(`
      * resolve · Inherent Resolve
      > [x](operation:resolve)
    `);
  });
  test('an unknown type', () => expect(completionsAt('[x](https:|')).toBe('nothing'));
  test('sources, near the date first', () => {
    expect(completionsAt(`${DATED}[x](src:|`)).toMatchInlineSnapshot(`
      * tass-a · TASS, September 22, 2021: One
      - tass-b · TASS, September 22, 2021: Two
      - rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      - nikkei-1 · Nikkei, August 31, 2021: Markets
      - rferl-old · RFE/RL, May 1, 2019: Elections
      - later · Nikkei, October 31, 2021: Too late
      > [x](src:tass-a)
    `);
  });
  test('sources by title', () => {
    expect(completionsAt(`${DATED}[x](src:pil|`)).toMatchInlineSnapshot(`
      * rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      > [x](src:rferl-2021-09-05)
    `);
  });
  test('an address', () => expect(completionsAt('See [x](https://exa|')).toBe('nothing'));
  test('an image', () => expect(completionsAt('See ![x](|')).toBe('nothing'));
  test('escaped', () => expect(completionsAt('See \\[x](|')).toBe('nothing'));
});

describe('keys', () => {
  test('after [@', () => {
    expect(completionsAt('So [@|')).toMatchInlineSnapshot(`
      * later · Nikkei, October 31, 2021: Too late
      - tass-a · TASS, September 22, 2021: One
      - tass-b · TASS, September 22, 2021: Two
      - rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      - nikkei-1 · Nikkei, August 31, 2021: Markets
      - rferl-old · RFE/RL, May 1, 2019: Elections
      > So [@later]
    `);
  });
  test('closed where it is not', () => {
    expect(completionsAt(`${DATED}So [@rf| said`)).toMatchInlineSnapshot(`
      * rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      - rferl-old · RFE/RL, May 1, 2019: Elections
      > So [@rferl-2021-09-05] said
    `);
  });
  test('not closed twice', () => {
    expect(completionsAt(`${DATED}So [@|]`)).toMatchInlineSnapshot(`
      * tass-a · TASS, September 22, 2021: One
      - tass-b · TASS, September 22, 2021: Two
      - rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      - nikkei-1 · Nikkei, August 31, 2021: Markets
      - rferl-old · RFE/RL, May 1, 2019: Elections
      - later · Nikkei, October 31, 2021: Too late
      > So [@tass-a]
    `);
  });
  test('the second key, whose rest is replaced', () => {
    expect(completionsAt(`${DATED}[@tass-a; see @rf|xx, p. 3]`)).toMatchInlineSnapshot(`
      * rferl-2021-09-05 · RFE/RL, September 5, 2021: Pilots leave
      - rferl-old · RFE/RL, May 1, 2019: Elections
      > [@tass-a; see @rferl-2021-09-05, p. 3]
    `);
  });
  test('an address', () => expect(completionsAt('So [a@tas|')).toBe('nothing'));
});

describe('citations', () => {
  test('whole ones near the date, then outlets', () => {
    expect(completionsAt(`${DATED}They left (|`, { accept: 'RFE/RL, September 5' })).toMatchInlineSnapshot(`
      - TASS, September 22 · One
      - TASS, September 22 · Two
      * RFE/RL, September 5 · Pilots leave
      - Nikkei, August 31 · Markets
      - RFE/RL, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      - Nikkei · 2 reports
      - RFE/RL · Radio Free Europe/Radio Liberty
      - TASS · 2 reports
      - Times of India · 0 reports
      > They left (RFE/RL, September 5
    `);
  });
  test('with a tag where the words mean several', () => {
    expect(completionsAt(`${DATED}They left (|)`)).toMatchInlineSnapshot(`
      * TASS, September 22 · One
      - TASS, September 22 · Two
      - RFE/RL, September 5 · Pilots leave
      - Nikkei, August 31 · Markets
      - RFE/RL, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      - Nikkei · 2 reports
      - RFE/RL · Radio Free Europe/Radio Liberty
      - TASS · 2 reports
      - Times of India · 0 reports
      > They left ([TASS](src:tass-a), September 22)
    `);
  });
  test('with a tag where the words mean nothing', () => {
    expect(
      completionsAt(`${DATED}They left (|)`, {
        registries: '--- sources.yaml\nreferences:\n  - { id: on, container-title: on, issued: 2021-09-05 }\n',
      }),
    ).toMatchInlineSnapshot(`
      * on, September 5 · on
      - on · 1 report
      > They left ([on](src:on), September 5)
    `);
  });
  test('years where the brief has no date', () => {
    expect(completionsAt('They left (RF|)')).toMatchInlineSnapshot(`
      * RFE/RL, September 5, 2021 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      - RFE/RL · Radio Free Europe/Radio Liberty
      > They left (RFE/RL, September 5, 2021)
    `);
  });
  test('after a semicolon', () => {
    expect(completionsAt(`${DATED}They left (AFP, May 3; Nik|)`)).toMatchInlineSnapshot(`
      * Nikkei, August 31 · Markets
      - Nikkei, October 31, 2021 · Too late
      - Nikkei · 2 reports
      > They left (AFP, May 3; Nikkei, August 31)
    `);
  });
  test('right after it', () => {
    expect(completionsAt(`${DATED}They left (AFP, May 3;|)`, { accept: 'RFE/RL' })).toMatchInlineSnapshot(`
      - TASS, September 22 · One
      - TASS, September 22 · Two
      - RFE/RL, September 5 · Pilots leave
      - Nikkei, August 31 · Markets
      - RFE/RL, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      - Nikkei · 2 reports
      * RFE/RL · Radio Free Europe/Radio Liberty
      - TASS · 2 reports
      - Times of India · 0 reports
      > They left (AFP, May 3; RFE/RL)
    `);
  });
  test('after a lead-in', () => {
    expect(completionsAt(`${DATED}They left (see also rf|)`)).toMatchInlineSnapshot(`
      * RFE/RL, September 5 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      - RFE/RL · Radio Free Europe/Radio Liberty
      > They left (see also RFE/RL, September 5)
    `);
  });
  test('by alias, by title', () => {
    expect(completionsAt(`${DATED}They left (свобода|)`)).toMatchInlineSnapshot(`
      * RFE/RL, September 5 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      - RFE/RL · Radio Free Europe/Radio Liberty
      > They left (RFE/RL, September 5)
    `);
  });
  test('by title', () => {
    expect(completionsAt(`${DATED}They left (pilot|)`)).toMatchInlineSnapshot(`
      * RFE/RL, September 5 · Pilots leave
      > They left (RFE/RL, September 5)
    `);
  });
  test('as the brief calls it, what it cites first', () => {
    expect(completionsAt(`${DATED}(Radio Liberty; x) (Радио Свобода, May 3) (|)`)).toMatchInlineSnapshot(`
      * Радио Свобода, September 5 · Pilots leave
      - TASS, September 22 · One
      - TASS, September 22 · Two
      - Nikkei, August 31 · Markets
      - Радио Свобода, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      - Радио Свобода · Radio Free Europe/Radio Liberty
      - Nikkei · 2 reports
      - TASS · 2 reports
      - Times of India · 0 reports
      > (Radio Liberty; x) (Радио Свобода, May 3) (Радио Свобода, September 5)
    `);
  });
  test('the rest may stay', () => {
    expect(completionsAt(`${DATED}They left (RF|xx).`, { keepRest: true, accept: 'RFE/RL' })).toMatchInlineSnapshot(`
      - RFE/RL, September 5 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      * RFE/RL · Radio Free Europe/Radio Liberty
      > They left (RFE/RLxx).
    `);
  });
  test('dates of an outlet', () => {
    expect(completionsAt(`${DATED}They left (RFE/RL, |)`)).toMatchInlineSnapshot(`
      * September 5 · Pilots leave
      - May 1, 2019 · Elections
      > They left (RFE/RL, September 5)
    `);
  });
  test('right after the comma', () => {
    expect(completionsAt(`${DATED}They left (Радио Свобода,|`)).toMatchInlineSnapshot(`
      * September 5 · Pilots leave
      - May 1, 2019 · Elections
      > They left (Радио Свобода, September 5
    `);
  });
  test('a date that is begun', () => {
    expect(completionsAt(`${DATED}They left (RFE/RL, Se|pt 7)`)).toMatchInlineSnapshot(`
      * September 5 · Pilots leave
      > They left (RFE/RL, September 5)
    `);
  });
  test('dates after a source tag, after an outlet tag', () => {
    expect(completionsAt(`${DATED}([RFE/RL](src:rferl-2021-09-05), |`)).toMatchInlineSnapshot(`
      * September 5 · Pilots leave
      > ([RFE/RL](src:rferl-2021-09-05), September 5
    `);
  });
  test('a date is written in place of the one at the cursor', () => {
    for (const text of [
      '(TASS, |September 22)',
      '(TASS, Sept|ember 22)',
      '(TASS, September 2|)',
      '(TASS, September |22, 2021)',
    ])
      expect(completionsAt(`${DATED}${text}`)).toContain('> (TASS, September 22)');
  });
  test('dates after an outlet tag', () => {
    expect(completionsAt(`${DATED}([TASS](media:tass), |`)).toMatchInlineSnapshot(`
      * September 22 · One
      - September 22 · Two
      > ([TASS](media:tass), September 22
    `);
  });
  test('an aside', () => expect(completionsAt('They left (mostly by |')).toBe('nothing'));
  test('a closed group', () => expect(completionsAt('They left (x), |')).toBe('nothing'));
  test('the group of another paragraph', () => expect(completionsAt('They left (x\n\nRF|')).toBe('nothing'));
  test('a name over a line break', () => expect(completionsAt('They left (Times\nof I|')).toBe('nothing'));
  test('in code', () => expect(completionsAt('They `left (|`')).toBe('nothing'));
  test('CRLF, astral letters before the cursor', () => {
    expect(completionsAt(`${DATED}𝔘𝔫𝔡 👍 (RF|)\nMore.`, { newline: '\r\n', accept: 'RFE/RL' })).toMatchInlineSnapshot(`
      - RFE/RL, September 5 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      * RFE/RL · Radio Free Europe/Radio Liberty
      > 𝔘𝔫𝔡 👍 (RFE/RL)
    `);
  });
});

describe('ignore comments', () => {
  test('the editor can ask for the documentation of a rule', () => {
    const { found } = completeIn('<!-- brief-ignore missing-s| -->');
    expect(found?.offers[0]).toMatchObject({
      label: 'missing-source',
      subject: { kind: 'rule', id: 'missing-source' },
    });
  });
  test('codes', () => {
    expect(completionsAt('<!-- brief-ignore mis| -->')).toMatchInlineSnapshot(`
      * missing-source · A statement has lost its source.
      - entity-type-mismatch · A tag and the registry give an entity different types.
      - mixed-likelihood-terms · The brief uses terms of likelihood from both rows of ICD 203.
      > <!-- brief-ignore missing-source -->
    `);
  });
  test('not those that are there', () =>
    expect(completionsAt('<!-- brief-ignore missing-source missing-|')).toBe('nothing'));
  test('for the file', () => {
    expect(completionsAt('x <!-- brief-ignore-file future-date, unknown-s| -->')).toMatchInlineSnapshot(`
      * unknown-source · A citation names a source that is in no registry.
      > x <!-- brief-ignore-file future-date, unknown-source -->
    `);
  });
  test('the words themselves', () => {
    expect(completionsAt('<!-- br|')).toMatchInlineSnapshot(`
      * brief-ignore · silences rules in the next paragraph
      - brief-ignore-file · silences rules in this brief
      > <!-- brief-ignore
    `);
  });
  test('a comment', () => expect(completionsAt('<!-- brief words| -->')).toBe('nothing'));
  test('in code', () => expect(completionsAt('`<!-- brief-ignore |`')).toBe('nothing'));
});

test('an outlet on the next line of a quotation', () => {
  const rows = completionsAt(`${DATED}> It left (RFE/RL, May 1;\n> Time|)`).split('\n');
  expect(rows.at(-1)).toMatch(/^> > Times of India/);
});

describe('inside full-width parentheses', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['(RFE|', '（RFE|'],
    ['(see RFE|', '（see RFE|'],
    ['(RFE/RL, |', '（RFE/RL，|'],
    ['(RFE/RL, Sep|)', '（RFE/RL，Sep|）'],
    ['(TASS, May 2; RFE|', '（TASS，May 2；RFE|'],
    ['(RFE/RL,|)', '（RFE/RL，|）'],
  ];
  for (const [plain, wide] of cases)
    test(`${wide} offers what ${plain} offers`, () => {
      const labels = (marked: string) =>
        completeIn(`${DATED}It fell ${marked}`).found?.offers.map(({ label }) => label);
      expect(labels(plain)).not.toBeUndefined();
      expect(labels(wide)).toEqual(labels(plain));
    });
  test('no space is added behind full-width punctuation', () => {
    expect(completionsAt(`${DATED}It fell（RFE/RL，|）`)).toContain('（RFE/RL，September 5）');
    expect(completionsAt(`${DATED}It fell（TASS，May 2；RFE|）`)).toContain('（TASS，May 2；RFE/RL, September 5）');
  });
});
