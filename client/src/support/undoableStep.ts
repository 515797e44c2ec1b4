/** One step of a command that changes several documents, so that it can be taken back as a whole. */
import { Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';

/** What a step has changed. */
export interface UndoableStep {
  /** The documents it has changed, which may have to be saved. */
  readonly documents: readonly TextDocument[];
  /** Puts back the texts from before. Resolves to false, and does nothing, if one has changed since. */
  undo(): Promise<boolean>;
}

interface Change {
  readonly document: TextDocument;
  readonly before: string;
  readonly versionAfter: number;
}

/** Runs a step, and records what it changes in open documents and in those that it opens. */
export async function recordStep<T>(run: () => Promise<T>): Promise<{ result: T; step: UndoableStep }> {
  const before = new Map<TextDocument, string>();
  const remember = (document: TextDocument) => before.set(document, document.getText());
  for (const document of workspace.textDocuments) if (!document.isClosed) remember(document);
  const opened = workspace.onDidOpenTextDocument(remember);
  try {
    const result = await run();
    const changes = [...before].flatMap(([document, text]): Change[] =>
      document.getText() === text ? [] : [{ document, before: text, versionAfter: document.version }],
    );
    return { result, step: { documents: changes.map(({ document }) => document), undo: () => undoChanges(changes) } };
  } finally {
    opened.dispose();
  }
}

async function undoChanges(changes: readonly Change[]): Promise<boolean> {
  if (changes.some(({ document, versionAfter }) => document.version !== versionAfter)) return false;
  const edit = new WorkspaceEdit();
  for (const { document, before } of changes) {
    const text = document.getText();
    const { start, tail } = difference(before, text);
    const range = new Range(document.positionAt(start), document.positionAt(text.length - tail));
    edit.replace(document.uri, range, before.slice(start, before.length - tail));
  }
  return workspace.applyEdit(edit);
}

/** How much two texts have in common at their start and at their end. Both parts end between two characters. */
export function difference(a: string, b: string): { start: number; tail: number } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < shorter - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  // A line end or a character of two units is replaced as a whole.
  while (start > 0 && isInside(a[start - 1], a[start])) start--;
  while (tail > 0 && isInside(a[a.length - tail - 1], a[a.length - tail])) tail--;
  return { start, tail };
}

function isInside(left: string | undefined, right: string | undefined): boolean {
  return (left === '\r' && right === '\n') || /[\uD800-\uDBFF]/.test(left ?? '') || /[\uDC00-\uDFFF]/.test(right ?? '');
}

/** Where an offset of a text is after a change of it: behind the change, unless it was before all of it. */
export function offsetAfter(offset: number, before: string, after: string): number {
  return difference(before, after).start >= offset ? offset : Math.max(0, after.length - (before.length - offset));
}
