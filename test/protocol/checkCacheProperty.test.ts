/** `check --cache` finds what `check` finds, whatever happened to any file of the project since the cache was written. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChecker } from '../../server/src/cli/briefChecker.ts';
import { createCachedChecker } from '../../server/src/cli/cachedChecker.ts';
import { type CachedChecks, readCache, writeCache } from '../../server/src/cli/cacheFile.ts';
import { createCheckKey } from '../../server/src/cli/cacheKey.ts';
import { checkProject } from '../../server/src/cli/check.ts';
import { createFixing } from '../../server/src/cli/fixing.ts';
import { findInputs } from '../../server/src/cli/inputs.ts';
import { openProject } from '../../server/src/cli/project.ts';
import type { CheckSettings } from '../../server/src/rules/engine/settings.ts';

const RUNS = Number(process.env.RUNS ?? 15);
const SEED = 20_210_601;
const FILES: Readonly<Record<string, string>> = {
  '.briefmark.yaml': `profile: draft
rules: { unknown-source: error, uncited-paragraph: hint }
bibliography: zotero.bib
tradecraft: { scale: ICD203, publications: [Casebook Bulletin] }
style: { dates: September 5, citationOrder: oldest first }
`,
  'entities.yaml': `entities:
  - { id: rferl, type: media, name: RFE/RL, aliases: [Radio Free Europe] }
  - { id: holm, type: person, name: Anna Holm }
`,
  'desk/sources.yaml': `references:
  - { id: rferl-2021-05-03, type: report, title: Ports, container-title: RFE/RL, issued: 2021-05-03, reliability: B }
  - { id: unused, type: report, title: Unused, container-title: RFE/RL, issued: 2021-05-04, tlp: AMBER }
`,
  'zotero.bib': '@article{holm2021, title = {Grain}, journaltitle = {Harbor News}, date = {2021-05-05}}\n',
  'more.bib': '@article{more2021, title = {More}, journaltitle = {Dock Times}, date = {2021-05-07}}\n',
  '_quarto.yml': 'bibliography: more.bib\n',
  'a.brief': `---
date: 2021-06-01
tlp: GREEN
---

Anna Holm left the port (RFE/RL, May 3). The crew refused (, May 10). It ended (RFE/RL May 3; Harbor News, May 5).

We assess that it will likely end [@holm2021; @more2021]. [Holm](person:holm) agreed.
`,
  'desk/2021-05-09 b.brief.md': `---
profile: release
references:
  - { id: own, type: report, title: Own, container-title: Dock Times, issued: 2021-05-06 }
---

It began [@own] (Radio Free Europe, May 3). Anna Holms stayed (TASS,May 8).[^1]

[^1]: Dock Times, May 6.
`,
  'c.brief.txt': 'Nothing to see (RFE/RL, May 4, 2021).\n',
};
const NAMES = Object.keys(FILES);
/** What is written anywhere: of briefs, registries, bibliographies and configurations. */
const SNIPPETS = [
  ...[
    '(RFE/RL, May 4)',
    '[@unused]',
    '[@more2021]',
    '(, May 3)',
    '\n\n',
    '<!-- brief-ignore missing-source -->\n',
    'é',
  ],
  ...['bibliography: more.bib\n', 'bibliography: gone.bib\n', 'profile: release\n', 'date: 2022-01-01\n', '---\n'],
  ...['  - { id: tass, type: media, name: TASS }\n', '# brief-ignore-file unused-source\n', 'tlp: RED\n', '05', 'Holm'],
  ...['@book{a, title={A}}', 'exclude: [desk/]\n', 'rules: { missing-source: off }\n', 'scale: PHIA'],
];

type Edit =
  | { readonly kind: 'insert'; readonly name: string; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly name: string; readonly at: number; readonly count: number }
  | { readonly kind: 'restore' | 'remove'; readonly name: string }
  | { readonly kind: 'copy'; readonly name: string; readonly from: string };
const name = fc.constantFrom(...NAMES);
const at = fc.double({ min: 0, max: 1, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), name, at, text: fc.constantFrom(...SNIPPETS) }),
  fc.record({ kind: fc.constant('delete' as const), name, at, count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constantFrom('restore' as const, 'remove' as const), name }),
  fc.record({ kind: fc.constant('copy' as const), name, from: name }),
);
/** Mostly as before, so that much is in the cache. */
const overrides = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Partial<CheckSettings>>({}) },
  fc.constantFrom<Partial<CheckSettings>>({ forcedProfile: 'release' }, { rules: { 'missing-source': 'hint' } }),
);
const step = fc.record({ edits: fc.array(edit, { maxLength: 2 }), overrides, isFixing: fc.boolean() });

let [folder, cacheFolder]: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-cached-'));
  cacheFolder = mkdtempSync(join(tmpdir(), 'briefmark-cache-'));
});
afterAll(() => {
  for (const path of [folder!, cacheFolder!]) rmSync(path, { recursive: true });
});

test('a warm cache changes nothing but the time', { timeout: 120_000 }, async () => {
  let hits = 0;
  const run = async (steps: readonly { edits: Edit[]; overrides: Partial<CheckSettings>; isFixing: boolean }[]) => {
    const texts = new Map(Object.entries(FILES));
    const path = join(cacheFolder!, 'checks');
    rmSync(path, { force: true });
    for (const { edits, overrides, isFixing } of [{ edits: [], overrides: {}, isFixing: false }, ...steps]) {
      for (const one of edits) apply(one, texts);
      write(texts);
      const without = await check(overrides, isFixing);
      const cached = await readCache(path, 'build');
      const first = await check(overrides, isFixing, cached);
      expect(first.result).toEqual(without.result);
      await writeCache(path, 'build', first.changed ?? cached);
      const again = await check(overrides, isFixing, await readCache(path, 'build'));
      expect(again.result).toEqual(without.result);
      if (!isFixing) expect(again.checked).toBe(0);
      hits += without.checked - first.checked;
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), run), { numRuns: RUNS, seed: SEED });
  // Otherwise the cache would not have been tried.
  expect(hits).toBeGreaterThan(RUNS);
});

/** What a run finds and would correct, and how many briefs it checked itself. */
async function check(overrides: Partial<CheckSettings>, isFixing: boolean, cached?: CachedChecks) {
  const { files } = await findInputs([folder!], [], async () => new Uint8Array());
  const project = await openProject(
    files,
    () => {},
    () => {},
    overrides,
  );
  const fixing = isFixing ? createFixing(project, { isDryRun: true, report: expect.fail }) : undefined;
  const inner = fixing?.checker ?? createChecker(project);
  let checked = 0;
  const counting: typeof inner = {
    ...inner,
    check(brief) {
      checked++;
      return inner.check(brief);
    },
  };
  const checker = cached && createCachedChecker(counting, cached, createCheckKey(project, 'build'), isFixing);
  const { files: reports, ...report } = await checkProject(project, checker ?? counting);
  const result = {
    checked: report.checked,
    empty: report.briefsWithoutCitations,
    findings: reports.map(({ file, findings }) => [file.name, file.text, findings]),
    fixed: fixing?.result(),
  };
  return { result: JSON.parse(JSON.stringify(result)), checked, changed: checker?.changed(() => true) };
}

function apply(one: Edit, texts: Map<string, string>): void {
  const { name: path } = one;
  const text = texts.get(path) ?? '';
  const replace = (start: number, count: number, inserted: string) =>
    texts.set(path, text.slice(0, start) + inserted + text.slice(start + count));
  switch (one.kind) {
    case 'remove':
      texts.delete(path);
      break;
    case 'restore':
      texts.set(path, FILES[path]!);
      break;
    case 'copy':
      texts.set(path, texts.get(one.from) ?? '');
      break;
    case 'insert':
      replace(Math.round(one.at * text.length), 0, one.text);
      break;
    default:
      replace(Math.round(one.at * text.length), one.count, '');
  }
}

function write(texts: ReadonlyMap<string, string>): void {
  rmSync(folder!, { recursive: true });
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder!, path)), { recursive: true });
    writeFileSync(join(folder!, path), text);
  }
  mkdirSync(folder!, { recursive: true });
}
