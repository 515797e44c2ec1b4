/** Threads of this process that read briefs. They come when there is much to read, and go when nobody has asked for a while. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadBatch, SearchNames, WorkerPool, WorkerResponse } from './workerProtocol.ts';

/** What a thread is told of a reading, of which there may be several at a time: what names to look for, which files to read, that it is over. */
export type WorkerRequest = { readonly reading: number } & (
  | { readonly names: SearchNames }
  | { readonly uris: readonly string[] }
  | { readonly isOver: true }
);

/** So many files are one question: few enough that what is read comes in as it is read. */
const FILES_PER_REQUEST = 50;
/** So many questions wait for a thread, which is never without work then. */
const MAX_QUEUED_REQUESTS = 2;
const MAX_WORKERS = 4;
/** The rest of the process, and the editor, need one, too: with as many threads as there are cores all is slower. */
const RESERVED_CORES = 1;
/** For fewer files than that another thread takes longer to come, and to get quick, than it helps. */
const MIN_FILES_PER_WORKER = 2_500;
const IDLE_TIMEOUT_MS = 10_000;
/** What is read is short-lived: with more room for it a thread would only keep more garbage. */
const MAX_YOUNG_GENERATION_MB = 16;

interface PoolWorker {
  readonly worker: Worker;
  /** Who waits for the answers to what it was asked. */
  readonly pending: ((answer: WorkerResponse | undefined) => void)[];
}

/** `script` is what the threads run: it must call `answerAsReader` in them. */
export function createWorkerPool(script: string): WorkerPool {
  const workers: PoolWorker[] = [];
  let idleTimer: NodeJS.Timeout | undefined;
  let sessionCount = 0;

  const ensureWorkers = (files: number) => {
    clearTimeout(idleTimer);
    const most = Math.min(MAX_WORKERS, Math.max(1, availableParallelism() - RESERVED_CORES));
    const count = Math.min(most, Math.ceil(files / MIN_FILES_PER_WORKER));
    while (workers.length < count)
      workers.push(startWorker(script, (gone) => workers.splice(workers.indexOf(gone), 1)));
  };
  const stopWhenIdle = () => {
    clearTimeout(idleTimer);
    const stop = () => {
      if (workers.some(({ pending: waiting }) => waiting.length > 0)) return stopWhenIdle();
      for (const { worker } of workers) void worker.terminate();
    };
    idleTimer = setTimeout(stop, IDLE_TIMEOUT_MS).unref();
  };
  return {
    prepare(files) {
      ensureWorkers(files);
      stopWhenIdle();
    },
    async *readBriefs(uris, names) {
      ensureWorkers(uris.length);
      const reading = ++sessionCount;
      const tellAll = (question: WorkerRequest) => {
        for (const { worker } of workers) worker.postMessage(question);
      };
      tellAll({ reading, names });
      try {
        const questions = Array.from({ length: Math.ceil(uris.length / FILES_PER_REQUEST) }, (_, index) =>
          uris.slice(index * FILES_PER_REQUEST, (index + 1) * FILES_PER_REQUEST),
        );
        yield* streamResponses(workers, reading, questions);
      } finally {
        tellAll({ reading, isOver: true });
        stopWhenIdle();
      }
    },
  };
}

function startWorker(script: string, onExit: (poolWorker: PoolWorker) => void): PoolWorker {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_MB } });
  const poolWorker: PoolWorker = { worker, pending: [] };
  worker.unref();
  worker.on('message', (answer: WorkerResponse) => poolWorker.pending.shift()?.(answer));
  // A thread that fails ends, and leaves what it was asked.
  worker.on('error', () => {});
  worker.on('exit', () => {
    onExit(poolWorker);
    for (const answer of poolWorker.pending.splice(0)) answer(undefined);
  });
  return poolWorker;
}

/** The answers in the order of the questions, each of which goes to the thread with the fewest. */
async function* streamResponses(
  workers: readonly PoolWorker[],
  sessionId: number,
  requests: readonly string[][],
): AsyncGenerator<ReadBatch> {
  const resolvers: ((answer: ReadBatch) => void)[] = [];
  const responses = requests.map(() => new Promise<ReadBatch>((resolve) => resolvers.push(resolve)));
  let next = 0;
  const sendNext = (thread: PoolWorker, known: number[]) => {
    const number = next++;
    const uris = requests[number];
    if (!uris) return;
    thread.worker.postMessage({ reading: sessionId, uris } satisfies WorkerRequest);
    thread.pending.push((answer) => {
      resolvers[number]!(answer ? { ...answer, known } : unreadBatch(uris));
      if (answer) sendNext(thread, known);
      else if (workers.length === 0) resolveRestUnread();
    });
  };
  const resolveRestUnread = () => {
    for (; next < requests.length; next++) resolvers[next]!(unreadBatch(requests[next]!));
  };
  for (const thread of [...workers]) {
    const known: number[] = [];
    for (let ahead = 0; ahead < MAX_QUEUED_REQUESTS; ahead++) sendNext(thread, known);
  }
  if (workers.length === 0) resolveRestUnread();
  try {
    for (const answer of responses) yield await answer;
  } finally {
    // Whoever stops early: what was asked is answered, and nothing more is.
    next = requests.length;
  }
}

function unreadBatch(uris: readonly string[]): ReadBatch {
  return { batch: undefined, known: [], unread: uris, unchanged: [] };
}
