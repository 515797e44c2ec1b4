/** Files that only the client can reach: in a browser, on a remote or virtual file system. */
import type { Connection } from 'vscode-languageserver';
import type { FileRequests } from '../protocol/files.ts';
import { createFileFilter } from './exclusions.ts';
import type { Host } from './host.ts';
import { normalizeUri } from './uris.ts';

/** Reads files through the client. A client that does not know these requests answers with an error: it has no files. */
export function createClientHost(connection: Connection): Host {
  const request = <Method extends keyof FileRequests>(
    method: Method,
    params: FileRequests[Method]['params'],
  ): Promise<FileRequests[Method]['result']> => connection.sendRequest(method, params);
  return {
    identityOf: normalizeUri,
    stampOf: () => undefined,
    foldersFor: () => [],
    async list(roots) {
      const withTexts = roots.some(({ include }) => include.length > 0);
      const files = await request('briefmark/files', { folders: roots.map(({ uri }) => uri), withTexts });
      const uris = [...new Set(files.map(normalizeUri))].filter(createFileFilter(roots).isRead);
      return { uris: uris.sort(), passedOver: [] };
    },
    async read(uri) {
      try {
        const read = await request('briefmark/read', { uri });
        return typeof read === 'string' ? { text: read } : { text: undefined, note: read.note };
      } catch {
        return { text: undefined };
      }
    },
  };
}
