/** Bibliographies that other programs write, as the editor shows them. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { CompletionList, Diagnostic, Hover, Location, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, createFolder, PULL_CAPABILITIES, startClient } from './client.ts';

const BRIEF = `---
bibliography: refs.bib
date: 2021-09-24
---

The cranes stand still [@okafor2021].
`;
const BIB = `@article{okafor2021,
  entrysubtype = {newspaper},
  title = {Cranes Stand Still},
  author = {Okafor, Ada},
  date = {2021-09-05},
  journaltitle = {Harbor Tide}
}
`;

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(files: Record<string, string>, options: ClientOptions = {}): Promise<void> {
  client = await startClient({ files, ...options });
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
}

const CITATION = { line: 5, character: 26 };

function at(name: string, position: { line: number; character: number }) {
  return { textDocument: { uri: client.uri(name) }, position };
}

async function hoverText(name = 'a.brief'): Promise<string> {
  const hover = await client.request<Hover | null>('textDocument/hover', at(name, CITATION));
  return hover ? JSON.stringify(hover.contents) : '';
}

test('a source of a bibliography is shown, found, listed and not renamed', async () => {
  await start({
    'a.brief': BRIEF,
    'refs.bib': BIB,
    'sources.yaml': 'references:\n  - { id: okafor2021, custom: { reliability: B } }\n',
  });
  client.open('a.brief', BRIEF);
  expect(await hoverText()).toMatch(/Harbor Tide.*Cranes Stand Still.*Ada Okafor.*September 5.*2021.*B/s);
  expect(await client.codes('a.brief')).toEqual([]);
  const [definition, overlay] = await client.request<Location[]>('textDocument/definition', at('a.brief', CITATION));
  expect([definition, overlay].map((one) => one?.uri).sort()).toEqual([
    client.uri('refs.bib'),
    client.uri('sources.yaml'),
  ]);
  const references = await client.request<Location[]>('textDocument/references', {
    ...at('a.brief', CITATION),
    context: { includeDeclaration: false },
  });
  expect(references.map(({ uri }) => uri)).toEqual([client.uri('a.brief')]);
  const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'cranes' });
  expect(symbols.map(({ name }) => name)).toEqual(['Cranes Stand Still']);
  const rename = client.request('textDocument/rename', { ...at('a.brief', CITATION), newName: 'x' });
  await expect(rename).rejects.toThrow(/key of refs\.bib.*another program/);
  client.change('a.brief', [{ text: BRIEF.replace('okafor2021]', '') }]);
  const completed = await client.request<CompletionList>(
    'textDocument/completion',
    at('a.brief', { line: 5, character: 25 }),
  );
  expect(completed.items.map(({ label }) => label)).toContain('okafor2021');
});

test('a bibliography that is rewritten on disk is followed, and a broken entry loses only itself', async () => {
  await start(
    { 'a.brief': BRIEF, 'refs.bib': BIB },
    {
      capabilities: {
        ...PULL_CAPABILITIES,
        workspace: {
          ...PULL_CAPABILITIES.workspace,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
    },
  );
  client.open('a.brief', BRIEF);
  expect(await hoverText()).toContain('Cranes Stand Still');
  client.write('refs.bib', `@article{broken,\n  title = {Not closed\n\n${BIB.replace('Cranes Stand', 'Ferries Lie')}`);
  client.notifyFileChange('refs.bib', 2);
  await expect.poll(hoverText).toContain('Ferries Lie Still');
  client.delete('refs.bib');
  client.notifyFileChange('refs.bib', 3);
  await expect.poll(() => client.codes('a.brief')).toEqual(['unread-bibliography']);
});

test('an open bibliography counts as it is on screen, saved or not', async () => {
  const { textDocument, ...others } = PULL_CAPABILITIES;
  const dynamic = { synchronization: { dynamicRegistration: true }, filters: { relativePatternSupport: true } };
  await start(
    { 'a.brief': BRIEF, 'refs.bib': BIB },
    { capabilities: { ...others, textDocument: { ...textDocument, ...dynamic } } },
  );
  client.open('a.brief', BRIEF);
  const asked = () => [...client.registrations.values()].filter(({ method }) => method === 'textDocument/didOpen');
  await expect.poll(() => JSON.stringify(asked())).toContain('"pattern":"refs.bib"');
  client.open('refs.bib', BIB);
  expect(await hoverText()).toContain('Cranes Stand Still');
  client.change('refs.bib', [{ text: BIB.replace('Cranes Stand', 'Ferries Lie') }]);
  await expect.poll(hoverText, { timeout: 2_000 }).toContain('Ferries Lie Still');
  // An export of another program does not replace what is being edited.
  client.write('refs.bib', BIB.replace('Cranes Stand', 'Trains Run'));
  client.notifyFileChange('refs.bib', 2);
  client.change('refs.bib', [{ text: BIB.replace('okafor2021', 'okafor2022') }]);
  await expect.poll(() => client.codes('a.brief')).toEqual(['unknown-source']);
  client.close('refs.bib');
  await expect.poll(hoverText, { timeout: 2_000 }).toContain('Trains Run Still');
  expect(await client.codes('a.brief')).toEqual([]);
});

test('findings in a bibliography are reported at their place without opening it', async () => {
  await start({ 'a.brief': BRIEF, 'refs.bib': `${BIB}\n@article{,\n  title = {No key}\n}\n` });
  const report = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const found = report.items.find(({ uri }) => uri === client.uri('refs.bib'));
  expect(found?.items.map(({ code, range }) => [code, range.start])).toEqual([
    ['invalid-registry', { line: 8, character: 0 }],
  ]);
});

test('a client that does not watch files finds a new export when it asks for something', async () => {
  const { didChangeWatchedFiles: _, ...workspace } = PULL_CAPABILITIES.workspace!;
  await start({ 'a.brief': BRIEF, 'refs.bib': BIB }, { capabilities: { ...PULL_CAPABILITIES, workspace } });
  client.open('a.brief', BRIEF);
  expect(await hoverText()).toContain('Cranes Stand Still');
  client.write('refs.bib', BIB.replace('Cranes Stand', 'Ferries Lie'));
  await expect.poll(hoverText).toContain('Ferries Lie Still');
});

test('configurations and files of Quarto name bibliographies, also in closed briefs', async () => {
  const brief = BRIEF.replace('bibliography: refs.bib\n', 'title: Cranes\n');
  await start({
    'book/a.brief': brief,
    'book/_quarto.yml': 'project:\n  type: book\nbibliography:\n  - refs.bib\n',
    'book/refs.bib': BIB,
  });
  client.open('book/a.brief', brief);
  expect(await hoverText('book/a.brief')).toContain('Cranes Stand Still');
  client.write('book/_quarto.yml', 'project:\n  type: book\n');
  client.notifyFileChange('book/_quarto.yml', 2);
  await expect.poll(() => hoverText('book/a.brief')).not.toContain('Cranes Stand Still');
  client.write('.briefmark.yaml', 'bibliography: book/refs.bib\n');
  client.notifyFileChange('.briefmark.yaml', 1);
  await expect.poll(() => hoverText('book/a.brief')).toContain('Cranes Stand Still');
});

test('a file outside of the folder, also behind a link, is read only in a trusted workspace', async () => {
  const outside = createFolder();
  writeFileSync(`${outside}/refs.bib`, BIB);
  const folder = createFolder();
  symlinkSync(`${outside}/refs.bib`, `${folder}/refs.bib`);
  await start({ 'a.brief': BRIEF, 'b.brief': BRIEF.replace('refs.bib', `${outside}/refs.bib`) }, { folder });
  client.open('a.brief', BRIEF);
  client.open('b.brief', BRIEF.replace('refs.bib', `${outside}/refs.bib`));
  expect(await client.codes('a.brief')).toEqual(['unread-bibliography']);
  expect(await client.codes('b.brief')).toEqual(['unread-bibliography']);
  void client.connection.sendNotification('briefmark/workspaceTrusted');
  await expect.poll(() => client.codes('a.brief')).toEqual([]);
  expect(await client.codes('b.brief')).toEqual([]);
  expect(await hoverText()).toContain('Cranes Stand Still');
  expect(fileURLToPath(client.uri('a.brief'))).toBe(`${folder}/a.brief`);
});
