/**
 * The engine as V8 compiled it is kept beside its bundle: the next start compiles nothing of what this one needed. Imported
 * before anything else, since the bundle must not be loaded already. Node has such a cache too, but only since 22, and it is
 * written when the process ends: by then V8 has let go of what only the start needed.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const DIGEST_BYTES = 20;
/** What a start needs is compiled by then. */
const WRITE_DELAY_MS = 5_000;

const bundle = join(__dirname, 'server.browser.js');
/** The command line needs other parts of it than the server. */
const entryPoint = basename(require.main?.filename ?? '', '.js');
const cachePath = `${bundle}.${entryPoint}-${process.versions.v8}-${process.arch}.cache`;

/** V8 would run whatever is in its cache: it must be whole, and of this very bundle. */
function digestOf(data: Uint8Array): Buffer {
  const { size, mtimeMs } = statSync(bundle);
  return createHash('sha1').update(`${size} ${mtimeMs}`).update(data).digest();
}

function readCache(): Buffer | undefined {
  try {
    const bytes = readFileSync(cachePath);
    const data = bytes.subarray(DIGEST_BYTES);
    return digestOf(data).equals(bytes.subarray(0, DIGEST_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Several processes may do so at once: one of them wins, whole. Where nothing may be written every start compiles. */
function writeCache(script: Script): void {
  const temporaryPath = `${cachePath}.${process.pid}`;
  try {
    const data = script.createCachedData();
    writeFileSync(temporaryPath, Buffer.concat([digestOf(data), data]));
    renameSync(temporaryPath, cachePath);
  } catch {
    rmSync(temporaryPath, { force: true });
  }
}

/** Loads the bundle as `require` would, which finds it loaded from now on. */
function loadBundle(source: string): void {
  const script = new Script(Module.wrap(source), { filename: bundle, cachedData: readCache() });
  const loaded = new Module(bundle);
  loaded.filename = bundle;
  require.cache[bundle] = loaded;
  script.runInThisContext()(loaded.exports, Module.createRequire(bundle), loaded, bundle, __dirname);
  loaded.loaded = true;
  if (isMainThread && script.cachedDataRejected !== false) scheduleWrite(script);
}

function scheduleWrite(script: Script): void {
  const writeNow = () => {
    clearTimeout(timer);
    process.off('exit', writeNow);
    writeCache(script);
  };
  const timer = setTimeout(writeNow, WRITE_DELAY_MS).unref();
  process.on('exit', writeNow);
}

function readSource(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // In a build for profiles there is one bundle only.
    return undefined;
  }
}

const source = readSource(bundle);
if (source !== undefined) loadBundle(source);
