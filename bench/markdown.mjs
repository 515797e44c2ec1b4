/**
 * Microsoft’s Markdown language server, used as VS Code uses it. Its client reads files and parses Markdown for it, so
 * part of its work happens here.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { attempt } from '../scripts/run.mjs';

/** Fixed versions, so that the figures of different days are comparable. */
const PACKAGES = { 'vscode-markdown-languageserver': '0.5.0', 'markdown-it': '14.1.0' };

/** Validation is off by default; VS Code sends these settings when it is on. */
const SETTINGS = {
  markdown: {
    occurrencesHighlight: { enabled: false },
    server: { log: 'off' },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

/**
 * Installs the server apart from the project’s dependencies; undefined if that fails, for example offline.
 * @param {string} folder @returns {Promise<import('./servers.mjs').Server | undefined>}
 */
export async function preparePeer(folder) {
  const program = join(folder, 'node_modules', 'vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js');
  const isInstalled = Object.entries(PACKAGES).every(([name, version]) => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
  if (!isInstalled && !(await install(folder))) return undefined;
  const parser = createRequire(join(folder, 'x.js'))('markdown-it')({ html: true });
  return {
    id: 'markdown',
    isBriefmark: false,
    args: [program, '--stdio'],
    extension: '.md',
    languageId: 'markdown',
    workspace: (path) => createClientSide(path, parser),
  };
}

/** @param {string} folder */
async function install(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const names = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  console.log(`Installing ${names.join(' and ')} for comparison …`);
  const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Its manifest requires Node 22, but the bundle runs on Node 20.
  const { code, output } = await attempt(
    'npm',
    ['install', ...quiet, '--engine-strict=false', '--prefix', folder, ...names],
    {
      quiet: true,
      cwd: folder,
    },
  );
  if (code !== 0) console.log(`The installation failed, so there is no comparison with it.\n${output.trim()}`);
  return code === 0;
}

/** @param {string} folder @param {{ parse: (text: string, env: object) => object[] }} parser @returns {import('./servers.mjs').Workspace} */
function createClientSide(folder, parser) {
  /** @type {Map<string, string>} */
  const open = new Map();
  const pathOf = (/** @type {{ uri: string }} */ { uri }) => fileURLToPath(uri);
  const textOf = (/** @type {{ uri: string }} */ at) => open.get(at.uri) ?? readFileSync(pathOf(at), 'utf8');
  return {
    settings: SETTINGS,
    onText: (uri, text) => void open.set(uri, text),
    answers: {
      'markdown/parse': (at) => parser.parse(at.text ?? textOf(at), {}),
      'markdown/fs/readFile': (at) => [...readFileSync(pathOf(at))],
      'markdown/fs/readDirectory': (at) =>
        readdirSync(pathOf(at), { withFileTypes: true }).map((entry) => [
          entry.name,
          { isDirectory: entry.isDirectory() },
        ]),
      'markdown/fs/stat': (at) =>
        open.has(at.uri) || existsSync(pathOf(at))
          ? { isDirectory: !open.has(at.uri) && statSync(pathOf(at)).isDirectory() }
          : null,
      'markdown/findMarkdownFilesInWorkspace': () =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.md'))
          .map((name) => pathToFileURL(join(folder, name)).href),
    },
  };
}
