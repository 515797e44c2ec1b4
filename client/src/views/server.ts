/** The server as the views see it. */
import type { Event } from 'vscode';
import type { ViewRequests } from '../../../server/src/protocol/views';

export interface ViewServer {
  /** Rejects while no server is running. */
  request<Method extends keyof ViewRequests>(
    method: Method,
    params: ViewRequests[Method]['params'],
  ): Promise<ViewRequests[Method]['result']>;
  /** Fires when a server has started or when data of the views has changed. */
  readonly onDidChange: Event<void>;
}

/** Returns a function that requests a value and applies it, unless a newer request was made in the meantime. */
export function latestOnly<T>(ask: () => Promise<T>, apply: (answer: T) => void): () => Promise<void> {
  let lastRequest = 0;
  return async () => {
    const request = ++lastRequest;
    const answer = await ask();
    if (request === lastRequest) apply(answer);
  };
}
