/**
 * `npm test`: all tests, from a fresh clone, the fastest stages first. Stops after the first stage that fails. A skipped or
 * retried test fails its stage.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, fail, node } from './run.mjs';
import { setup } from './setup.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** @type {[name: string, run: () => Promise<Count>][]} */
const stages = [
  ['Types, style, generated files', async () => (await import('./check.mjs')).check()],
  ['Unit tests', () => vitest('unit')],
  ['Property tests', () => vitest('unit:property')],
  ['Grammar tests', grammar],
  // They mostly wait for a server: two at a time take half as long.
  ['Protocol tests over stdio', () => vitest('protocol', '--maxWorkers=2')],
  ['Protocol tests with the URIs of VS Code', () => vitest('protocol:spelling', '--maxWorkers=2')],
  ['Random operations', () => counted('test/fuzz/run.mjs')],
  ['The package', packs],
  ['Pandoc', () => counted('test/protocol/pandoc.mjs')],
  ['Neovim', () => counted('test/protocol/neovim.mjs')],
  ['VS Code', () => counted('test/editor/run.mjs')],
  ['VS Code without briefs', () => counted('test/editor/alone.mjs')],
  ['VS Code in Spanish', () => counted('test/editor/spanish.mjs')],
  ['VS Code in a browser', () => counted('test/editor/web.mjs')],
];

/** @param {string} project @param {...string} options @returns {Promise<Count>} */
async function vitest(project, ...options) {
  await mkdir(cache, { recursive: true });
  const report = join(cache, `${project.replace(':', '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const strict = ['--reporter=./scripts/strictReporter.mjs', '--no-allowOnly'];
  const { code } = await node('node_modules/vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    ...options,
    ...reporters,
    ...strict,
  ]);
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8'));
  // A file that cannot be loaded fails the run, but no test.
  return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

/** @returns {Promise<Count>} each file counts as one test */
async function grammar() {
  const { code, output } = await node('node_modules/vscode-tmgrammar-test/dist/unit.js', ['test/grammar/**/*.brief*']);
  const passed = output.match(/✓/g)?.length ?? 0;
  return { passed, failed: code === 0 ? 0 : Math.max(1, output.match(/✖/g)?.length ?? 0) };
}

/** @returns {Promise<Count>} */
async function packs() {
  await (await import('./package.mjs')).pack();
  return { passed: 1, failed: 0 };
}

/** Runs a script that prints a line “N passed, M failed” for each of its sessions. @param {string} script @returns {Promise<Count>} */
async function counted(script) {
  const { code, output } = await node(script);
  const sessions = [...output.matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)];
  const sum = (/** @type {number} */ column) => sessions.reduce((all, session) => all + Number(session[column]), 0);
  const isBroken = code !== 0 || sessions.length === 0;
  return { passed: sum(1), failed: isBroken ? Math.max(1, sum(2)) : sum(2) };
}

async function main() {
  const started = performance.now();
  const total = { passed: 0, failed: 0 };
  console.log('── Setup');
  await setup();
  for (const [name, run] of stages) {
    console.log(`\n── ${name}`);
    const began = performance.now();
    const count = await run().catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed in ${seconds(began)}`);
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0) break;
  }
  console.log(`\nAll stages took ${seconds(started)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

await main().catch(fail);
