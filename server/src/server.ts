/** The language server: one session of one client, and what the client hears of it. */
import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FEATURES } from './features/index.ts';
import { createPublisher } from './lsp/publisher.ts';
import { createRefresher } from './lsp/refresh.ts';
import { capabilitiesOf, createErrorPolicy, handleRequests, registerFeatures } from './lsp/requests.ts';
import { createScheduler } from './lsp/scheduler.ts';
import { createSession, type ServerOptions } from './lsp/session.ts';
import { mapUris } from './lsp/spellings.ts';

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
  const publisher = createPublisher({ connection: { sendDiagnostics }, context, errors, schedule });
  const refresher = createRefresher({ connection, context, hasViews, documents, errors, schedule });
  session.listen({
    edited: publisher.recordEdit,
    changed(file) {
      publisher.push(file);
      refresher.refreshUses();
    },
    closed(file) {
      publisher.documentClosed(file);
    },
    revised() {
      for (const file of documents()) publisher.push(file);
      refresher.refreshAll();
    },
    usesChanged: refresher.refreshUses,
  });

  const features = [...FEATURES, ...publisher.requests];
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
