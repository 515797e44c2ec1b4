/** What a reading thread does: it answers the questions of `readers.node.ts` until it is ended. */
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { readTextAtOnce, stampOf } from '../../host/nodeFiles.ts';
import type { Question } from './workerPool.node.ts';
import { createReader, type Seen } from './workerProtocol.ts';

export function answerAsReader(): void {
  const readers = new Map<number, ReturnType<typeof createReader>>();
  parentPort?.on('message', (question: Question) => {
    const { reading } = question;
    if ('names' in question) readers.set(reading, createReader(question.names, look));
    else if ('isOver' in question) readers.delete(reading);
    else {
      const answer = readers.get(reading)!(question.uris);
      const { numbers, lines, ends } = answer.batch;
      parentPort?.postMessage(answer, [numbers.buffer, lines.buffer, ends.buffer] as ArrayBuffer[]);
    }
  });
}

function look(uri: string): Seen {
  const path = fileURLToPath(uri);
  const stamp = stampOf(path);
  try {
    return { stamp, text: readTextAtOnce(path) };
  } catch {
    return { stamp, text: undefined };
  }
}
