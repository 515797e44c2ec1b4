import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../../server/src/analysis/names/suggest/knowledge/knowledge.ts';
import { outletKnowledge } from '../../../../server/src/analysis/names/suggest/knowledge/outlets.ts';
import { addEntries, type NewEntry } from '../../../../server/src/edits/registry/addEntries.ts';
import { isReadBackAs } from '../../../../server/src/edits/registry/readBack.ts';
import { suggestSources } from '../../../../server/src/edits/registry/suggestedSources.ts';
import { resolveCitation } from '../../../../server/src/scope/resolveCitation.ts';
import { briefDateOf, readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../../server/src/syntax/brief/records.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

const knowledge = outletKnowledge(await loadKnowledge());
const DATED = '---\ndate: 2022-06-01\n---\n\n';

function yamlOf(kind: 'source' | 'entity', entries: readonly NewEntry[]): string {
  const file = entries.length > 0 ? addEntries({ uri: '' }, kind, entries) : undefined;
  return file && 'create' in file ? file.create : '';
}

/** The YAML of what is suggested for a brief. Checks that it reads back as meant, and that nothing is suggested once it is written. */
function yamlFor(text: string, registry = ''): string {
  const suggest = (registries: readonly string[]) => {
    const workspace = createWorkspace();
    for (const [index, yaml] of registries.entries()) workspace.putRegistry(`r${index}`, readRegistry(yaml));
    const brief = readBrief(text);
    workspace.putBrief('b', brief, true);
    return {
      brief,
      scope: workspace.scopeOf('b'),
      found: suggestSources([{ file: 'b', brief, scope: workspace.scopeOf('b') }], knowledge),
    };
  };
  const { found } = suggest([registry]);
  const [sources, entities] = [found.sources, found.outlets].map((list) => list.map(({ entry }) => entry));
  const [written, outlets] = [yamlOf('source', sources!), yamlOf('entity', entities!)];
  expect(isReadBackAs('', written, 'source', sources!)).toBe(true);
  expect(isReadBackAs('', outlets, 'entity', entities!)).toBe(true);
  const after = suggest([registry, written, outlets]);
  expect(after.found.sources).toEqual([]);
  expect(after.found.outlets).toEqual([]);
  const cited = new Set(found.sources.flatMap(({ citedAt }) => citedAt.map(({ start }) => start)));
  const date = briefDateOf(after.brief)?.value;
  for (const { at, value } of recordsOf(after.brief))
    if (cited.has(value.span.start + at)) expect(resolveCitation(value, after.scope, date).status).toBe('resolved');
  return written + outlets;
}

test('citations of one report make one entry, and a known outlet has its aliases and domains', () => {
  expect(yamlFor(`${DATED}It fell (TASS, May 2; AFP, May 3). It rose (TASS, May 2).\n`)).toMatchInlineSnapshot(`
    references:
      - id: tass-2022-05-02
        type: article-newspaper
        container-title: TASS
        issued: 2022-05-02
      - id: agence-france-presse-2022-05-03
        type: article-newspaper
        container-title: AFP
        issued: 2022-05-03
    entities:
      - id: tass
        type: media
        name: TASS
        aliases: [ITAR-TASS, ТАСС]
        domains: [tass.com, tass.ru]
      - id: agence-france-presse
        type: media
        name: Agence France-Presse
        aliases: [AFP]
        domains: [afp.com]
  `);
});

test('reports of a known outlet have its usual name, with an address or without', () => {
  const brief = `${DATED}It fell ([dawn.com](https://www.dawn.com/news/1), May 2; dawn.com, May 3). It rose (Dawn, May 4).\n`;
  expect(yamlFor(brief)).toMatchInlineSnapshot(`
    references:
      - id: dawn-2022-05-02
        type: article-newspaper
        container-title: Dawn
        issued: 2022-05-02
        URL: https://www.dawn.com/news/1
      - id: dawn-2022-05-03
        type: article-newspaper
        container-title: Dawn
        issued: 2022-05-03
      - id: dawn-2022-05-04
        type: article-newspaper
        container-title: Dawn
        issued: 2022-05-04
    entities:
      - id: dawn
        type: media
        name: Dawn
        aliases: [dawn.com]
        domains: [dawn.com]
  `);
});

test('an account of a platform is the author of the post', () => {
  expect(
    yamlFor(`${DATED}It fell (Telegram/harbor_news, May 2) and rose (https://t.me/harbor_news/12).\n`),
  ).toMatchInlineSnapshot(`
    references:
      - id: telegram-12
        type: post
        author: [{literal: harbor_news}]
        container-title: Telegram
        URL: https://t.me/harbor_news/12
      - id: telegram-2022-05-02
        type: post
        author: [{literal: harbor_news}]
        container-title: Telegram
        issued: 2022-05-02
    entities:
      - id: telegram
        type: media
        name: Telegram
        aliases: [Телеграм]
        domains: [t.me, telegram.me]
        platform: true
  `);
});

test('a note gives title, author, address, archived copy and the date of access', () => {
  expect(
    yamlFor(
      'It fell.[^1] It rose.[^2]\n\n[^1]: Ida Holm, “Late Ships,” Harbor Weekly, May 3, 2022, https://example.org/ships?utm_source=x, accessed June 1, 2022.\n[^2]: “Early Ships,” Dawn, May 4, 2022, archived at https://web.archive.org/web/2022/https://dawn.com/1.\n',
    ),
  ).toMatchInlineSnapshot(`
    references:
      - id: dawn-2022-05-04
        type: article-newspaper
        title: Early Ships
        container-title: Dawn
        issued: 2022-05-04
        custom:
          archive: https://web.archive.org/web/2022/https://dawn.com/1
      - id: harbor-weekly-2022-05-03
        type: article-newspaper
        author: [{literal: Ida Holm}]
        title: Late Ships
        container-title: Harbor Weekly
        issued: 2022-05-03
        URL: https://example.org/ships
        accessed: 2022-06-01
    entities:
      - id: dawn
        type: media
        name: Dawn
        domains: [dawn.com]
      - id: harbor-weekly
        type: media
        name: Harbor Weekly
        domains: [example.org]
  `);
});

test('what is registered is not suggested, and a registered outlet lends its id', () => {
  const registry =
    'references:\n  - { id: a, container-title: Harbor Weekly, issued: 2022-05-03 }\nentities:\n  - { id: hw, type: media, name: Harbor Weekly }\n';
  expect(yamlFor(`${DATED}It fell (Harbor Weekly, May 3, 4).\n`, registry)).toMatchInlineSnapshot(`
    references:
      - id: hw-2022-05-04
        type: article-newspaper
        container-title: Harbor Weekly
        issued: 2022-05-04
  `);
});

test('a citation by outlet and date belongs to the report with a title of that day', () => {
  const yaml = yamlFor(`${DATED}It fell (Dawn, “Late Ships,” May 3). It rose (Dawn, May 3).\n`);
  expect(yaml.match(/- id:/g)).toHaveLength(2);
  expect(yaml).toContain('title: Late Ships');
});

describe('nothing is suggested for', () => {
  test.each([
    ['missing sources', `${DATED}It fell (, May 3) and rose ().\n`],
    ['interviews', `${DATED}It fell (Author’s interview, Oslo, May 2022).\n`],
    ['repeats', `${DATED}It fell ([x](src:a)). It rose (ibid.).\n`.replace('[x](src:a)', ', May 3')],
  ])('%s', (_, text) => {
    expect(yamlFor(text)).toBe('');
  });
});

test('a citation without a year is left out and counted', () => {
  const brief = readBrief('It fell (Dawn, May 3).\n');
  const scope = createWorkspace().scopeOf('b');
  const { sources, withoutYear } = suggestSources([{ file: 'b', brief, scope }], knowledge);
  expect(sources).toEqual([]);
  expect(withoutYear).toEqual([{ file: 'b', start: 9, end: 20 }]);
});
