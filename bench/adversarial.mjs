/** The cost of a keystroke in extreme briefs (`extremes.mjs`). For a server that takes too long the time limit is recorded. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createExtremes } from './extremes.mjs';
import { startSession } from './session.mjs';
import { inTurns } from './stats.mjs';
import { positionAt, row, untilNamesAreKnown } from './typing.mjs';

/**
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('./stats.mjs').Row} Row
 * @typedef {{ session: Session, uri: string, typingIn: string, place: Position, hover: Position, typed: number, late: boolean }} Desk
 * @typedef {{ line: number, character: number }} Position
 */

const TIME_LIMIT_MS = 10_000;
/** Between two requests whose answers do not matter. */
const PAUSE_MS = 5;
/** @type {readonly [name: string, ask: (desk: Desk) => Promise<unknown>][]} */
const QUESTIONS = [
  ['diagnostics', ({ session, uri }) => session.diagnostics(uri)],
  ['hover', ({ session, uri, hover }) => request(session, 'hover', { textDocument: { uri }, position: hover })],
  ['outline', ({ session, uri }) => request(session, 'documentSymbol', { textDocument: { uri } })],
];

/**
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus
 * @param {string} work @param {boolean} quick @returns {Promise<Row[]>}
 */
export async function measureExtremes(servers, corpus, work, quick) {
  // The peer takes minutes for some of them.
  const able = servers.filter(({ id }) => id !== 'markdown');
  /** @type {Row[]} */
  const rows = [];
  for (const extreme of createExtremes(corpus.world, quick)) {
    rows.push(...(await measureExtreme(able, corpus, join(work, 'extreme'), extreme, quick)));
  }
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.flatMap((group) => rows.filter((row) => row.group === group));
}

/**
 * @param {readonly import('./servers.mjs').Server[]} servers @param {import('./corpus.mjs').Corpus} corpus @param {string} folder
 * @param {import('./extremes.mjs').Extreme} extreme @param {boolean} quick @returns {Promise<Row[]>}
 */
async function measureExtreme(servers, corpus, folder, { name, text, known, entities, typingIn }, quick) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(corpus.openFolder('.brief'), folder, { recursive: true });
  if (entities) writeFileSync(join(folder, 'entities.yaml'), entities);
  const typed = (typingIn && entities) || text;
  /** @type {Map<Desk, number[]>} */
  const firsts = new Map();
  /** @type {Map<Desk, number[]>} */
  const waits = new Map();
  try {
    for (const server of servers) {
      const session = await startSession(server, folder);
      const began = performance.now();
      const uri = session.open('open', text);
      const place = typingIn ? session.open('entities', typed, '.yaml') : uri;
      const desk = { session, uri, typingIn: place, ...placesIn(text, typed), typed: 0, late: false };
      const first = timed(desk, began, () => session.diagnostics(uri));
      waits.set(desk, [await longestWait(session, first)]);
      firsts.set(desk, [await first]);
      // Otherwise the effect of the registries would be part of the first keystrokes.
      if (server.isBriefmark && !desk.late) await untilIsKnown(session, known);
      await keystroke(desk, () => session.diagnostics(uri));
    }
    const desks = [...firsts.keys()];
    const plan = { rounds: 3, each: quick ? 2 : 5, budget: quick ? 300 : 2_000 };
    const idOf = (/** @type {Desk} */ { session }) => session.server.id;
    const limited = (/** @type {string} */ group, /** @type {Map<Desk, number[]>} */ times) => ({
      ...row(`extremes: ${group}`, name, desks, times, idOf),
      limit: TIME_LIMIT_MS,
    });
    /** @type {Row[]} */
    const rows = [
      limited('opened → diagnostics', firsts),
      limited('longest wait for a hover in another brief meanwhile', waits),
    ];
    /** @type {Row[]} */
    const efforts = [];
    for (const [question, ask] of QUESTIONS) {
      const before = desks.map(({ session, typed }) => ({ time: session.client.mainThreadTime(), typed }));
      const times = await inTurns(desks, plan, (desk) => keystroke(desk, ask));
      rows.push(limited(`keystroke → ${question}`, times));
      const perKeystroke = new Map(
        desks.map((desk, index) => {
          const [start, end] = [before[index]?.time, desk.session.client.mainThreadTime()];
          const keystrokes = desk.typed - (before[index]?.typed ?? 0);
          return [
            desk,
            start === undefined || end === undefined || keystrokes === 0 ? [] : [(end - start) / keystrokes],
          ];
        }),
      );
      efforts.push(row(`extremes: main thread: keystroke → ${question}`, name, desks, perKeystroke, idOf));
    }
    if (servers.every(({ isBriefmark }) => isBriefmark)) rows.push(...efforts);
    const peaks = new Map(desks.map((desk) => [desk, [desk.session.client.peakMemory() ?? []].flat()]));
    return [...rows, row('extremes: peak memory', name, desks, peaks, idOf, 'bytes')];
  } finally {
    await Promise.all([...firsts.keys()].map(({ session }) => session.client.stop()));
  }
}

/** @param {Session} session @param {string} known */
function untilIsKnown(session, known) {
  return untilNamesAreKnown({ session, uri: session.open('known', known), hover: { line: 0, character: 1 } });
}

/** @param {Desk} desk @param {(desk: Desk) => Promise<unknown>} ask */
async function keystroke(desk, ask) {
  if (desk.late) return TIME_LIMIT_MS;
  const { session, typingIn, place } = desk;
  const letter = 'and so they say '.charAt(desk.typed % 16);
  const began = performance.now();
  session.type(typingIn, place.line, place.character + desk.typed++, letter);
  return timed(desk, began, () => ask(desk));
}

/** The time from `began` to the answer. After the limit that server gets no more requests. @param {Desk} desk @param {number} began @param {() => Promise<unknown> | undefined} ask */
async function timed(desk, began, ask) {
  const late = new AbortController();
  const limit = setTimeout(TIME_LIMIT_MS, 'late', { signal: late.signal }).catch(() => undefined);
  const first = await Promise.race([ask()?.catch(() => 'late'), limit]);
  late.abort();
  if (first === 'late') desk.late = true;
  return desk.late ? TIME_LIMIT_MS : performance.now() - began;
}

/** Requests hovers in a short brief until the work is done. Returns the longest wait. @param {Session} session @param {Promise<unknown>} work */
async function longestWait(session, work) {
  const uri = session.open('other', 'Nothing is known.\n');
  let isDone = false;
  void work.finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const asked = performance.now();
    await request(session, 'hover', { textDocument: { uri }, position: { line: 0, character: 1 } });
    longest = Math.max(longest, performance.now() - asked);
    await setTimeout(PAUSE_MS);
  }
  return longest;
}

/** @param {Session} session @param {string} what @param {object} params */
function request({ client }, what, params) {
  return client.request(`textDocument/${what}`, params);
}

/** A gap between words in the middle of the edited text, and a capital letter after the middle of the brief. @param {string} text @param {string} typed */
function placesIn(text, typed) {
  const after = (/** @type {string} */ where, /** @type {RegExp} */ pattern) => {
    pattern.lastIndex = where.length >> 1;
    return (pattern.exec(where)?.index ?? 0) + 2;
  };
  return {
    place: positionAt(typed, after(typed, /[a-z] [a-zA-Z]/g)),
    hover: positionAt(text, after(text, /\([A-Z]|[a-z] [A-Z]/g)),
  };
}
