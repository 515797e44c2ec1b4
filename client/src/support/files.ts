/**
 * File access for the server, for files that only the client can read: in the browser, on a remote or virtual file
 * system.
 */
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ALWAYS_EXCLUDED_FOLDERS,
  BRIEF_GLOB,
  isBriefName,
  isProjectName,
  isRegistryName,
  isTextName,
  PROJECT_GLOB,
  REGISTRY_GLOBS,
  TEXT_GLOB,
} from '../../../server/src/protocol/fileNames';
import type { FileRequests } from '../../../server/src/protocol/files';
import { decodeText, MAX_FILE_MB } from '../../../server/src/protocol/fileText';

const excludedGlob = `{${ALWAYS_EXCLUDED_FOLDERS.map((name) => `**/${name}/**`).join(',')}}`;

/** Schemes that VS Code can search. For others, `findFiles` waits forever for a search provider. */
const searchableSchemes = new Set(['file', 'vscode-remote', 'vscode-vfs']);

export function handleFileRequests(client: BaseLanguageClient): void {
  client.onRequest('briefmark/files', (params: FileRequests['briefmark/files']['params']) => listFiles(params));
  client.onRequest<FileRequests['briefmark/read']['result'], Error>(
    'briefmark/read',
    ({ uri }: FileRequests['briefmark/read']['params']) => readText(uri),
  );
}

async function listFiles({ folders, withTexts }: FileRequests['briefmark/files']['params']): Promise<string[]> {
  const uriLists = await Promise.all(folders.map((folder) => filesIn(Uri.parse(folder), withTexts)));
  return [...new Set(uriLists.flat().map((uri) => uri.toString()))];
}

/** The briefs and registries in a folder and its subfolders; `withTexts`: and all other text files. */
export async function filesIn(folder: Uri, withTexts = false): Promise<Uri[]> {
  if (!searchableSchemes.has(folder.scheme)) return walkFolder(folder, withTexts);
  const searches = [withTexts ? `{${BRIEF_GLOB},${TEXT_GLOB}}` : BRIEF_GLOB, ...REGISTRY_GLOBS, PROJECT_GLOB].map(
    (pattern) => workspace.findFiles(new RelativePattern(folder, pattern), excludedGlob),
  );
  return (await Promise.all(searches)).flat();
}

/** The same without a search provider. Symbolic links are not followed, because they may form a cycle. */
async function walkFolder(folder: Uri, withTexts: boolean): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (listed) => listed,
    () => [],
  );
  const uriLists = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) return ALWAYS_EXCLUDED_FOLDERS.includes(name) ? [] : walkFolder(uri, withTexts);
    return isBriefName(name) || isRegistryName(name) || isProjectName(name) || (withTexts && isTextName(name))
      ? [uri]
      : [];
  });
  return (await Promise.all(uriLists)).flat();
}

async function readText(spelling: string): Promise<FileRequests['briefmark/read']['result']> {
  const uri = Uri.parse(spelling);
  const { size } = await workspace.fs.stat(uri);
  if (size > MAX_FILE_MB * 2 ** 20) return { note: 'too-large' };
  const { text, note = 'unreadable' } = decodeText(await workspace.fs.readFile(uri));
  return text ?? { note };
}
