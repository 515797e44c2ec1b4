/** What the server may ask the client to do, because only the client can reach files that are not on this machine's disk. */
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  BRIEF_GLOB,
  isBriefName,
  isRegistryName,
  NEVER_ENTERED,
  REGISTRY_GLOBS,
} from '../../../server/src/protocol/fileNames';

const neverRead = `{${NEVER_ENTERED.map((name) => `**/${name}/**`).join(',')}}`;

/** Where VS Code can search. Of other places it would wait for someone to search them, without end. */
const searchable = new Set(['file', 'vscode-remote', 'vscode-vfs']);

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('briefmark/files', ({ folders }: { folders: string[] }) => list(folders));
  client.onRequest('briefmark/read', ({ uri }: { uri: string }) => read(uri));
}

async function list(folders: string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => filesIn(Uri.parse(folder))));
  return [...new Set(found.flat().map((uri) => uri.toString()))];
}

/** The briefs and registries in a folder. */
export async function filesIn(folder: Uri): Promise<Uri[]> {
  if (!searchable.has(folder.scheme)) return walk(folder);
  const searches = [BRIEF_GLOB, ...REGISTRY_GLOBS].map((pattern) =>
    workspace.findFiles(new RelativePattern(folder, pattern), neverRead),
  );
  return (await Promise.all(searches)).flat();
}

/** The same, folder by folder. Links are not followed: they may lead round in a circle. */
async function walk(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const found = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) return NEVER_ENTERED.includes(name) ? [] : walk(uri);
    return isBriefName(name) || isRegistryName(name) ? [uri] : [];
  });
  return (await Promise.all(found)).flat();
}

async function read(uri: string): Promise<string> {
  // TextDecoder drops a byte order mark and never fails on bytes that are not UTF-8.
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
}
