import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../../server/src/features/diagnostics/diagnostics.ts';
import { briefStatus } from '../../../../server/src/features/views/briefStatus.ts';
import { childrenOf, workspaceOverview } from '../../../../server/src/features/views/index.ts';
import { contextOf, tree } from './support.ts';

const CASEBOOK = `
  --- a.brief
  ---
  date: 2021-09-24
  ---

  Convoys left Termez (, September 22). Others wait (Reuters, September 6; TASS, September 6).

  JNIM waits at Termez and said so ([TASS](src:tass-1)) ([lost](src:nowhere)).

  <!-- brief-ignore missing-source -->
  That was all (, September 1).
  --- b.brief
  Nothing is cited by JNIM here (Author’s interview, Kyiv, May 3, 2021).
  --- c.brief
  It left (RIA, May 2, 2021).
  --- entities.yaml
  types: [{ id: battalion, name: Battalion, extends: group }, { id: mood, name: Mood }]
  entities:
    - { id: jnim, type: group, name: Jama'at Nusrat, aliases: [JNIM] }
    - { id: tass, type: media, name: TASS, reliability: C }
    - { id: termez, type: place, name: Termez }
    - { id: b-2, type: battalion, name: Second Battalion }
    - { id: gloom, type: mood, name: Gloom }
  --- sources.yaml
  references:
    - { id: tass-1, title: Convoys, container-title: TASS, issued: 2021-09-06, URL: "https://example.org/1", custom: { credibility: 2 } }
    - { id: tass-2, title: Older, container-title: TASS, issued: 2020-01-02, URL: "javascript:alert(1)" }
    - { id: note, title: A note without outlet }
`;

test('sources: missing first, then unknown, then by outlet; each with its uses', async () => {
  expect(await tree({ view: 'sources' }, contextOf(CASEBOOK))).toEqual([
    'missing 1',
    '  missing | September 22, 2021 @a.brief:5',
    'unknown 3',
    '  unknown | Reuters | September 6, 2021 @a.brief:5',
    '  unknown | nowhere @a.brief:7',
    '  unknown | RIA | May 2, 2021 @c.brief:1',
    'TASS | C | 2 | cited 2 @entities.yaml:4',
    '  Convoys | September 6, 2021 | C2 | cited 2 | https://example.org/1 @sources.yaml:2',
    '    a.brief 2 @a.brief:5',
    '      …(Reuters, September 6; ‹TASS, September 6›). @a.brief:5',
    '      …at Termez and said so (‹[TASS](src:tass-1)›) ([lost](src:nowhere)). @a.brief:7',
    '  Older | January 2, 2020 | C | cited 0 |  @sources.yaml:3',
    '- | - | 1 | cited 0',
    '  A note without outlet |  |  | cited 0 |  @sources.yaml:4',
  ]);
});

test('entities: by type, built-in ones first, with mentions across briefs', async () => {
  const context = contextOf(CASEBOOK);
  expect(await tree({ view: 'entities' }, context)).toEqual([
    'group  1',
    "  Jama'at Nusrat (JNIM) | 2 in 2 @entities.yaml:3",
    '    a.brief 1 @a.brief:7',
    '      ‹JNIM› waits at Termez and said so ([TASS](src:tass-1)) ([lost](src:nowhere)). @a.brief:7',
    '    b.brief 1 @b.brief:1',
    '      Nothing is cited by ‹JNIM› here (Author’s interview, Kyiv, May 3, 2021). @b.brief:1',
    'place  1',
    '  Termez () | 2 in 1 @entities.yaml:5',
    '    a.brief 2 @a.brief:5',
    '      Convoys left ‹Termez› (, September 22). Others wait (Reuters, September 6; TASS, September 6). @a.brief:5',
    '      JNIM waits at ‹Termez› and said so ([TASS](src:tass-1)) ([lost](src:nowhere)). @a.brief:7',
    'media  1',
    '  TASS () | 0 in 0 @entities.yaml:4',
    'group Battalion 1',
    '  Second Battalion () | 0 in 0 @entities.yaml:6',
    '- Mood 1',
    '  Gloom () | 0 in 0 @entities.yaml:7',
  ]);
  const filtered = await tree({ view: 'entities', filter: ' jni' }, context);
  expect(filtered.slice(0, 2)).toEqual(['group  1', "  Jama'at Nusrat (JNIM) | 2 in 2 @entities.yaml:3"]);
  expect(await tree({ view: 'entities', filter: 'nobody' }, context)).toEqual([]);
});

test('briefs: by state, date or name', async () => {
  const context = contextOf(CASEBOOK);
  const [a, b, c] = [
    'a.brief | missing | 1 2 of 6 | September 24, 2021 @a.brief:1',
    'b.brief | clean | 0 0 of 1 |  @b.brief:1',
    'c.brief | unknown | 0 1 of 1 |  @c.brief:1',
  ];
  expect(await tree({ view: 'briefs' }, context)).toEqual([a, c, b]);
  expect(await tree({ view: 'briefs', order: 'date' }, context)).toEqual([a, b, c]);
  expect(await tree({ view: 'briefs', order: 'name' }, context)).toEqual([a, b, c]);
});

test('the workspace in numbers, and one brief', async () => {
  const context = contextOf(CASEBOOK);
  expect(await workspaceOverview(context)).toEqual({
    briefs: 3,
    registries: 2,
    missing: 1,
    unknown: 3,
    isIndexed: true,
  });
  expect(await briefStatus('file:///a.brief', context)).toEqual({
    state: 'missing',
    missing: 1,
    unknown: 2,
    problems: 0,
    citations: 6,
    // The one that is ignored has no source either.
    cited: 4,
    firstMissing: { start: { line: 4, character: 21 }, end: { line: 4, character: 35 } },
    profile: 'draft',
    reading: 'Date of the brief: September 24, 2021 (front matter)',
    isIndexed: true,
  });
  expect(await briefStatus('file:///sources.yaml', context)).toBeUndefined();
});

describe('a brief is clean only if Problems lists no error and no warning for it', () => {
  const SOURCES =
    '\n--- sources.yaml\nreferences:\n  - { id: t, title: T, container-title: TASS, issued: 2021-05-03 }\n--- entities.yaml\nentities:\n  - { id: kabul, type: place, name: Kabul }\n';
  test.each([
    ['It left (TASS, May 3, 2021).', 'clean'],
    ['It left. Nobody knows why.', 'empty'],
    ['It left (TASS, May 3, 2021). [It](group:nobody) stayed.', 'problems'],
    ['[It](group:nobody) left.', 'problems'],
    ['It left (RIA, May 3, 2021).', 'unknown'],
    ['It left (, May 3, 2021). [It](group:nobody) stayed.', 'missing'],
  ])('%s', async (text, state) => {
    const context = contextOf(`--- main.brief\n${text}\n${SOURCES}`);
    const status = await briefStatus('file:///main.brief', context);
    const severe = findingsOf(context.open('file:///main.brief')!, context).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    expect(status?.state).toBe(state);
    expect(severe.length > 0).toBe(state === 'problems' || state === 'missing');
    expect((await tree({ view: 'briefs' }, context))[0]).toContain(`| ${state} |`);
  });
  test('a closed brief that was not checked, or found wanting, is not clean', async () => {
    const context = contextOf(`--- main.brief\nIt left (TASS, May 3, 2021).\n${SOURCES}`);
    const asked: string[] = [];
    const closed = (problems: number | undefined) => ({
      ...context,
      open: () => undefined,
      problemsIn: () => problems,
      checkSoon: (uri: string) => void asked.push(uri),
    });
    expect((await tree({ view: 'briefs' }, closed(undefined)))[0]).toContain('| unchecked |');
    expect((await tree({ view: 'briefs' }, closed(5)))[0]).toContain('| problems |');
    expect((await tree({ view: 'briefs' }, closed(0)))[0]).toContain('| clean |');
    expect(asked).toEqual(Array(3).fill('file:///main.brief'));
  });
  test('nothing is clean until all registries have been read', async () => {
    const context = contextOf(`--- main.brief\nIt left (TASS, May 3, 2021).\n${SOURCES}`);
    const reading = { ...context, revisionOf: (uri: string) => ({ ...context.revisionOf(uri), isIndexed: false }) };
    expect(await briefStatus('file:///main.brief', reading)).toMatchObject({ state: 'unchecked' });
    expect((await tree({ view: 'briefs' }, reading))[0]).toContain('| unchecked |');
  });
});

describe('what the rules do not say, the views do not say', () => {
  const brief = 'It left (, May 2) and (RIA, May 3).\n';
  test('a rule that is off', async () => {
    const settings = { rules: { 'missing-source': { draft: 'off' as const } } };
    expect(await tree({ view: 'sources' }, contextOf(brief, settings))).toEqual([]);
    const release = contextOf(`---\nprofile: release\n---\n\n${brief}`, settings);
    expect((await tree({ view: 'sources' }, release))[0]).toBe('missing 1');
  });
  test('a rule the front matter ignores', async () => {
    const context = contextOf(`---\nignore: [missing-source]\n---\n\n${brief}`);
    expect(await tree({ view: 'sources' }, context)).toEqual([]);
    expect(await briefStatus('file:///main.brief', context)).toMatchObject({ missing: 0, citations: 2, cited: 1 });
  });
});

test('what a brief defines for itself is its own', async () => {
  const context = contextOf(`
    --- a.brief
    ---
    entities: [{ id: jnim, type: group, name: The other JNIM }]
    sources: [{ id: s, title: My own, container-title: TASS }]
    ---

    [They](group:jnim) left ([TASS](src:s)).
    --- b.brief
    [They](group:jnim) and [they](group:jnim).
    --- entities.yaml
    entities: [{ id: jnim, type: group, name: JNIM }]
    `);
  const entities = (await tree({ view: 'entities' }, context)).filter((line) => line.includes('|'));
  expect(entities).toEqual(['  JNIM () | 2 in 1 @entities.yaml:1', '  The other JNIM () | 1 in 1 @a.brief:2']);
  expect(await tree({ view: 'sources' }, context)).toContain('  My own |  |  | cited 1 |  @a.brief:3');
});

test('a malformed request gets no rows, and no file other than a brief is read', async () => {
  const context = contextOf('--- a.brief\nIt left.\n');
  const ask = (parent: object) => childrenOf({ view: 'sources', limit: 10, parent: parent as never }, context);
  expect(await ask({ kind: 'nonsense' })).toEqual({ nodes: [], total: 0 });
  const elsewhere = { kind: 'uses', of: 'entity', id: 'a', uri: 'file:///e.yaml', brief: 'file:///etc/passwd' };
  expect(await ask(elsewhere)).toEqual({ nodes: [], total: 0 });
});

describe('notes and other forms', () => {
  const NOTED = `
  --- a.brief
  It slept.[^1] It woke.[^9] It ate.[^9] It left.[^2] It sat [citation needed], as [one]() says.【4†source】

  [^1]: TASS, May 3, 2021; Reuters, May 3, 2021.
  [^2]:
  --- sources.yaml
  references:
    - { id: tass-1, title: Cat, container-title: TASS, issued: 2021-05-03 }
`;

  test('sources: each lost one once, those in notes with their uses', async () => {
    expect(await tree({ view: 'sources' }, contextOf(NOTED))).toMatchInlineSnapshot(`
      [
        missing 5,
          missing | Marker without a note @a.brief:1,
          missing | Placeholder @a.brief:1,
          missing | Link without an address @a.brief:1,
          missing | Left by a chat assistant @a.brief:1,
          missing | Empty note @a.brief:4,
        unknown 1,
          unknown | Reuters | May 3, 2021 @a.brief:3,
        TASS | - | 1 | cited 1,
          Cat | May 3, 2021 |  | cited 1 |  @sources.yaml:2,
            a.brief 1 @a.brief:3,
              [^1]: ‹TASS, May 3, 2021›; Reuters, May 3, 2021. @a.brief:3,
      ]
    `);
  });

  test('the status counts records; what is missing counts once', async () => {
    const status = await briefStatus('file:///a.brief', contextOf(NOTED));
    expect(status).toMatchObject({ citations: 7, cited: 2, missing: 5, unknown: 1 });
  });
});
