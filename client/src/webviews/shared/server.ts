/** The server as the graph and the timeline see it. */
import type { PictureRequests } from '../../../../server/src/protocol/pictures';

export interface PictureServer {
  /** Rejects while no server is running. */
  request<Method extends keyof PictureRequests>(
    method: Method,
    params: PictureRequests[Method]['params'],
  ): Promise<PictureRequests[Method]['result']>;
}
