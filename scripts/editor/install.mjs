/**
 * Installs what the editor tests need into .cache/: code-server (the real VS Code, from the npm registry), the Node it runs on,
 * and, from Debian, Neovim and a browser to control it. Does only what is missing; an interrupted installation starts over.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, fail, findProgram, run } from '../run.mjs';

const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';
const WATCHER = '2.5.6';

const home = join(cache, 'code-server');

/** What is needed to start code-server: the Node it runs on and its entry script. */
export async function installCodeServer() {
  if (process.platform === 'win32') throw new Error('code-server does not run on Windows. Please install VS Code.');
  const stamp = join(home, 'installed.txt');
  const versions = `code-server ${CODE_SERVER} node ${NODE} watcher ${WATCHER} ${process.platform} ${process.arch}\n`;
  const current = existsSync(stamp) ? await readFile(stamp, 'utf8') : '';
  if (current !== versions) {
    await rm(home, { recursive: true, force: true });
    await mkdir(home, { recursive: true });
    await download();
    // Last: its presence says that everything before it went well.
    await writeFile(stamp, versions);
  }
  return { node: join(home, 'node', 'bin', 'node'), entry: join(home, 'server', 'out', 'node', 'entry.js') };
}

async function download() {
  const node = `node-${process.platform}-${process.arch}`;
  console.log(`Installing code-server ${CODE_SERVER}, the real VS Code in a browser (once, about 20 seconds) …`);
  await Promise.all([unpack(`${node}@${NODE}`, 'node'), unpack(`code-server@${CODE_SERVER}`, 'server')]);

  const workbench = join(home, 'server', 'lib', 'vscode');
  // Its AI parts are 200 MB that nothing here uses.
  await rm(join(workbench, 'extensions', 'copilot'), { recursive: true, force: true });
  console.log('  its dependencies …');
  await npmInstall(join(home, 'server'), []);
  await npmInstall(workbench, []);
  const libc = process.platform === 'linux' ? '-glibc' : '';
  await npmInstall(workbench, ['--no-save', `@parcel/watcher-${process.platform}-${process.arch}${libc}@${WATCHER}`]);
  await rm(join(workbench, 'node_modules', '@microsoft', 'mxc-sdk'), { recursive: true, force: true });
}

/** @param {string} spec a package and its version @param {string} folder where its files go */
async function unpack(spec, folder) {
  console.log(`  ${spec} …`);
  const place = join(home, `${folder}.tmp`);
  await mkdir(place, { recursive: true });
  const listing = JSON.parse(
    await run('npm', ['pack', spec, '--json', '--loglevel=error'], { cwd: place, quiet: true }),
  );
  await run('tar', ['-xzf', listing[0].filename], { cwd: place, quiet: true });
  await rename(join(place, 'package'), join(home, folder));
  await rm(place, { recursive: true, force: true });
}

/** @param {string} cwd @param {string[]} args */
function npmInstall(cwd, args) {
  const quick = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return run('npm', ['install', ...quick, ...args], { cwd, quiet: true });
}

/** The path of a browser Playwright can drive; undefined when there is none. */
function findBrowser() {
  const { BRIEFMARK_BROWSER, PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES_X86, LOCALAPPDATA } = process.env;
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((app) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`),
  );
  const windows = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [],
  );
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chrome',
    'msedge',
  ];
  return findProgram([...(BRIEFMARK_BROWSER ? [BRIEFMARK_BROWSER] : []), ...names, ...mac, ...windows]);
}

export async function installBrowser() {
  if (!findBrowser()) await aptInstall(['chromium', 'fonts-dejavu-core']);
  const browser = findBrowser();
  if (browser) return browser;
  throw new Error(
    'The editor tests need Chromium, Chrome or Edge. Please install one ("apt-get install chromium" on Debian),\n' +
      'or set BRIEFMARK_BROWSER to the path of one that is installed.',
  );
}

export async function installNeovim() {
  if (!findProgram(['nvim'])) await aptInstall(['neovim']);
  const nvim = findProgram(['nvim']);
  if (nvim) return nvim;
  throw new Error('The Neovim test needs Neovim 0.7 or later on the PATH ("apt-get install neovim" on Debian).');
}

export async function installPandoc() {
  if (!findProgram(['pandoc'])) await aptInstall(['pandoc']);
  const pandoc = findProgram(['pandoc']);
  if (pandoc) return pandoc;
  throw new Error('The Pandoc test needs Pandoc 2.17 or later on the PATH ("apt-get install pandoc" on Debian).');
}

/** Debian packages, where this may be done unasked: on Debian, as root, as in a container. @param {string[]} names */
async function aptInstall(names) {
  const apt = findProgram(['apt-get']);
  if (!apt || process.getuid?.() !== 0) return;
  console.log(`Installing ${names.join(', ')} from Debian (once, about 20 seconds) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run(apt, ['update', '-qq'], { env, quiet: true, cwd: tmpdir() });
  await run(apt, ['install', '-y', '-qq', '--no-install-recommends', ...names], { env, quiet: true, cwd: tmpdir() });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await Promise.all([installCodeServer(), installBrowser().then(installNeovim).then(installPandoc)]).catch(fail);
  console.log('The editor tests have what they need.');
}
