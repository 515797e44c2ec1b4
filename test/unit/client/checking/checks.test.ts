/** Which briefs are checked, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import { createChecks } from '../../../../client/src/checking/checks';
import { editor, resetEditor } from '../support/vscode.ts';

beforeEach(resetEditor);

function start(summary = { files: 3, errors: 1, warnings: 2 }) {
  const notified: string[] = [];
  const server = { request: async () => summary, notify: (method: string) => void notified.push(method) };
  const checks = createChecks({ subscriptions: [] } as never, () => server as never);
  /** What the server is told of the settings of Briefmark, and of others. */
  const configuration = async () => {
    const params = { items: [{ section: 'briefmark' }, { section: 'editor' }] };
    const values = [{ profile: 'draft', check: { other: 1 } }, { tabSize: 2 }];
    return (checks.middleware.workspace!.configuration as never as (...args: unknown[]) => Promise<unknown>)(
      params,
      undefined,
      async () => values,
    );
  };
  const context = () => editor.executeCommand.mock.calls.filter(([command]) => command === 'setContext').at(-1)?.[2];
  return { checks, notified, configuration, context };
}

test('the setting counts until a command comes after it, and again when it is changed', async () => {
  editor.settings.set('check.allBriefs', true);
  const { checks, notified, configuration, context } = start();
  expect(context()).toBe(true);
  expect(await configuration()).toEqual([{ profile: 'draft', check: { other: 1 } }, { tabSize: 2 }]);
  await checks.checkOpenOnly();
  expect([context(), notified]).toEqual([false, ['workspace/didChangeConfiguration']]);
  expect(await configuration()).toEqual([{ profile: 'draft', check: { other: 1, allBriefs: false } }, { tabSize: 2 }]);
  editor.onDidChangeConfiguration.fire({ affectsConfiguration: (section) => section === 'editor' });
  expect(context()).toBe(false);
  editor.onDidChangeConfiguration.fire({ affectsConfiguration: (section) => section === 'briefmark.check' });
  expect(context()).toBe(true);
});

test.each([
  [{ files: 0, errors: 0, warnings: 0 }, 'There are no briefs and no registries in this workspace.'],
  [{ files: 1, errors: 0, warnings: 0 }, 'No errors and no warnings in 1 file.'],
  [{ files: 1_200, errors: 1, warnings: 2 }, '1 error and 2 warnings in 1,200 files.'],
])('all briefs are checked, Problems is shown, and the result is said: %o', async (summary, words) => {
  const { checks, context } = start(summary);
  await checks.checkAll();
  expect(editor.executeCommand).toHaveBeenCalledWith('workbench.actions.view.problems');
  expect(editor.showInformationMessage).toHaveBeenCalledWith(words, 'Check Open Briefs Only');
  expect(context()).toBe(true);
});

test('what the message offers goes back to open briefs', async () => {
  editor.showInformationMessage.mockImplementation(async (_message, only) => only);
  const { checks, context } = start();
  await checks.checkAll();
  expect(context()).toBe(false);
});
