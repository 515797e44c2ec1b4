/** The floor: the cost of the protocol. Keeps documents and answers every request with nothing. */
import { createConnection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    hoverProvider: true,
    documentSymbolProvider: true,
    completionProvider: {},
    referencesProvider: true,
    renameProvider: true,
  },
}));
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
connection.onHover(() => null);
connection.onDocumentSymbol(() => []);
connection.onCompletion(() => []);
connection.onReferences(() => []);
connection.onRenameRequest(() => null);
documents.listen(connection);
connection.listen();
