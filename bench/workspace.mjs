/**
 * `node bench/workspace.mjs [COUNT]`: how long Problems takes to be right for closed briefs after a registry entry has changed, and
 * what typing costs meanwhile. Build first.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  ProgressType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root } from '../scripts/run.mjs';
import { prepareCorpus } from './corpus.mjs';
import { uriOf } from './servers.mjs';

const COUNT = Number(process.argv[2] ?? 1_000);
const ROUNDS = 5;
/** Nothing more is reported when nothing has been for this long. */
const QUIET_MS = 1_500;
const KEYSTROKE_PAUSE_MS = 60;
/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

const folder = mkdtempSync(join(tmpdir(), 'briefmark-bench-'));
cpSync(prepareCorpus(join(root, '.cache', 'bench')).indexFolder('.brief', COUNT), folder, { recursive: true });
const server = spawn(process.execPath, [fileURLToPath(new URL('../dist/server.js', import.meta.url)), '--stdio']);
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let lastPart = 0;
/** The processor time by each report. @type {number[]} */
let usedByReport = [];
let reported = 0;
let largest = 0;
connection.onProgress(new ProgressType(), 'parts', (/** @type {{ items: object[] }} */ part) => {
  lastPart = performance.now();
  usedByReport.push(...part.items.map(processorTime));
  reported += part.items.length;
  largest = Math.max(largest, JSON.stringify(part).length);
});
connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ check: { allBriefs: true } })));
connection.onRequest(() => null);
connection.listen();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    textDocument: { diagnostic: {} },
    workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  },
  workspaceFolders: [{ uri: uriOf(folder), name: 'bench' }],
});
const started = performance.now();
await connection.sendNotification('initialized', {});
const held = connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'parts' });
held.catch(() => {});

/** Waits until everything is checked and nothing more is reported. Returns the time of the last part since `from`. @param {number} from */
async function untilQuiet(from) {
  lastPart = from;
  do {
    await connection.sendRequest('briefmark/checkAll', {});
    await setTimeout(200);
  } while (performance.now() - lastPart < QUIET_MS);
  return lastPart - from;
}

/** The time that the server was on a processor, which does not count the time it waited for one. */
function processorTime() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

const memory = () => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
const show = (/** @type {string} */ what, /** @type {number} */ ms) =>
  console.log(`${what.padEnd(60)} ${Math.round(ms)} ms`);
const quantile = (/** @type {number[]} */ values, /** @type {number} */ at) =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;

show(`first report of ${COUNT} briefs, from the start`, await untilQuiet(started));
console.log(`${reported} reports, the largest part has ${largest} bytes; ${memory()} kB of memory`);

const brief = join(folder, '0', '0.brief');
const textDocument = { uri: uriOf(brief), languageId: 'brief', version: 1, text: readFileSync(brief, 'utf8') };
await connection.sendNotification('textDocument/didOpen', { textDocument });
let version = 1;
let isTyping = true;
/** Types until told to stop. @returns {Promise<number[]>} the time until the diagnostics after each keystroke */
async function type() {
  const times = [];
  while (isTyping) {
    const start = { line: 4, character: 0 };
    const pressed = performance.now();
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: textDocument.uri, version: ++version },
      contentChanges: [{ range: { start, end: start }, text: 'x' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: textDocument.uri } });
    times.push(performance.now() - pressed);
    await setTimeout(KEYSTROKE_PAUSE_MS);
  }
  return times;
}
async function typeFor(/** @type {() => Promise<unknown>} */ meanwhile) {
  isTyping = true;
  const typed = type();
  await meanwhile();
  isTyping = false;
  return typed;
}
const alone = await typeFor(() => setTimeout(3_000));
show('a keystroke alone, median', quantile(alone, 0.5));
show('95th percentile', quantile(alone, 0.95));

/** The values in a registry that are changed, one after the other. @param {string} name @param {RegExp} pattern @param {string} value */
function createChanges(name, pattern, value) {
  const file = join(folder, name);
  const before = readFileSync(file, 'utf8');
  const found = [...before.matchAll(pattern)];
  return (/** @type {number} */ round) => {
    const { 0: old = '', index } = found[(round * 97) % found.length] ?? {};
    writeFileSync(file, `${before.slice(0, index)}${value}${before.slice((index ?? 0) + old.length)}`);
    void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(file), type: 2 }] });
  };
}
const changeDate = createChanges('sources.yaml', /(?<=issued: )\d{4}-\d\d-\d\d/g, '1999-01-01');
const changes = /** @type {const} */ ([
  ['the date of a source', changeDate],
  ['the outlet of a source', createChanges('sources.yaml', /(?<=container-title: ).+/g, 'The Other Gazette')],
  ['the id of an entity', createChanges('entities.yaml', /(?<=- id: )org-.+/g, 'another-id')],
  // The names in the briefs are misspelled then.
  ['the spelling of a name', createChanges('entities.yaml', /(?<= {4}name: \S{4,} \S{4,})(?=\n)/g, 'k')],
]);
for (const [what, change] of changes) {
  for (let round = 0; round < ROUNDS; round++) {
    reported = 0;
    usedByReport = [];
    const changed = performance.now();
    const usedBefore = processorTime();
    change(round);
    show(`${what} changes: all closed briefs are right after`, await untilQuiet(changed));
    for (const part of [0.5, 0.9, 1])
      show(`  processor time until ${part * 100} % of ${reported} reports`, quantile(usedByReport, part) - usedBefore);
  }
}
reported = 0;
const during = await typeFor(async () => {
  const changed = performance.now();
  changeDate(ROUNDS);
  while (performance.now() - changed < 4_000) await setTimeout(20);
});
show('a keystroke while the briefs are checked, median', quantile(during, 0.5));
show('95th percentile', quantile(during, 0.95));
console.log(`${reported} reports while typing goes on; ${memory()} kB of memory`);

await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
connection.dispose();
rmSync(folder, { recursive: true });
