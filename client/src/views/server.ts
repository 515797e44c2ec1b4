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
export function latest<T>(ask: () => Promise<T>, use: (answer: T) => void): () => Promise<void> {
  let asked = 0;
  return async () => {
    const mine = ++asked;
    const answer = await ask();
    if (mine === asked) use(answer);
  };
}
