/** Threads of this process that read briefs. They come when there is much to read, and go when nobody has asked for a while. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, ReadBatch, Readers, ReadingNames } from './workerProtocol.ts';

/** What a thread is told of a reading, of which there may be several at a time: what names to look for, which files to read, that it is over. */
export type Question = { readonly reading: number } & (
  | { readonly names: ReadingNames }
  | { readonly uris: readonly string[] }
  | { readonly isOver: true }
);

/** So many files are one question: few enough that what is read comes in as it is read. */
const FILES = 50;
/** So many questions wait for a thread, which is never without work then. */
const AHEAD = 2;
const MOST_THREADS = 4;
/** The rest of the process, and the editor, need one, too: with as many threads as there are cores all is slower. */
const CORES_FOR_OTHERS = 1;
/** For fewer files than that another thread takes longer to come, and to get quick, than it helps. */
const FILES_PER_THREAD = 2_500;
const PATIENCE_MS = 10_000;
/** What is read is short-lived: with more room for it a thread would only keep more garbage. */
const YOUNG_MB = 16;

interface Thread {
  readonly worker: Worker;
  /** Who waits for the answers to what it was asked. */
  readonly waiting: ((answer: Answer | undefined) => void)[];
}

/** `script` is what the threads run: it must call `answerAsReader` in them. */
export function createReaders(script: string): Readers {
  const threads: Thread[] = [];
  let patience: NodeJS.Timeout | undefined;
  let readings = 0;

  const start = (files: number) => {
    clearTimeout(patience);
    const most = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - CORES_FOR_OTHERS));
    const count = Math.min(most, Math.ceil(files / FILES_PER_THREAD));
    while (threads.length < count)
      threads.push(startThread(script, (gone) => threads.splice(threads.indexOf(gone), 1)));
  };
  const stopSoon = () => {
    clearTimeout(patience);
    const stop = () => {
      if (threads.some(({ waiting }) => waiting.length > 0)) return stopSoon();
      for (const { worker } of threads) void worker.terminate();
    };
    patience = setTimeout(stop, PATIENCE_MS).unref();
  };
  return {
    getReady(files) {
      start(files);
      stopSoon();
    },
    async *read(uris, names) {
      start(uris.length);
      const reading = ++readings;
      const tellAll = (question: Question) => {
        for (const { worker } of threads) worker.postMessage(question);
      };
      tellAll({ reading, names });
      try {
        const questions = Array.from({ length: Math.ceil(uris.length / FILES) }, (_, index) =>
          uris.slice(index * FILES, (index + 1) * FILES),
        );
        yield* answersOf(threads, reading, questions);
      } finally {
        tellAll({ reading, isOver: true });
        stopSoon();
      }
    },
  };
}

function startThread(script: string, onGone: (thread: Thread) => void): Thread {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const thread: Thread = { worker, waiting: [] };
  worker.unref();
  worker.on('message', (answer: Answer) => thread.waiting.shift()?.(answer));
  // A thread that fails ends, and leaves what it was asked.
  worker.on('error', () => {});
  worker.on('exit', () => {
    onGone(thread);
    for (const answer of thread.waiting.splice(0)) answer(undefined);
  });
  return thread;
}

/** The answers in the order of the questions, each of which goes to the thread with the fewest. */
async function* answersOf(
  threads: readonly Thread[],
  reading: number,
  questions: readonly string[][],
): AsyncGenerator<ReadBatch> {
  const resolvers: ((answer: ReadBatch) => void)[] = [];
  const answers = questions.map(() => new Promise<ReadBatch>((resolve) => resolvers.push(resolve)));
  let next = 0;
  const ask = (thread: Thread, known: number[]) => {
    const number = next++;
    const uris = questions[number];
    if (!uris) return;
    thread.worker.postMessage({ reading, uris } satisfies Question);
    thread.waiting.push((answer) => {
      resolvers[number]!(answer ? { ...answer, known } : leftOver(uris));
      if (answer) ask(thread, known);
      else if (threads.length === 0) leaveTheRest();
    });
  };
  const leaveTheRest = () => {
    for (; next < questions.length; next++) resolvers[next]!(leftOver(questions[next]!));
  };
  for (const thread of [...threads]) {
    const known: number[] = [];
    for (let ahead = 0; ahead < AHEAD; ahead++) ask(thread, known);
  }
  if (threads.length === 0) leaveTheRest();
  try {
    for (const answer of answers) yield await answer;
  } finally {
    // Whoever stops early: what was asked is answered, and nothing more is.
    next = questions.length;
  }
}

function leftOver(uris: readonly string[]): ReadBatch {
  return { batch: undefined, known: [], left: uris, same: [] };
}
