/** Files on this machine's disk; those elsewhere are asked of the client. */
import { fileURLToPath } from 'node:url';
import type { Host } from './host.ts';
import { findFilePaths, readTextSync } from './nodeFiles.ts';
import { toFileUris } from './nodeUris.ts';

export function createNodeHost(clientHost: Host): Host {
  const isLocal = (uri: string) => uri.startsWith('file:');
  return {
    async list(roots) {
      const here = roots.filter(({ uri }) => isLocal(uri));
      const away = roots.filter(({ uri }) => !isLocal(uri));
      const found = here.map(async ({ uri, exclude }) => {
        const folder = fileURLToPath(uri);
        return toFileUris(folder, await findFilePaths(folder, exclude));
      });
      const uris = (await Promise.all(found)).flat();
      return [...new Set([...uris, ...(away.length > 0 ? await clientHost.list(away) : [])])];
    },
    async read(uri) {
      if (!isLocal(uri)) return clientHost.read(uri);
      try {
        return readTextSync(fileURLToPath(uri));
      } catch {
        return undefined;
      }
    },
  };
}
