import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ParsedFile } from '../cursor/symbolAt.ts';
import { type Feature, toRange } from '../feature.ts';
import { findReferences } from './references.ts';

export interface Highlight {
  readonly span: Span;
  /** `write`: the definition. */
  readonly kind: 'read' | 'write';
}

/** All occurrences in this file of the symbol at the cursor. */
export function findHighlights(uri: string, file: ParsedFile, offset: number, workspace: Workspace): Highlight[] {
  return findReferences(uri, file, offset, workspace, true).flatMap(
    ({ uri: fileUri, role, span, idSpan }): Highlight[] => {
      if (fileUri !== uri) return [];
      return role === 'definition' ? [{ span: idSpan ?? span, kind: 'write' }] : [{ span, kind: 'read' }];
    },
  );
}

const KINDS = { read: DocumentHighlightKind.Read, write: DocumentHighlightKind.Write };

export const highlightFeature: Feature<DocumentHighlightParams, DocumentHighlight[]> = {
  method: 'textDocument/documentHighlight',
  capability: () => ({ documentHighlightProvider: true }),
  answer({ textDocument: { uri }, position }, { workspace, open }) {
    const file = open(uri);
    if (!file) return undefined;
    return findHighlights(uri, file, file.document.offsetAt(position), workspace).map(({ span, kind }) => ({
      range: toRange(file.document, span),
      kind: KINDS[kind],
    }));
  },
};
