/** Converts changes to LSP workspace edits. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Change, NewFile } from '../../edits/change.ts';
import type { FeatureContext } from '../feature.ts';

/**
 * The changes as one edit that is undone in one step. It names the version of each open document, so that the editor
 * rejects it if the text has changed. Throws if two changes overlap, which is a programming error.
 */
export function toWorkspaceEdit(
  changes: readonly (Change | NewFile)[],
  context: Pick<FeatureContext, 'rangeIn' | 'versionOf'>,
): WorkspaceEdit {
  const editsByFile = new Map<string, TextEdit[]>();
  const documentChanges: WorkspaceEdit['documentChanges'] = [];
  const sortedChanges = changes
    .filter((change) => 'span' in change)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const lastEnds = new Map<string, number>();
  for (const { uri, span, text } of sortedChanges) {
    if (span.start < (lastEnds.get(uri) ?? 0)) throw new Error(`Two changes of ${uri} overlap at ${span.start}.`);
    lastEnds.set(uri, span.end);
    const edits = editsByFile.get(uri) ?? [];
    editsByFile.set(uri, edits);
    edits.push({ range: context.rangeIn(uri, span), newText: text });
  }
  // The files come first: VS Code takes texts that stand together back in one step, even when they have been saved.
  const newFiles = changes.filter((change) => 'create' in change);
  for (const { uri } of newFiles) documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
  const start = { line: 0, character: 0 };
  for (const { uri, create } of newFiles)
    documentChanges.push({
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: create }],
    });
  for (const [uri, edits] of editsByFile)
    documentChanges.push({ textDocument: { uri, version: context.versionOf(uri) }, edits });
  return { documentChanges };
}
