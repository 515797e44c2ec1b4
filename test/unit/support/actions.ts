import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../../server/src/base/text/span.ts';
import type { Change, NewFile } from '../../../server/src/edits/change.ts';
import { actionsAt, type RequestedKinds } from '../../../server/src/features/codeActions/codeActions.ts';
import type { FeatureContext, OpenFile } from '../../../server/src/features/feature.ts';
import type { Action } from '../../../server/src/features/support/action.ts';
import { type RegistryTargets, readRegistryTargets } from '../../../server/src/features/support/registryTargets.ts';
import { toWorkspaceEdit } from '../../../server/src/features/support/workspaceEdit.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';
import { type Fixture, type FixtureOptions, findingsByFile, parseFixture, workspaceOf } from './fixture.ts';
import { applyWorkspaceEdit, createContext } from './world.ts';

export interface ActionScene {
  readonly files: Fixture['files'];
  readonly workspace: Workspace;
  readonly context: FeatureContext;
  readonly targets: RegistryTargets;
  readonly open: (uri: string) => OpenFile;
  /** The first span that is marked with carets. */
  readonly selection: { readonly uri: string; readonly span: Span };
}

/** The files of a fixture as a server has them: briefs open, registries closed. The client can do what editors can. */
export async function createScene(fixture: string, options: FixtureOptions = {}): Promise<ActionScene> {
  const { files } = parseFixture(fixture, options);
  const workspace = workspaceOf({ files });
  const context: FeatureContext = {
    ...createContext({ files, workspace, ...(options.settings && { settings: options.settings }) }),
    client: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    clientCommands: new Set(['briefmark.addSource']),
  };
  const open = (uri: string): OpenFile => {
    const { text } = files.find((file) => file.uri === uri)!;
    const document = TextDocument.create(uri, 'yaml', 1, text);
    return context.open(uri) ?? { kind: 'registry', document, value: readRegistry(text) };
  };
  const uri = files.find(({ marks }) => marks.length > 0)?.uri ?? files[0]!.uri;
  const [mark] = files.find((file) => file.uri === uri)!.marks;
  return {
    files,
    workspace,
    context,
    targets: await readRegistryTargets(uri, context),
    open,
    selection: { uri, span: mark ?? { start: 0, end: 0 } },
  };
}

/** What is offered at the marked span. */
export function actionsAtMark(
  { open, selection, targets, context }: ActionScene,
  requestedKinds?: RequestedKinds,
): Action[] {
  return actionsAt(open(selection.uri), selection.span, requestedKinds, targets, context);
}

/** The quick fixes at the first span with carets, as lines; `*` marks the preferred ones, `>` commands. */
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

/** How many findings there are in all files with these texts. */
export function countFindings(texts: ReadonlyMap<string, string>): number {
  const files = [...texts].map(([uri, text]) => ({ uri, name: uri, text, marks: [] }));
  return findingsByFile(files, {}).flat().length;
}
