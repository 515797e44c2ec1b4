/** Cold start, and what a keystroke costs in documents of growing size. */
import { setTimeout } from 'node:timers/promises';
import { writeBrief } from './briefs.mjs';
import { startSession, storageOf } from './session.mjs';
import { inTurns, statOf } from './stats.mjs';

/**
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {{ session: Session, uri: string, line: number, character: number, top: number, hover: object, id: object, inId: object, typed: number }} Desk
 */

/** After this long a first start has stored its compiled code for the next ones. */
const COMPILED_MS = 7_000;
/** The servers that have done so. @type {Set<import('./servers.mjs').Server>} */
const warmedUp = new Set();

/** What is requested right after a keystroke, where the server supports it. @type {readonly [name: string, capability: string, method: string, place: 'hover' | 'id' | 'inId', more: object][]} */
const REQUESTS = [
  ['hover', 'hoverProvider', 'textDocument/hover', 'hover', {}],
  ['outline', 'documentSymbolProvider', 'textDocument/documentSymbol', 'hover', {}],
  ['completion', 'completionProvider', 'textDocument/completion', 'id', {}],
  ['references', 'referencesProvider', 'textDocument/references', 'hover', { context: { includeDeclaration: true } }],
  ['rename', 'renameProvider', 'textDocument/rename', 'inId', { newName: 'renamed' }],
];
/**
 * How much is measured. `warmUp`: how long each server is typed in before anything counts. `budget`: milliseconds for one
 * question; short documents take more samples in the same time.
 * @typedef {keyof typeof PLANS} Plan
 */
const PLANS = {
  full: { warmUp: 1_000, rounds: 8, each: 20, budget: 2_500 },
  quick: { warmUp: 200, rounds: 3, each: 5, budget: 700 },
  // Of one of several rounds.
  comparison: { warmUp: 300, rounds: 4, each: 5, budget: 600 },
};

/**
 * Process started → `initialize` answered → first diagnostics of an open brief.
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus
 * @param {string} work @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureStart(servers, corpus, work, rounds) {
  const text = writeBrief(corpus.world, 1, 10_000);
  /** @type {Map<import('./servers.mjs').Server, number[]>} */
  const firsts = new Map(servers.map((server) => [server, []]));
  const efforts = new Map(servers.map((server) => [server, /** @type {number[]} */ ([])]));
  const start = (/** @type {import('./servers.mjs').Server} */ server) =>
    startSession(server, corpus.openFolder(server.extension), { storage: storageOf(work, server), nodeOptions: [] });
  for (const server of servers) {
    if (warmedUp.has(server)) continue;
    const session = await start(server);
    await session.diagnostics(session.open('open', text));
    await setTimeout(COMPILED_MS);
    await session.client.stop();
    warmedUp.add(server);
  }
  const starts = await inTurns(servers, { rounds, each: 1, budget: Infinity }, async (server) => {
    const session = await start(server);
    const started = performance.now() - session.spawned;
    await session.diagnostics(session.open('open', text));
    firsts.get(server)?.push(performance.now() - session.spawned);
    efforts.get(server)?.push(...[session.client.mainThreadTime() ?? []].flat());
    await session.client.stop();
    return started;
  });
  const idOf = (/** @type {import('./servers.mjs').Server} */ { id }) => id;
  return [
    row('start', 'Cold start', servers, starts, idOf),
    row('start', 'First diagnostics, 10 kB', servers, firsts, idOf),
    row('start', 'Main thread until then', servers, efforts, idOf),
  ];
}

/**
 * One character typed in the middle → the answer to what is asked next.
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus
 * @param {number} size @param {Plan} plan @param {import('./briefs.mjs').Form | 'bibliography'} [kind]
 *   how the brief cites, or that there is a large bibliography @returns {Promise<Row[]>}
 */
export async function measureTyping(servers, corpus, size, plan, kind = 'parentheses') {
  const form = kind === 'bibliography' ? 'parentheses' : kind;
  const folder = kind === 'bibliography' ? corpus.bibliographyFolder : corpus.openFolder;
  const text = writeBrief(corpus.world, size, size, undefined, form);
  const label = kind === 'parentheses' ? formatSize(size) : `${formatSize(size)}, ${kind}`;
  /** @type {Desk[]} */
  const desks = [];
  const counts = new Map();
  try {
    for (const server of servers) {
      const session = await startSession(server, folder(server.extension));
      const desk = { session, uri: session.open('open', text), ...placesIn(text, corpus.world), typed: 0 };
      desks.push(desk);
      await session.diagnostics(desk.uri);
    }
    for (const desk of desks) {
      if (desk.session.server.isBriefmark) await untilNamesAreKnown(desk);
      counts.set(desk, [await desk.session.diagnostics(desk.uri)]);
    }
    return await typeAndAsk(desks, label, counts, plan);
  } finally {
    await Promise.all(desks.map(({ session }) => session.client.stop()));
  }
}

/** @param {readonly Desk[]} desks @param {string} label @param {Map<Desk, number[]>} counts @param {Plan} extent */
async function typeAndAsk(desks, label, counts, extent) {
  const plan = PLANS[extent];
  const idOf = (/** @type {Desk} */ desk) => desk.session.server.id;
  for (const desk of desks) {
    for (let used = 0; used < plan.warmUp; ) used += await keystroke(desk, (uri) => desk.session.diagnostics(uri));
  }
  const bytes = new Map(desks.map((desk) => [desk, { ...desk.session.client.bytes, typed: desk.typed }]));
  /** @type {Row[]} */
  const efforts = [];
  const measure = async (
    /** @type {string} */ name,
    /** @type {readonly Desk[]} */ able,
    /** @type {typeof plan} */ measurePlan,
    /** @type {(desk: Desk) => Promise<number | undefined>} */ ask,
  ) => {
    const before = able.map(({ session, typed }) => ({ time: session.client.mainThreadTime(), typed }));
    const times = await inTurns(able, measurePlan, ask);
    const perKeystroke = able.map(({ session, typed }, index) => {
      const [start, end] = [before[index]?.time, session.client.mainThreadTime()];
      const keystrokes = typed - (before[index]?.typed ?? 0);
      return start === undefined || end === undefined ? [] : [(end - start) / Math.max(1, keystrokes)];
    });
    const samples = new Map(able.map((desk, index) => [desk, perKeystroke[index] ?? []]));
    efforts.push(row(`main thread: ${name}`, label, able, samples, idOf));
    return row(name, label, able, times, idOf);
  };
  const diagnostics = await measure('keystroke → diagnostics', desks, plan, (desk) =>
    keystroke(desk, (uri) => desk.session.diagnostics(uri)),
  );
  const perKeystroke = (/** @type {'sent' | 'received'} */ way) =>
    new Map(
      desks.map((desk) => {
        const before = bytes.get(desk);
        const keystrokes = desk.typed - (before?.typed ?? 0);
        return [desk, [(desk.session.client.bytes[way] - (before?.[way] ?? 0)) / keystrokes]];
      }),
    );
  const rows = [
    diagnostics,
    row('bytes to the server per keystroke', label, desks, perKeystroke('sent'), idOf, 'bytes'),
    row('bytes from the server per keystroke', label, desks, perKeystroke('received'), idOf, 'bytes'),
    row('findings', label, desks, counts, idOf, 'findings'),
  ];
  const shortPlan = { ...plan, rounds: plan.rounds / 2, budget: plan.budget / 4 };
  for (const [name, capability, method, place, more] of REQUESTS) {
    const able = desks.filter(({ session }) => session.capabilities[capability]);
    if (!able.some((desk) => desk.session.server.isBriefmark)) continue;
    const asked = await measure(`keystroke → ${name}`, able, shortPlan, async (desk) => {
      let answer;
      const time = await keystroke(desk, async (uri) => {
        const params = { textDocument: { uri }, position: desk[place], ...more };
        answer = await desk.session.client.request(method, params).catch(() => undefined);
      });
      // A refusal or an empty answer is quick and says nothing about the work.
      return idOf(desk) === 'floor' || hasContent(answer) ? time : undefined;
    });
    if (asked.values.briefmark) rows.push(asked);
  }
  // Last, since it moves the lines where the other measurements type.
  rows.splice(1, 0, await measure('Enter at the top → diagnostics', desks, shortPlan, enter));
  const held = new Map(
    await Promise.all(
      desks.map(async (desk) => /** @type {const} */ ([desk, [(await desk.session.client.heldMemory()) ?? []].flat()])),
    ),
  );
  const peaks = new Map(desks.map((desk) => [desk, [desk.session.client.peakMemory() ?? []].flat()]));
  return [
    ...rows,
    ...(extent === 'comparison' ? efforts : []),
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

/** Waits until the registries are read, so that their effect is not part of the first keystroke. @param {Pick<Desk, 'session' | 'uri' | 'hover'>} desk */
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

/** Adds a line at the top, which moves every finding. @param {Desk} desk */
async function enter(desk) {
  const { session, uri, top } = desk;
  const began = performance.now();
  desk.typed++;
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

export const formatSize = (/** @type {number} */ size) =>
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
