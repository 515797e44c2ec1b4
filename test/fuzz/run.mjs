/**
 * `npm run fuzz -- --ops N [--seed S]`: random edits, files, registries and settings over LSP. From time to time everything that
 * the server answers is compared with a server that has just been started for the same files, documents and settings. A
 * difference that lasts, an error in the log, or a server that ends is a failure; the seed repeats it.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '../../bench/random.mjs';
import { startSession } from './session.mjs';
import { positionAt, randomEdit, randomText } from './texts.mjs';

/** @typedef {import('./session.mjs').Document} Document */

const OPS_PER_COMPARISON = 150;
/** How long an answer may differ: files are looked at after a pause, names are looked for after another one. */
const SETTLING_MS = 10_000;
const PLACES = 6;
const NAMES = [
  ...['a.brief', 'b.brief', 'sub/c.brief', 'sub/deep/d.brief.md', 'copy (1).brief', '.hidden/e.brief'],
  ...[
    'entities.yaml',
    'sources.yaml',
    'sub/more.entities.yaml',
    'sub/sources.yaml',
    '.trash/entities.yaml',
    '.briefmark.yaml',
  ],
];
const FOLDERS = ['sub', 'sub/deep', 'moved', 'sub/again'];
const SETTINGS = [
  {},
  { profile: 'release' },
  { exclude: ['sub/'] },
  { rules: { 'missing-source': 'off' } },
  { codeLens: { enabled: false } },
];
const [CREATED, CHANGED, DELETED] = [1, 2, 3];

const { values } = parseArgs({
  options: { ops: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const [ops, seed] = [Number(values.ops), Number(values.seed)];
const random = createRandom(seed);
const folder = mkdtempSync(join(tmpdir(), 'briefmark-fuzz-'));
/** @type {object} */
let settings = {};
/** @type {Map<string, Document>} */
const documents = new Map();
/** @type {string[]} */
let history = [];
const session = await startSession(folder, () => settings);

const pathOf = (/** @type {string} */ name) => join(folder, name);
const changed = (/** @type {string} */ name, /** @type {number} */ type) =>
  session.client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: session.uri(name), type }] });

/** @param {string} name @param {string} text */
function write(name, text) {
  const isNew = !existsSync(pathOf(name));
  mkdirSync(dirname(pathOf(name)), { recursive: true });
  writeFileSync(pathOf(name), text);
  changed(name, isNew ? CREATED : CHANGED);
}

/** What can happen, each with the parts of its description. @type {Record<string, () => string | undefined>} */
const operations = {
  edit() {
    const name = random.pick([...documents.keys()]);
    const document = name === undefined ? undefined : documents.get(name);
    if (!name || !document) return undefined;
    const { start, end, text } = randomEdit(random, name, document.text);
    const [before, version] = [document.text, document.version + 1];
    documents.set(name, { text: before.slice(0, start) + text + before.slice(end), version });
    const range = { start: positionAt(before, start), end: positionAt(before, end) };
    session.client.notify('textDocument/didChange', {
      textDocument: { uri: session.uri(name), version },
      contentChanges:
        isBetween(before, start) || isBetween(before, end) ? [{ text: documents.get(name)?.text }] : [{ range, text }],
    });
    return `${name} ${start}-${end} ${JSON.stringify(text)}`;
  },
  open() {
    const name = random.pick(NAMES);
    if (documents.has(name)) return undefined;
    const text = existsSync(pathOf(name)) ? readFileSync(pathOf(name), 'utf8') : randomText(random, name);
    documents.set(name, { text, version: 1 });
    session.open(name, { text, version: 1 });
    return `${name} ${JSON.stringify(text)}`;
  },
  save() {
    const name = random.pick([...documents.keys()]);
    if (!name) return undefined;
    // Half a surrogate pair cannot be stored.
    write(name, Buffer.from(documents.get(name)?.text ?? '').toString());
    return name;
  },
  close() {
    const name = random.pick([...documents.keys()]);
    if (!name) return undefined;
    documents.delete(name);
    session.client.notify('textDocument/didClose', { textDocument: { uri: session.uri(name) } });
    return name;
  },
  write() {
    const name = random.pick(NAMES);
    const text = Buffer.from(randomText(random, name)).toString();
    write(name, text);
    return `${name} ${JSON.stringify(text)}`;
  },
  remove() {
    const name = random.pick(NAMES);
    if (!existsSync(pathOf(name))) return undefined;
    rmSync(pathOf(name));
    changed(name, DELETED);
    return name;
  },
  moveFolder() {
    const [from, to] = [random.pick(FOLDERS), random.pick(FOLDERS)];
    if (!existsSync(pathOf(from)) || existsSync(pathOf(to)) || to.startsWith(`${from}/`)) return undefined;
    mkdirSync(dirname(pathOf(to)), { recursive: true });
    renameSync(pathOf(from), pathOf(to));
    changed(from, DELETED);
    changed(to, CREATED);
    return `${from} ${to}`;
  },
  removeFolder() {
    const name = random.pick(FOLDERS);
    if (!existsSync(pathOf(name)) || random.happens(0.5)) return undefined;
    rmSync(pathOf(name), { recursive: true });
    changed(name, DELETED);
    return name;
  },
  changeSettings() {
    settings = random.pick(SETTINGS);
    session.client.notify('workspace/didChangeConfiguration', { settings: null });
    return JSON.stringify(settings);
  },
  ask() {
    const name = random.pick([...documents.keys()]);
    if (!name) return undefined;
    void session.answers([{ name, position: randomPosition(name) }]).catch(() => {});
    return name;
  },
};
const KINDS = Object.entries({
  edit: 40,
  open: 8,
  save: 6,
  close: 5,
  write: 10,
  remove: 3,
  moveFolder: 3,
  removeFolder: 1,
  changeSettings: 1,
  ask: 4,
}).flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind));

/** Whether an offset divides what is one in LSP: a line break of two characters. @param {string} text @param {number} at */
function isBetween(text, at) {
  return text[at - 1] === '\r' && text[at] === '\n';
}

/** @param {string} name */
function randomPosition(name) {
  const text = documents.get(name)?.text ?? '';
  return positionAt(text, random.below(text.length + 1));
}

/** The question, and both answers around their first difference. @param {string} question @param {string} actual @param {string} expected */
function describeDifference(question, actual, expected) {
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at++;
  const part = (/** @type {string} */ answer) => answer.slice(Math.max(0, at - 200), at + 300);
  return `${question}, at ${at}\n  answered   …${part(actual)}…\n  instead of …${part(expected)}…`;
}

/** Throws if a server that is started now answers otherwise, and goes on doing so. */
async function compare() {
  const names = [...documents.keys()];
  const places =
    names.length === 0
      ? []
      : Array.from({ length: PLACES }, () => random.pick(names)).map((name) => ({
          name,
          position: randomPosition(name),
        }));
  const fresh = await startSession(folder, () => settings);
  try {
    for (const [name, document] of documents) fresh.open(name, document);
    const deadline = Date.now() + SETTLING_MS;
    while (true) {
      const areReady = (await session.isReady()) && (await fresh.isReady());
      const [actual, expected] = await Promise.all([session.answers(places), fresh.answers(places)]);
      const different = [...expected].find(([question, answer]) => actual.get(question) !== answer);
      if (areReady && !different) break;
      if (Date.now() > deadline)
        throw new Error(
          describeDifference(different?.[0] ?? '', actual.get(different?.[0] ?? '') ?? '', different?.[1] ?? ''),
        );
      await sleep(100);
    }
    if (session.errors.length + fresh.errors.length > 0)
      throw new Error([...session.errors, ...fresh.errors].join('\n'));
  } finally {
    await fresh.stop();
  }
}

const started = performance.now();
let comparisons = 0;
try {
  for (let done = 0; done < ops; ) {
    const kind = random.pick(KINDS);
    const what = operations[kind]?.();
    if (what === undefined) continue;
    history.push(`${kind} ${what}`);
    done++;
    if (done % OPS_PER_COMPARISON === 0 || done === ops) {
      await compare();
      comparisons++;
      history = [];
    }
  }
  console.log(
    `${ops} operations, ${comparisons} comparisons, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  console.log('1 passed, 0 failed');
} catch (error) {
  console.error(
    `Seed ${seed} fails after these operations:\n${history.join('\n')}\n\n${error instanceof Error ? error.message : error}`,
  );
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await session.stop();
  rmSync(folder, { recursive: true, force: true });
}
