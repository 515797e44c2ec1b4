/** What a reading thread does: it answers the questions of `readers.node.ts` until it is ended. */
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { fileStamp, readTextSync } from '../../host/nodeFiles.ts';
import type { WorkerRequest } from './workerPool.node.ts';
import { createBriefReader, type FileContent } from './workerProtocol.ts';

export function runWorker(): void {
  const readersBySession = new Map<number, ReturnType<typeof createBriefReader>>();
  parentPort?.on('message', (question: WorkerRequest) => {
    const { reading } = question;
    if ('names' in question) readersBySession.set(reading, createBriefReader(question.names, readStampedFile));
    else if ('isOver' in question) readersBySession.delete(reading);
    else {
      const answer = readersBySession.get(reading)!(question.uris);
      const { numbers, lines, ends } = answer.batch;
      parentPort?.postMessage(answer, [numbers.buffer, lines.buffer, ends.buffer] as ArrayBuffer[]);
    }
  });
}

function readStampedFile(uri: string): FileContent {
  const path = fileURLToPath(uri);
  const stamp = fileStamp(path);
  try {
    return { stamp, text: readTextSync(path) };
  } catch {
    return { stamp, text: undefined };
  }
}
