/**
 * Stores a bundle as V8 compiled it, so that the next start compiles nothing that this one needed. Node’s own compile cache
 * needs version 22, and writes when the process ends; by then V8 has discarded what only the start needed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const DIGEST_BYTES = 20;
/** By then everything that a start needs is compiled. */
const WRITE_DELAY_MS = 5_000;

/** What lets a script load the bundles that it imports later. Node 20.12 and newer have it. */
const importsAsUsual: number | undefined = constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;

/**
 * Loads a CommonJS bundle as `require` would, with the compiled code that an earlier start stored in the folder; without a
 * folder it only loads the bundle. Where nothing can be stored, every start compiles.
 */
export function requireCompiled(bundle: string, folder: string | undefined): unknown {
  if (folder === undefined || importsAsUsual === undefined) return require(bundle);
  const cachePath = join(folder, `${basename(bundle, '.js')}-${process.versions.v8}-${process.arch}.cache`);
  const script = new Script(Module.wrap(readFileSync(bundle, 'utf8')), {
    filename: bundle,
    cachedData: readCache(bundle, cachePath),
    importModuleDynamically: importsAsUsual,
  });
  const loaded = new Module(bundle);
  loaded.filename = bundle;
  require.cache[bundle] = loaded;
  script.runInThisContext()(loaded.exports, Module.createRequire(bundle), loaded, bundle, dirname(bundle));
  loaded.loaded = true;
  if (isMainThread && script.cachedDataRejected !== false) scheduleWrite(() => writeCache(script, bundle, cachePath));
  return loaded.exports;
}

/** V8 runs whatever is in its cache, so the data must be complete and belong to exactly this bundle. */
function digestOf(bundle: string, data: Uint8Array): Buffer {
  const { size, mtimeMs } = statSync(bundle);
  return createHash('sha1').update(`${size} ${mtimeMs}`).update(data).digest();
}

function readCache(bundle: string, cachePath: string): Buffer | undefined {
  try {
    const bytes = readFileSync(cachePath);
    const data = bytes.subarray(DIGEST_BYTES);
    return digestOf(bundle, data).equals(bytes.subarray(0, DIGEST_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Several processes may write at once: one of them wins, with a complete file. */
function writeCache(script: Script, bundle: string, cachePath: string): void {
  const temporaryPath = `${cachePath}.${process.pid}`;
  try {
    const data = script.createCachedData();
    mkdirSync(dirname(cachePath), { recursive: true });
    writeFileSync(temporaryPath, Buffer.concat([digestOf(bundle, data), data]));
    renameSync(temporaryPath, cachePath);
  } catch {
    rmSync(temporaryPath, { force: true });
  }
}

/** Writes after a delay, or when the process ends before. */
function scheduleWrite(write: () => void): void {
  const writeNow = () => {
    clearTimeout(timer);
    process.off('exit', writeNow);
    write();
  };
  const timer = setTimeout(writeNow, WRITE_DELAY_MS).unref();
  process.on('exit', writeNow);
}
