/** Threads that check briefs. On large folders, all cores work. */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CheckSettings } from '../rules/engine/settings.ts';
import type { BriefCheck } from './checkBriefFile.ts';
import type { Definitions, ProjectFile } from './project.ts';

/** Briefs to check, and what was found in them, in the same order. */
export type CheckRequest = readonly {
  readonly uri: string;
  readonly name: string;
  readonly text: string;
  readonly settings: CheckSettings;
}[];
export type CheckResponse = readonly BriefCheck[];

export interface CheckPool {
  /** Takes a brief, as soon as few enough are waiting. The returned function gives its check, after `finish`. */
  readonly add: (file: ProjectFile, settings: CheckSettings) => Promise<() => BriefCheck>;
  /** Waits until everything is checked. Rejects if a thread has failed. */
  readonly finish: () => Promise<void>;
  /** Ends the threads, without which the process does not end. */
  readonly stop: () => Promise<void>;
}

/** For fewer files, starting another thread and warming it up takes longer than it saves. */
export const MIN_FILES_PER_THREAD = 1_000;
const MAX_THREADS = 16;
/** Few enough that all threads have work until the end. */
const FILES_PER_REQUEST = 20;
/** Requests that wait for a thread, so that none is idle and not all texts are in memory. */
const MAX_WAITING_PER_THREAD = 3;

/** How many threads check this many briefs: one for few, else as many as there are cores, or as the user says. */
export function threadCountFor(briefCount: number, wanted: number | undefined): number {
  if (wanted !== undefined) return Math.min(wanted, Math.max(1, briefCount));
  return Math.max(1, Math.min(MAX_THREADS, availableParallelism(), Math.floor(briefCount / MIN_FILES_PER_THREAD)));
}

/** `script` is run in each thread, and has to export `runCheckWorker`. */
export function createCheckPool(script: string, threadCount: number, definitions: Definitions): CheckPool {
  const code = `require(${JSON.stringify(script)}).runCheckWorker()`;
  const threads = Array.from({ length: threadCount }, () =>
    createThread(new Worker(code, { eval: true, workerData: definitions })),
  );
  let waiting: { readonly brief: CheckRequest[number]; readonly resolve: (check: BriefCheck) => void }[] = [];

  const send = () => {
    const sent = waiting;
    waiting = [];
    if (sent.length === 0) return;
    const thread = threads.reduce((best, one) => (one.pending() < best.pending() ? one : best));
    thread.send(
      sent.map(({ brief }) => brief),
      (checks) => {
        for (const [index, { resolve }] of sent.entries()) resolve(checks[index]!);
      },
    );
  };
  return {
    async add({ uri, name, text }, settings) {
      let check: BriefCheck | undefined;
      waiting.push({
        brief: { uri, name, text, settings },
        resolve: (done) => {
          check = done;
        },
      });
      if (waiting.length >= FILES_PER_REQUEST) {
        send();
        while (threads.every((thread) => thread.pending() >= MAX_WAITING_PER_THREAD))
          await Promise.race(threads.map((thread) => thread.next()));
      }
      return () => check!;
    },
    async finish() {
      send();
      for (const thread of threads) while (thread.pending() > 0) await thread.next();
    },
    async stop() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** A worker that answers requests in their order. */
function createThread(worker: Worker) {
  const pending: {
    readonly answer: (checks: CheckResponse) => void;
    readonly done: Promise<void>;
    readonly settle: (error?: unknown) => void;
  }[] = [];
  let failure: unknown;
  worker.on('message', (checks: CheckResponse) => {
    const { answer, settle } = pending.shift()!;
    answer(checks);
    settle();
  });
  worker.on('error', (error) => {
    failure = error;
    for (const { settle } of pending) settle(error);
  });
  return {
    pending: () => pending.length,
    send(request: CheckRequest, answer: (checks: CheckResponse) => void) {
      if (failure) throw failure;
      let settle: (error?: unknown) => void = () => {};
      const done = new Promise<void>((resolve, reject) => {
        settle = (error) => (error ? reject(error) : resolve());
      });
      // A failure reaches the caller that waits for it; without one, it is no unhandled rejection.
      done.catch(() => {});
      pending.push({ answer, done, settle });
      worker.postMessage(request);
    },
    /** When the oldest request is answered. */
    next: () => pending[0]!.done,
    end: () => worker.terminate(),
  };
}
