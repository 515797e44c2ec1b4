/** `npm start [-- FOLDER]`: prepares the clone, checks the folder, and opens it in VS Code with Briefmark installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fail, findProgram, node, root, run } from './run.mjs';
import { setup } from './setup.mjs';

const folder = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? join(root, 'samples'));

await start().catch(fail);

async function start() {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  await setup();

  console.log(`\nChecking ${relative(root, folder) || folder} …\n`);
  // Exit code 1 means findings, which the samples have on purpose.
  const { code } = await node('dist/cli.js', ['check', folder]);
  if (code > 1) throw new Error('The check could not run.');

  console.log('\nPackaging the extension …');
  const { pack } = await import('./package.mjs');
  const vsix = await pack();
  const vscode = desktop() ? findProgram(['code']) : undefined;
  if (vscode) await openDesktop(vscode, vsix);
  else await openCodeServer(vsix);
}

/** Whether a window can be shown. */
function desktop() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} program @param {string} vsix */
async function openDesktop(program, vsix) {
  await run(program, ['--install-extension', vsix, '--force'], { quiet: true });
  await run(program, [folder]);
  console.log('Opened VS Code. Open a file that ends in .brief to see Briefmark at work.');
}

/** @param {string} vsix */
async function openCodeServer(vsix) {
  const { launchCodeServer } = await import('./editor/launch.mjs');
  const editor = await launchCodeServer({ vsix, folder });
  console.log(`\nVS Code is running at ${editor.url}\nOpen a file that ends in .brief. Ctrl+C ends it.`);
  if (desktop()) openBrowser(editor.url);
  const interrupted = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await Promise.race([interrupted, editor.ended]);
  console.log('\nStopping VS Code …');
  await editor.stop();
}

/** @param {string} url */
function openBrowser(url) {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer.exe' : 'xdg-open';
  // If this fails, the address has still been printed.
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
