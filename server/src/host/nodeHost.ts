/** Files on the disk of this machine; others are requested from the client. */
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { createGlobFilter } from '../base/text/globs.ts';
import type { FileList, Host, Root } from './host.ts';
import { fileStamp, findFiles, findRegistryNames, foldersUpToRepository, readTextSync } from './nodeFiles.ts';
import { fileIdentity, toFileUri, toFileUris, toPath } from './nodeUris.ts';

export function createNodeHost(clientHost: Host): Host {
  const isLocal = (uri: string) => uri.startsWith('file:');
  return {
    home: toFileUri(homedir()),
    identityOf: (uri) => fileIdentity(uri),
    stampOf: (uri) => (isLocal(uri) ? fileStamp(toPath(uri)) : undefined),
    foldersFor: (uri) =>
      isLocal(uri) ? foldersUpToRepository(dirname(toPath(uri))).map((folder) => toFileUri(folder)) : [],
    async list(roots) {
      const remote = roots.filter(({ uri }) => !isLocal(uri));
      const lists = await Promise.all([
        ...roots.filter(({ uri }) => isLocal(uri)).map(listFolder),
        ...(remote.length > 0 ? [clientHost.list(remote)] : []),
      ]);
      const passedOver = lists.flatMap((list) => list.passedOver);
      return { uris: [...new Set(lists.flatMap(({ uris }) => uris))].sort(), passedOver };
    },
    async read(uri) {
      return isLocal(uri) ? readTextSync(toPath(uri)) : clientHost.read(uri);
    },
  };
}

async function listFolder({ uri, exclude, include, isShallow }: Root): Promise<FileList> {
  const folder = toPath(uri);
  if (isShallow) return { uris: toFileUris(folder, await findRegistryNames(folder, exclude)), passedOver: [] };
  const { paths, passedOver, documents } = await findFiles(folder, exclude);
  return {
    uris: toFileUris(folder, [...paths, ...documents.filter(createGlobFilter(include))]),
    passedOver: passedOver.map(({ path, note }) => ({ uri: path === '' ? uri : toFileUris(folder, [path])[0]!, note })),
  };
}
