/** Starts code-server, the real VS Code, on a free loopback port, with its own settings and home folder. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../run.mjs';
import { installCodeServer } from './install.mjs';

const quietSettings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'remote.autoForwardPorts': false,
};

/** Lets an interruption end this process in order, and with it the editors it started, which a terminal does not reach. */
export function endInOrder() {
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(1));
}

/** Folders are not trusted, and nobody is asked whether they are. */
const restricted = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

/**
 * @typedef {{ url: string, pid: number, ended: Promise<unknown>, stop: () => Promise<void> }} CodeServer
 * @param {{ vsix?: string, folder: string, settings?: Record<string, unknown>, untrusted?: boolean, language?: string }} options
 *   `language`: what VS Code says to extensions that its language is
 * @returns {Promise<CodeServer>} `url` opens the folder
 */
export async function launchCodeServer({ vsix, folder, settings = {}, untrusted = false, language }) {
  const { node, entry } = await installCodeServer();
  const home = await mkdtemp(join(tmpdir(), 'briefmark-editor-'));
  const data = join(home, 'data');
  const extensions = join(home, 'extensions');
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(
    join(data, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...(untrusted && restricted), ...settings }),
  );
  await writeFile(join(home, 'config.yaml'), '');
  if (language) await putLanguagePack(data, language);
  const places = ['--config', join(home, 'config.yaml'), '--user-data-dir', data, '--extensions-dir', extensions];
  const env = environment(home);
  const cleanUp = () => rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  if (vsix) {
    const install = [entry, ...places, '--install-extension', resolve(vsix)];
    await run(node, install, { env, quiet: true, cwd: home }).catch(async (error) => {
      await cleanUp();
      throw error;
    });
  }

  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  quiet.push('--ignore-last-opened', ...(untrusted ? [] : ['--disable-workspace-trust']));
  if (language) quiet.push('--locale', language);
  const child = spawn(node, [entry, ...places, '--auth', 'none', '--bind-addr', address, ...quiet], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what it starts would outlive it if it hung.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), name);
    } catch {
      // All of them are gone.
    }
  };
  const killNow = () => signal('SIGKILL');
  process.once('exit', killNow);

  async function stop() {
    process.off('exit', killNow);
    signal('SIGTERM');
    await Promise.race([ended, sleep(5_000)]);
    signal('SIGKILL');
    await cleanUp();
  }

  try {
    await healthy(`http://${address}/healthz`, () => child.exitCode === null);
  } catch {
    await stop();
    throw new Error(`code-server did not start:\n${output}`);
  }
  return {
    url: `http://${address}/?folder=${encodeURIComponent(folder)}`,
    pid: /** @type {number} */ (child.pid),
    ended,
    stop,
  };
}

/**
 * What code-server sees of this process's environment: not the user's home, and nothing of an editor this may run inside.
 * @param {string} home
 */
function environment(home) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CI$|npm_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(kept), HOME: home, EXTENSIONS_GALLERY: '{}' };
}

/**
 * What VS Code writes down when a language pack is installed; without one it stays with English. This one translates nothing
 * of VS Code's own texts, which therefore stay as the tests know them: extensions are all that speaks the language.
 * @param {string} data the folder of VS Code's data @param {string} language
 */
async function putLanguagePack(data, language) {
  const texts = join(data, 'nothing.i18n.json');
  await writeFile(texts, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'briefmark.nothing' }, version: '0.0.0' }];
  const pack = { hash: 'nothing', extensions, translations: { vscode: texts }, label: language };
  await writeFile(join(data, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} url @param {() => boolean} alive */
async function healthy(url, alive) {
  for (let left = 150; left > 0 && alive(); left--) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(200);
  }
  throw new Error('not healthy');
}
