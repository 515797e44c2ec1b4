/** Worker threads that read briefs. They are started when there is much to read, and terminated when idle. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadBatch, SearchNames, WorkerPool, WorkerResponse } from './workerProtocol.ts';

/** A message to a worker: names to find, briefs to read, or the end of a reading session. Several sessions may be active. */
export type WorkerRequest = { readonly sessionId: number } & (
  | { readonly names: SearchNames }
  | { readonly uris: readonly string[] }
  | { readonly isOver: true }
);

/** Few enough that results arrive continuously. */
const FILES_PER_REQUEST = 50;
/** Requests that wait at a worker, so that it is never idle. */
const MAX_QUEUED_REQUESTS = 2;
const MAX_WORKERS = 4;
/** For the main thread and the editor: a worker on each core makes everything slower. */
const RESERVED_CORES = 1;
/** For fewer files, starting another worker and warming it up takes longer than it saves. */
const MIN_FILES_PER_WORKER = 2_500;
const IDLE_TIMEOUT_MS = 10_000;
/** What a worker allocates is short-lived: a larger young generation only delays its collection. */
const MAX_YOUNG_GENERATION_MB = 16;

interface PoolWorker {
  readonly worker: Worker;
  /** Resolvers of the requests it has not answered, in order; called with undefined when it exits. */
  readonly pending: ((response: WorkerResponse | undefined) => void)[];
}

/** `script` runs in the threads, with the arguments of this process; it must call `runWorker` there. */
export function createWorkerPool(script: string): WorkerPool {
  const workers: PoolWorker[] = [];
  let idleTimer: NodeJS.Timeout | undefined;
  let sessionCount = 0;

  const ensureWorkers = (fileCount: number) => {
    clearTimeout(idleTimer);
    const limit = Math.min(MAX_WORKERS, Math.max(1, availableParallelism() - RESERVED_CORES));
    const count = Math.min(limit, Math.ceil(fileCount / MIN_FILES_PER_WORKER));
    while (workers.length < count)
      workers.push(startWorker(script, (exited) => workers.splice(workers.indexOf(exited), 1)));
  };
  const stopWhenIdle = () => {
    clearTimeout(idleTimer);
    const stop = () => {
      if (workers.some(({ pending }) => pending.length > 0)) return stopWhenIdle();
      for (const { worker } of workers) void worker.terminate();
    };
    idleTimer = setTimeout(stop, IDLE_TIMEOUT_MS).unref();
  };
  return {
    prepare(fileCount) {
      ensureWorkers(fileCount);
      stopWhenIdle();
    },
    async *readBriefs(uris, names) {
      ensureWorkers(uris.length);
      const sessionId = ++sessionCount;
      const postToAll = (request: WorkerRequest) => {
        for (const { worker } of workers) worker.postMessage(request);
      };
      postToAll({ sessionId, names });
      try {
        const requests = Array.from({ length: Math.ceil(uris.length / FILES_PER_REQUEST) }, (_, index) =>
          uris.slice(index * FILES_PER_REQUEST, (index + 1) * FILES_PER_REQUEST),
        );
        yield* streamResponses(workers, sessionId, requests);
      } finally {
        postToAll({ sessionId, isOver: true });
        stopWhenIdle();
      }
    },
  };
}

function startWorker(script: string, onExit: (poolWorker: PoolWorker) => void): PoolWorker {
  const worker = new Worker(script, {
    argv: process.argv.slice(2),
    resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_MB },
  });
  const poolWorker: PoolWorker = { worker, pending: [] };
  worker.unref();
  worker.on('message', (response: WorkerResponse) => poolWorker.pending.shift()?.(response));
  // A worker that fails exits.
  worker.on('error', () => {});
  worker.on('exit', () => {
    onExit(poolWorker);
    for (const resolve of poolWorker.pending.splice(0)) resolve(undefined);
  });
  return poolWorker;
}

/** The responses in the order of the requests, each of which goes to the worker with the fewest. */
async function* streamResponses(
  workers: readonly PoolWorker[],
  sessionId: number,
  requests: readonly string[][],
): AsyncGenerator<ReadBatch> {
  const resolvers: ((batch: ReadBatch) => void)[] = [];
  const batches = requests.map(() => new Promise<ReadBatch>((resolve) => resolvers.push(resolve)));
  let next = 0;
  const sendNext = (poolWorker: PoolWorker, stringNumbers: number[]) => {
    const index = next++;
    const uris = requests[index];
    if (!uris) return;
    poolWorker.worker.postMessage({ sessionId, uris } satisfies WorkerRequest);
    poolWorker.pending.push((response) => {
      resolvers[index]!(response ? { ...response, stringNumbers } : unreadBatch(uris));
      if (response) sendNext(poolWorker, stringNumbers);
      else if (workers.length === 0) resolveRestUnread();
    });
  };
  const resolveRestUnread = () => {
    for (; next < requests.length; next++) resolvers[next]!(unreadBatch(requests[next]!));
  };
  for (const poolWorker of [...workers]) {
    const stringNumbers: number[] = [];
    for (let queued = 0; queued < MAX_QUEUED_REQUESTS; queued++) sendNext(poolWorker, stringNumbers);
  }
  if (workers.length === 0) resolveRestUnread();
  try {
    for (const batch of batches) yield await batch;
  } finally {
    // When the consumer stops early, no further requests are sent.
    next = requests.length;
  }
}

function unreadBatch(uris: readonly string[]): ReadBatch {
  return { batch: undefined, stringNumbers: [], unread: uris, unchanged: [] };
}
