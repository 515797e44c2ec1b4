/** The first right answer that needs every brief of a folder, at the first start and at the second. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { probeLink } from './corpus.mjs';
import { startSession } from './session.mjs';
import { inTurns } from './stats.mjs';
import { positionAt, row } from './typing.mjs';

/**
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {import('./servers.mjs').Server} Server
 * @typedef {import('./servers.mjs').Workspace} Workspace
 */

/**
 * Between two questions, so that asking does not take the time the answer needs: at least so long, and a share of the time
 * since the start. An answer may come so much earlier than it is noticed.
 */
const PAUSE_MS = 10;
const PAUSE_SHARE = 0.03;
const PATIENCE_MS = 120_000;
/** What is kept is complete when nothing has been written for so long. */
const QUIET_MS = 1_000;
const PATIENCE_TO_KEEP_MS = 30_000;
/** Of fewer briefs a second start is no different from the first. */
const FEWEST_KEPT = 1_000;

/**
 * Process started → the server knows how often all the briefs name something. The floor reads them and no more. Each start
 * is the first one, with an empty folder to keep things in; then there are as many that find there what the last one kept.
 * @param {readonly Server[]} servers @param {import('./corpus.mjs').Corpus} corpus @param {string} work
 * @param {number} count @param {number} rounds @returns {Promise<Row[]>}
 */
export async function measureIndex(servers, corpus, work, count, rounds) {
  const storage = join(work, 'storage');
  const label = `${count.toLocaleString('en')} briefs`;
  const plan = { rounds, each: 1, budget: 15_000 };
  const first = createNotes(servers);
  const times = await inTurns(servers, plan, async (server) => {
    const folder = corpus.indexFolder(server.extension, count);
    if (server.id === 'floor') return readAll(server, folder, first);
    if (server.id === 'briefmark') rmSync(storage, { recursive: true, force: true });
    return start({ server, folder, storage, world: corpus.world, count, notes: first }, async () => {
      if (server.id === 'briefmark' && count >= FEWEST_KEPT) await untilIsKept(storage);
    });
  });
  const rows = [
    row('first right cross-file answer', label, servers, times, idOf),
    row('processor time of the server until then', label, servers, first.efforts, idOf),
    row('longest wait for a hover until then', label, servers, first.waits, idOf),
    row('peak memory, one brief open, all known', label, servers, first.peaks, idOf, 'bytes'),
    row('memory after a collection, all known', label, servers, first.memory, idOf, 'bytes'),
  ];
  if (count < FEWEST_KEPT) return rows;

  const second = createNotes(servers);
  const keepers = servers.filter(({ id }) => id !== 'markdown');
  const again = await inTurns(keepers, { ...plan, rounds: Math.max(2, rounds) }, async (server) => {
    const folder = corpus.indexFolder(server.extension, count);
    if (server.id === 'floor') return readAll(server, folder, second);
    return start({ server, folder, storage, world: corpus.world, count, notes: second });
  });
  rmSync(storage, { recursive: true, force: true });
  return [
    ...rows,
    row('the same at the second start', label, keepers, again, idOf),
    row('processor time of the second start', label, keepers, second.efforts, idOf),
    row('peak memory of the second start', label, keepers, second.peaks, idOf, 'bytes'),
    row('memory after a collection, second start', label, keepers, second.memory, idOf, 'bytes'),
  ];
}

const idOf = (/** @type {Server} */ { id }) => id;

/** Figures of each server besides the time. @param {readonly Server[]} servers */
function createNotes(servers) {
  const list = () => new Map(servers.map((server) => [server, /** @type {number[]} */ ([])]));
  const lists = { efforts: list(), waits: list(), peaks: list(), memory: list() };
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
 * @param {() => Promise<void>} [afterwards] before memory is looked at
 * @returns {Promise<number>} the time until the answer was right
 */
async function start({ server, folder, storage, world, count, notes }, afterwards) {
  const session = await startSession(server, folder, server.id === 'briefmark' ? { storage } : {});
  try {
    const ask = server.id === 'markdown' ? references : mentions;
    const longest = await ask(session, world, count);
    const time = performance.now() - session.spawned;
    notes.note('efforts', server, session.client.processorTime());
    notes.note('waits', server, longest);
    await afterwards?.();
    notes.note('memory', server, await session.client.heldMemory());
    notes.note('peaks', server, session.client.peakMemory());
    return time;
  } finally {
    await session.client.stop();
  }
}

/** Hovers over the name that every brief holds once, until the count is right. Answers the longest wait for a hover. @param {import('./session.mjs').Session} session @param {import('./world.mjs').World} world @param {number} count */
async function mentions({ client, open, spawned }, { probe }, count) {
  const text = `${probe.name} is what this is about.\n`;
  const uri = open('probe', text);
  const right = ` ${count} elsewhere`;
  let longest = 0;
  while (true) {
    const asked = performance.now();
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position: positionAt(text, 1) });
    const answered = performance.now();
    longest = Math.max(longest, answered - asked);
    if (JSON.stringify(hover)?.includes(right)) return longest;
    if (answered - spawned > PATIENCE_MS) throw new Error(`Never right: ${JSON.stringify(hover)}`);
    await setTimeout(Math.max(PAUSE_MS, PAUSE_SHARE * (answered - spawned)));
  }
}

/** Asks who links to a heading; the peer answers when it has read everything. @param {import('./session.mjs').Session} session @param {import('./world.mjs').World} world @param {number} count */
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

/** Waits until nothing more is written for the next start. @param {string} folder */
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
    if (performance.now() - began > PATIENCE_TO_KEEP_MS) throw new Error('What is known of the briefs is never kept.');
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
