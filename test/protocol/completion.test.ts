import { afterEach, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  InsertReplaceEdit,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { type Client, PULL_CAPABILITIES, startClient } from './client.ts';

const ENTITIES = `entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP], description: A branch. }
  - { id: tass, type: media, name: TASS, reliability: C }
`;
const SOURCES = `references:
  - { id: tass-1, title: A *report*, container-title: TASS, issued: 2021-09-06, URL: "https://example.org/1" }
`;
const BRIEF = '---\ndate: 2021-09-24\n---\n\n👍 ISKP denied it (\nISK';
const ABLE: ClientCapabilities = {
  ...PULL_CAPABILITIES,
  textDocument: {
    ...PULL_CAPABILITIES.textDocument,
    completion: {
      completionItem: {
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
};

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(capabilities: ClientCapabilities): Promise<void> {
  client = await startClient({ files: { 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES }, capabilities });
  client.open('a.brief', BRIEF);
  await expect.poll(async () => (await completeAt('a.brief', 4, 19)).items.length).toBe(2);
}

function completeAt(name: string, line: number, character: number): Promise<CompletionList> {
  const textDocument = { uri: client.uri(name) };
  return client.request('textDocument/completion', { textDocument, position: { line, character } });
}

test('citations and outlets are offered in a group, explained when asked', async () => {
  await start(ABLE);
  expect(client.initialized.capabilities.completionProvider).toMatchObject({ resolveProvider: true });
  const { isIncomplete, items } = await completeAt('a.brief', 4, 19);
  expect(isIncomplete).toBe(false);
  const [citation, outlet] = items as [CompletionItem, CompletionItem];
  expect(citation).toMatchObject({ label: 'TASS, September 6', labelDetails: { description: 'A *report*' } });
  expect(citation.documentation).toBeUndefined();
  expect((citation.textEdit as InsertReplaceEdit).insert.start).toEqual({ line: 4, character: 19 });
  expect(outlet).toMatchObject({ label: 'TASS', commitCharacters: [','] });
  const resolved = await client.request<CompletionItem>('completionItem/resolve', citation);
  expect(resolved).toMatchObject({ ...citation, documentation: { kind: 'markdown' } });
  expect((resolved.documentation as MarkupContent).value).toContain('A \\*report\\*');
  expect((resolved.documentation as MarkupContent).value).toContain('[Open the report](<https://example.org/1>)');
});

test('a client that can do little gets plain edits and plain text', async () => {
  await start({});
  const [name] = (await completeAt('a.brief', 5, 3)).items as [CompletionItem];
  expect(name).toMatchObject({
    label: 'ISKP',
    detail: 'Islamic State in Khorasan Province (group)',
    filterText: 'ISKP',
  });
  expect(name.labelDetails ?? name.commitCharacters ?? name.insertTextFormat).toBeUndefined();
  expect(name.textEdit as TextEdit).toEqual({
    range: { start: { line: 5, character: 0 }, end: { line: 5, character: 3 } },
    newText: '[ISKP](group:iskp)',
  });
  const { documentation } = await client.request<CompletionItem>('completionItem/resolve', name);
  expect(documentation).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('A branch.') });
});

test('registries complete each other; prose, other items and unknown files get nothing', async () => {
  await start(ABLE);
  client.open('more.sources.yaml', 'references:\n  - id: a\n    container-title: \n');
  const labels = async () => (await completeAt('more.sources.yaml', 2, 21)).items.map(({ label }) => label);
  await expect.poll(labels).toEqual(['TASS']);
  expect(await completeAt('a.brief', 4, 11)).toEqual({ isIncomplete: false, items: [] });
  expect(await completeAt('no.brief', 0, 0)).toEqual({ isIncomplete: false, items: [] });
  for (const item of [
    { label: 'x' },
    { label: 'x', data: 1 },
    { label: 'x', data: { kind: 'entity', id: 'no', uri: '' } },
  ])
    expect(await client.request('completionItem/resolve', item)).toEqual(item);
});

test('what is typed is completed as it is typed; an entity of the brief itself is known', async () => {
  await start(ABLE);
  client.open('b.brief', '---\nentities:\n  - { id: own, type: place, name: Ownland, description: Here. }\n---\n\nIn ');
  for (const [at, text] of [...'[x](place:'].entries()) {
    const position = { line: 5, character: 3 + at };
    client.change('b.brief', [{ range: { start: position, end: position }, text }]);
  }
  const { items } = await completeAt('b.brief', 5, 13);
  expect(items.map(({ textEdit }) => textEdit?.newText)).toEqual(['own)']);
  const { documentation } = await client.request<CompletionItem>('completionItem/resolve', items[0]!);
  expect((documentation as MarkupContent).value).toContain('Here');
});

test('of a word that has just been begun the editor is told to ask again', async () => {
  await start(ABLE);
  client.open('b.brief', 'They met IS near it');
  expect(await completeAt('b.brief', 0, 10)).toEqual({ isIncomplete: true, items: [] });
  expect(await completeAt('b.brief', 0, 11)).toEqual({ isIncomplete: true, items: [] });
  expect(await completeAt('b.brief', 0, 16)).toEqual({ isIncomplete: false, items: [] });
});
