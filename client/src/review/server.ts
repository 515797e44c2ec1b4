/** The server as reviews see it. */
import type { Event } from 'vscode';
import type { ServerCommands } from '../../../server/src/protocol/commands';
import type { ReviewRequests } from '../../../server/src/protocol/review';

type EditReview = ServerCommands['briefmark.server.editReview'];

/** Null if the file is not an open brief. Throws while no server is running. */
export type ReviewRequest = <Method extends keyof ReviewRequests>(
  method: Method,
  params: ReviewRequests[Method]['params'],
) => Promise<ReviewRequests[Method]['result'] | null>;

export interface ReviewServer {
  readonly request: ReviewRequest;
  /** Throws an error with a message for the user if the server refuses. */
  ask(command: 'briefmark.server.editReview', params: EditReview['params']): Promise<EditReview['result'] | undefined>;
  /** Fires when a server has started, and when anything that views show has changed. */
  readonly onDidChange: Event<void>;
}
