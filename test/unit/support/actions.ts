/** What the light bulb offers in a fixture, and the files after an action is taken. */
import { expect } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../../server/src/base/text/span.ts';
import type { Change, NewFile } from '../../../server/src/edits/change.ts';
import { actionsAt, type RequestedKinds } from '../../../server/src/features/codeActions/codeActions.ts';
import type { FeatureContext, OpenFile } from '../../../server/src/features/feature.ts';
import type { Action } from '../../../server/src/features/support/action.ts';
import { type RegistryTargets, readRegistryTargets } from '../../../server/src/features/support/registryTargets.ts';
import { toWorkspaceEdit } from '../../../server/src/features/support/workspaceEdit.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';
import { type Fixture, type FixtureOptions, findingsByFile, parseFixture, workspaceOf } from './fixture.ts';
import { revisionsIn } from './revisions.ts';

export interface ActionScene {
  readonly files: Fixture['files'];
  readonly workspace: Workspace;
  readonly context: FeatureContext;
  readonly targets: RegistryTargets;
  readonly open: (uri: string) => OpenFile;
  /** The first place that is marked with carets. */
  readonly selection: { readonly uri: string; readonly span: Span };
}

/** A version that is none by accident. */
const VERSION = 7;

/** The files of a fixture as a server has them: briefs open, registries closed. */
export async function createScene(fixture: string, options: FixtureOptions = {}): Promise<ActionScene> {
  const { files } = parseFixture(fixture, options);
  const workspace = workspaceOf({ files });
  const documents = new Map(
    files.map(({ uri, text }) => [uri, TextDocument.create(uri, 'brief', VERSION, text)] as const),
  );
  const isOpen = (uri: string) => uri.endsWith('.brief');
  const open = (uri: string): OpenFile | undefined => {
    const document = documents.get(uri);
    if (!document) return undefined;
    return isOpen(uri)
      ? { kind: 'brief', document, value: workspace.brief(uri) ?? readBrief(document.getText()) }
      : { kind: 'registry', document, value: readRegistry(document.getText()) };
  };
  const context: FeatureContext = {
    workspace,
    client: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    clientCommands: new Set(['briefmark.addSource']),
    folders: ['file:///'],
    revisionOf: revisionsIn(workspace, options.settings),
    ruleUrl: () => undefined,
    open: (uri) => (isOpen(uri) ? open(uri) : undefined),
    versionOf: (uri) => (isOpen(uri) ? VERSION : null),
    yieldIfDue: () => undefined,
    whenIndexed: async () => {},
    read: async (uri) => documents.get(uri)?.getText(),
    rangeIn: (uri, { start, end }) => {
      const document = documents.get(uri)!;
      return { start: document.positionAt(start), end: document.positionAt(end) };
    },
    applyEdit: async () => true,
  };
  const uri = files.find(({ marks }) => marks.length > 0)?.uri ?? files[0]!.uri;
  const [mark] = files.find((file) => file.uri === uri)!.marks;
  return {
    files,
    workspace,
    context,
    targets: await readRegistryTargets(uri, context),
    open: (uri) => open(uri)!,
    selection: { uri, span: mark ?? { start: 0, end: 0 } },
  };
}

/** What is offered at the marked place. */
export function actionsAtMark(
  { open, selection, targets, context }: ActionScene,
  requestedKinds?: RequestedKinds,
): Action[] {
  return actionsAt(open(selection.uri), selection.span, requestedKinds, targets, context);
}

/** The quick fixes at the first place with carets, as lines; `*` marks the preferred ones, `>` commands. */
export async function fixesIn(fixture: string, options?: FixtureOptions): Promise<string[]> {
  const actions = actionsAtMark(await createScene(fixture, options), ['quickfix']);
  return actions.map(({ title, isPreferred, command }) => `${command ? '> ' : ''}${isPreferred ? '* ' : ''}${title}`);
}

/** The texts after the changes, made by way of LSP; checks that the edit is valid for the versions it was made for. */
export function applyChangesTo(
  { files, context, targets }: ActionScene,
  changes: readonly (Change | NewFile)[],
): Map<string, string> {
  const edit = toWorkspaceEdit(changes, { rangeIn: targets.rangeIn, versionOf: context.versionOf });
  return applyWorkspaceEdit(new Map(files.map(({ uri, text }) => [uri, text])), edit, (uri) => context.versionOf(uri));
}

/** Applies an edit to texts by URI, as strictly as an editor may. */
export function applyWorkspaceEdit(
  texts: ReadonlyMap<string, string>,
  edit: WorkspaceEdit,
  versionOf: (uri: string) => number | null,
): Map<string, string> {
  const after = new Map(texts);
  for (const change of edit.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'create') throw new Error(`${change.kind} was not expected.`);
      expect(after.has(change.uri)).toBe(false);
      after.set(change.uri, '');
      continue;
    }
    const { uri, version } = (change as TextDocumentEdit).textDocument;
    expect(version, uri).toBe(versionOf(uri));
    const document = TextDocument.create(uri, 'brief', 1, after.get(uri)!);
    for (const { range } of change.edits) {
      // Positions past the end of a line or of the text would be moved by the document, silently.
      expect(document.positionAt(document.offsetAt(range.start)), uri).toEqual(range.start);
      expect(document.positionAt(document.offsetAt(range.end)), uri).toEqual(range.end);
    }
    const edits = change.edits.map((textEdit) => {
      if (!('newText' in textEdit)) throw new Error('A snippet was not expected.');
      return textEdit;
    });
    // It throws when edits overlap.
    after.set(uri, TextDocument.applyEdits(document, edits));
  }
  return after;
}

/** How many findings there are in all files with these texts. */
export function countFindings(texts: ReadonlyMap<string, string>): number {
  const files = [...texts].map(([uri, text]) => ({ uri, name: uri, text, marks: [] }));
  return findingsByFile(files, {}).flat().length;
}
