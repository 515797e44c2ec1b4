/** The server as the preview and the sign-off sheet see it. */
import type { Event } from 'vscode';
import type { PreviewRequests } from '../../../../server/src/protocol/preview';

export interface PreviewServer {
  /** Null if the file is not an open brief. Throws while no server is running. */
  request<Method extends keyof PreviewRequests>(
    method: Method,
    params: PreviewRequests[Method]['params'],
  ): Promise<PreviewRequests[Method]['result'] | null>;
  /** Fires when a server has started or when the registries have changed. */
  readonly onDidChange: Event<void>;
}
