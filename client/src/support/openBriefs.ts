/** Which documents are briefs: those of the language, and text files that a folder includes, as the server says. */
import { commands, EventEmitter, type TextDocument, type Uri } from 'vscode';
import type { IncludedDocuments } from '../../../server/src/protocol/files';

/** For `when` clauses: the paths of the included documents that are open. */
const CONTEXT_KEY = 'briefmark.included';

export interface OpenBriefs {
  /** Whether a document is a brief. */
  has(document: Pick<TextDocument, 'languageId' | 'uri'>): boolean;
  /** Takes what the server says of the documents that are open. */
  update(included: IncludedDocuments): void;
  readonly onDidChange: EventEmitter<void>['event'];
}

export function createOpenBriefs(toUri: (uri: string) => Uri): OpenBriefs {
  let included: ReadonlySet<string> = new Set();
  const changed = new EventEmitter<void>();
  return {
    has: ({ languageId, uri }) => languageId === 'brief' || included.has(uri.toString()),
    update({ uris }) {
      const documents = uris.map(toUri);
      included = new Set(documents.map((uri) => uri.toString()));
      // The context of an editor has the path of a file as its system writes it, and that of others as URIs do.
      const paths = [...new Set(documents.flatMap((uri) => [uri.path, uri.fsPath]))];
      void commands.executeCommand('setContext', CONTEXT_KEY, paths);
      changed.fire();
    },
    onDidChange: changed.event,
  };
}
