/** What a reading thread does: it answers the questions of `readers.node.ts` until it is ended. */
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { readTextAtOnce, stampOf } from '../host/nodeFiles.ts';
import type { Question } from './readers.node.ts';
import { createReader, type ReadingNames } from './reading.ts';

export function answerAsReader(): void {
  let read = readWith({ names: '[]' });
  parentPort?.on('message', (question: Question) => {
    if ('names' in question) read = readWith(question);
    else {
      const answer = read(question.uris);
      const { numbers, lines, ends } = answer.batch;
      parentPort?.postMessage(answer, [numbers.buffer, lines.buffer, ends.buffer] as ArrayBuffer[]);
    }
  });
}

function readWith(names: ReadingNames) {
  return createReader(names, textOf, (uri) => stampOf(fileURLToPath(uri)));
}

function textOf(uri: string): string | undefined {
  try {
    return readTextAtOnce(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
