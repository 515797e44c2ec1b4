/**
 * Two bundles with one engine: what the bundle for browsers holds is not put into the bundle for Node again, which takes it
 * from the file beside it. The package would be half as large again otherwise. Of a module there is one instance then, so
 * that `instanceof` holds across both files.
 */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * Ours, the parts of the protocol's packages that know no platform, and the translations, which are one for all. Of other
 * packages the two builds take different files.
 */
const SHAREABLE =
  /^(?:client|server)\/src\/|^node_modules\/(?:.*\/)?(?:vscode-(?:jsonrpc|language\w+(?:-\w+)?)\/lib\/common|@vscode\/l10n\/dist)\//;

/**
 * Builds both. The first entry point of `browser` must do nothing but define when it is loaded outside a browser.
 * @param {typeof import('esbuild')} esbuild
 * @param {import('esbuild').BuildOptions & { entryPoints: string[], outfile: string }} browser
 * @param {import('esbuild').BuildOptions & { outfile: string }} node
 */
export async function buildPair(esbuild, browser, node) {
  const alone = await esbuild.build({ ...browser, write: false, metafile: true });
  const inBrowser = new Set(Object.keys(alone.metafile.inputs).filter((path) => SHAREABLE.test(path)));
  const [entry] = browser.entryPoints;
  inBrowser.delete(/** @type {string} */ (entry));

  const file = `./${basename(browser.outfile)}`;
  /** @type {Set<string>} */
  const taken = new Set();
  await esbuild.build({
    ...node,
    external: [...(node.external ?? []), file],
    plugins: [
      {
        name: 'take what the other bundle has',
        setup(build) {
          build.onLoad({ filter: /\.(?:ts|js)$/ }, ({ path }) => {
            const name = path
              .slice((build.initialOptions.absWorkingDir ?? '').length)
              .replaceAll('\\', '/')
              .replace(/^\//, '');
            if (!inBrowser.has(name)) return undefined;
            taken.add(name);
            return { contents: `module.exports = require('${file}').shared[${JSON.stringify(name)}];`, loader: 'js' };
          });
        },
      },
    ],
  });

  const names = [...taken].sort();
  const contents = [
    `export * from './${entry}';`,
    // Loaded when asked for: before the language of the client is known, nothing that holds texts may be.
    `export const shared = {${names.map((name) => `get ${JSON.stringify(name)}() { return require('./${name}'); }`).join(', ')}};`,
  ].join('\n');
  const { entryPoints: _, ...rest } = browser;
  const stdin = { contents, resolveDir: browser.absWorkingDir ?? '.', loader: /** @type {const} */ ('ts') };
  const { outputFiles } = await esbuild.build({ ...rest, stdin, write: false });
  for (const { path, text } of outputFiles) await writeFile(path, path.endsWith('.js') ? inAscii(text) : text);
}

/** esbuild leaves other letters in regular expressions. A single one makes V8 hold the whole text with two bytes a letter. @param {string} code */
function inAscii(code) {
  return code.replace(/\\?[\s\S]/g, (piece) => {
    const letter = piece.at(-1) ?? '';
    return letter < '\u0080' ? piece : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
