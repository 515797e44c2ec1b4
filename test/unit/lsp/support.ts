import type { Connection } from 'vscode-languageserver';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { OpenFile } from '../../../server/src/features/feature.ts';
import { trackDocuments } from '../../../server/src/lsp/documents.ts';
import { createSpellings } from '../../../server/src/lsp/spellings.ts';
import type { Registry } from '../../../server/src/syntax/ast.ts';

/** Opens a document and sends notifications of changes. Returns the document as the server has it, and each version it was told of. */
export function follow(
  name: string,
  text: string,
  notifications: readonly (readonly TextDocumentContentChangeEvent[])[],
  known?: Registry,
) {
  const uri = `file:///${name}`;
  const on: Record<string, (params: object) => void> = {};
  const keep = (what: string) => (handler: (params: object) => void) => {
    on[what] = handler;
  };
  const connection = {
    onDidOpenTextDocument: keep('open'),
    onDidChangeTextDocument: keep('change'),
    onDidCloseTextDocument: keep('close'),
  } as unknown as Connection;
  const told: OpenFile[] = [];
  const spellings = createSpellings((spelling) => spelling);
  const documents = trackDocuments(
    connection,
    spellings,
    { isSourceFile: () => true, isIncluded: () => false, registryOf: () => known, briefOf: () => undefined },
    {
      edited: () => {},
      changed: (file) => told.push(file),
      closed: () => {},
      otherChanged: () => {},
    },
  );
  on.open?.({ textDocument: { uri, languageId: name.endsWith('yaml') ? 'yaml' : 'brief', version: 1, text } });
  for (const [index, contentChanges] of notifications.entries())
    on.change?.({ textDocument: { uri, version: index + 2 }, contentChanges });
  return { file: documents.get(uri)!, told };
}
