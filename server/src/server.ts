/**
 * The connection: what the client can do, which features there are, what happens when documents and files change.
 * Everything a request may do wrong ends in `safely`.
 */
import * as l10n from '@vscode/l10n';
import {
  CancellationToken,
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  RegistrationType,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LANGUAGE } from './base/language.ts';
import { positionAt } from './base/text/positions.ts';
import { lensFingerprint } from './features/annotations/codeLens.ts';
import { diagnosticsOf, type PublishedDiagnostics } from './features/diagnostics/diagnostics.ts';
import type { FeatureContext, OpenFile } from './features/feature.ts';
import { toRange } from './features/feature.ts';
import { FEATURES } from './features/index.ts';
import { createCancelledError, withCancellation } from './features/support/cancel.ts';
import { createYielder } from './features/support/yielding.ts';
import type { Host } from './host/host.ts';
import type { IndexStore } from './host/indexStore.ts';
import { trackDocuments } from './lsp/documents.ts';
import { createFolderConfigs } from './lsp/folderConfig.ts';
import { createIndexer } from './lsp/indexing/indexer.ts';
import type { WorkerPool } from './lsp/indexing/workerProtocol.ts';
import { createProgress } from './lsp/progress.ts';
import { createRefresher } from './lsp/refresh.ts';
import {
  DEFAULT_SETTINGS,
  readClientCommands,
  readHasViews,
  readSettings,
  readStorageFolder,
  type Settings,
} from './lsp/settings.ts';
import {
  BRIEF_GLOB,
  CONFIG_GLOB,
  isBriefName,
  isConfigName,
  isRegistryName,
  REGISTRY_GLOBS,
} from './protocol/fileNames.ts';
import { type Config, readConfig } from './rules/config/config.ts';
import { ruleLine } from './rules/run/rulesPage.ts';
import { createWorkspace } from './workspace/index/workspaceStore.ts';

/** Nobody who has not typed for so long is in the middle of a pattern. */
const EXCLUDE_DEBOUNCE_MS = 300;

export interface ServerOptions {
  readonly host: Host;
  /** The URI of the page of the rules, if it is at hand. */
  readonly rulesPage?: string;
  /** Opens a folder to keep what is known of files, where there are folders. `language` is that of our texts, which are kept too. */
  readonly openStore?: (folder: string, language: string) => IndexStore;
  readonly workerPool?: WorkerPool;
}

/** Serves one client, which has sent its first message, until it says `exit`. Returns what the client is answered. */
export function startServer(
  connection: Connection,
  { host, rulesPage, openStore, workerPool }: ServerOptions,
  { capabilities, workspaceFolders, rootUri, initializationOptions }: InitializeParams,
): InitializeResult {
  const workspace = createWorkspace();
  const client: ClientCapabilities = capabilities;
  const hasViews = readHasViews(initializationOptions);
  let settings: Settings = DEFAULT_SETTINGS;
  let folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  /** How many readings of the whole workspace are under way or to come. */
  let pendingIndexRuns = 1;
  let indexWaiters: (() => void)[] = [];
  const indexRunDone = () => {
    if (--pendingIndexRuns > 0) return;
    for (const goOn of indexWaiters) goOn();
    indexWaiters = [];
  };
  let excludeTimer: ReturnType<typeof setTimeout> | undefined;

  const report = (what: string, error: unknown) => {
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const inBackground = (what: string, work: Promise<unknown>) => void work.catch((error) => report(what, error));

  const documents = trackDocuments(
    connection,
    (uri) => workspace.registries.get(uri),
    documentChanged,
    ({ document }) => {
      const { uri } = document;
      if (!usesPullDiagnostics()) void connection.sendDiagnostics({ uri, diagnostics: [] });
      if (isConfigName(uri)) return inBackground(`Reading ${uri}`, reloadConfig(uri));
      indexer.documentClosed(uri, document.getText());
      // From now on the text on disk counts; a file outside the workspace folders is forgotten.
      inBackground(`Reading ${uri}`, indexer.refresh(uri).then(refresher.refreshLenses));
    },
  );
  const folderConfigs = createFolderConfigs(
    () => folders,
    () => settings,
  );
  const progress = createProgress(
    connection,
    () => client.window?.workDoneProgress === true,
    l10n.t('Briefmark: reading briefs'),
  );
  const storage = readStorageFolder(initializationOptions);
  const indexer = createIndexer({
    host,
    store: storage === undefined ? undefined : openStore?.(storage, LANGUAGE),
    workerPool,
    workspace,
    isOpen: (uri) => documents.get(uri) !== undefined,
    onProgress: progress.report,
    onChange: definitionsChanged,
    inBackground,
  });
  const refresher = createRefresher({
    connection,
    client,
    hasViews,
    // The settings too: when they switch the lenses off or on, the client must ask.
    lensState: async () => (settings.codeLens.enabled ? await combinedLensState() : 'off'),
    schedule,
    inBackground,
  });
  const context: FeatureContext = {
    workspace,
    client,
    clientCommands: new Set(readClientCommands(initializationOptions)),
    get folders() {
      return folders;
    },
    get settings() {
      return settings;
    },
    checkSettingsFor: folderConfigs.checksFor,
    ruleUrl: (code) => rulesPage && `${rulesPage}#L${ruleLine(code)}`,
    open: documents.get,
    versionOf: (uri) => documents.get(uri)?.document.version ?? null,
    isIndexed: () => pendingIndexRuns === 0,
    whenIndexed: () => (pendingIndexRuns === 0 ? Promise.resolve() : new Promise((goOn) => indexWaiters.push(goOn))),
    read: async (uri) => documents.get(uri)?.document.getText() ?? host.read(uri),
    // Each request has turns of its own (`cancellable`).
    yieldIfDue: () => undefined,
    rangeIn(uri, span) {
      const document = documents.get(uri)?.document;
      if (document) return toRange(document, span);
      const lines = indexer.lineStartsOf(uri) ?? [0];
      return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
    },
    applyEdit: async (label, edit) => (await connection.workspace.applyEdit({ label, edit })).applied,
  };

  applySettings(initializationOptions);
  for (const feature of FEATURES) {
    const { method, answer, empty = null } = feature;
    connection.onRequest(method, (params: unknown, token: CancellationToken) =>
      token.isCancellationRequested
        ? createCancelledError()
        : safely(method, empty, async () => (await answer(params as never, withCancellation(context, token))) ?? empty),
    );
  }
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // Of a folder that is deleted editors report only the folder itself.
      const deletions = { globPattern: '**/*', kind: WatchKind.Delete };
      const watchers = [
        ...[BRIEF_GLOB, ...REGISTRY_GLOBS, CONFIG_GLOB].map((globPattern) => ({ globPattern })),
        deletions,
      ];
      inBackground('Watching files', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      inBackground(
        'Watching settings',
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'briefmark' }),
      );
    }
    for (const { method, registration } of FEATURES) {
      const options = registration?.(client);
      if (options)
        inBackground(`Registering ${method}`, connection.client.register(new RegistrationType(method), options));
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders = folders.filter((uri) => !removed.some((folder) => folder.uri === uri));
        folders.push(...added.map((folder) => folder.uri));
        inBackground('Reading the workspace', indexWorkspace());
      });
    }
    inBackground('Starting', fetchSettings().then(indexWorkspace).finally(indexRunDone));
  });
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
    for (const { uri, type } of changes) {
      if (isBriefName(uri) || isRegistryName(uri)) {
        inBackground(`Reading ${uri}`, indexer.refresh(uri).then(refresher.refreshLenses));
      } else if (isConfigName(uri)) {
        inBackground(`Reading ${uri}`, reloadConfig(uri));
      } else if (type === FileChangeType.Deleted) {
        indexer.removeFolder(uri);
        refresher.refreshLenses();
      }
    }
  });

  function applySettings(value: unknown): void {
    const read = readSettings(value);
    settings = read.settings;
    for (const problem of read.problems) connection.console.warn(problem);
  }

  async function fetchSettings(): Promise<void> {
    if (client.workspace?.configuration) applySettings(await connection.workspace.getConfiguration('briefmark'));
  }

  async function indexWorkspace(): Promise<void> {
    const done = progress.begin();
    pendingIndexRuns++;
    try {
      await Promise.all(folderConfigs.uris().map(async (uri) => folderConfigs.put(uri, await readConfigAt(uri))));
      const count = await indexer.start(folderConfigs.roots());
      connection.console.info(`Read ${count} files in ${folders.length} folders.`);
      definitionsChanged();
    } finally {
      indexRunDone();
      done();
    }
  }

  /** The configuration at a place: of the open document, else from where it is kept. */
  async function readConfigAt(uri: string): Promise<Config | undefined> {
    const text = await host.read(uri);
    const open = documents.get(uri);
    if (open?.kind === 'registry') return open.config;
    return text === undefined ? undefined : readConfig(text);
  }

  async function reloadConfig(uri: string): Promise<void> {
    applyConfig(uri, await readConfigAt(uri));
  }

  // Other patterns wait for a pause: with half of one typed, half of the workspace would be read and forgotten.
  function applyConfig(uri: string, config: Config | undefined): void {
    if (!folderConfigs.uris().includes(uri)) return;
    const before = { files: rootsKey(), checks: folderConfigs.checksFor(uri) };
    folderConfigs.put(uri, config);
    if (rootsKey() !== before.files) {
      clearTimeout(excludeTimer);
      excludeTimer = setTimeout(() => inBackground('Reading the workspace', indexWorkspace()), EXCLUDE_DEBOUNCE_MS);
    }
    if (folderConfigs.checksFor(uri) !== before.checks) checksChanged();
  }

  function rootsKey(): string {
    return JSON.stringify(folderConfigs.roots());
  }

  function checksChanged(): void {
    for (const file of documents.all()) publish(file);
    refresher.refreshAll();
  }

  function documentChanged(file: OpenFile): void {
    const { uri } = file.document;
    if (file.kind === 'registry' && file.config) applyConfig(uri, file.config);
    else if (file.kind === 'registry') {
      workspace.putRegistry(uri, file.value);
      definitionsChanged();
    } else if (workspace.putBrief(uri, file.value, true)) definitionsChanged();
    publish(file);
    refresher.refreshLenses();
  }

  // Names and sources may mean something else now, in every open document; closed briefs are looked through again.
  function definitionsChanged(): void {
    inBackground('Finding names', indexer.rescanNames().then(refresher.refreshLenses));
    checksChanged();
  }

  async function combinedLensState(): Promise<string | undefined> {
    const states: string[] = [];
    const yieldIfDue = createYielder();
    for (const file of documents.all()) {
      const state = await lensFingerprint({ workspace, yieldIfDue }, file);
      if (state === undefined) return undefined;
      states.push(state);
    }
    return states.join('\n\n');
  }

  function usesPullDiagnostics(): boolean {
    return client.textDocument?.diagnostic !== undefined;
  }

  /** What was published of a document last. */
  const publishedResultIds = new WeakMap<TextDocument, string>();
  // For clients that do not ask for diagnostics. Of many changes in a row only the last one is answered.
  function publish({ document: { uri } }: OpenFile): void {
    if (usesPullDiagnostics()) return;
    schedule(uri, async () => {
      const nothing: PublishedDiagnostics = { resultId: '', diagnostics: [] };
      const own = withCancellation(context, CancellationToken.None);
      const told = await safely('diagnostics', nothing, () => diagnosticsOf(uri, own));
      const document = documents.get(uri)?.document;
      if (!told || !document || publishedResultIds.get(document) === told.resultId) return;
      publishedResultIds.set(document, told.resultId);
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: [...told.diagnostics] });
    });
  }

  const scheduled = new Map<string, () => unknown>();
  function schedule(what: string, action: () => unknown): void {
    if (scheduled.size === 0) {
      setTimeout(() => {
        const actions = [...scheduled.values()];
        scheduled.clear();
        for (const run of actions) run();
      });
    }
    scheduled.set(what, action);
  }

  /** The whole policy for errors: what fails is logged and answered empty; a refusal with a reason reaches the user. */
  async function safely<T>(what: string, empty: T, answer: () => T | Promise<T>): Promise<T> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      report(what, error);
      return empty;
    }
  }

  return {
    serverInfo: { name: 'Briefmark' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...Object.assign({}, ...FEATURES.map((feature) => feature.capability(capabilities))),
    },
  };
}
