import { setImmediate as settled } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { isOwnDocument, startWhenNeeded } from '../../../../client/src/support/wakeUp.ts';
import { addDocument, editor, resetEditor, Uri } from './vscode.ts';

beforeEach(resetEditor);

const languageOf = (path: string) =>
  /\.brief(\.\w+)?$/.test(path)
    ? 'brief'
    : /ya?ml$/.test(path)
      ? 'yaml'
      : path.endsWith('.md')
        ? 'markdown'
        : 'plaintext';
const opened = (path: string) => ({ languageId: languageOf(path), uri: { path } });

test.each([
  ['/ws/docker-compose.yml', false],
  ['/ws/resources.yaml', false],
  ['/ws/README.md', false],
  ['/ws/a.txt', false],
  ['/ws/entities.yaml', true],
  ['/ws/.briefmark.yaml', true],
  ['/ws/gulf.sources.yml', true],
  ['/ws/a.brief', true],
  ['/ws/a.brief.md', true],
])('%s: %s', (path, isOwn) => {
  expect(isOwnDocument(opened(path))).toBe(isOwn);
});

/** What happens in a workspace, in order, and how often the server was started after each. */
async function checkStarts(...events: (() => unknown)[]): Promise<number[]> {
  const start = vi.fn(async () => {});
  const starts: number[] = [];
  let waiting: { dispose(): void } | undefined;
  for (const happen of [() => (waiting = startWhenNeeded(start)), ...events, () => waiting?.dispose()]) {
    happen();
    await settled();
    starts.push(start.mock.calls.length);
  }
  return starts;
}

const openBrief = () => editor.onDidOpenTextDocument.fire(addDocument('file:///ws/a.brief'));
const openNotes = () =>
  editor.onDidOpenTextDocument.fire(addDocument('file:///ws/notes.txt', { languageId: 'plaintext' }));

/** A search of the workspace that ends when the test says so. */
function startSearch() {
  let end = (_found: Promise<ReturnType<typeof Uri.file>[]>) => {};
  editor.findFiles.mockReturnValue(new Promise((resolve) => (end = resolve)));
  return {
    find: (...paths: string[]) => end(Promise.resolve(paths.map(Uri.file))),
    fail: () => end(Promise.reject(new Error('no provider'))),
  };
}

test('a brief that is open starts the server', async () => {
  addDocument('file:///ws/a.brief');
  expect(await checkStarts(openBrief)).toEqual([1, 1, 1]);
});

test('a file of ours in the workspace starts the server', async () => {
  const { find } = startSearch();
  expect(await checkStarts(() => find('/ws/b.brief'), openBrief)).toEqual([0, 1, 1, 1]);
});

test('a brief that is opened while the search runs starts the server, once', async () => {
  const { find } = startSearch();
  expect(await checkStarts(openBrief, () => find())).toEqual([0, 1, 1, 1]);
  resetEditor();
  const second = startSearch();
  expect(await checkStarts(openBrief, () => second.find('/ws/b.brief'))).toEqual([0, 1, 1, 1]);
});

test('a search that fails or never ends starts the server, or leaves it to the first brief that is opened', async () => {
  const { fail } = startSearch();
  expect(await checkStarts(fail)).toEqual([0, 1, 1]);
  resetEditor();
  startSearch();
  expect(await checkStarts(openNotes, openBrief)).toEqual([0, 0, 1, 1]);
});

test('without a file of ours, the server waits for one, or for a setting that includes files', async () => {
  expect(await checkStarts(openNotes, openBrief)).toEqual([0, 0, 1, 1]);
  resetEditor();
  const include = () => {
    editor.settings.set('include', ['**/*.md']);
    editor.onDidChangeConfiguration.fire({ affectsConfiguration: () => true });
  };
  expect(await checkStarts(include)).toEqual([0, 1, 1]);
});
