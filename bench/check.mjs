/**
 * `node bench/check.mjs [COUNT]`: how long `briefmark check` takes for a folder of COUNT briefs (1,000), in one thread and in several,
 * with an empty cache and a full one, by the clock and in seconds of processor time. On a machine that does other work, only the latter can be compared.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
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
for (const threads of [...new Set([1, 2, availableParallelism()])]) report([`--threads=${threads}`]);
const cacheFolder = mkdtempSync(join(tmpdir(), 'briefmark-bench-'));
try {
  const options = ['--cache', `--cache-location=${join(cacheFolder, 'checks')}`, '--threads=1'];
  report(options, 'an empty cache', () => rmSync(join(cacheFolder, 'checks'), { force: true }));
  report(options, 'a full cache');
} finally {
  rmSync(cacheFolder, { recursive: true });
}

/** @param {string[]} options @param {string} [name] @param {() => void} [prepare] */
function report(options, name = options.join(' '), prepare) {
  const runs = Array.from({ length: RUNS }, () => {
    prepare?.();
    return measure(options);
  });
  const [wall, processor] = [0, 1].map((at) => Math.min(...runs.map((run) => run[at] ?? 0)).toFixed(1));
  console.log(`${name}: ${wall} s, ${processor} s of processor time`);
}

/** @param {string[]} options @returns {number[]} seconds by the clock, and of processor time */
function measure(options) {
  const began = performance.now();
  const args = ['check', folder, '--format=json', '--fail-on=never', ...options];
  const { status, stderr } = spawnSync(process.execPath, ['--import', METER, join(root, 'dist/cli.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return [(performance.now() - began) / MILLISECONDS, Number(stderr) / MICROSECONDS];
}
