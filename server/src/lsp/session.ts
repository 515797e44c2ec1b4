/**
 * The state of one client's session: its settings and folders, the documents it has open, the workspace and how far that has
 * been indexed. Messages of the client change it; requests read it through `context`.
 */
import * as l10n from '@vscode/l10n';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LANGUAGE } from '../base/language.ts';
import { positionAt } from '../base/text/positions.ts';
import type { Edit } from '../base/text/span.ts';
import { type FeatureContext, type OpenFile, toRange } from '../features/feature.ts';
import { createRevisions } from '../features/revision.ts';
import type { Host, Root } from '../host/host.ts';
import type { IndexStore } from '../host/indexStore.ts';
import { isConfigName } from '../protocol/fileNames.ts';
import { WORKSPACE_TRUSTED } from '../protocol/files.ts';
import { readInitializationOptions } from '../protocol/initialization.ts';
import { ruleLine } from '../rules/run/rulesPage.ts';
import type { Brief } from '../syntax/ast.ts';
import { bibliographiesOf } from '../syntax/brief/brief.ts';
import { createWorkspace } from '../workspace/index/workspaceStore.ts';
import type { Checker } from './checker.ts';
import { createClientSettings } from './clientSettings.ts';
import { createConfigFiles } from './configFiles.ts';
import { trackDocuments } from './documents.ts';
import { createFileChanges } from './fileChanges.ts';
import { createFileNotices } from './fileNotices.ts';
import { createFolderConfigs } from './folderConfig.ts';
import { createBibliographies } from './indexing/bibliographies.ts';
import { createIndexer } from './indexing/indexer.ts';
import type { WorkerPool } from './indexing/workerProtocol.ts';
import { createOpenBibliographies } from './openBibliographies.ts';
import { createPendingRuns } from './pendingRuns.ts';
import { createProgress } from './progress.ts';
import type { ErrorPolicy } from './requests.ts';
import { createSessionFolders } from './sessionFolders.ts';
import { createSpellings, mapUris, type Spellings } from './spellings.ts';

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
  /** The folders were read again: they, or what they include, may have changed. */
  rootsChanged(roots: readonly Root[]): void;
}

/** What a session asks of who checks closed briefs. */
type SessionChecker = Pick<Checker, 'problemsIn' | 'checkSoon' | 'checkAll' | 'whenIdle'>;

export interface Session {
  /** The part of the session that requests can access. */
  readonly context: FeatureContext;
  /** The documents that are open. */
  readonly documents: () => Iterable<OpenFile>;
  /** All files of the folders: briefs, registries and configurations. */
  readonly files: () => Iterable<string>;
  /** Whether a file is a brief only because a folder includes it. */
  readonly isIncluded: (uri: string) => boolean;
  /** Changes whenever a closed file does; undefined for a file that is not in the folders. */
  readonly versionOf: (uri: string) => unknown;
  /** Whether the findings of closed files are wanted. */
  readonly checksAll: () => boolean;
  /** The edge between the URIs of the client and ours. */
  readonly spellings: Spellings;
  /** Whether the client shows views. */
  readonly hasViews: boolean;
  /** Sets who checks closed briefs. Call it before the first message of the client is handled. */
  setChecker(checker: SessionChecker): void;
  /** Call it for every request of the client. */
  recordActivity(): void;
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
  const settings = createClientSettings(connection, client, initializationOptions);
  const spellings = createSpellings(host.identityOf);
  const opened = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const folders = createSessionFolders(opened, spellings, host.foldersFor);
  let checker: SessionChecker | undefined;
  let isTrusted = options.trusted;

  const documents = trackDocuments(
    connection,
    spellings,
    {
      isSourceFile: folders.isSourceFile,
      isIncluded: (uri) => indexer.filter().isIncluded(uri),
      registryOf: (uri) => workspace.registries.get(uri),
      briefOf: (uri) => workspace.brief(uri),
    },
    {
      edited: (document, edit) => listener?.edited(document, edit),
      changed: documentChanged,
      closed: documentClosed,
      otherChanged: (uri) => openBibliographies.changed(uri),
    },
  );
  const folderConfigs = createFolderConfigs(folders.open, folders.loose, settings.current);
  const notices = createFileNotices(connection, folders.nameOf);
  const progress = createProgress(
    connection,
    () => client.window?.workDoneProgress === true,
    l10n.t('Briefmark: reading briefs'),
  );
  const bibliographies = createBibliographies({
    workspace,
    access: () => ({
      roots: context.folders,
      isTrusted,
      home: host.home,
      identityOf: host.identityOf,
      read: async (uri) => {
        const open = documents.other(uri);
        return open ? { text: open.getText() } : host.read(uri);
      },
    }),
    stampOf(uri) {
      const open = documents.other(uri);
      return open ? `open ${open.version}` : host.stampOf(uri);
    },
    onChange: definitionsChanged,
    onWatch(uris) {
      fileChanges.watchFiles(uris);
      openBibliographies.follow(uris);
    },
  });
  const openBibliographies = createOpenBibliographies({
    connection,
    client,
    spellingOf: spellings.spellingOf,
    isNamed: bibliographies.isNamed,
    refresh: bibliographies.refresh,
    errors,
  });
  const configFiles = createConfigFiles({
    host,
    folderConfigs,
    bibliographies,
    notices,
    openConfig(uri) {
      const file = documents.get(uri);
      return file?.kind === 'registry' ? { config: file.config } : undefined;
    },
    onRoots: readWorkspace,
    onChecks: () => listener?.revised(),
    inBackground,
  });
  const indexer = createIndexer({
    host,
    store: options.storage === undefined ? undefined : openStore?.(options.storage, LANGUAGE),
    workerPool,
    workspace,
    isOpen: (uri) => documents.get(uri) !== undefined,
    onProgress: progress.report,
    onNote: notices.record,
    onChange: definitionsChanged,
    whenChecked: async () => checker?.whenIdle(),
    bibliographies,
    inBackground,
  });
  const context: FeatureContext = {
    workspace,
    client,
    clientCommands: new Set(options.commands),
    spellingOf: spellings.spellingOf,
    get folders() {
      return folders.open().length > 0 ? folders.open() : folders.loose();
    },
    isInFolder: (uri) => folders.open().length > 0 && indexer.filter().isInside(uri),
    revisionOf: createRevisions((uri) => ({
      scope: workspace.scopeOf(uri),
      checks: folderConfigs.checksFor(uri),
      display: settings.current().display,
      isIndexed: indexRuns.areDone(),
    })),
    ruleUrl: (code) => rulesPage && `${rulesPage}#L${ruleLine(code)}`,
    open: (uri) => asRead(documents.get(uri)),
    versionOf: (uri) => documents.get(uri)?.document.version ?? null,
    whenIndexed: indexRuns.whenDone,
    read: async (uri) => documents.get(uri)?.document.getText() ?? (await host.read(uri)).text,
    problemsIn: (uri) => checker?.problemsIn(uri),
    checkSoon: (uri) => checker?.checkSoon(uri),
    checkAll: async () => (await checker?.checkAll()) ?? { files: 0, errors: 0, warnings: 0 },
    // Each request yields on its own (`withCancellation`).
    yieldIfDue: () => undefined,
    rangeIn(uri, span) {
      const document = documents.get(uri)?.document;
      if (document) return toRange(document, span);
      const lines = bibliographies.lineStartsOf(uri) ?? indexer.lineStartsOf(uri) ?? [0];
      return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
    },
    applyEdit: async (label, edit) =>
      (await connection.workspace.applyEdit({ label, edit: mapUris(edit, spellings.spellingOf) })).applied,
  };

  function documentChanged(file: OpenFile): void {
    const { uri } = file.document;
    updateLooseFolders();
    if (file.kind === 'registry' && file.config) configFiles.apply(uri, file.config);
    else if (file.kind === 'registry' && !file.isReview) {
      workspace.putRegistry(uri, file.value, indexer.filter().isInside(uri));
      definitionsChanged();
    } else if (file.kind === 'brief') {
      if (workspace.putBrief(uri, file.value, true)) definitionsChanged();
      nameBibliographies(uri, file.value);
    }
    listener?.changed(asRead(file));
  }

  /** Nothing is read for briefs that name what they named before. */
  function nameBibliographies(uri: string, brief: Brief): void {
    bibliographies.setNamed(uri, bibliographiesOf(brief));
    // The indexer reads them with the rest of the folder.
    if (indexRuns.areDone()) inBackground('Reading bibliographies', bibliographies.update());
  }

  /** The document with its brief as the registries read it. */
  function asRead<T extends OpenFile | undefined>(file: T): T {
    if (file?.kind !== 'brief') return file;
    const value = workspace.brief(file.document.uri) ?? file.value;
    // The same object tells that nothing has changed.
    return value === file.value ? file : { ...file, value };
  }

  function documentClosed(file: OpenFile): void {
    const { uri } = file.document;
    listener?.closed(file);
    updateLooseFolders();
    if (isConfigName(uri)) configFiles.reload(uri);
    else if (file.kind === 'brief' || !file.isReview) {
      indexer.documentClosed(uri, file.document.getText());
      // From now on the text on disk applies; a file outside the workspace folders is removed from the workspace.
      refreshFile(uri);
    }
  }

  function refreshFile(uri: string): void {
    const work = bibliographies.isNamed(uri) ? bibliographies.refresh(uri) : indexer.refresh(uri);
    inBackground(`Reading ${uri}`, work.then(usesChanged));
  }

  function usesChanged(): void {
    listener?.usesChanged();
  }

  /** Names and sources may mean something else in any open document; closed briefs are searched for names again. */
  function definitionsChanged(): void {
    inBackground('Finding names', indexer.rescanNames().then(usesChanged));
    listener?.revised();
  }

  async function indexWorkspace(): Promise<void> {
    const done = progress.begin();
    indexRuns.begin();
    try {
      await configFiles.readAll();
      const roots = folderConfigs.roots();
      const reading = indexer.start(roots);
      documents.sort();
      listener?.rootsChanged(roots);
      const { total, changed } = await reading;
      connection.console.info(`Read ${total} files in ${folders.open().length} folders, ${changed} of them again.`);
      // What is included may have changed.
      for (const file of documents.all())
        if (file.kind === 'registry' && !file.config && !file.isReview)
          workspace.putRegistry(file.document.uri, file.value, indexer.filter().isInside(file.document.uri));
      definitionsChanged();
    } finally {
      indexRuns.end();
      done();
    }
  }

  function readWorkspace(): void {
    inBackground('Reading the workspace', indexWorkspace());
  }

  /** Follows what has changed on disk in a folder, or anywhere. */
  async function catchUp(folder: string | undefined): Promise<void> {
    configFiles.reloadIn(folder);
    await indexer.catchUp(folder);
    await bibliographies.catchUp();
    usesChanged();
  }

  /** Without a folder, the registries beside an open file apply, as on the command line. */
  function updateLooseFolders(): void {
    if (folders.followFiles(() => Array.from(documents.all(), ({ document }) => document.uri)))
      inBackground('Reading the registries beside the open files', indexWorkspace());
  }

  settings.onChange((read) => {
    const before = folderConfigs.rootsKey();
    inBackground(
      'Reading the settings',
      read().then(async () => {
        if (folderConfigs.rootsKey() !== before) await indexWorkspace();
        else definitionsChanged();
      }),
    );
  });
  const fileChanges = createFileChanges(connection, client, errors, {
    identityOf: spellings.identityOf,
    isIncluded: (uri) => indexer.filter().isIncluded(uri),
    isNamed: bibliographies.isNamed,
    fileChanged: refreshFile,
    configChanged: configFiles.reload,
    folderChanged: catchUp,
  });

  return {
    context,
    documents: () => Array.from(documents.all(), asRead),
    files: () => [...indexer.uris(), ...bibliographies.uris(), ...folderConfigs.uris().filter(folderConfigs.get)],
    isIncluded: (uri) => indexer.filter().isIncluded(uri),
    versionOf: (uri) =>
      isConfigName(uri) ? folderConfigs.get(uri) : (bibliographies.versionOf(uri) ?? indexer.versionOf(uri)),
    checksAll: () => settings.current().checksAll,
    spellings,
    hasViews: options.views,
    recordActivity: fileChanges.recordActivity,
    setChecker(added) {
      checker = added;
    },
    listen(added) {
      listener = added;
    },
    start() {
      connection.onNotification(WORKSPACE_TRUSTED, () => {
        isTrusted = true;
        inBackground('Reading bibliographies', bibliographies.readAll());
      });
      fileChanges.register();
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          folders.change(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          );
          updateLooseFolders();
          readWorkspace();
        });
      }
      inBackground('Starting', settings.fetch().then(indexWorkspace).finally(indexRuns.end));
    },
  };
}
