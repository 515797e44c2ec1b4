/** What pictures may ask of the server. */
import type { PictureRequests } from '../../../../server/src/protocol/pictures';

export interface PictureServer {
  /** Throws while no server is running. */
  request<Method extends keyof PictureRequests>(
    method: Method,
    params: PictureRequests[Method]['params'],
  ): Promise<PictureRequests[Method]['result']>;
}
