/** `docs/protocol.md` lists what the code has, no more and no less. */
import { expect, test } from 'vitest';
import { COMMANDS } from '../../../server/src/features/commands/index.ts';
import { FEATURES } from '../../../server/src/features/index.ts';
import { readInitializationOptions } from '../../../server/src/protocol/initialization.ts';

declare global {
  interface ImportMeta {
    glob(pattern: string | string[], options: object): Record<string, string>;
  }
}

const [page = ''] = Object.values(
  import.meta.glob('../../../docs/protocol.md', { query: '?raw', import: 'default', eager: true }),
);
const sources = Object.values(
  import.meta.glob('../../../{server,client}/src/**/*.ts', { query: '?raw', import: 'default', eager: true }),
);

/** The first cells of the table under a heading. */
function listed(heading: string): string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))!;
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!).sort();
}

/** The names in quotation marks in the code that match a pattern. */
function quoted(pattern: RegExp): string[] {
  return [...new Set(sources.flatMap((text) => text.match(pattern) ?? []).map((name) => name.slice(1, -1)))].sort();
}

test('the custom requests and notifications', () => {
  const methods = ['Requests to the server', 'Requests to the client', 'Notifications'].flatMap(listed);
  expect(methods.sort()).toEqual(quoted(/'briefmark\/[\w/]+'/g));
  const answered = FEATURES.map(({ method }) => method).filter((method) => method.startsWith('briefmark/'));
  expect(listed('Requests to the server')).toEqual(answered.sort());
});

test('the commands of the server', () => {
  expect(listed('Server commands')).toEqual(COMMANDS.map(({ command }) => command).sort());
});

test('the initialization options', () => {
  expect(listed('Initialization options')).toEqual(Object.keys(readInitializationOptions({})).sort());
});

test('the commands of the client that the server may name', () => {
  const callable = sources
    .filter((text) => text.includes('isServerCallable: true'))
    .flatMap((text) => /id: '?([\w.]+)'?,/.exec(text)?.[1] ?? [])
    .map((id) => (id === 'SHOW_REFERENCES' ? 'briefmark.showReferences' : id));
  expect(listed('Client commands')).toEqual(callable.sort());
});
