import { expect, test } from 'vitest';

declare global {
  interface ImportMeta {
    glob(pattern: string | string[], options: object): Record<string, string>;
  }
}

const sources = import.meta.glob('../../server/src/**/*.ts', { query: '?raw', import: 'default', eager: true });
const texts = new Map(
  Object.entries(sources).map(([key, text]) => [new URL(key, 'file:///test/unit/').pathname.slice(1), text]),
);

/** All that is evaluated when a file is: the files and packages that it and they import, except by `import()` and for types alone. */
function evaluatedBy(entry: string): Set<string> {
  const found = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const statements = (texts.get(path) ?? '').matchAll(
      /^(?:import|export) (?!type )(?:[^'";]* from )?'(?<name>[^']+)';/gm,
    );
    for (const { groups } of statements) {
      const name = groups!.name!;
      waiting.push(name.startsWith('.') ? new URL(name, `file:///${path}`).pathname.slice(1) : name);
    }
  }
  return found;
}

test.each([
  'server/src/server.ts',
  'server/src/main.node.ts',
  'server/src/main.browser.ts',
  'server/src/serve.node.ts',
])('%s starts without importers, suggestions of names and exporters', (entry) => {
  const rarelyNeeded =
    /^(?:htmlparser2|fflate|docx|yaml\/.*)$|^server\/src\/(?:importers\/(?!importer\.ts)|analysis\/names\/suggest\/knowledge\/en\/|exporters\/docx\/|references\/(?:bibtex|write)\/|base\/markup\.ts)/;
  expect([...evaluatedBy(entry)].filter((one) => rarelyNeeded.test(one))).toEqual([]);
});

test('the server evaluates what it always needs', () => {
  expect([...evaluatedBy('server/src/server.ts')]).toEqual(
    expect.arrayContaining(['server/src/features/index.ts', 'server/src/syntax/brief/brief.ts', 'yaml']),
  );
});
