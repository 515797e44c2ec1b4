/** Learns of changes on disk: the client reports them, or it is looked for them where it cannot. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import { escapeGlob } from '../base/text/globs.ts';
import {
  BRIEF_GLOB,
  CONFIG_GLOB,
  isBriefName,
  isConfigName,
  isProjectName,
  isRegistryName,
  PROJECT_GLOB,
  REGISTRY_GLOBS,
} from '../protocol/fileNames.ts';
import { FILES_MAY_HAVE_CHANGED } from '../protocol/files.ts';
import type { ErrorPolicy } from './requests.ts';

/** Changes of other files than ours may be those of folders. They come in bursts, so they are looked at together. */
const FOLDER_DELAY_MS = 100;
/** After more changes than this at once, everything is looked at. */
const MAX_FOLDERS = 20;
/** For a client that does not report changes, they are looked for not more often than this. */
const LOOK_INTERVAL_MS = 1_500;
/** And not for more than this part of the time. */
const MAX_LOOKING_SHARE = 0.05;

export interface FileChangeListener {
  readonly identityOf: (spelling: string) => string;
  /** Whether a file is a brief because a folder includes it. */
  readonly isIncluded: (uri: string) => boolean;
  /** Whether a file is a bibliography that another one names. */
  readonly isNamed: (uri: string) => boolean;
  /** A brief, registry or bibliography was created, changed or deleted. */
  readonly fileChanged: (uri: string) => void;
  readonly configChanged: (uri: string) => void;
  /** A folder, or anything if none is named, may have changed. */
  readonly folderChanged: (uri: string | undefined) => Promise<void>;
}

export interface FileChanges {
  /** Asks the client to report changes of files and settings. */
  register(): void;
  /** Watches these files, wherever they are, and no longer those of the call before. */
  watchFiles(uris: readonly string[]): void;
  /** To be called when the client asks for something, or opens, saves or closes a file. */
  recordActivity(): void;
}

export function createFileChanges(
  connection: Connection,
  { workspace: client }: ClientCapabilities,
  { inBackground }: ErrorPolicy,
  { identityOf, isIncluded, isNamed, fileChanged, configChanged, folderChanged }: FileChangeListener,
): FileChanges {
  const isReporting = client?.didChangeWatchedFiles?.dynamicRegistration === true;
  const folders = new Set<string>();
  let lookAt = 0;
  const look = (uri?: string) => {
    const started = Date.now();
    lookAt = Number.POSITIVE_INFINITY;
    const done = folderChanged(uri).finally(() => {
      lookAt = Date.now() + Math.max(LOOK_INTERVAL_MS, (Date.now() - started) / MAX_LOOKING_SHARE);
    });
    inBackground('Looking for changes', done);
  };
  const lookAtFolders = () => {
    if (folders.size > MAX_FOLDERS) look();
    else for (const uri of folders) look(uri);
    folders.clear();
  };
  const change = (spelling: string, isContentOnly: boolean) => {
    // A configuration belongs to the folder it is in, even if it is a link.
    const at = spelling.lastIndexOf('/');
    const uri = isConfigName(spelling) ? identityOf(spelling.slice(0, at)) + spelling.slice(at) : identityOf(spelling);
    const isRead = isBriefName(uri) || isRegistryName(uri) || isProjectName(uri) || isIncluded(uri) || isNamed(uri);
    if (isRead) fileChanged(uri);
    else if (isConfigName(uri)) configChanged(uri);
    if (isContentOnly) return;
    // Of a folder that is created, moved or deleted, editors report only the folder itself.
    if (folders.size === 0) setTimeout(lookAtFolders, FOLDER_DELAY_MS);
    folders.add(uri);
  };

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) change(uri, type === FileChangeType.Changed);
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) for (const uri of [oldUri, newUri]) change(uri, false);
  });
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) change(uri, false);
  });
  connection.onNotification(FILES_MAY_HAVE_CHANGED, () => look());

  let watching: Promise<Disposable | undefined> = Promise.resolve(undefined);
  const watchFiles = async (uris: readonly string[], before: Disposable | undefined) => {
    before?.dispose();
    if (uris.length === 0) return undefined;
    const watchers = uris.map((uri) => {
      const at = uri.lastIndexOf('/');
      return { globPattern: { baseUri: uri.slice(0, at), pattern: escapeGlob(decodeURIComponent(uri.slice(at + 1))) } };
    });
    return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };

  return {
    watchFiles(uris) {
      if (!isReporting || client?.didChangeWatchedFiles?.relativePatternSupport !== true) return;
      watching = watching.then((before) => watchFiles(uris, before));
      inBackground('Watching bibliographies', watching);
    },
    register() {
      if (isReporting) {
        const files = [BRIEF_GLOB, ...REGISTRY_GLOBS, PROJECT_GLOB, CONFIG_GLOB].map((globPattern) => ({
          globPattern,
        }));
        const watchers = [...files, { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }];
        const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        inBackground('Watching files', registered);
      }
      if (client?.didChangeConfiguration?.dynamicRegistration) {
        const section = { section: 'briefmark' };
        inBackground('Watching settings', connection.client.register(DidChangeConfigurationNotification.type, section));
      }
    },
    recordActivity() {
      if (!isReporting && Date.now() >= lookAt) look();
    },
  };
}
