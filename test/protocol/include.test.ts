/** Text files that a folder includes: they are briefs as long as it does, whatever becomes of them. */
import { afterEach, expect, test } from 'vitest';
import type { DocumentSymbol, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, PULL_CAPABILITIES, startClient } from './client.ts';

const CONFIG = '.briefmark.yaml';
const LOST = '# One\n\nIt ended (, September 22).\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const start = async (options: ClientOptions) => {
  client = await startClient(options);
};
const symbols = (name: string) =>
  client.request<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument: { uri: client.uri(name) } });
const names = async (name: string) => (await symbols(name))?.map((symbol) => symbol.name) ?? [];
/** The missing sources that the side bar counts in open and closed briefs, once they are these. */
const missing = (count: number) =>
  expect
    .poll(async () => (await client.request<{ missing: number }>('briefmark/views/overview', {})).missing)
    .toBe(count);
const configure = (text: string) => {
  client.write(CONFIG, text);
  client.notifyFileChange(CONFIG, 2);
};

test('an open document is a brief from when a folder includes it until it no longer does', async () => {
  await start({ files: { 'reports/a.md': LOST, 'reports/b.txt': LOST } });
  client.open('reports/a.md', LOST);
  client.open('reports/b.txt', LOST);
  expect(await client.codes('reports/a.md')).toEqual([]);
  configure('include: [reports/**/*.md]\n');
  expect(await client.codes('reports/a.md', (codes) => codes.length > 0)).toEqual(['missing-source']);
  expect(await client.codes('reports/b.txt')).toEqual([]);
  // Typed while it was no brief: nothing of it is lost.
  client.change('reports/b.txt', [{ text: `${LOST}\nThey left (, May 3).\n` }]);
  configure('include: [reports/]\nexclude: ["*.md"]\n');
  expect(await client.codes('reports/b.txt', (codes) => codes.length > 0)).toEqual([
    'missing-source',
    'missing-source',
  ]);
  expect(await client.codes('reports/a.md', (codes) => codes.length === 0)).toEqual([]);
  configure('include: []\n');
  expect(await client.codes('reports/b.txt', (codes) => codes.length === 0)).toEqual([]);
  await missing(0);
});

test('the outline of Markdown leaves the sections to the editor', async () => {
  await start({ files: { [CONFIG]: 'include: ["*.md", "*.txt"]\n' } });
  for (const name of ['a.md', 'b.txt']) {
    client.open(name, LOST);
    await client.codes(name, (codes) => codes.length > 0);
  }
  expect(await names('a.md')).toEqual(['Missing source, September 22']);
  expect(await names('b.txt')).toEqual(['One']);
});

test('closed files come and go: created, renamed, deleted, in hidden and excluded folders, by setting and by file', async () => {
  await start({
    files: {
      [CONFIG]: 'include: [reports/**/*.md]\nexclude: [reports/old/]\n',
      'reports/a.md': LOST,
      'reports/deep/b.md': LOST,
      'reports/old/c.md': LOST,
      'reports/.hidden/d.md': LOST,
      'reports/e.txt': LOST,
      'notes/f.md': LOST,
    },
    settings: { include: ['notes/*'] },
  });
  await missing(3);
  client.write('reports/new.md', LOST);
  client.notifyFileChange('reports/new.md', 1);
  await missing(4);
  client.write('reports/new.md', 'Nothing.\n');
  client.notifyFileChange('reports/new.md', 2);
  await missing(3);
  client.write('reports/moved.md', LOST);
  client.delete('reports/a.md');
  client.connection.sendNotification('workspace/didRenameFiles', {
    files: [{ oldUri: client.uri('reports/a.md'), newUri: client.uri('reports/moved.md') }],
  });
  client.write('reports/folder/g.md', LOST);
  client.notifyFileChange('reports/folder', 1);
  await missing(4);
  client.delete('reports/folder');
  client.notifyFileChange('reports/folder', 3);
  client.delete('notes/f.md');
  client.notifyFileChange('notes/f.md', 3);
  await missing(2);
});

test('a client that can is asked for what is included, in its folder, and for everything but the formatter', async () => {
  const dynamicRegistration = true;
  const dynamic = { dynamicRegistration };
  await start({
    capabilities: {
      ...PULL_CAPABILITIES,
      textDocument: {
        filters: { relativePatternSupport: true },
        synchronization: dynamic,
        diagnostic: dynamic,
        hover: { dynamicRegistration, contentFormat: ['markdown'] },
        documentSymbol: dynamic,
        formatting: dynamic,
        rangeFormatting: dynamic,
        foldingRange: dynamic,
        semanticTokens: {
          dynamicRegistration,
          requests: { full: true },
          tokenTypes: [],
          tokenModifiers: [],
          formats: [],
        },
      },
    },
  });
  const registered = () =>
    Array.from(client.registrations.values(), ({ method, registerOptions }) => {
      const selector: { language: string; pattern?: { pattern: string } }[] = registerOptions.documentSelector ?? [];
      const included = selector.filter(({ pattern }) => typeof pattern === 'object');
      return `${method}: ${included.map(({ language, pattern }) => `${language} ${pattern!.pattern}`).join(', ')}`;
    }).filter((line) => line.startsWith('textDocument/'));
  await expect
    .poll(registered)
    .toEqual(['textDocument/formatting: ', 'textDocument/rangeFormatting: ', 'textDocument/diagnostic: ']);
  configure('include: [reports/*.md]\n');
  const all = 'markdown reports/*.md, quarto reports/*.md, plaintext reports/*.md';
  await expect
    .poll(registered)
    .toEqual([
      'textDocument/formatting: ',
      'textDocument/rangeFormatting: ',
      ...['didOpen', 'didChange', 'didSave', 'didClose', 'hover', 'documentSymbol'].map(
        (name) => `textDocument/${name}: ${all}`,
      ),
      `textDocument/semanticTokens: ${all}`,
      'textDocument/foldingRange: plaintext reports/*.md',
      `textDocument/diagnostic: ${all}`,
    ]);
  configure('include: []\n');
  await expect.poll(() => registered().length).toBe(3);
});

test('a file is listed in the configuration of its folder, which keeps what else it says', async () => {
  await start({ options: { views: true }, files: { 'reports/a {1}.md': LOST } });
  const named: string[][] = [];
  client.connection.onNotification('briefmark/includedChanged', ({ uris }) => void named.push(uris));
  const include = async (name: string) => {
    const { edit } = await client.request<{ edit: WorkspaceEdit }>('workspace/executeCommand', {
      command: 'briefmark.server.includeFile',
      arguments: [{ uri: client.uri(name) }],
    });
    return edit.documentChanges?.at(-1);
  };
  const cited = (name: string, text: string) =>
    client.request('workspace/executeCommand', {
      command: 'briefmark.server.citationsInText',
      arguments: [{ uri: client.uri(name), text }],
    });
  expect(await cited('reports/a {1}.md', LOST)).toEqual({ citations: 1 });
  expect(await cited('.hidden/a.md', LOST)).toBeNull();
  expect(await include('reports/a {1}.md')).toMatchObject({
    edits: [{ newText: 'include:\n  - reports/a ?1?.md\n' }],
  });
  configure('# Ours\nprofile: draft\ninclude:\n  - reports/a ?1?.md # the first\n');
  client.open('reports/a {1}.md', LOST);
  expect(await client.codes('reports/a {1}.md', (codes) => codes.length > 0)).toEqual(['missing-source']);
  expect(named).toEqual([[client.uri('reports/a {1}.md')]]);
  expect(await include('b.md')).toMatchObject({
    edits: [{ range: { start: { line: 4 } }, newText: '  - b.md\n' }],
  });
  await expect(include('.hidden/a.md')).rejects.toThrow('The file is left out');
  await expect(include('reports/a {1}.md')).rejects.toThrow('checks this file already');
});
