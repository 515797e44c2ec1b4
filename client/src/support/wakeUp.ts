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

/** Starts the server now, or when the first file of ours is opened if there is none in the workspace. */
export async function startWhenNeeded(start: () => Promise<void>): Promise<Disposable | undefined> {
  const includesFiles = () => workspace.getConfiguration('briefmark').get<readonly string[]>('include', []).length > 0;
  const isNeeded =
    includesFiles() ||
    workspace.textDocuments.some(isOwnDocument) ||
    (await workspace.findFiles(ownGlob, excludedGlob, 1)).length > 0;
  if (isNeeded) return void (await start());
  const end = () => {
    waiting.dispose();
    void start();
  };
  const waiting = Disposable.from(
    workspace.onDidOpenTextDocument((document) => isOwnDocument(document) && end()),
    workspace.onDidChangeConfiguration(() => includesFiles() && end()),
  );
  return waiting;
}
