/** Files on this machine's disk; those elsewhere are asked of the client. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from './host.ts';
import { findFiles, readText } from './nodeFiles.ts';

export function createNodeHost(elsewhere: Host): Host {
  const isHere = (uri: string) => uri.startsWith('file:');
  return {
    async list(folders, exclude) {
      const here = folders.filter(isHere).map((folder) => findFiles(fileURLToPath(folder), exclude));
      const away = folders.filter((folder) => !isHere(folder));
      const paths = (await Promise.all(here)).flat();
      const uris = paths.map((path) => pathToFileURL(path).href);
      return [...new Set([...uris, ...(away.length > 0 ? await elsewhere.list(away, exclude) : [])])];
    },
    async read(uri) {
      if (!isHere(uri)) return elsewhere.read(uri);
      try {
        return await readText(fileURLToPath(uri));
      } catch {
        return undefined;
      }
    },
  };
}
