/**
 * `npm run bench`: Briefmark beside an empty server and Microsoft's Markdown server, over stdio, on the same prose.
 * `--quick`: in about 20 seconds; `--write-docs`: writes docs/benchmarks.md; `--profile`: records where Briefmark's time
 * goes, in .cache/bench/profiles; `--only=WORDS`: only the parts whose name contains the words.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { cache, fail, root, run } from '../scripts/run.mjs';
import { setup } from '../scripts/setup.mjs';

/** @typedef {import('./stats.mjs').Row} Row */

const work = join(cache, 'bench');
const quick = process.argv.includes('--quick');
const profile = process.argv.includes('--profile');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const sizes = quick ? [10_000, 100_000, 1_000_000] : [10_000, 100_000, 1_000_000, 5_000_000];
const counts = quick ? [100, 1_000] : [100, 1_000, 10_000];

await bench().catch(fail);

async function bench() {
  await setup();
  const started = performance.now();
  mkdirSync(work, { recursive: true });
  // Only now are the dependencies there.
  const { bundleEngine, prepareServers } = await import('./servers.mjs');
  const { prepareCorpus } = await import('./corpus.mjs');
  const { measureStart, measureTyping, sayLength } = await import('./typing.mjs');
  const { measureIndex } = await import('./indexing.mjs');
  const { measureExtremes } = await import('./adversarial.mjs');
  const { toPage, toTable } = await import('./report.mjs');
  const servers = await prepareServers({ work, profile });
  const corpus = prepareCorpus(work);
  const engine = await bundleEngine(work);

  /** @type {[name: string, measure: () => Promise<Row[]>][]} */
  const parts = [
    ['start', () => measureStart(servers, corpus, quick ? 3 : 9)],
    ...sizes.map((size) => part(`typing in ${sayLength(size)}`, () => measureTyping(servers, corpus, size, quick))),
    ...counts.map((count) =>
      part(`index of ${count} briefs`, () =>
        measureIndex(servers, corpus, work, count, count > 1_000 ? 1 : quick ? 2 : 3),
      ),
    ),
    ['adversarial', () => measureExtremes(servers, corpus, work, quick)],
    ['engine', () => microBenchmarks(engine)],
  ];
  /** @type {Row[]} */
  const rows = [];
  const chosen = parts.filter(([name]) => name.includes(only));
  if (chosen.length === 0)
    throw new Error(`No part is called “${only}”. There are: ${parts.map(([name]) => name).join(', ')}.`);
  if (!existsSync('/proc/self/status')) console.log('Without /proc nothing is said of memory and processor time.');
  for (const [name, measure] of chosen) {
    const began = performance.now();
    const measured = await measure().catch((/** @type {Error} */ error) => error);
    if (measured instanceof Error) process.exitCode = 1;
    else rows.push(...measured);
    const said = measured instanceof Error ? measured.message : `${((performance.now() - began) / 1_000).toFixed(1)} s`;
    console.log(`  ${name}: ${said}`);
  }

  const results = { machine: describeMachine(), rows };
  writeFileSync(join(work, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(`\n${toTable(results)}\n\nIt took ${Math.round((performance.now() - started) / 1_000)} s.`);
  if (process.argv.includes('--write-docs')) writeFileSync(join(root, 'docs', 'benchmarks.md'), toPage(results));
}

/** @param {string} name @param {() => Promise<Row[]>} measure @returns {[string, () => Promise<Row[]>]} */
function part(name, measure) {
  return [name, measure];
}

/** @param {string} engine @returns {Promise<Row[]>} */
async function microBenchmarks(engine) {
  const record = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(work, 'profiles')}`] : [];
  const script = join(root, 'scripts', 'bench', 'micro.mjs');
  const output = await run(process.execPath, [...record, script, engine, ...(quick ? ['--quick'] : [])], {
    quiet: true,
  });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '[]');
}

function describeMachine() {
  const [first] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: first?.model ?? 'unknown',
    memory: totalmem(),
    load: loadavg()[0] ?? 0,
    node: process.versions.node,
    system: `${type()} ${release()}`,
    quick,
  };
}
