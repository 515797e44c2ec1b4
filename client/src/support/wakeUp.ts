/**
 * When the server is started: VS Code wakes the extension for every YAML or text file and for every Markdown preview, and most of
 * them are none of ours. Commands and views that ask the server start it, too.
 */
import { Disposable, workspace } from 'vscode';
import {
  ALWAYS_EXCLUDED_FOLDERS,
  BRIEF_GLOB,
  CONFIG_GLOB,
  isBriefName,
  isConfigName,
  isRegistryName,
  REGISTRY_GLOBS,
} from '../../../server/src/protocol/fileNames';
import { isReviewName } from '../../../server/src/protocol/review';

const ownGlob = `{${[BRIEF_GLOB, ...REGISTRY_GLOBS, CONFIG_GLOB].join(',')}}`;
const excludedGlob = `{${ALWAYS_EXCLUDED_FOLDERS.map((name) => `**/${name}/**`).join(',')}}`;

/** What a decision needs to know of a document. */
interface Opened {
  readonly languageId: string;
  readonly uri: { readonly path: string };
}

/** Whether a document is a brief, a registry, a configuration or a review. */
export function isOwnDocument({ languageId, uri: { path } }: Opened): boolean {
  return (
    languageId === 'brief' || isBriefName(path) || isRegistryName(path) || isConfigName(path) || isReviewName(path)
  );
}

/** Starts the server once: now if the workspace has a file of ours, or else when the first one is opened. Disposing ends the wait. */
export function startWhenNeeded(start: () => Promise<void>): Disposable {
  const includesFiles = () => workspace.getConfiguration('briefmark').get<readonly string[]>('include', []).length > 0;
  let isWaiting = true;
  const endWait = () => {
    isWaiting = false;
    waiting.dispose();
  };
  const startOnce = () => {
    if (!isWaiting) return;
    endWait();
    void start();
  };
  // These listen before the search begins: a file may be opened while it runs, and where VS Code cannot search it never ends.
  const waiting = Disposable.from(
    workspace.onDidOpenTextDocument((document) => isOwnDocument(document) && startOnce()),
    workspace.onDidChangeConfiguration(() => includesFiles() && startOnce()),
  );
  if (includesFiles() || workspace.textDocuments.some(isOwnDocument)) startOnce();
  else workspace.findFiles(ownGlob, excludedGlob, 1).then((found) => found.length > 0 && startOnce(), startOnce);
  return { dispose: endWait };
}
