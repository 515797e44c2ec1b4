/** When the server is started: VS Code wakes the extension for every YAML file, and most of them are none of ours. */
import { type Disposable, workspace } from 'vscode';
import {
  ALWAYS_EXCLUDED_FOLDERS,
  BRIEF_GLOB,
  CONFIG_GLOB,
  isBriefName,
  isConfigName,
  isRegistryName,
  REGISTRY_GLOBS,
} from '../../../server/src/protocol/fileNames';

const ownGlob = `{${[BRIEF_GLOB, ...REGISTRY_GLOBS, CONFIG_GLOB].join(',')}}`;
const excludedGlob = `{${ALWAYS_EXCLUDED_FOLDERS.map((name) => `**/${name}/**`).join(',')}}`;

/** What a decision needs to know of a document. */
interface Opened {
  readonly languageId: string;
  readonly uri: { readonly path: string };
}

/** Whether a document is a brief, a registry or a configuration. */
export function isOwnDocument({ languageId, uri: { path } }: Opened): boolean {
  return languageId === 'brief' || isBriefName(path) || isRegistryName(path) || isConfigName(path);
}

/** Whether the extension may have been woken by the YAML file of somebody else, and by nothing else. */
export function mayBeWokenInVain(documents: readonly Opened[]): boolean {
  return documents.some(({ languageId }) => languageId === 'yaml') && !documents.some(isOwnDocument);
}

/** Starts the server now, or when the first file of ours is opened if there is none in the workspace. */
export async function startWhenNeeded(start: () => Promise<void>): Promise<Disposable | undefined> {
  const isInVain =
    mayBeWokenInVain(workspace.textDocuments) && (await workspace.findFiles(ownGlob, excludedGlob, 1)).length === 0;
  if (!isInVain) return void (await start());
  const waiting = workspace.onDidOpenTextDocument((document) => {
    if (!isOwnDocument(document)) return;
    waiting.dispose();
    void start();
  });
  return waiting;
}
