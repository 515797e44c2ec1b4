/** Cold start, and what a keystroke costs in documents of growing size. */
import { setTimeout } from 'node:timers/promises';
import { writeBrief } from './briefs.mjs';
import { startSession } from './session.mjs';
import { inTurns, statOf } from './stats.mjs';

/**
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {{ session: Session, uri: string, line: number, character: number, top: number, hover: object, id: object, inId: object, typed: number }} Desk
 */

/** What is asked right after a keystroke, where the server can do it. @type {readonly [name: string, capability: string, method: string, place: 'hover' | 'id' | 'inId', more: object][]} */
const REQUESTS = [
  ['hover', 'hoverProvider', 'textDocument/hover', 'hover', {}],
  ['outline', 'documentSymbolProvider', 'textDocument/documentSymbol', 'hover', {}],
  ['completion', 'completionProvider', 'textDocument/completion', 'id', {}],
  ['references', 'referencesProvider', 'textDocument/references', 'hover', { context: { includeDeclaration: true } }],
  ['rename', 'renameProvider', 'textDocument/rename', 'inId', { newName: 'renamed' }],
];
/** So long all servers are typed in before anything is measured: the figures are those of the rest of the day. */
const WARM_UP_MS = { full: 1_000, quick: 200 };
/** Short documents take more samples in the same time. */
const PLANS = {
  full: { rounds: 8, each: 20, budget: 2_500 },
  quick: { rounds: 3, each: 5, budget: 700 },
};

/**
 * Process started → `initialize` answered → first diagnostics of an open brief.
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureStart(servers, corpus, rounds) {
  const text = writeBrief(corpus.world, 1, 10_000);
  /** @type {Map<import('./servers.mjs').Server, number[]>} */
  const firsts = new Map(servers.map((server) => [server, []]));
  const starts = await inTurns(servers, { rounds, each: 1, budget: Infinity }, async (server) => {
    const session = await startSession(server, corpus.openFolder(server.extension), {}, []);
    const started = performance.now() - session.spawned;
    await session.diagnostics(session.open('open', text));
    firsts.get(server)?.push(performance.now() - session.spawned);
    await session.client.stop();
    return started;
  });
  return [
    row('start', 'Cold start', servers, starts, (server) => server.id),
    row('start', 'First diagnostics, 10 kB', servers, firsts, (server) => server.id),
  ];
}

/**
 * One character typed in the middle → the answer to what is asked next.
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus
 * @param {number} size @param {boolean} quick @returns {Promise<Row[]>}
 */
export async function measureTyping(servers, corpus, size, quick) {
  const text = writeBrief(corpus.world, size, size);
  /** @type {Desk[]} */
  const desks = [];
  const counts = new Map();
  try {
    for (const server of servers) {
      const session = await startSession(server, corpus.openFolder(server.extension));
      const desk = { session, uri: session.open('open', text), ...placesIn(text, corpus.world), typed: 0 };
      desks.push(desk);
      await session.diagnostics(desk.uri);
    }
    for (const desk of desks) {
      if (desk.session.server.id === 'briefmark') await untilNamesAreKnown(desk);
      counts.set(desk, [await desk.session.diagnostics(desk.uri)]);
    }
    return await typeAndAsk(desks, size, counts, quick ? 'quick' : 'full');
  } finally {
    await Promise.all(desks.map(({ session }) => session.client.stop()));
  }
}

/** @param {readonly Desk[]} desks @param {number} size @param {Map<Desk, number[]>} counts @param {'full' | 'quick'} extent */
async function typeAndAsk(desks, size, counts, extent) {
  const plan = PLANS[extent];
  const label = sayLength(size);
  const idOf = (/** @type {Desk} */ desk) => desk.session.server.id;
  for (const desk of desks) {
    for (let used = 0; used < WARM_UP_MS[extent]; )
      used += await keystroke(desk, (uri) => desk.session.diagnostics(uri));
  }
  const bytes = new Map(desks.map((desk) => [desk, { ...desk.session.client.bytes, typed: desk.typed }]));
  const times = await inTurns(desks, plan, (desk) => keystroke(desk, (uri) => desk.session.diagnostics(uri)));
  const perKeystroke = (/** @type {'sent' | 'received'} */ way) =>
    new Map(
      desks.map((desk) => {
        const before = bytes.get(desk);
        const keystrokes = desk.typed - (before?.typed ?? 0);
        return [desk, [(desk.session.client.bytes[way] - (before?.[way] ?? 0)) / keystrokes]];
      }),
    );
  const rows = [
    row('keystroke → diagnostics', label, desks, times, idOf),
    row('bytes to the server per keystroke', label, desks, perKeystroke('sent'), idOf, 'bytes'),
    row('bytes from the server per keystroke', label, desks, perKeystroke('received'), idOf, 'bytes'),
    row('findings', label, desks, counts, idOf, 'findings'),
  ];
  for (const [name, capability, method, place, more] of REQUESTS) {
    const able = desks.filter(({ session }) => session.capabilities[capability]);
    if (!able.some((desk) => idOf(desk) === 'briefmark')) continue;
    const asked = await inTurns(able, { ...plan, rounds: plan.rounds / 2, budget: plan.budget / 4 }, async (desk) => {
      let answer;
      const time = await keystroke(desk, async (uri) => {
        const params = { textDocument: { uri }, position: desk[place], ...more };
        answer = await desk.session.client.request(method, params).catch(() => undefined);
      });
      // A refusal or an empty answer is quick and says nothing of the work.
      return idOf(desk) === 'floor' || hasContent(answer) ? time : undefined;
    });
    if (![...asked].some(([desk, samples]) => idOf(desk) === 'briefmark' && samples.length > 0)) continue;
    rows.push(row(`keystroke → ${name}`, label, able, asked, idOf));
  }
  // Last: what was measured before it is found by its line.
  const moving = await inTurns(desks, { ...plan, rounds: plan.rounds / 2, budget: plan.budget / 4 }, enter);
  rows.splice(1, 0, row('Enter at the top → diagnostics', label, desks, moving, idOf));
  const held = new Map(
    await Promise.all(
      desks.map(async (desk) => /** @type {const} */ ([desk, [(await desk.session.client.heldMemory()) ?? []].flat()])),
    ),
  );
  const peaks = new Map(desks.map((desk) => [desk, [desk.session.client.peakMemory() ?? []].flat()]));
  return [
    ...rows,
    row('peak memory, one brief open', label, desks, peaks, idOf, 'bytes'),
    row('memory after a collection, one brief open', label, desks, held, idOf, 'bytes'),
  ];
}

/** Whether there is anything in an answer. @param {unknown} answer */
function hasContent(answer) {
  if (answer === null || answer === undefined) return false;
  const list = Array.isArray(answer) ? answer : /** @type {{ items?: unknown }} */ (answer).items;
  return !Array.isArray(list) || list.length > 0;
}

/** Waits until the registries are read, so that what they change is no part of the first keystroke. @param {Pick<Desk, 'session' | 'uri' | 'hover'>} desk */
export async function untilNamesAreKnown({ session, uri, hover }) {
  while (!(await session.client.request('textDocument/hover', { textDocument: { uri }, position: hover }))) {
    await setTimeout(50);
  }
}

/** @param {Desk} desk @param {(uri: string) => Promise<unknown>} ask */
async function keystroke(desk, ask) {
  const { session, uri, line, character } = desk;
  const letter = 'and so they say '.charAt(desk.typed % 16);
  const began = performance.now();
  session.type(uri, line, character + desk.typed++, letter);
  await ask(uri);
  return performance.now() - began;
}

/** A line more at the top: every finding stands elsewhere than before. @param {Desk} desk */
async function enter({ session, uri, top }) {
  const began = performance.now();
  session.type(uri, top, 0, '\n');
  await session.diagnostics(uri);
  return performance.now() - began;
}

/** The line after the front matter, a gap between two words in the middle, a known name in the paragraph after it, and the id of a tag (only ids are renamed). @param {string} text @param {import('./world.mjs').World} world */
function placesIn(text, world) {
  const middle = text.indexOf('\n\n', text.length >> 1) + 2;
  const gap = /[a-z] [a-z]/g;
  gap.lastIndex = middle;
  const typing = (gap.exec(text)?.index ?? middle) + 2;
  const next = text.indexOf('\n\n', typing);
  const names = world.entities.map(({ name }) => text.indexOf(name, next)).filter((at) => at >= 0);
  // A short brief may have none after its middle.
  const tags = [...text.matchAll(/(?<=\]\(\w+:)/g)].map(({ index }) => index);
  const id = tags.find((at) => at > next) ?? tags[0] ?? next;
  return {
    ...positionAt(text, typing),
    top: positionAt(text, text.indexOf('\n## ')).line,
    hover: positionAt(text, Math.min(...names) + 1),
    id: positionAt(text, id),
    inId: positionAt(text, id + 1),
  };
}

/** @param {string} text @param {number} offset */
export function positionAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}

export const sayLength = (/** @type {number} */ size) =>
  size < 1_000_000 ? `${size / 1_000} kB` : `${size / 1_000_000} MB`;

/**
 * @template Subject @param {string} group @param {string} name @param {readonly Subject[]} subjects
 * @param {Map<Subject, number[]>} samples @param {(subject: Subject) => import('./servers.mjs').ServerId} idOf
 * @param {Row['unit']} [unit] @returns {Row}
 */
export function row(group, name, subjects, samples, idOf, unit = 'ms') {
  const values = subjects.flatMap((subject) => {
    const stat = statOf(samples.get(subject) ?? []);
    return stat ? [[idOf(subject), stat]] : [];
  });
  return { group, name, unit, values: Object.fromEntries(values) };
}
