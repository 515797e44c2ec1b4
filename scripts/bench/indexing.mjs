/** The first right answer that needs every brief of a folder. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { probeLink } from './corpus.mjs';
import { startSession } from './session.mjs';
import { inTurns } from './stats.mjs';
import { positionAt, row } from './typing.mjs';

/** @typedef {import('./stats.mjs').Row} Row */

/** Between two questions, so that asking does not take the time the answer needs: at least so long, and a share of the time so far. */
const PAUSE_MS = 5;
const PAUSE_SHARE = 0.02;
const PATIENCE_MS = 120_000;

/**
 * Process started → the server knows how often all the briefs name something. The floor reads them and no more.
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus
 * @param {number} count @param {number} rounds @returns {Promise<Row[]>}
 */
export async function measureIndex(servers, corpus, count, rounds) {
  /** @type {Map<import('./servers.mjs').Server, number[]>} */
  const peaks = new Map(servers.map((server) => [server, []]));
  /** @type {Map<import('./servers.mjs').Server, number[]>} */
  const waits = new Map(servers.map((server) => [server, []]));
  /** @type {Map<import('./servers.mjs').Server, number[]>} */
  const efforts = new Map(servers.map((server) => [server, []]));
  const note = (
    /** @type {typeof peaks} */ list,
    /** @type {import('./servers.mjs').Server} */ server,
    /** @type {number | undefined} */ value,
  ) => {
    if (value !== undefined) list.get(server)?.push(value);
  };
  const times = await inTurns(servers, { rounds, each: 1, budget: 15_000 }, async (server) => {
    const folder = corpus.indexFolder(server.extension, count);
    if (server.id === 'floor') {
      const { time, processorTime } = await readAll(folder);
      note(efforts, server, processorTime);
      return time;
    }
    const session = await startSession(server, folder);
    try {
      const ask = server.id === 'markdown' ? references : mentions;
      const longest = await ask(session, corpus.world, count);
      const time = performance.now() - session.spawned;
      note(efforts, server, session.client.processorTime());
      note(peaks, server, session.client.peakMemory());
      note(waits, server, longest);
      return time;
    } finally {
      await session.client.stop();
    }
  });
  const label = `${count.toLocaleString('en')} briefs`;
  const idOf = (/** @type {import('./servers.mjs').Server} */ { id }) => id;
  return [
    row('first right cross-file answer', label, servers, times, idOf),
    row('processor time of the server until then', label, servers, efforts, idOf),
    row('longest wait for a hover until then', label, servers, waits, idOf),
    row('peak memory after it', label, servers, peaks, idOf, 'bytes'),
  ];
}

/** Hovers over the name that every brief holds once, until the count is right. Answers the longest wait for a hover. @param {import('./session.mjs').Session} session @param {import('./world.mjs').World} world @param {number} count */
async function mentions(session, { probe }, count) {
  const text = `${probe.name} is what this is about.\n`;
  const uri = session.open('probe', text);
  const right = ` ${count} elsewhere`;
  const began = performance.now();
  let longest = 0;
  while (true) {
    const asked = performance.now();
    const hover = await session.client.request('textDocument/hover', {
      textDocument: { uri },
      position: positionAt(text, 1),
    });
    longest = Math.max(longest, performance.now() - asked);
    if (JSON.stringify(hover)?.includes(right)) return longest;
    if (performance.now() - began > PATIENCE_MS) throw new Error(`Never right: ${JSON.stringify(hover)}`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(PAUSE_MS, PAUSE_SHARE * (performance.now() - began))));
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

/** @param {string} folder @returns {Promise<{ time: number, processorTime: number }>} */
function readAll(folder) {
  const reader = fileURLToPath(new URL('floorReader.mjs', import.meta.url));
  const began = performance.now();
  const child = spawn(process.execPath, [reader, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.once('data', (line) => {
      const time = performance.now() - began;
      resolve({ time, processorTime: JSON.parse(line).processorTime });
    });
  });
}
