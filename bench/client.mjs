/** A minimal language client: LSP over the stdio of a child process, and nothing that would disturb a measurement. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {(params: any) => unknown} Answer
 * @typedef {object} Client
 * @property {(method: string, params: object) => Promise<any>} request
 * @property {(method: string, params: object) => void} notify
 * @property {{ sent: number, received: number }} bytes
 * @property {() => number | undefined} peakMemory in bytes, where the system tells
 * @property {() => Promise<number | undefined>} heldMemory what remains after a garbage collection, if started with `COLLECTING`
 * @property {() => number | undefined} processorTime of all threads, in milliseconds, where the system tells
 * @property {() => number | undefined} mainThreadTime how long the main thread was on a processor, in milliseconds, where the system tells
 * @property {() => Promise<void>} stop
 */

/** After this long a request fails. */
const PATIENCE_MS = 120_000;
const EXIT_PATIENCE_MS = 5_000;
/** By then a collection has finished and the system has its pages back. */
const COLLECTING_MS = 1_500;
/** The options of Node that `heldMemory` needs. They add some milliseconds to a start. */
export const COLLECTING = ['--require', fileURLToPath(new URL('collect.cjs', import.meta.url))];

/**
 * Starts a server and answers its requests; those without an entry in `answers` get null.
 * @param {readonly string[]} args of Node @param {Readonly<Record<string, Answer>>} answers @returns {Client}
 */
export function connect(args, answers) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const program = args.findLast((argument) => /\.c?js$/.test(argument));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaint = (complaint + text).slice(-1_000)));
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  const bytes = { sent: 0, received: 0 };
  let lastId = 0;

  const fail = (/** @type {string} */ why) => {
    for (const { reject } of waiting.values()) reject(new Error(`${program}: ${why}${complaint && `\n${complaint}`}`));
    waiting.clear();
  };
  child.on('exit', (code) => fail(`ended with exit code ${code}`));
  child.stdin.on('error', () => {});

  const send = (/** @type {object} */ message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    const whole = Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    bytes.sent += whole.length;
    child.stdin.write(whole);
  };
  const take = async (/** @type {any} */ { id, method, params, result, error }) => {
    if (method !== undefined) {
      if (id !== undefined) send({ id, result: (await answers[method]?.(params)) ?? null });
      return;
    }
    const request = waiting.get(id);
    waiting.delete(id);
    if (error) request?.reject(new Error(`${program}: ${error.message}`));
    else request?.resolve(result);
  };
  readMessages(child.stdout, bytes, take);

  const request = (/** @type {string} */ method, /** @type {object} */ params) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const timer = setTimeout(() => fail(`no answer to ${method} in ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
      const settle = (/** @type {(value: any) => void} */ done) => (/** @type {any} */ value) => {
        clearTimeout(timer);
        done(value);
      };
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      send({ id, method, params });
    });
  const notify = (/** @type {string} */ method, /** @type {object} */ params) => send({ method, params });
  return {
    request,
    notify,
    bytes,
    peakMemory: () => readProcess(child.pid, 'status', /VmHWM:\s+(\d+) kB/, ([kilobytes = 0]) => kilobytes * 1024),
    async heldMemory() {
      if (process.platform === 'win32') return undefined;
      child.kill('SIGUSR2');
      await sleep(COLLECTING_MS);
      return readProcess(child.pid, 'status', /VmRSS:\s+(\d+) kB/, ([kilobytes = 0]) => kilobytes * 1024);
    },
    // User and system time, in hundredths of a second.
    processorTime: () =>
      readProcess(child.pid, 'stat', /\)(?: \S+){11} (\d+) (\d+)/, ([user = 0, system = 0]) => (user + system) * 10),
    // Waiting for a processor does not count, so a busy machine distorts it less than a duration.
    mainThreadTime: () => readProcess(child.pid, 'schedstat', /^(\d+)/, ([nanoseconds = 0]) => nanoseconds / 1e6),
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), EXIT_PATIENCE_MS);
      await request('shutdown', {}).catch(() => {});
      notify('exit', {});
      await exited;
      clearTimeout(timer);
    },
  };
}

/** @param {import('node:stream').Readable} stream @param {{ received: number }} bytes @param {(message: any) => void} onMessage */
function readMessages(stream, bytes, onMessage) {
  /** @type {Buffer[]} */
  let chunks = [];
  let length = 0;
  /** The length of the next body, once its header has arrived; -1 before. */
  let wanted = -1;
  /** Removes this many bytes from the front. */
  const cut = (/** @type {number} */ count) => {
    const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    chunks = [whole.subarray(count)];
    length -= count;
    return whole.subarray(0, count);
  };
  stream.on('data', (/** @type {Buffer} */ chunk) => {
    bytes.received += chunk.length;
    chunks.push(chunk);
    length += chunk.length;
    while (true) {
      if (wanted < 0) {
        const header = /^[\s\S]*?Content-Length: (\d+)[\s\S]*?\r\n\r\n/i.exec(headOf(chunks));
        if (!header) return;
        cut(header[0].length);
        wanted = Number(header[1]);
      }
      if (length < wanted) return;
      onMessage(JSON.parse(cut(wanted).toString()));
      wanted = -1;
    }
  });
}

/** @param {readonly Buffer[]} chunks @returns {string} */
function headOf(chunks) {
  const [first] = chunks;
  return first && first.length >= 200
    ? first.toString('latin1', 0, 200)
    : Buffer.concat(chunks).toString('latin1', 0, 200);
}

/**
 * Reads a value from Linux’s files about a process.
 * @param {number | undefined} pid @param {string} file @param {RegExp} pattern @param {(numbers: number[]) => number} value
 * @returns {number | undefined}
 */
function readProcess(pid, file, pattern, value) {
  try {
    const match = pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'));
    return match ? value(match.slice(1).map(Number)) : undefined;
  } catch {
    return undefined;
  }
}
