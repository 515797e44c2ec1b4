import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type CodeActionParams, ResourceOperationKind } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { ownAcronymAt } from '../../names/mentions.ts';
import type { Finding, Fix, FixContext } from '../../rules/engine/rule.ts';
import { fixesOf } from '../../rules/run/fixes.ts';
import type { Brief } from '../../syntax/ast.ts';

import { findingsOf, toDiagnostic } from '../diagnostics/diagnostics.ts';
import type { Feature, FeatureContext, OpenFile } from '../feature.ts';
import type { Action } from '../support/action.ts';
import { type Homes, noHomes, readHomes } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { formEdits } from './formatting.ts';
import { REFACTORINGS } from './refactorings/index.ts';

/** What `editor.codeActionsOnSave` asks for. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.briefmark`;

/** Of a large selection no more findings than these get fixes: a light bulb with hundreds of them is no help. */
const MOST_FINDINGS = 40;

/** Titles hold words of files: a longer one is cut. */
const LONGEST_TITLE = 160;

/** What is wanted of the light bulb: kinds as LSP has them; all but those of saving when there are none. */
export type Wanted = readonly string[] | undefined;

/** What the light bulb offers at a place of an open file. */
export function actionsAt(
  file: OpenFile,
  selection: Span,
  wanted: Wanted,
  homes: Pick<Homes, 'add' | 'addAlias'>,
  context: FeatureContext,
): Action[] {
  const wants = (kind: string) =>
    !wanted || wanted.some((one) => one === kind || kind.startsWith(`${one}.`) || one === '');
  const { uri } = file.document;
  const at: FixContext = {
    uri,
    text: file.document.getText(),
    version: file.document.version,
    ...(file.kind === 'brief' && { brief: file.value }),
    scope: context.workspace.scopeOf(uri),
    workspace: context.workspace,
    settings: context.checksFor(uri),
    add: homes.add,
    addAlias: homes.addAlias,
  };
  const actions: Action[] = [];
  const wantsAll = wanted !== undefined && wants(FIX_ALL);
  if (wantsAll && file.kind === 'brief') actions.push(...fixAll(file.value, at));
  if (wants(CodeActionKind.QuickFix)) {
    const here = findingsOf(file, context).filter(touching(selection)).slice(0, MOST_FINDINGS);
    for (const finding of here) for (const fix of fixesOf(finding, at)) actions.push(toAction(fix, finding));
  }
  if (file.kind === 'brief') {
    const { scope, workspace, addAlias } = at;
    const isIndexed = context.isIndexed();
    const place = { uri, brief: file.value, selection, scope, workspace, addAlias, isIndexed };
    for (const refactoring of REFACTORINGS) actions.push(...refactoring(place));
  }
  return actions.filter((action) => wants(action.kind) && canBeDone(action, context));
}

/** Whether a finding is at the selection; a cursor at its edge counts. */
function touching(selection: Span): (finding: Finding) => boolean {
  return ({ span }) => span.start <= selection.end && selection.start <= span.end;
}

/** Whether a short form is defined there that could be an alias. */
function isAtAcronym(file: OpenFile, selection: Span, { workspace }: FeatureContext): boolean {
  if (file.kind !== 'brief') return false;
  const { findNames } = workspace.scopeOf(file.document.uri);
  return ownAcronymAt(file.value, selection, findNames) !== undefined;
}

/** All that may be put right unasked, as one action. */
function fixAll(brief: Brief, context: FixContext): Action[] {
  const changes = formEdits(brief, context).map((edit) => ({ uri: context.uri, ...edit }));
  return changes.length > 0 ? [{ title: l10n.t('Put the form of citations right'), kind: FIX_ALL, changes }] : [];
}

function toAction(fix: Fix, finding: Finding): Action {
  return { ...fix, kind: CodeActionKind.QuickFix, finding };
}

/** Commands are for clients that have them, new files for those that can make them. */
function canBeDone({ command, changes }: Action, { client, clientCommands }: FeatureContext): boolean {
  if (command && !clientCommands.has(command.command)) return false;
  const creates = changes?.some((change) => 'create' in change) ?? false;
  return (
    !creates || client.workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) === true
  );
}

function onOneLine(title: string): string {
  const line = title.slice(0, 2 * LONGEST_TITLE).replace(/\s+/g, ' ');
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}…` : line;
}

export const codeActionsFeature: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capability: (client) =>
    client.textDocument?.codeAction?.codeActionLiteralSupport
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL] } }
      : {},
  async answer({ textDocument: { uri }, range, context: { only } }, context) {
    const before = context.versionOf(uri);
    const asked = context.open(uri);
    if (!asked) return undefined;
    const selection = { start: asked.document.offsetAt(range.start), end: asked.document.offsetAt(range.end) };
    // The light bulb is asked for at every step of the cursor: files are only read where there is something to mend.
    const isWanted = findingsOf(asked, context).some(touching(selection)) || isAtAcronym(asked, selection, context);
    const homes = isWanted ? await readHomes(uri, context) : noHomes(context);
    const file = context.open(uri);
    // The text was changed while the registries were read: the client asks again.
    if (!file || context.versionOf(uri) !== before) return undefined;
    const places = { rangeIn: homes.rangeIn, versionOf: context.versionOf };
    return actionsAt(file, selection, only, homes, context).map(
      ({ title, kind, preferred, finding, changes, command }): CodeAction => ({
        title: onOneLine(title),
        kind,
        ...(preferred && { isPreferred: true }),
        ...(finding && { diagnostics: [toDiagnostic(finding, file, context)] }),
        ...(changes && { edit: toWorkspaceEdit(changes, places) }),
        ...(command && { command: { title, command: command.command, arguments: [...command.arguments] } }),
      }),
    );
  },
  empty: [],
};
