/** The time to the first correct answer that needs every brief of a folder, at the first start and at the second. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { probeLink } from './corpus.mjs';
import { startSession, storageOf } from './session.mjs';
import { inTurns } from './stats.mjs';
import { positionAt, row } from './typing.mjs';

/**
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {import('./servers.mjs').Server} Server
 * @typedef {import('./servers.mjs').Workspace} Workspace
 */

/**
 * The pause between two questions, so that asking does not slow the work down: a share of the time since the start, but at
 * least this long. The answer may have been ready that much earlier than it is noticed.
 */
const PAUSE_MS = 10;
const PAUSE_SHARE = 0.03;
const PATIENCE_MS = 120_000;
/** The stored index is complete when nothing has been written for this long. */
const QUIET_MS = 1_000;
const SAVE_PATIENCE_MS = 30_000;
/** With fewer briefs than this only the first start is measured. */
const MIN_COUNT_FOR_SECOND_START = 100;

/**
 * From the start of the process until the server knows how often the briefs mention a name. The floor only reads the files.
 * Each start is a first one, without a stored index; then the same number of starts finds the index that the last one stored.
 * @param {readonly Server[]} servers @param {import('./corpus.mjs').Corpus} corpus @param {string} work
 * @param {number} count @param {number} rounds @param {import('./briefs.mjs').Form} [form] @returns {Promise<Row[]>}
 */
export async function measureIndex(servers, corpus, work, count, rounds, form = 'parentheses') {
  const label = `${count.toLocaleString('en')} briefs${form === 'notes' ? ' with notes' : ''}`;
  const plan = { rounds, each: 1, budget: 15_000 };
  const first = createNotes(servers);
  const times = await inTurns(servers, plan, async (server) => {
    const folder = corpus.indexFolder(server.extension, count, form);
    if (server.id === 'floor') return readAll(server, folder, first);
    const storage = storageOf(work, server);
    clearIndex(storage);
    return start({ server, folder, storage, world: corpus.world, count, notes: first }, async () => {
      if (server.isBriefmark && count >= MIN_COUNT_FOR_SECOND_START) await untilIsKept(storage);
    });
  });
  const rows = [
    row('first correct cross-file answer', label, servers, times, idOf),
    row('processor time of the server until then', label, servers, first.efforts, idOf),
    row('main thread until then', label, servers, first.mainThreads, idOf),
    row('longest wait for a hover until then', label, servers, first.waits, idOf),
    row('peak memory, one brief open, all known', label, servers, first.peaks, idOf, 'bytes'),
    row('memory after a collection, all known', label, servers, first.memory, idOf, 'bytes'),
  ];
  if (count < MIN_COUNT_FOR_SECOND_START) return rows;

  const second = createNotes(servers);
  const keepers = servers.filter(({ id }) => id !== 'markdown');
  const again = await inTurns(keepers, { ...plan, rounds: Math.max(2, rounds) }, async (server) => {
    const folder = corpus.indexFolder(server.extension, count, form);
    if (server.id === 'floor') return readAll(server, folder, second);
    return start({ server, folder, storage: storageOf(work, server), world: corpus.world, count, notes: second });
  });
  return [
    ...rows,
    row('the same at the second start', label, keepers, again, idOf),
    row('processor time of the second start', label, keepers, second.efforts, idOf),
    row('main thread at the second start', label, keepers, second.mainThreads, idOf),
    row('peak memory of the second start', label, keepers, second.peaks, idOf, 'bytes'),
    row('memory after a collection, second start', label, keepers, second.memory, idOf, 'bytes'),
  ];
}

const idOf = (/** @type {Server} */ { id }) => id;

/** The figures of each server besides the time. @param {readonly Server[]} servers */
function createNotes(servers) {
  const list = () => new Map(servers.map((server) => [server, /** @type {number[]} */ ([])]));
  const lists = { efforts: list(), mainThreads: list(), waits: list(), peaks: list(), memory: list() };
  return {
    ...lists,
    note(
      /** @type {keyof typeof lists} */ name,
      /** @type {Server} */ server,
      /** @type {number | undefined} */ value,
    ) {
      if (value !== undefined) lists[name].get(server)?.push(value);
    },
  };
}

/**
 * @param {{ server: Server, folder: string, storage: string, world: import('./world.mjs').World, count: number, notes: ReturnType<typeof createNotes> }} what
 * @param {() => Promise<void>} [afterwards] before memory is measured
 * @returns {Promise<number>} the time until the answer was correct
 */
async function start({ server, folder, storage, world, count, notes }, afterwards) {
  const session = await startSession(server, folder, { storage });
  try {
    const ask = server.id === 'markdown' ? references : mentions;
    const longest = await ask(session, world, count);
    const time = performance.now() - session.spawned;
    notes.note('efforts', server, session.client.processorTime());
    notes.note('mainThreads', server, session.client.mainThreadTime());
    notes.note('waits', server, longest);
    await afterwards?.();
    notes.note('memory', server, await session.client.heldMemory());
    notes.note('peaks', server, session.client.peakMemory());
    return time;
  } finally {
    await session.client.stop();
  }
}

/** Hovers over the name that every brief contains once, until the count is correct. Returns the longest wait for a hover. @param {import('./session.mjs').Session} session @param {import('./world.mjs').World} world @param {number} count */
async function mentions({ client, open, spawned }, { probe }, count) {
  const text = `${probe.name} is what this is about.\n`;
  const uri = open('probe', text);
  const expected = ` ${count} elsewhere`;
  let longest = 0;
  while (true) {
    const asked = performance.now();
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position: positionAt(text, 1) });
    const answered = performance.now();
    longest = Math.max(longest, answered - asked);
    if (JSON.stringify(hover)?.includes(expected)) return longest;
    if (answered - spawned > PATIENCE_MS) throw new Error(`Never correct: ${JSON.stringify(hover)}`);
    await setTimeout(Math.max(PAUSE_MS, PAUSE_SHARE * (answered - spawned)));
  }
}

/** Requests the references to a heading; the peer answers when it has read everything. @param {import('./session.mjs').Session} session @param {import('./world.mjs').World} world @param {number} count */
async function references(session, world, count) {
  const uri = session.open('probe', `# ${world.probe.name}\n\n${probeLink(world)}\n`);
  const found = await session.client.request('textDocument/references', {
    textDocument: { uri },
    position: { line: 0, character: 3 },
    context: { includeDeclaration: false },
  });
  if (found.length !== count + 1) throw new Error(`${found.length} references instead of ${count + 1}.`);
  return undefined;
}

/** Deletes the stored index but not the compiled code. @param {string} storage */
function clearIndex(storage) {
  if (!existsSync(storage)) return;
  for (const name of readdirSync(storage)) if (name.endsWith('.index')) rmSync(join(storage, name));
}

/** Waits until the index is stored for the next start. @param {string} folder */
async function untilIsKept(folder) {
  const began = performance.now();
  const look = () => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
        .join('\n');
    } catch {
      return '';
    }
  };
  for (let before = ''; ; ) {
    const now = look();
    if (now !== '' && now === before) return;
    if (performance.now() - began > SAVE_PATIENCE_MS) throw new Error('The index is never stored.');
    before = now;
    await setTimeout(QUIET_MS);
  }
}

/** @param {Server} server @param {string} folder @param {ReturnType<typeof createNotes>} notes @returns {Promise<number>} */
function readAll(server, folder, notes) {
  const reader = fileURLToPath(new URL('floorReader.mjs', import.meta.url));
  const began = performance.now();
  const child = spawn(process.execPath, [reader, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.once('data', (line) => {
      const time = performance.now() - began;
      const { processorTime, peakMemory } = JSON.parse(line);
      notes.note('efforts', server, processorTime);
      notes.note('peaks', server, peakMemory);
      resolve(time);
    });
  });
}
