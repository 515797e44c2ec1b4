/** Files on this machine's disk; those elsewhere are asked of the client. */
import { fileURLToPath } from 'node:url';
import type { Host } from './host.ts';
import { findNames, readTextAtOnce } from './nodeFiles.ts';
import { urisIn } from './nodeUris.ts';

export function createNodeHost(elsewhere: Host): Host {
  const isHere = (uri: string) => uri.startsWith('file:');
  return {
    async list(roots) {
      const here = roots.filter(({ uri }) => isHere(uri));
      const away = roots.filter(({ uri }) => !isHere(uri));
      const found = here.map(async ({ uri, exclude }) => {
        const folder = fileURLToPath(uri);
        return urisIn(folder, await findNames(folder, exclude));
      });
      const uris = (await Promise.all(found)).flat();
      return [...new Set([...uris, ...(away.length > 0 ? await elsewhere.list(away) : [])])];
    },
    async read(uri) {
      if (!isHere(uri)) return elsewhere.read(uri);
      try {
        return readTextAtOnce(fileURLToPath(uri));
      } catch {
        return undefined;
      }
    },
  };
}
