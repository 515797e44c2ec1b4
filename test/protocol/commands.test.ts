import { afterEach, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { ServerCommandId, ServerCommands } from '../../server/src/protocol/commands.ts';
import { type Client, PULL_CAPABILITIES, startClient } from './client.ts';

const CAPABILITIES: ClientCapabilities = {
  ...PULL_CAPABILITIES,
  textDocument: {
    ...PULL_CAPABILITIES.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['refactor'] } } },
  },
};
const FILES = {
  'entities.yaml': 'entities:\n  - { id: iskp, type: group, name: Islamic State in Khorasan, aliases: [ISKP] }\n',
  'sources.yaml': 'references:\n  - { id: tass-1, title: One, container-title: TASS, issued: 2021-09-22 }\n',
  'closed.brief': 'First a line.\n\nThe ISKP left.\n',
  'a.brief': '---\ndate: 2021-09-24\n---\n\nISKP and ISKP (, September 22). It goes.\n',
};

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(commands: readonly string[] = []): Promise<void> {
  client = await startClient({ files: FILES, capabilities: CAPABILITIES, commands });
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
  client.open('a.brief', FILES['a.brief']);
}

function ask<Id extends ServerCommandId>(
  command: Id,
  params: Omit<ServerCommands[Id]['params'], 'uri'>,
  name = 'a.brief',
): Promise<ServerCommands[Id]['result'] | null> {
  const given = { uri: client.uri(name), ...params };
  return client.request('workspace/executeCommand', { command, arguments: [given] });
}

const range = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

test('the commands are announced, and answer what a client has to know', async () => {
  await start();
  const announced = client.initialized.capabilities.executeCommandProvider?.commands;
  expect(announced).toContain('briefmark.server.missingSources');
  const missing = await ask('briefmark.server.missingSources', {});
  expect(missing).toMatchObject({ version: 1, missing: [{ range: range(4, 15, 29), text: ', September 22' }] });
  const suggested = await ask('briefmark.server.sourceSuggestions', { position: range(4, 15, 15).start });
  expect(suggested).toMatchObject({ version: 1, sources: [{ outlet: 'TASS', title: 'One', isInRegistry: true }] });
  const problem = await ask('briefmark.server.nextProblem', { position: range(0, 0, 0).start, direction: 1 });
  expect(problem).toMatchObject({ range: range(4, 15, 29), index: 1, count: 1 });
  const citations = await ask('briefmark.server.citations', { position: range(4, 39, 39).start });
  expect(citations).toMatchObject({ choices: [{ id: 'tass-1', plainText: ' (TASS, September 22)' }] });
  expect(await ask('briefmark.server.outlets', {})).toEqual(['TASS']);
  expect((await ask('briefmark.server.entities', {}))!.entities.map(({ id }) => id)).toEqual(['iskp']);
  expect(await ask('briefmark.server.tagAllNames', {})).toMatchObject({ mentions: 2, entities: 1 });
});

test('files that are not open are answered with nothing; refusals say why; an invalid argument is an error', async () => {
  await start();
  expect(await ask('briefmark.server.missingSources', {}, 'closed.brief')).toBeNull();
  expect(await ask('briefmark.server.missingSources', {}, 'entities.yaml')).toBeNull();
  const nonsense = (params: object) => client.request('workspace/executeCommand', params);
  expect(await nonsense({ command: 'rm', arguments: [{ uri: client.uri('a.brief') }] })).toBeNull();
  const invalid = { code: -32602, message: expect.stringContaining('briefmark.server.outlets') };
  await expect(nonsense({ command: 'briefmark.server.outlets' })).rejects.toMatchObject(invalid);
  await expect(nonsense({ command: 'briefmark.server.outlets', arguments: ['a', 3] })).rejects.toMatchObject(invalid);
  await expect(ask('briefmark.server.tagSelection', { range: range(4, 9, 20) })).rejects.toThrow('cannot be tagged');
});

test('the light bulb refactors, in closed briefs too; what asks only for clients that can', async () => {
  await start();
  const actions = (at: Range) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('a.brief') },
      range: at,
      context: { diagnostics: [], only: ['refactor'] },
    });
  const offered = await actions(range(4, 1, 1));
  expect(offered.map(({ title }) => title)).toEqual([
    'Tag “ISKP” as group: Islamic State in Khorasan',
    'Tag all 2 mentions of Islamic State in Khorasan in this brief (“ISKP”)',
    'Tag all 3 mentions of Islamic State in Khorasan in 2 briefs (“ISKP”)',
  ]);
  const changes = (offered[2]!.edit!.documentChanges ?? []) as TextDocumentEdit[];
  const byFile = new Map(changes.map(({ textDocument, edits }) => [textDocument.uri, { ...textDocument, edits }]));
  expect(byFile.get(client.uri('a.brief'))).toMatchObject({ version: 1 });
  expect(byFile.get(client.uri('closed.brief'))).toMatchObject({
    version: null,
    edits: [
      { range: range(2, 4, 4), newText: '[' },
      { range: range(2, 8, 8), newText: '](group:iskp)' },
    ],
  });
  expect(await actions(range(4, 31, 38))).toEqual([]);
});

test('a client that has the command is offered to tag a selection', async () => {
  await start(['briefmark.tagSelection']);
  const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri('a.brief') },
    range: range(4, 32, 34),
    context: { diagnostics: [], only: ['refactor'] },
  });
  expect(action).toMatchObject({ command: { command: 'briefmark.tagSelection' } });
});
