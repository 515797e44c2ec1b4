/** The language server: one session of one client, and what the client hears of it. */
import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FEATURES } from './features/index.ts';
import { createChecker } from './lsp/checker.ts';
import { createIncludes } from './lsp/includes.ts';
import { createPublisher } from './lsp/publisher.ts';
import { createRefresher } from './lsp/refresh.ts';
import { capabilitiesOf, createErrorPolicy, handleRequests, registerFeatures } from './lsp/requests.ts';
import { createScheduler } from './lsp/scheduler.ts';
import { createSession, type ServerOptions } from './lsp/session.ts';
import { mapUris } from './lsp/spellings.ts';
import { handleWorkspacePulls } from './lsp/workspacePull.ts';

/** Serves a client that has sent `initialize`, until it sends `exit`. Returns the answer to `initialize`. */
export function startServer(
  connection: Connection,
  options: ServerOptions,
  params: InitializeParams,
): InitializeResult {
  const client = params.capabilities;
  const errors = createErrorPolicy(connection.console);
  const schedule = createScheduler();
  const session = createSession(connection, options, params, errors);
  const { context, documents, hasViews, spellings } = session;
  const sendDiagnostics: Connection['sendDiagnostics'] = (params) =>
    connection.sendDiagnostics(mapUris(params, spellings.spellingOf));
  const refresher = createRefresher({ connection, context, hasViews, documents, errors, schedule });
  const checker = createChecker({
    context,
    files: session.files,
    versionOf: session.versionOf,
    checkOpen: (uri, request) => publisher.checkOpen(uri, request),
    onNumbersChanged: refresher.refreshViews,
    errors,
  });
  session.setChecker(checker);
  const pulls = handleWorkspacePulls({
    connection,
    context,
    spellings,
    checker,
    checksAll: session.checksAll,
    // No editor shows what is wrong in them otherwise: they are not opened.
    isAlwaysChecked: (uri) => context.workspace.registries.get(uri)?.isBibliography === true,
  });
  const publisher = createPublisher({ connection: { sendDiagnostics }, context, errors, schedule, pulls });
  session.listen({
    edited: publisher.recordEdit,
    changed(file) {
      publisher.push(file);
      includes.documentsChanged();
      refresher.refreshUses();
      checker.edited();
    },
    closed(file) {
      publisher.documentClosed(file);
      includes.documentsChanged();
      checker.changed();
    },
    rootsChanged: (roots) => includes.rootsChanged(roots),
    revised() {
      for (const file of documents()) publisher.push(file);
      refresher.refreshAll();
      checker.changed();
    },
    usesChanged() {
      refresher.refreshUses();
      checker.changed();
    },
  });

  const features = [...FEATURES, ...publisher.requests];
  const { isIncluded } = session;
  const { spellingOf } = spellings;
  const includes = createIncludes({
    connection,
    client,
    features,
    documents,
    isIncluded,
    spellingOf,
    isTold: hasViews,
    errors,
  });
  handleRequests(connection, features, context, errors, spellings, session.recordActivity);
  connection.onDidSaveTextDocument(session.recordActivity);
  connection.onInitialized(() => {
    registerFeatures(connection, features, client, errors);
    session.start();
  });
  return {
    serverInfo: { name: 'Briefmark' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...capabilitiesOf(features, client),
    },
  };
}
