/** `npm run check`: checks the code without running the product. Runs all checks, even after one has failed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colors, fail, node, root } from './run.mjs';
import { installDependencies } from './setup.mjs';
import { untranslatedTexts } from './translations.mjs';

/** @type {[name: string, script: string, args: string[]][]} */
const checks = [
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit']],
  // Only the scripts of web views use the DOM.
  ['types of web views', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'client/src/tsconfig.json']],
  [
    'style',
    'node_modules/@biomejs/biome/bin/biome',
    ['ci', '--error-on-warnings', '--log-level=warn', colors ? '--colors=force' : '--colors=off'],
  ],
  [
    'layers',
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', 'unit', '--reporter', 'dot', 'test/unit/layers.test.ts'],
  ],
  // Its words are in cspell/.
  [
    'spelling',
    'node_modules/cspell/bin.mjs',
    ['lint', '--no-progress', '--no-summary', colors ? '--color' : '--no-color'],
  ],
  ['generated files', 'scripts/generate.mjs', ['--check']],
];

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function check() {
  let [passed, failed] = [0, 0];
  for (const [name, script, args] of checks) {
    if (!existsSync(join(root, script))) throw new Error(`${script} is missing.`);
    const { code } = await node(script, args);
    console.log(`  ${code === 0 ? 'ok   ' : 'FAIL '} ${name}`);
    if (code === 0) passed++;
    else failed++;
  }
  // They are shown in English; only a release needs them.
  for (const { file, text } of untranslatedTexts('es')) console.log(`  note  ${file} has no translation of: ${text}`);
  return { passed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installDependencies().catch(fail);
  const { failed } = await check().catch(fail);
  process.exitCode = failed > 0 ? 1 : 0;
}
