import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type CodeActionParams, ResourceOperationKind } from 'vscode-languageserver';
import { oneLine } from '../../base/text/oneLine.ts';
import type { Span } from '../../base/text/span.ts';
import { acronymDefinedAt } from '../../names/briefNames.ts';
import type { Finding, Fix, FixContext } from '../../rules/engine/rule.ts';
import { fixesOf } from '../../rules/run/fixes.ts';
import { formattingEdits } from '../../rules/run/formatting.ts';
import type { Brief } from '../../syntax/ast.ts';
import { findingsOf, toDiagnostic } from '../diagnostics/diagnostics.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import type { Action } from '../support/action.ts';
import { noRegistryTargets, type RegistryTargets, readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { proved, resolvesEdits, unprovedEdit } from './lateProof.ts';
import { REFACTORINGS } from './refactorings/index.ts';

/** The kind that `editor.codeActionsOnSave` requests. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.briefmark`;

/** At most this many findings of a selection get fixes: a light bulb with hundreds of entries does not help. */
const MAX_FINDINGS = 40;

/** Titles contain text from files; longer ones are truncated. */
const MAX_TITLE_LENGTH = 160;

/** The requested LSP kinds. Undefined: all but those for saving. */
export type RequestedKinds = readonly string[] | undefined;

/** The actions for a selection in an open file. */
export function actionsAt(
  file: OpenFile,
  selection: Span,
  requestedKinds: RequestedKinds,
  targets: Pick<RegistryTargets, 'addEntries' | 'addAlias'>,
  context: FeatureContext,
): Action[] {
  const isRequested = (kind: string) =>
    !requestedKinds ||
    requestedKinds.some((requested) => requested === kind || kind.startsWith(`${requested}.`) || requested === '');
  const { uri } = file.document;
  const { scope, checks, isIndexed } = context.revisionOf(uri);
  const fixContext: FixContext = {
    uri,
    text: file.document.getText(),
    version: file.document.version,
    ...(file.kind === 'brief' && { brief: file.value }),
    scope,
    workspace: context.workspace,
    settings: checks,
    addEntries: targets.addEntries,
    addAlias: targets.addAlias,
  };
  const actions: Action[] = [];
  const isFixAllRequested = requestedKinds !== undefined && isRequested(FIX_ALL);
  if (isFixAllRequested && file.kind === 'brief') actions.push(...createFixAllAction(file.value, fixContext));
  if (isRequested(CodeActionKind.QuickFix)) {
    const selectedFindings = findingsOf(file, context)
      .filter(touchesSelection(selection))
      .sort(byCloseness(selection))
      .slice(0, MAX_FINDINGS);
    for (const finding of selectedFindings)
      for (const fix of fixesOf(finding, fixContext)) actions.push(toAction(fix, finding));
  }
  if (file.kind === 'brief') {
    const { workspace, addAlias, addEntries } = fixContext;
    const refactoringContext = {
      uri,
      brief: file.value,
      selection,
      scope,
      workspace,
      addAlias,
      addEntries,
      isIndexed,
    };
    for (const refactoring of REFACTORINGS) actions.push(...refactoring(refactoringContext));
  }
  return withoutRepeatedTitles(
    actions.filter((action) => isRequested(action.kind) && isSupportedByClient(action, context)),
  );
}

/** Orders findings by their distance from the start of the selection; of those around it, the shortest comes first. */
function byCloseness({ start }: Span): (a: Finding, b: Finding) => number {
  const distance = ({ span }: Finding) => Math.max(0, span.start - start, start - span.end);
  const length = ({ span }: Finding) => span.end - span.start;
  return (a, b) => distance(a) - distance(b) || length(a) - length(b);
}

/** Of actions that the user cannot tell apart, the first one, which is that of the closest finding. */
function withoutRepeatedTitles(actions: readonly Action[]): Action[] {
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}

/** Whether a finding touches the selection; a cursor at its edge counts. */
function touchesSelection(selection: Span): (finding: Finding) => boolean {
  return ({ span }) => span.start <= selection.end && selection.start <= span.end;
}

/** Whether the selection is at the definition of an acronym that could become an alias. */
function isAtAcronym(file: OpenFile, selection: Span, { workspace }: FeatureContext): boolean {
  if (file.kind !== 'brief') return false;
  const { findNames } = workspace.scopeOf(file.document.uri);
  return acronymDefinedAt(file.value, selection, findNames) !== undefined;
}

/** One action with all fixes that may be applied automatically; empty if there are none. */
function createFixAllAction(brief: Brief, fixContext: FixContext): Action[] {
  const changes = formattingEdits(brief, fixContext).map((edit) => ({ uri: fixContext.uri, ...edit }));
  return changes.length > 0 ? [{ title: l10n.t('Correct the form of citations'), kind: FIX_ALL, changes }] : [];
}

function toAction(fix: Fix, finding: Finding): Action {
  return { ...fix, kind: CodeActionKind.QuickFix, finding };
}

/** Whether the client has the command and can create the files that the action needs. */
function isSupportedByClient({ command, changes }: Action, { client, clientCommands }: FeatureContext): boolean {
  if (command && !clientCommands.has(command.command)) return false;
  const createsFile = changes?.some((change) => 'create' in change) ?? false;
  return (
    !createsFile || client.workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) === true
  );
}

export const codeActionsFeature: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capability: (client) =>
    client.textDocument?.codeAction?.codeActionLiteralSupport
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
            ...(resolvesEdits(client) && { resolveProvider: true }),
          },
        }
      : {},
  async answer({ textDocument: { uri }, range, context: { only } }, context) {
    const version = context.versionOf(uri);
    const fileAtRequest = context.open(uri);
    if (!fileAtRequest) return undefined;
    const selection = {
      start: fileAtRequest.document.offsetAt(range.start),
      end: fileAtRequest.document.offsetAt(range.end),
    };
    // Editors request code actions on every cursor move, so registries are read only if a fix may need them.
    const needsRegistries =
      findingsOf(fileAtRequest, context).some(touchesSelection(selection)) ||
      isAtAcronym(fileAtRequest, selection, context);
    const targets = needsRegistries ? await readRegistryTargets(uri, context) : noRegistryTargets(context);
    const file = context.open(uri);
    // The text changed while the registries were read; the client will ask again.
    if (!file || context.versionOf(uri) !== version) return undefined;
    const editContext = { rangeIn: targets.rangeIn, versionOf: context.versionOf };
    const editOf = (action: Action): Pick<CodeAction, 'edit' | 'data'> | undefined => {
      const { changes, isUnproved } = action;
      if (!changes) return {};
      if (!isUnproved) return { edit: toWorkspaceEdit(changes, editContext) };
      const data = unprovedEdit(action, uri, file.document.version);
      if (resolvesEdits(context.client)) return { data };
      const edit = proved(data, context);
      return edit && { edit };
    };
    return actionsAt(file, selection, only, targets, context).flatMap((action): CodeAction | [] => {
      const { title, kind, isPreferred, finding, command } = action;
      const edit = editOf(action);
      if (!edit) return [];
      return {
        title: oneLine(title, MAX_TITLE_LENGTH),
        kind,
        ...(isPreferred && { isPreferred: true }),
        ...(finding && { diagnostics: [toDiagnostic(finding, (span) => toRange(file.document, span), context)] }),
        ...edit,
        ...(command && { command: { title, command: command.command, arguments: [...command.arguments] } }),
      };
    });
  },
  empty: [],
};
