/**
 * `npm run bench`: measures Briefmark over stdio, beside an empty server and Microsoft's Markdown server, or with
 * `--against` beside another build of Briefmark. README.md in this folder describes the options and the figures.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cache, fail, root, run } from '../scripts/run.mjs';
import { setup } from '../scripts/setup.mjs';

/**
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {import('./servers.mjs').Server} Server
 * @typedef {object} Part
 * @property {string} name
 * @property {(servers: Server[], rounds: number) => Promise<Row[]>} measure
 * @property {number} rounds how often each server is measured, in each round with `--against`
 */

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    against: { type: 'string' },
    'against-stubs': { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    markdown: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    'write-docs': { type: 'boolean', default: false },
  },
});
const { quick, profile } = options;
const work = join(cache, 'bench');
const sizes = quick ? [10_000, 100_000, 1_000_000] : [10_000, 100_000, 1_000_000, 5_000_000];
const counts = quick ? [100, 1_000] : [100, 1_000, 10_000];

await bench().catch(fail);

async function bench() {
  await setup();
  const started = performance.now();
  mkdirSync(work, { recursive: true });
  // Imported only here: before `setup` the dependencies may be missing.
  const { buildAt, bundleEngine, prepareServers } = await import('./servers.mjs');
  const { prepareCorpus } = await import('./corpus.mjs');
  const { formatSize, measureStart, measureTyping } = await import('./typing.mjs');
  const { measureIndex } = await import('./indexing.mjs');
  const { measureFirstAnswer } = await import('./bibliography.mjs');
  const { measureExtremes } = await import('./adversarial.mjs');
  const { comparisonTable, floorTable, toMarkdown, toPage, toText } = await import('./report.mjs');
  const { buildWithoutExtras } = await import('./withoutExtras.mjs');
  const other = options['against-stubs'] ? await buildWithoutExtras(join(work, 'without-extras')) : options.against;
  const against = other === undefined ? undefined : buildAt(resolve(other));
  const servers = await prepareServers({ work, profile, against });
  const corpus = prepareCorpus(work);
  const typingPlan = against ? 'comparison' : quick ? 'quick' : 'full';

  /** @type {Part[]} */
  const parts = [
    {
      name: 'start',
      rounds: against || quick ? 3 : 9,
      measure: (subjects, rounds) => measureStart(subjects, corpus, work, rounds),
    },
    ...sizes.map((size) => ({
      name: `typing in ${formatSize(size)}`,
      rounds: 1,
      measure: (/** @type {Server[]} */ subjects) => measureTyping(subjects, corpus, size, typingPlan),
    })),
    {
      name: 'typing in 100 kB with notes',
      rounds: 1,
      measure: (subjects) => measureTyping(subjects, corpus, 100_000, typingPlan, 'notes'),
    },
    {
      name: 'bibliography of 10000 entries',
      rounds: against || quick ? 2 : 5,
      measure: async (subjects, rounds) => [
        ...(await measureFirstAnswer(subjects, corpus, rounds)),
        ...(await measureTyping(subjects, corpus, 100_000, typingPlan, 'bibliography')),
      ],
    },
    ...counts.map((count) => ({
      name: `index of ${count} briefs`,
      rounds: against || count > 1_000 ? 1 : quick ? 2 : 3,
      measure: (/** @type {Server[]} */ subjects, /** @type {number} */ rounds) =>
        measureIndex(subjects, corpus, work, count, rounds),
    })),
    {
      name: 'index of 1000 briefs with notes',
      rounds: against || !quick ? 1 : 2,
      measure: (subjects, rounds) => measureIndex(subjects, corpus, work, 1_000, rounds, 'notes'),
    },
    {
      name: 'adversarial',
      rounds: 1,
      measure: (subjects) => measureExtremes(subjects, corpus, work, quick),
    },
  ];
  if (!against) parts.push({ name: 'engine', rounds: 1, measure: async () => measureEngine(await bundleEngine(work)) });
  const chosen = parts.filter(({ name }) => name.includes(options.only));
  if (chosen.length === 0)
    throw new Error(`No part is called “${options.only}”. There are: ${parts.map(({ name }) => name).join(', ')}.`);
  if (!existsSync('/proc/self/status')) console.log('Memory and processor time are measured only where /proc exists.');

  /** @type {Row[]} */
  const rows = [];
  for (const part of chosen) {
    const began = performance.now();
    const measured = await (against ? compare(part, servers) : part.measure(servers, part.rounds)).catch(
      (/** @type {Error} */ error) => error,
    );
    if (measured instanceof Error) process.exitCode = 1;
    else rows.push(...measured);
    const outcome =
      measured instanceof Error ? measured.message : `${((performance.now() - began) / 1_000).toFixed(1)} s`;
    console.log(`  ${part.name}: ${outcome}`);
  }

  const results = { machine: describeMachine(), rows };
  writeFileSync(join(work, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  const table = against ? comparisonTable(results) : floorTable(results);
  console.log(`\n${options.markdown ? toMarkdown(table) : toText(table)}`);
  console.log(`\nIt took ${Math.round((performance.now() - started) / 1_000)} s.`);
  if (options['write-docs']) writeFileSync(join(root, 'docs', 'benchmarks.md'), toPage(results));
}

/**
 * Measures a part several times, each time in new processes of both builds that take turns. The build that comes first
 * alternates. The value of a row is the median of its medians.
 * @param {Part} part @param {Server[]} servers
 */
async function compare(part, servers) {
  const { combineRounds } = await import('./stats.mjs');
  /** @type {Row[][]} */
  const rounds = [];
  for (let round = 0; round < Number(options.rounds); round++)
    rounds.push(await part.measure(round % 2 === 0 ? servers : [...servers].reverse(), part.rounds));
  return combineRounds(rounds);
}

/** @param {string} engine @returns {Promise<Row[]>} */
async function measureEngine(engine) {
  const record = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(work, 'profiles')}`] : [];
  const script = join(root, 'bench', 'micro.mjs');
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
