/** A worker thread that reads briefs: it answers the requests of `workerPool.node.ts` until it is terminated. */
import { parentPort } from 'node:worker_threads';
import { fileStamp, readTextSync } from '../../host/nodeFiles.ts';
import { toPath } from '../../host/nodeUris.ts';
import type { WorkerRequest } from './workerPool.node.ts';
import { createBriefReader, type FileContent } from './workerProtocol.ts';

export function runWorker(): void {
  const readersBySession = new Map<number, ReturnType<typeof createBriefReader>>();
  parentPort?.on('message', (request: WorkerRequest) => {
    const { sessionId } = request;
    if ('names' in request) readersBySession.set(sessionId, createBriefReader(request.names, readStampedFile));
    else if ('isOver' in request) readersBySession.delete(sessionId);
    else {
      const response = readersBySession.get(sessionId)!(request.uris);
      const { numbers, lines, ends } = response.batch;
      parentPort?.postMessage(response, [numbers.buffer, lines.buffer, ends.buffer] as ArrayBuffer[]);
    }
  });
}

function readStampedFile(uri: string): FileContent {
  const path = toPath(uri);
  return { stamp: fileStamp(path), ...readTextSync(path) };
}
