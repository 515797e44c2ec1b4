/** Files on this machine's disk; those elsewhere are asked of the client. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from './host.ts';
import { findFiles, readTextAtOnce } from './nodeFiles.ts';

export function createNodeHost(elsewhere: Host): Host {
  const isHere = (uri: string) => uri.startsWith('file:');
  return {
    async list(roots) {
      const here = roots.filter(({ uri }) => isHere(uri));
      const away = roots.filter(({ uri }) => !isHere(uri));
      const found = here.map(({ uri, exclude }) => findFiles(fileURLToPath(uri), exclude));
      const paths = (await Promise.all(found)).flat();
      const uris = paths.map((path) => pathToFileURL(path).href);
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
