/** Files that only the client can reach: in the browser, on a remote or virtual file system. */
import type { Connection } from 'vscode-languageserver';
import { createInclusionFilter } from './exclusions.ts';
import type { Host } from './host.ts';

/** Asks the client of `connection`. A client that does not know how answers with an error: there are no files then. */
export function createClientHost(connection: Connection): Host {
  return {
    async list(roots) {
      const folders = roots.map(({ uri }) => uri);
      const files = await connection.sendRequest<string[]>('briefmark/files', { folders });
      return [...new Set(files)].filter(createInclusionFilter(roots));
    },
    async read(uri) {
      try {
        return await connection.sendRequest<string>('briefmark/read', { uri });
      } catch {
        return undefined;
      }
    },
  };
}
