/** What a reading thread does: it answers the questions of `readers.node.ts` until it is ended. */
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { readTextAtOnce, stampOf } from '../host/nodeFiles.ts';
import { createNameFinder } from '../model/names.ts';
import type { Question } from './readers.node.ts';
import { finderOf, readBatch } from './reading.ts';

export function answerAsReader(): void {
  let finder = createNameFinder([]);
  parentPort?.on('message', (question: Question) => {
    if ('names' in question) finder = finderOf(question.names);
    else {
      const answer = readBatch(question.uris, finder, textOf, (uri) => stampOf(fileURLToPath(uri)));
      const { numbers, lines, ends } = answer.batch!;
      parentPort?.postMessage(answer, [numbers.buffer, lines.buffer, ends.buffer] as ArrayBuffer[]);
    }
  });
}

function textOf(uri: string): string | undefined {
  try {
    return readTextAtOnce(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
