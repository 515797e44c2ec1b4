/** Threads of this process that read briefs. They come when there is much to read, and go when it is read. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadBatch, Readers } from './reading.ts';

/** What a thread is asked: to look for names from now on, or to read files. */
export type Question = { readonly names: string } | { readonly uris: readonly string[] };

/** So many files are one question: few enough that what is read comes in as it is read. */
const FILES = 50;
/** So many questions wait for a thread, which is never without work then. */
const AHEAD = 2;
const MOST_THREADS = 4;
/** Threads that nobody asks anything go after so long. */
const PATIENCE_MS = 10_000;
/** Facts are short-lived here: with more room for them the thread would only keep more garbage. */
const YOUNG_MB = 16;

/** `script` is what the threads run: it must call `answerAsReader` in them. */
export function createReaders(script: string): Readers {
  let ready: { readonly threads: readonly Worker[]; readonly patience: NodeJS.Timeout } | undefined;

  const start = () =>
    Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () => {
      const thread = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
      thread.unref();
      return thread;
    });
  const stop = (threads: readonly Worker[]) => {
    for (const thread of threads) void thread.terminate();
  };
  const take = () => {
    const threads = ready?.threads;
    clearTimeout(ready?.patience);
    ready = undefined;
    return threads ?? start();
  };
  return {
    getReady() {
      if (ready) return;
      const threads = start();
      const patience = setTimeout(() => stop(take()), PATIENCE_MS).unref();
      ready = { threads, patience };
    },
    async *read(uris, names) {
      const threads = take();
      try {
        for (const thread of threads) thread.postMessage({ names } satisfies Question);
        const questions = Array.from({ length: Math.ceil(uris.length / FILES) }, (_, index) =>
          uris.slice(index * FILES, (index + 1) * FILES),
        );
        yield* answersOf(threads, questions);
      } finally {
        stop(threads);
      }
    },
  };
}

/** The answers in the order of the questions, each of which goes to the thread with the fewest. */
async function* answersOf(threads: readonly Worker[], questions: readonly string[][]): AsyncGenerator<ReadBatch> {
  const resolvers: ((answer: ReadBatch) => void)[] = [];
  const answers = questions.map(() => new Promise<ReadBatch>((resolve) => resolvers.push(resolve)));
  let next = 0;
  let alive = threads.length;
  const giveUp = (number: number) => resolvers[number]!({ batch: undefined, left: questions[number]! });
  for (const thread of threads) {
    const asked: number[] = [];
    const ask = () => {
      if (next === questions.length) return;
      thread.postMessage({ uris: questions[next]! } satisfies Question);
      asked.push(next++);
    };
    thread.on('message', (answer: ReadBatch) => {
      resolvers[asked.shift()!]!(answer);
      ask();
    });
    thread.on('error', () => {});
    thread.on('exit', () => {
      for (const number of asked) giveUp(number);
      if (--alive === 0) while (next < questions.length) giveUp(next++);
    });
    for (let ahead = 0; ahead < AHEAD; ahead++) ask();
  }
  for (const answer of answers) yield await answer;
}
