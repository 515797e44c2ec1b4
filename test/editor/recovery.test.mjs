/** What happens when the server goes away. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { serversBelow } from './processes.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

/** The one server that runs. @param {Editor} editor @param {number} [old] a server that must be gone */
async function server(editor, old) {
  const pids = await editor.until(
    () => serversBelow(editor.serverPid),
    (seen) => seen.length === 1 && seen[0] !== old,
  );
  return /** @type {number} */ (pids[0]);
}

test('after a crash the server comes back and knows what was typed', async (editor) => {
  await editor.open('harbour.brief');
  await editor.goTo('harbour.brief', 'We expect');
  await editor.type('They yielded (, March 3). ');
  await editor.until(() => editor.squiggled('error', ', March 3'), true);
  const crashed = await server(editor);
  process.kill(crashed, 'SIGKILL');
  await server(editor, crashed);
  await editor.until(() => editor.squiggled('error', ', March 3'), true);
  await editor.type('Nobody noticed (, March 4). ');
  await editor.until(() => editor.squiggled('error', ', March 4'), true);
});

test('the command "Briefmark: Restart Server" starts a new one', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  const old = await server(editor);
  await editor.command('Briefmark: Restart Server');
  await server(editor, old);
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.hover('Board of Shippers', /Speaks for the shipping lines/);
});

test('after many crashes it gives up, says so, and can be restarted', async (editor) => {
  await editor.open('harbour.brief');
  const earlier = await server(editor);
  await editor.command('Briefmark: Restart Server');
  let pid = await server(editor, earlier);
  for (let crash = 1; crash < 5; crash++) {
    process.kill(pid, 'SIGKILL');
    pid = await server(editor, pid);
    // Hover answers only once the new server is up; a server killed while starting would be another test.
    await editor.hover('Board of Shippers', /Speaks for the shipping lines/);
  }
  process.kill(pid, 'SIGKILL');
  const toast = editor.page.locator('.notification-toast', { hasText: 'has stopped checking' });
  await toast.waitFor();
  assert.deepEqual(await serversBelow(editor.serverPid), []);
  await toast.getByText('Restart', { exact: true }).click();
  await server(editor, pid);
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
});
