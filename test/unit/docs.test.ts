/** The documentation is true where a machine can tell: names in it exist, links and anchors lead somewhere. */
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

declare global {
  interface ImportMeta {
    glob(pattern: string | string[], options: object): Record<string, string>;
  }
}

const pages = byPath(
  import.meta.glob(
    [
      '../../*.md',
      '../../{docs,samples,bench,npm,test}/**/*.md',
      '!../../**/*.brief.md',
      '!../../test/unit/syntax/ordinaryProse.md',
    ],
    {
      query: '?raw',
      import: 'default',
      eager: true,
    },
  ),
);
const textFiles = byPath(
  import.meta.glob(['../../l10n/*.json', '../../package.nls*.json'], { query: '?raw', import: 'default', eager: true }),
);
const commandFiles = import.meta.glob('../../{client/src/commands,server/src/features/commands}/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Only the paths count: nothing is loaded. */
const paths = new Set(
  Object.keys(
    byPath(import.meta.glob(['../../*', '../../{bench,docs,media,npm,samples,scripts,server,syntaxes,test}/**/*'], {})),
  ),
);

function byPath<T>(files: Record<string, T>): Record<string, T> {
  const pathOf = (key: string) => new URL(key, 'file:///test/unit/').pathname.slice(1);
  return Object.fromEntries(Object.entries(files).map(([key, value]) => [pathOf(key), value]));
}

/** Everything of ours that has an id: settings, views, and commands of client and server. */
const ids = new Set([
  ...manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties)),
  ...Object.values(manifest.contributes.views).flatMap((views) => views.map(({ id }) => id)),
  ...Object.values(commandFiles).flatMap((text) => text.match(/(?<=')briefmark(?:\.\w+)+(?=')/g) ?? []),
]);

test('every `briefmark.…` in pages and texts is a setting, a view or a command', () => {
  const wrong = Object.entries({ ...pages, ...textFiles }).flatMap(([path, text]) =>
    [...text.matchAll(/`(briefmark(?:\.\w+)+(?:\.\*)?)(?=[`:])/g)]
      .map((match) => match[1]!)
      .filter(
        (id) => !ids.has(id) && !(id.endsWith('.*') && [...ids].some((known) => known.startsWith(id.slice(0, -1)))),
      )
      .map((id) => `${path}: ${id}`),
  );
  expect(wrong).toEqual([]);
});

test('links and pictures exist, and so do the anchors they lead to', () => {
  const broken = Object.entries(pages).flatMap(([path, text]) =>
    linksIn(text)
      .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(path, link))
      .map((link) => `${path}: ${link}`),
  );
  expect(broken).toEqual([]);
});

function leadsSomewhere(path: string, link: string): boolean {
  const { pathname, hash } = new URL(link, `file:///${path}`);
  const target = decodeURIComponent(pathname.slice(1));
  if (hash) return anchorsIn(pages[target] ?? '').includes(decodeURIComponent(hash.slice(1)));
  return paths.has(target) || [...paths].some((other) => other.startsWith(`${target.replace(/\/$/, '')}/`));
}

test('the index of the documentation lists every page', () => {
  const index = linksIn(pages['docs/README.md']!).map((link) =>
    new URL(link, 'file:///docs/README.md').pathname.slice(1),
  );
  const listed = Object.keys(pages).filter((path) => /^(?:docs\/)?[\w-]+\.md$/.test(path) && path !== 'docs/README.md');
  expect(index).toEqual(expect.arrayContaining(listed));
  const decisions = Object.keys(pages).filter((path) => /^docs\/decisions\/\d/.test(path));
  expect(decisions.length).toBeGreaterThan(10);
  for (const path of decisions) expect(pages['docs/decisions/README.md']).toContain(`(${path.split('/').at(-1)})`);
});

test('anchors are those of GitHub', () => {
  expect(anchorsIn('# Add a rule\n## `--fail-on`: why, and how?\n## Add a rule\n```\n# no heading\n```\n')).toEqual([
    'add-a-rule',
    '--fail-on-why-and-how',
    'add-a-rule-1',
  ]);
});

/** The targets of links and images outside code. */
function linksIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1]!);
}

function anchorsIn(text: string): string[] {
  const counts = new Map<string, number>();
  return [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => {
    const slug = title!
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

function withoutCode(text: string): string {
  return withoutFences(text).replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
}

function withoutFences(text: string): string {
  return text.replace(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2 *$/gm, '');
}
