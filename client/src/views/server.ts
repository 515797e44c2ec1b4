/** What views may ask of the server. */
import type { Event } from 'vscode';
import type { ViewRequests } from '../../../server/src/protocol/views';

export interface ViewServer {
  /** Throws while no server is running. */
  request<Method extends keyof ViewRequests>(
    method: Method,
    params: ViewRequests[Method]['params'],
  ): Promise<ViewRequests[Method]['result']>;
  /** A server has started, or what views show has changed. */
  readonly onDidChange: Event<void>;
}

/** Asks and uses the answer, unless something newer has been asked in the meantime. */
export function latestOnly<T>(ask: () => Promise<T>, apply: (answer: T) => void): () => Promise<void> {
  let lastRequest = 0;
  return async () => {
    const request = ++lastRequest;
    const answer = await ask();
    if (request === lastRequest) apply(answer);
  };
}
