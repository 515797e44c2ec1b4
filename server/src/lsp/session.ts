/**
 * The state of one client's session: its settings and folders, the documents it has open, the workspace and how far that has
 * been indexed. Messages of the client change it; requests read it through `context`.
 */
import * as l10n from '@vscode/l10n';
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LANGUAGE } from '../base/language.ts';
import { positionAt } from '../base/text/positions.ts';
import type { Edit } from '../base/text/span.ts';
import { type FeatureContext, type OpenFile, toRange } from '../features/feature.ts';
import { createRevisions } from '../features/revision.ts';
import type { Host } from '../host/host.ts';
import type { IndexStore } from '../host/indexStore.ts';
import {
  BRIEF_GLOB,
  CONFIG_GLOB,
  isBriefName,
  isConfigName,
  isRegistryName,
  REGISTRY_GLOBS,
} from '../protocol/fileNames.ts';
import { readInitializationOptions } from '../protocol/initialization.ts';
import { type Config, readConfig } from '../rules/config/config.ts';
import { ruleLine } from '../rules/run/rulesPage.ts';
import { createWorkspace } from '../workspace/index/workspaceStore.ts';
import { trackDocuments } from './documents.ts';
import { createFolderConfigs } from './folderConfig.ts';
import { createIndexer } from './indexing/indexer.ts';
import type { WorkerPool } from './indexing/workerProtocol.ts';
import { createProgress } from './progress.ts';
import type { ErrorPolicy } from './requests.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';
import { createSpellings, mapUris, type Spellings } from './spellings.ts';

/** Exclude patterns take effect after a pause in typing, because a half-typed pattern may exclude half of the workspace. */
const EXCLUDE_DEBOUNCE_MS = 300;

export interface ServerOptions {
  readonly host: Host;
  /** The URI of the documentation of the rules, if it is available. */
  readonly rulesPage?: string;
  /** Opens the folder in which the index is stored; absent without a disk. `language`: that of the stored texts. */
  readonly openStore?: (folder: string, language: string) => IndexStore;
  readonly workerPool?: WorkerPool;
}

export interface SessionListener {
  /** An open document was edited; `edit` counts in the text before it. */
  edited(document: TextDocument, edit: Edit): void;
  /** A document was opened, or all edits of a message were made. */
  changed(file: OpenFile): void;
  closed(file: OpenFile): void;
  /** The revision of any open document may have changed. */
  revised(): void;
  /** The uses of entries in briefs may have changed. */
  usesChanged(): void;
}

export interface Session {
  /** The part of the session that requests can access. */
  readonly context: FeatureContext;
  /** The documents that are open. */
  readonly documents: () => Iterable<OpenFile>;
  /** The edge between the URIs of the client and ours. */
  readonly spellings: Spellings;
  /** Whether the client shows views. */
  readonly hasViews: boolean;
  /** Sets the listener. Call it before the first message of the client is handled. */
  listen(listener: SessionListener): void;
  /** Fetches the settings, reads the workspace and watches it for changes. Call it once the client is initialized. */
  start(): void;
}

export function createSession(
  connection: Connection,
  { host, rulesPage, openStore, workerPool }: ServerOptions,
  { capabilities: client, workspaceFolders, rootUri, initializationOptions }: InitializeParams,
  errors: ErrorPolicy,
): Session {
  const { inBackground } = errors;
  const options = readInitializationOptions(initializationOptions);
  const workspace = createWorkspace();
  const indexRuns = createPendingRuns();
  let listener: SessionListener | undefined;
  let settings: Settings = DEFAULT_SETTINGS;
  const spellings = createSpellings(host.identityOf);
  let folderSpellings = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  let folders = spellings.setFolders(folderSpellings);
  let excludeTimer: ReturnType<typeof setTimeout> | undefined;

  const documents = trackDocuments(connection, spellings, (uri) => workspace.registries.get(uri), {
    edited: (document, edit) => listener?.edited(document, edit),
    changed: documentChanged,
    closed: documentClosed,
  });
  const folderConfigs = createFolderConfigs(
    () => folders,
    () => settings,
  );
  const progress = createProgress(
    connection,
    () => client.window?.workDoneProgress === true,
    l10n.t('Briefmark: reading briefs'),
  );
  const indexer = createIndexer({
    host,
    store: options.storage === undefined ? undefined : openStore?.(options.storage, LANGUAGE),
    workerPool,
    workspace,
    isOpen: (uri) => documents.get(uri) !== undefined,
    onProgress: progress.report,
    onChange: definitionsChanged,
    inBackground,
  });
  const context: FeatureContext = {
    workspace,
    client,
    clientCommands: new Set(options.commands),
    get folders() {
      return folders;
    },
    revisionOf: createRevisions((uri) => ({
      scope: workspace.scopeOf(uri),
      checks: folderConfigs.checksFor(uri),
      display: settings.display,
      isIndexed: indexRuns.areDone(),
    })),
    ruleUrl: (code) => rulesPage && `${rulesPage}#L${ruleLine(code)}`,
    open: documents.get,
    versionOf: (uri) => documents.get(uri)?.document.version ?? null,
    whenIndexed: indexRuns.whenDone,
    read: async (uri) => documents.get(uri)?.document.getText() ?? host.read(uri),
    // Each request yields on its own (`withCancellation`).
    yieldIfDue: () => undefined,
    rangeIn(uri, span) {
      const document = documents.get(uri)?.document;
      if (document) return toRange(document, span);
      const lines = indexer.lineStartsOf(uri) ?? [0];
      return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
    },
    applyEdit: async (label, edit) =>
      (await connection.workspace.applyEdit({ label, edit: mapUris(edit, spellings.spellingOf) })).applied,
  };

  function documentChanged(file: OpenFile): void {
    const { uri } = file.document;
    if (file.kind === 'registry' && file.config) applyConfig(uri, file.config);
    else if (file.kind === 'registry') {
      workspace.putRegistry(uri, file.value);
      definitionsChanged();
    } else if (workspace.putBrief(uri, file.value, true)) definitionsChanged();
    listener?.changed(file);
  }

  function documentClosed(file: OpenFile): void {
    const { uri } = file.document;
    listener?.closed(file);
    if (isConfigName(uri)) reloadConfig(uri);
    else {
      indexer.documentClosed(uri, file.document.getText());
      // From now on the text on disk applies; a file outside the workspace folders is removed from the workspace.
      refreshFile(uri);
    }
  }

  function refreshFile(uri: string): void {
    inBackground(`Reading ${uri}`, indexer.refresh(uri).then(usesChanged));
  }

  function usesChanged(): void {
    listener?.usesChanged();
  }

  /** Names and sources may mean something else in any open document; closed briefs are searched for names again. */
  function definitionsChanged(): void {
    inBackground('Finding names', indexer.rescanNames().then(usesChanged));
    listener?.revised();
  }

  function applySettings(value: unknown): void {
    const read = readSettings(value, settings);
    settings = read.settings;
    for (const problem of read.problems) connection.console.warn(problem);
  }

  async function fetchSettings(): Promise<void> {
    if (client.workspace?.configuration) applySettings(await connection.workspace.getConfiguration('briefmark'));
  }

  async function indexWorkspace(): Promise<void> {
    const done = progress.begin();
    indexRuns.begin();
    try {
      await Promise.all(folderConfigs.uris().map(async (uri) => folderConfigs.put(uri, await readConfigAt(uri))));
      const count = await indexer.start(folderConfigs.roots());
      connection.console.info(`Read ${count} files in ${folders.length} folders.`);
      definitionsChanged();
    } finally {
      indexRuns.end();
      done();
    }
  }

  /** The configuration in a file: the open document, otherwise the file on disk. */
  async function readConfigAt(uri: string): Promise<Config | undefined> {
    const text = await host.read(uri);
    const open = documents.get(uri);
    if (open?.kind === 'registry') return open.config;
    return text === undefined ? undefined : readConfig(text);
  }

  function reloadConfig(uri: string): void {
    inBackground(
      `Reading ${uri}`,
      readConfigAt(uri).then((config) => applyConfig(uri, config)),
    );
  }

  function applyConfig(uri: string, config: Config | undefined): void {
    if (!folderConfigs.uris().includes(uri)) return;
    const before = { roots: rootsKey(), checks: folderConfigs.checksFor(uri) };
    folderConfigs.put(uri, config);
    if (rootsKey() !== before.roots) {
      clearTimeout(excludeTimer);
      excludeTimer = setTimeout(() => inBackground('Reading the workspace', indexWorkspace()), EXCLUDE_DEBOUNCE_MS);
    }
    if (folderConfigs.checksFor(uri) !== before.checks) listener?.revised();
  }

  function rootsKey(): string {
    return JSON.stringify(folderConfigs.roots());
  }

  applySettings(initializationOptions);
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    const before = rootsKey();
    const fetched = client.workspace?.configuration
      ? fetchSettings()
      : Promise.resolve(applySettings(pushed?.briefmark));
    inBackground(
      'Reading the settings',
      fetched.then(async () => {
        if (rootsKey() !== before) await indexWorkspace();
        else definitionsChanged();
      }),
    );
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri: spelling, type } of changes) {
      const uri = spellings.identityOf(spelling);
      if (isBriefName(uri) || isRegistryName(uri)) refreshFile(uri);
      else if (isConfigName(uri)) reloadConfig(uri);
      else if (type === FileChangeType.Deleted) {
        indexer.removeFolder(uri);
        usesChanged();
      }
    }
  });

  return {
    context,
    documents: documents.all,
    spellings,
    hasViews: options.views,
    listen(added) {
      listener = added;
    },
    start() {
      watch(connection, client, errors);
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          folderSpellings = folderSpellings.filter((uri) => !removed.some((folder) => folder.uri === uri));
          folderSpellings.push(...added.map((folder) => folder.uri));
          folders = spellings.setFolders(folderSpellings);
          inBackground('Reading the workspace', indexWorkspace());
        });
      }
      inBackground('Starting', fetchSettings().then(indexWorkspace).finally(indexRuns.end));
    },
  };
}

/** Asks the client to report changes of files and settings. */
function watch(connection: Connection, { workspace }: ClientCapabilities, { inBackground }: ErrorPolicy): void {
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const files = [BRIEF_GLOB, ...REGISTRY_GLOBS, CONFIG_GLOB].map((globPattern) => ({ globPattern }));
    // When a folder is deleted, editors report only the folder itself.
    const watchers = [...files, { globPattern: '**/*', kind: WatchKind.Delete }];
    inBackground('Watching files', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    const section = { section: 'briefmark' };
    inBackground('Watching settings', connection.client.register(DidChangeConfigurationNotification.type, section));
  }
}

/** Counts runs of the indexer that are under way or to come. The first, at the start, is pending from the beginning. */
function createPendingRuns() {
  let pending = 1;
  let waiting: (() => void)[] = [];
  const areDone = () => pending === 0;
  return {
    areDone,
    begin: () => void pending++,
    end() {
      if (--pending > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    whenDone: () => (areDone() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}
