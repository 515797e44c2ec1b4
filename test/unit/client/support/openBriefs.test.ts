import { beforeEach, expect, test, vi } from 'vitest';
import { createOpenBriefs } from '../../../../client/src/support/openBriefs';
import { editor, resetEditor, Uri } from '../support/vscode.ts';

beforeEach(resetEditor);

test('briefs by their language, and what the server says is included', () => {
  const briefs = createOpenBriefs((uri) => Uri.parse(uri));
  const changed = vi.fn();
  briefs.onDidChange(changed);
  const has = (languageId: string, uri: string) => briefs.has({ languageId, uri: Uri.parse(uri) } as never);
  expect([has('brief', 'file:///a.brief'), has('markdown', 'file:///note.md')]).toEqual([true, false]);
  briefs.update({ uris: ['file:///note.md'] });
  expect([has('markdown', 'file:///note.md'), has('markdown', 'file:///other.md')]).toEqual([true, false]);
  expect(editor.executeCommand).toHaveBeenLastCalledWith('setContext', 'briefmark.included', ['/note.md']);
  briefs.update({ uris: [] });
  expect([has('markdown', 'file:///note.md'), changed.mock.calls.length]).toEqual([false, 2]);
});
