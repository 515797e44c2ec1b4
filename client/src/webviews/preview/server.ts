/** The server as the preview sees it. */
import type { Event } from 'vscode';
import type { PreviewRequests } from '../../../../server/src/protocol/preview';

export interface PreviewServer {
  /** Null where the file is no brief that is open. Throws while no server is running. */
  request<Method extends keyof PreviewRequests>(
    method: Method,
    params: PreviewRequests[Method]['params'],
  ): Promise<PreviewRequests[Method]['result'] | null>;
  /** Fires when a server has started or when the registries have changed. */
  readonly onDidChange: Event<void>;
}
