// cspell:ignore ormatting
import { afterEach, expect, test } from 'vitest';
import type { RegistrationParams, TextEdit } from 'vscode-languageserver-protocol';
import { type Client, PULL_CAPABILITIES, startClient } from './client.ts';

const options = { tabSize: 2, insertSpaces: true };
const TEXT = 'Talks were held (TASS,May 9).\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test('briefs are formatted, registries are not', async () => {
  client = await startClient();
  expect(client.initialized.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  client.open('a.brief', TEXT);
  client.open('sources.yaml', 'references: [ ]\n');
  const format = (name: string) =>
    client.request<TextEdit[] | null>('textDocument/formatting', { textDocument: { uri: client.uri(name) }, options });
  expect(await format('a.brief')).toEqual([
    { range: { start: { line: 0, character: 22 }, end: { line: 0, character: 22 } }, newText: ' ' },
  ]);
  expect(await format('sources.yaml')).toBeNull();
});

test('where the client can, the formatter is registered for briefs alone', async () => {
  const dynamic = { dynamicRegistration: true };
  const textDocument = { ...PULL_CAPABILITIES.textDocument, formatting: dynamic, rangeFormatting: dynamic };
  client = await startClient({ capabilities: { ...PULL_CAPABILITIES, textDocument } });
  expect(client.initialized.capabilities.documentFormattingProvider).toBeUndefined();
  const registered: string[] = [];
  client.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations)
      registered.push(`${method} ${JSON.stringify(registerOptions)}`);
    return null;
  });
  await expect
    .poll(() => registered.filter((one) => /ormatting/.test(one)))
    .toEqual([
      'textDocument/formatting {"documentSelector":[{"language":"brief"}]}',
      'textDocument/rangeFormatting {"documentSelector":[{"language":"brief"}]}',
    ]);
});
