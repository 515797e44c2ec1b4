/**
 * The bundle `dist/server.js`, for the server and its worker threads: `node dist/server.js --stdio`. VS Code starts it with
 * `--node-ipc` and `--compile-cache=FOLDER`; without that argument nothing is stored.
 */
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { requireCompiled } from './compileCache.node.ts';

const CACHE_OPTION = '--compile-cache=';

const cacheFolder = process.argv.find((argument) => argument.startsWith(CACHE_OPTION))?.slice(CACHE_OPTION.length);
const engine = requireCompiled(join(__dirname, 'engine.js'), cacheFolder) as typeof import('./engine.node.ts');
if (isMainThread) void engine.runServer();
else void engine.runWorker();
