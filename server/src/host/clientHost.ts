/** Files that only the client can reach: in the browser, on a remote or virtual file system. */
import ignore from 'ignore';
import type { Connection } from 'vscode-languageserver';
import type { Host } from './host.ts';

/** Asks the client of `connection`. A client that does not know how answers with an error: there are no files then. */
export function createClientHost(connection: Connection): Host {
  return {
    async list(folders, exclude) {
      const lists = await Promise.all(
        folders.map(async (folder) => {
          const base = folder.endsWith('/') ? folder : `${folder}/`;
          const files = await connection.sendRequest<string[]>('briefmark/files', { folders: [folder] });
          const patterns = ignore().add([...exclude]);
          return files.filter(
            (uri) => !uri.startsWith(base) || !patterns.ignores(decodeURIComponent(uri.slice(base.length))),
          );
        }),
      );
      return [...new Set(lists.flat())];
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
