import { afterEach, expect, test } from 'vitest';
import type {
  DocumentHighlight,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, PULL_CAPABILITIES, startClient } from './client.ts';

const ENTITIES = `# Groups
entities:
  - { id: "is", type: group, name: Islamic State, wikidata: Q2429253 } # is
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP], part_of: is }
  - { id: tass, type: media, name: TASS }
`;
const SOURCES = `references:
  - { id: tass-1, title: A report, container-title: TASS, issued: 2021-09-06, URL: "https://example.org/1" }
`;
/** Never opened: only what is remembered of it tells where things are. */
const CLOSED = '# 🛰️ Über \r\n\r\nÜnï 𝔘𝔫𝔦 [sie](group:is), ISKP 环球 (TASS, September 6, 2021).\r\n';
const OPEN = '[They](group:is) and ISKP (TASS, September 6, 2021).\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const CAPABILITIES = {
  ...PULL_CAPABILITIES,
  textDocument: {
    ...PULL_CAPABILITIES.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
  },
};

async function start(options: ClientOptions = {}): Promise<void> {
  const files = { 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES, 'sub/closed.brief': CLOSED };
  client = await startClient({ files, capabilities: CAPABILITIES, ...options });
  client.open('a.brief', OPEN);
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
}

/** `line:from-to` of a range in one line. */
function show({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line === start.line ? '' : `${end.line}:`}${end.character}`;
}

function showLocations(locations: readonly Location[]): string[] {
  return locations.map(({ uri, range }) => `${uri.slice(client.uri('').length).replace(/^\//, '')} ${show(range)}`);
}

function at(name: string, line: number, character: number): object {
  return { textDocument: { uri: client.uri(name) }, position: { line, character } };
}

test('definition: with the words it comes from, or without for simpler clients', async () => {
  await start();
  const [link] = await client.request<LocationLink[]>('textDocument/definition', at('a.brief', 0, 22));
  expect(link!.targetUri).toBe(client.uri('entities.yaml'));
  expect(show(link!.originSelectionRange!)).toBe('0:21-25');
  expect(show(link!.targetSelectionRange)).toBe('3:10-14');
  expect(show(link!.targetRange)).toBe('3:4-101');
  const [cited] = await client.request<LocationLink[]>('textDocument/definition', at('a.brief', 0, 30));
  expect(`${cited!.targetUri} ${show(cited!.targetSelectionRange)}`).toBe(`${client.uri('sources.yaml')} 1:10-16`);
  expect(await client.request('textDocument/definition', at('a.brief', 0, 18))).toBeNull();
  client.open('sources.yaml', SOURCES);
  const [outlet] = await client.request<LocationLink[]>('textDocument/definition', at('sources.yaml', 1, 55));
  expect(`${outlet!.targetUri} ${show(outlet!.targetSelectionRange)}`).toBe(`${client.uri('entities.yaml')} 4:10-14`);
  await client.stop();

  await start({ capabilities: PULL_CAPABILITIES });
  const locations = await client.request<Location[]>('textDocument/definition', at('a.brief', 0, 3));
  expect(showLocations(locations)).toEqual(['entities.yaml 2:11-13']);
});

test('references: in closed files too, at the right columns, with the entry only if wanted', async () => {
  await start();
  const references = async (character: number, includeDeclaration: boolean) =>
    showLocations(
      await client.request<Location[]>('textDocument/references', {
        ...at('a.brief', 0, character),
        context: { includeDeclaration },
      }),
    );
  const uses = ['a.brief 0:0-16', 'entities.yaml 3:97-99', 'sub/closed.brief 2:11-26'];
  expect(await references(3, false)).toEqual(uses);
  expect(await references(3, true)).toEqual([uses[0], 'entities.yaml 2:11-13', ...uses.slice(1)]);
  expect(await references(22, false)).toEqual(['a.brief 0:21-25', 'sub/closed.brief 2:28-32']);
  expect(await references(30, false)).toEqual(['a.brief 0:27-50', 'sub/closed.brief 2:37-60']);
  expect(await references(18, true)).toEqual([]);
});

test('a file that was closed a moment ago has the lines of its last text, or those on disk', async () => {
  await start();
  client.open('sub/closed.brief', `One.\r\n\r\nTwo.\r\n\r\n${CLOSED}`);
  client.close('sub/closed.brief');
  for (let times = 0; times < 5; times++) {
    const found = await client.request<Location[]>('textDocument/references', {
      ...at('a.brief', 0, 3),
      context: { includeDeclaration: false },
    });
    expect(['sub/closed.brief 2:11-26', 'sub/closed.brief 6:11-26']).toContain(showLocations(found).at(-1));
  }
});

test('highlights tell the entry from its uses', async () => {
  await start();
  client.open('entities.yaml', ENTITIES);
  const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at('entities.yaml', 3, 98));
  expect(found.map(({ range, kind }) => `${show(range)} ${kind}`)).toEqual(['2:11-13 3', '3:97-99 2']);
});

test('symbols: entities, sources, sections of closed briefs', async () => {
  await start();
  const symbols = async (query: string) =>
    (await client.request<(WorkspaceSymbol & { location: Location })[]>('workspace/symbol', { query })).map(
      ({ name, containerName, location }) => `${name} [${containerName}] ${showLocations([location])[0]}`,
    );
  expect(await symbols('uber')).toEqual(['🛰️ Über [closed.brief] sub/closed.brief 0:2-10']);
  expect(await symbols('ÜB')).toEqual(['🛰️ Über [closed.brief] sub/closed.brief 0:2-10']);
  expect(await symbols('iskp')).toEqual(['Islamic State in Khorasan Province (ISKP) [group] entities.yaml 3:10-14']);
  expect(await symbols('a rep')).toEqual(['A report [TASS, September 6, 2021] sources.yaml 1:10-16']);
});

test('links open Wikidata and the report', async () => {
  await start();
  client.open('entities.yaml', ENTITIES);
  client.open('sources.yaml', SOURCES);
  const links = async (name: string) =>
    (
      await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: client.uri(name) } })
    ).map(({ range, target, tooltip }) => `${show(range)} ${target} ${tooltip}`);
  expect(await links('entities.yaml')).toEqual(['2:60-68 https://www.wikidata.org/wiki/Q2429253 Open in Wikidata']);
  expect(await links('sources.yaml')).toEqual(['1:84-105 https://example.org/1 Open the report']);
});

test('hover in a registry explains what is referred to', async () => {
  await start();
  client.open('entities.yaml', ENTITIES);
  client.open('sources.yaml', SOURCES);
  const hover = async (name: string, line: number, character: number) => {
    const { contents, range } = await client.request<Hover & { contents: { value: string } }>(
      'textDocument/hover',
      at(name, line, character),
    );
    return `${show(range!)} ${contents.value.split('\n')[0]}`;
  };
  expect(await hover('entities.yaml', 3, 98)).toBe('3:97-99 **Islamic State** · group');
  expect(await hover('sources.yaml', 1, 55)).toBe('1:52-56 **TASS** · media');
  expect(await hover('sources.yaml', 1, 12)).toBe('1:10-16 **TASS** · tass\\-1');
});

test('rename: every file, open ones with their version, closed ones as they are on disk', async () => {
  await start();
  expect(client.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
  expect(await client.request('textDocument/prepareRename', at('a.brief', 0, 14))).toEqual({
    range: { start: { line: 0, character: 13 }, end: { line: 0, character: 15 } },
    placeholder: 'is',
  });
  client.change('a.brief', [
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'So ' },
  ]);
  // Not told of yet, and found all the same: what is on disk now counts for lines and columns.
  client.write('sub/closed.brief', CLOSED.replace('Über ', 'Überx'));
  const { documentChanges } = await client.request<WorkspaceEdit>('textDocument/rename', {
    ...at('a.brief', 0, 17),
    newName: 'daesh',
  });
  const shown = (documentChanges as TextDocumentEdit[]).map(
    ({ textDocument, edits }) =>
      `${textDocument.uri.slice(client.uri('').length).replace(/^\//, '')} v${textDocument.version} ${edits
        .map((edit) => ('newText' in edit ? `${show(edit.range)} ${edit.newText}` : ''))
        .join(', ')}`,
  );
  expect(shown.sort()).toEqual([
    'a.brief v2 0:16-18 daesh',
    'entities.yaml vnull 2:11-13 daesh, 3:97-99 daesh',
    'sub/closed.brief vnull 2:23-25 daesh',
  ]);
});

test('rename is refused with a reason', async () => {
  await start();
  const refusal = (method: string, params: object) =>
    client.request(method, params).then(
      () => 'accepted',
      (error: { code: number; message: string }) => `${error.code} ${error.message}`,
    );
  const renameTo = (newName: string) => refusal('textDocument/rename', { ...at('a.brief', 0, 14), newName });
  expect(await refusal('textDocument/prepareRename', at('a.brief', 0, 18))).toMatch(
    /^-32803 There is nothing to rename/,
  );
  expect(await refusal('textDocument/prepareRename', at('a.brief', 0, 22))).toMatch(/^-32803 This is a name in prose/);
  expect(await renameTo('i s')).toMatch(/^-32803 “i s” cannot be an id/);
  expect(await renameTo('iskp')).toMatch(/^-32803 The id “iskp” already belongs to another entity/);
  client.write('entities.yaml', `# ${ENTITIES}`);
  expect(await renameTo('daesh')).toMatch(/^-32803 Line \d of entities\.yaml does not spell out/);
  expect(await refusal('textDocument/prepareRename', at('nowhere.brief', 0, 0))).toBe('accepted');
});

test('rename waits until everything has been read', async () => {
  const many = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`many/${n}.brief`, OPEN.repeat(40)]));
  client = await startClient({ files: { 'entities.yaml': ENTITIES, ...many }, capabilities: CAPABILITIES });
  client.open('entities.yaml', ENTITIES);
  const rename = () =>
    client.request<WorkspaceEdit>('textDocument/rename', { ...at('entities.yaml', 2, 12), newName: 'x' });
  await expect(rename()).rejects.toThrow('still being read');
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
  expect((await rename()).documentChanges).toHaveLength(601);
});
