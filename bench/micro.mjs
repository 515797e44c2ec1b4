/**
 * Measures the engine without the protocol, in a process of its own: `node [--cpu-prof] bench/micro.mjs ENGINE [--quick]`.
 * The last line of its output is the results as JSON.
 */
import { createRequire } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { writeBrief } from './briefs.mjs';
import { statOf } from './stats.mjs';
import { createWorld } from './world.mjs';

/** @typedef {import('../server/src/syntax/ast.ts').Brief} Brief */

const [enginePath = ''] = process.argv.slice(2);
const quick = process.argv.includes('--quick');
/** @type {typeof import('../server/src/syntax/brief/brief.ts') & typeof import('../server/src/syntax/registry/registry.ts') & typeof import('../server/src/scope/scope.ts') & typeof import('../server/src/rules/run/runRules.ts')} */
const engine = createRequire(import.meta.url)(enginePath);
const { readBrief, updateBrief, readRegistry, createScope, checkBrief } = engine;

const WARM_UP_MS = quick ? 60 : 300;
const LASTING_MS = quick ? 200 : 1_000;
const URI = 'file:///open.brief';

const world = createWorld();
const registries = Object.entries(world.yaml).map(([name, text]) => ({
  uri: `file:///${name}.yaml`,
  registry: readRegistry(text),
}));
const scope = createScope(registries);
const text = writeBrief(world, 1, 1_000_000);
const yaml = world.yaml.sources;

/** @type {import('./stats.mjs').Row[]} */
const rows = [];
const scan = speed(text, () => text.match(/\([^()]*\)/g));
add('one regular expression', 'MB/s', scan, scan);
add(
  'readBrief',
  'MB/s',
  scan,
  speed(text, () => readBrief(text)),
);
add(
  'names in prose',
  'MB/s',
  scan,
  speed(text, () => scope.findNames(text, [])),
);
add(
  'checkBrief, nothing remembered',
  'MB/s',
  scan,
  speed(
    text,
    (brief) => checkBrief(URI, brief, scope),
    () => readBrief(text),
  ),
);
add(
  'readRegistry',
  'MB/s',
  undefined,
  speed(yaml, () => readRegistry(yaml)),
);
for (const size of quick ? [1_000_000] : [1_000_000, 5_000_000]) edits(size);
console.log(JSON.stringify(rows));

/** Types one character in the middle, repeatedly. @param {number} size */
function edits(size) {
  const before = writeBrief(world, 2, size);
  const label = ` at ${size / 1_000_000} MB`;
  const document = TextDocument.create(URI, 'brief', 0, before);
  const position = document.positionAt(before.indexOf('e ', size >> 1) + 1);
  const at = document.offsetAt(position);
  const change = { range: { start: position, end: position }, text: 'x' };
  let brief = readBrief(before);
  checkBrief(URI, brief, scope);
  const flat = (/** @type {string} */ joined) => {
    joined.indexOf('\u0000');
    return joined;
  };
  const grown = () => flat(`${brief.text.slice(0, at)}x${brief.text.slice(at)}`);
  const document_ = times(() => {
    TextDocument.update(document, [change], document.version + 1);
    return document.offsetAt(position);
  });
  const updating = times(
    (/** @type {string} */ after) => (brief = updateBrief(brief, after, { start: at, end: at, newLength: 1 })),
    grown,
  );
  const checking = times(
    (/** @type {Brief} */ updated) => checkBrief(URI, updated, scope),
    () => (brief = updateBrief(brief, grown(), { start: at, end: at, newLength: 1 })),
  );
  add(`TextDocument.update${label}`, 'ms', document_, document_);
  add(`updateBrief${label}`, 'ms', document_, updating);
  add(`checkBrief after it${label}`, 'ms', document_, checking);
}

/** @param {string} name @param {import('./stats.mjs').Row['unit']} unit @param {number[] | undefined} floor @param {number[]} own */
function add(name, unit, floor, own) {
  const [floorStat, briefmark] = [statOf(floor ?? []), statOf(own)];
  rows.push({
    group: 'engine',
    name,
    unit,
    values: { ...(floorStat && { floor: floorStat }), ...(briefmark && { briefmark }) },
  });
}

/** @template T @param {string} input @param {(prepared: T) => unknown} work @param {() => T} [prepare] */
function speed(input, work, prepare) {
  const bytes = Buffer.byteLength(input);
  return times(work, prepare).map((time) => bytes / 1e6 / (time / 1e3));
}

/** @template T @param {(prepared: T) => unknown} work @param {() => T} [prepare] not part of the measured time */
function times(work, prepare) {
  const samples = [];
  const began = performance.now();
  while (performance.now() - began < WARM_UP_MS + LASTING_MS) {
    const prepared = /** @type {T} */ (prepare?.());
    const start = performance.now();
    work(prepared);
    const end = performance.now();
    if (end - began > WARM_UP_MS) samples.push(end - start);
  }
  return samples;
}
