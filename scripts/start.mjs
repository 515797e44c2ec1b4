/** `npm start [-- FOLDER]`: prepares the clone, checks the folder, and opens it in VS Code with Briefmark installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fail, findProgram, node, root, run } from './run.mjs';
import { setup } from './setup.mjs';
import { firstPlace, howToBegin } from './start/firstPlace.mjs';

const folder = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? join(root, 'samples'));

await start().catch(fail);

async function start() {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  await setup();

  console.log(`\nChecking ${relative(root, folder) || folder} …\n`);
  // Exit code 1 means findings, which the samples have on purpose; 2 that something was not checked, which has been said.
  const { code } = await node('dist/cli.js', ['check', folder]);
  const { output } = await node('dist/cli.js', ['check', folder, '--format', 'json'], { quiet: true });
  const place = firstPlace(output);
  // The extension shows this view of its side bar first.
  if (place) process.env.BRIEFMARK_VIEW = place.view;

  console.log('\nPackaging the extension …');
  const { pack } = await import('./package.mjs');
  const vsix = await pack();
  const vscode = desktop() ? findProgram(['code']) : undefined;
  const advice = place ? `It shows ${place.file}, line ${place.line}.` : howToBegin(folder, code === 2);
  if (vscode) await openDesktop(vscode, vsix, place, advice);
  else await openCodeServer(vsix, place, advice);
}

/** Whether a window can be shown. */
function desktop() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @typedef {import('./start/firstPlace.mjs').Place} Place */

/** @param {string} program @param {string} vsix @param {Place | undefined} place @param {string} advice */
async function openDesktop(program, vsix, place, advice) {
  await run(program, ['--install-extension', vsix, '--force'], { quiet: true });
  await run(program, place ? [folder, '--goto', `${place.file}:${place.line}:${place.column}`] : [folder]);
  console.log(`Opened VS Code. ${advice}`);
}

/** @param {string} vsix @param {Place | undefined} place @param {string} advice */
async function openCodeServer(vsix, place, advice) {
  const { launchCodeServer } = await import('./editor/launch.mjs');
  const editor = await launchCodeServer({ vsix, folder });
  const url = place ? `${editor.url}&payload=${openPayload(editor.url, place)}` : editor.url;
  console.log(`\nVS Code is running at ${url}\n${advice} Ctrl+C ends it.`);
  if (desktop()) openBrowser(url);
  const interrupted = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await Promise.race([interrupted, editor.ended]);
  console.log('\nStopping VS Code …');
  await editor.stop();
}

/** What makes VS Code in a browser open a file at a place. @param {string} url @param {Place} place */
function openPayload(url, { file, line, column }) {
  const uri = `vscode-remote://${new URL(url).host}${encodeURI(file)}`;
  return encodeURIComponent(
    JSON.stringify([
      ['gotoLineMode', 'true'],
      ['openFile', `${uri}:${line}:${column}`],
    ]),
  );
}

/** @param {string} url */
function openBrowser(url) {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer.exe' : 'xdg-open';
  // If this fails, the address has still been printed.
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
