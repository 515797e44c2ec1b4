/** What the server may ask the client to do, because only the client can reach files that are not on this machine's disk. */
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ALWAYS_EXCLUDED_FOLDERS,
  BRIEF_GLOB,
  isBriefName,
  isRegistryName,
  REGISTRY_GLOBS,
} from '../../../server/src/protocol/fileNames';

const excludedGlob = `{${ALWAYS_EXCLUDED_FOLDERS.map((name) => `**/${name}/**`).join(',')}}`;

/** Where VS Code can search. Of other places it would wait for someone to search them, without end. */
const searchableSchemes = new Set(['file', 'vscode-remote', 'vscode-vfs']);

export function handleFileRequests(client: BaseLanguageClient): void {
  client.onRequest('briefmark/files', ({ folders }: { folders: string[] }) => listFiles(folders));
  client.onRequest('briefmark/read', ({ uri }: { uri: string }) => readText(uri));
}

async function listFiles(folders: string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => filesIn(Uri.parse(folder))));
  return [...new Set(found.flat().map((uri) => uri.toString()))];
}

/** The briefs and registries in a folder. */
export async function filesIn(folder: Uri): Promise<Uri[]> {
  if (!searchableSchemes.has(folder.scheme)) return walkFolder(folder);
  const searches = [BRIEF_GLOB, ...REGISTRY_GLOBS].map((pattern) =>
    workspace.findFiles(new RelativePattern(folder, pattern), excludedGlob),
  );
  return (await Promise.all(searches)).flat();
}

/** The same, folder by folder. Links are not followed: they may lead round in a circle. */
async function walkFolder(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const found = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) return ALWAYS_EXCLUDED_FOLDERS.includes(name) ? [] : walkFolder(uri);
    return isBriefName(name) || isRegistryName(name) ? [uri] : [];
  });
  return (await Promise.all(found)).flat();
}

async function readText(uri: string): Promise<string> {
  // TextDecoder drops a byte order mark and never fails on bytes that are not UTF-8.
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
}
