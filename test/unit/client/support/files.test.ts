/** Files that only the client can read, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import { filesIn, handleFileRequests } from '../../../../client/src/support/files';
import { editor, resetEditor, Uri, workspace } from '../support/vscode.ts';

beforeEach(resetEditor);

const bytes = (text: string) => new TextEncoder().encode(text);

/** Sends a request of the server. */
function ask(method: string, params: object): Promise<unknown> {
  const handlers = new Map<string, (params: object) => Promise<unknown>>();
  handleFileRequests({ onRequest: (name: string, handler: never) => handlers.set(name, handler) } as never);
  return handlers.get(method)!(params);
}

test('a folder that cannot be searched is walked: briefs, registries, projects, and texts if wanted', async () => {
  for (const path of ['a.brief', 'sub/sources.yaml', 'sub/_quarto.yml', 'sub/note.md', 'node_modules/b.brief', 'x.png'])
    editor.files.set(`/desk/${path}`, bytes(''));
  const folder = Uri.parse('briefs:/desk');
  const paths = async (withTexts: boolean) => (await filesIn(folder, withTexts)).map(({ path }) => path).sort();
  expect(await paths(false)).toEqual(['/desk/a.brief', '/desk/sub/_quarto.yml', '/desk/sub/sources.yaml']);
  expect(await paths(true)).toContain('/desk/sub/note.md');
  expect(await ask('briefmark/files', { folders: ['briefs:/desk', 'briefs:/desk', 'briefs:/gone'] })).toHaveLength(3);
});

test('a file is text, or why it is not', async () => {
  editor.files.set('/a.brief', bytes('It rained.'));
  editor.files.set('/b.brief', new Uint8Array([0xe9, 0x20, 0xe9]));
  const read = (path: string) => ask('briefmark/read', { uri: `briefs:${path}` });
  expect(await read('/a.brief')).toBe('It rained.');
  expect(await read('/b.brief')).toEqual({ note: 'other-encoding' });
  await expect(read('/gone.brief')).rejects.toThrow('FileNotFound');
  const { stat } = workspace.fs;
  workspace.fs.stat = async () => ({ size: 65 * 2 ** 20 });
  try {
    expect(await read('/a.brief')).toEqual({ note: 'too-large' });
  } finally {
    workspace.fs.stat = stat;
  }
});
