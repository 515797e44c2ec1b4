/** Files on the disk of this machine; others are requested from the client. */
import type { Host } from './host.ts';
import { findFilePaths, readTextSync } from './nodeFiles.ts';
import { fileIdentity, toFileUris, toPath } from './nodeUris.ts';

export function createNodeHost(clientHost: Host): Host {
  const isLocal = (uri: string) => uri.startsWith('file:');
  return {
    identityOf: (uri) => fileIdentity(uri),
    async list(roots) {
      const local = roots.filter(({ uri }) => isLocal(uri));
      const remote = roots.filter(({ uri }) => !isLocal(uri));
      const found = local.map(async ({ uri, exclude }) => {
        const folder = toPath(uri);
        return toFileUris(folder, await findFilePaths(folder, exclude));
      });
      const uris = (await Promise.all(found)).flat();
      return [...new Set([...uris, ...(remote.length > 0 ? await clientHost.list(remote) : [])])];
    },
    async read(uri) {
      if (!isLocal(uri)) return clientHost.read(uri);
      try {
        return readTextSync(toPath(uri));
      } catch {
        return undefined;
      }
    },
  };
}
