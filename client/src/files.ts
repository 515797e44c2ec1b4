/** What the server may ask the client to do, because only the client can reach files that are not on this machine's disk. */
import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BRIEF_GLOB, NEVER_READ, REGISTRY_GLOBS } from '../../server/src/host/fileNames';

const neverRead = `{${NEVER_READ.join(',')}}`;

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('briefmark/files', ({ folders }: { folders: string[] }) => list(folders));
  client.onRequest('briefmark/read', ({ uri }: { uri: string }) => read(uri));
}

async function list(folders: string[]): Promise<string[]> {
  const searches = folders.flatMap((folder) =>
    [BRIEF_GLOB, ...REGISTRY_GLOBS].map((pattern) =>
      workspace.findFiles(new RelativePattern(Uri.parse(folder), pattern), neverRead),
    ),
  );
  const found = (await Promise.all(searches)).flat();
  return [...new Set(found.map((uri) => uri.toString()))];
}

async function read(uri: string): Promise<string> {
  // TextDecoder drops a byte order mark and never fails on bytes that are not UTF-8.
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
}
