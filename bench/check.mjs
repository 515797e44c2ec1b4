/**
 * `node bench/check.mjs [COUNT]`: how long `briefmark check` takes for a folder of COUNT briefs (1,000), in one thread and in several, by
 * the clock and in seconds of processor time. On a machine that does other work, only the latter can be compared.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cache, root } from '../scripts/run.mjs';
import { prepareCorpus } from './corpus.mjs';

const RUNS = 3;
const MILLISECONDS = 1_000;
const MICROSECONDS = 1_000_000;
/** Prints how long the processor worked for the process when it ends. */
const METER = `data:text/javascript,import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error(user + system); });`;

const count = Number(process.argv[2] ?? 1000);
const folder = prepareCorpus(join(cache, 'bench')).indexFolder('.brief', count);
console.log(
  `${count} briefs, ${availableParallelism()} cores, Node ${process.versions.node}; the best of ${RUNS} runs`,
);
for (const threads of [...new Set([1, 2, availableParallelism()])]) {
  const runs = Array.from({ length: RUNS }, () => measure(threads));
  const [wall, processor] = [0, 1].map((at) => Math.min(...runs.map((run) => run[at] ?? 0)).toFixed(1));
  console.log(`--threads=${threads}: ${wall} s, ${processor} s of processor time`);
}

/** @param {number} threads @returns {number[]} seconds by the clock, and of processor time */
function measure(threads) {
  const began = performance.now();
  const args = ['check', folder, '--format=json', '--fail-on=never', `--threads=${threads}`];
  const { status, stderr } = spawnSync(process.execPath, ['--import', METER, join(root, 'dist/cli.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return [(performance.now() - began) / MILLISECONDS, Number(stderr) / MICROSECONDS];
}
