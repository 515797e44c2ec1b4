/**
 * Actions that are proved when they are chosen. Editors request code actions on every cursor move, and a proof may read the
 * whole brief again; clients that resolve edits get them with the choice.
 */
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver';
import { citeTheSame } from '../../edits/citation/sameCitations.ts';
import { applyReplacements } from '../../edits/notes/verify.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { isCount, isString, listOf, record } from '../commands/argument.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import type { Action } from '../support/action.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';

/** What the client keeps of an action and sends back. */
export interface UnprovedEdit {
  readonly uri: string;
  readonly version: number;
  readonly replacements: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

const isReplacement = record({ start: isCount, end: isCount, text: isString });
const isUnprovedEdit = record<UnprovedEdit>({ uri: isString, version: isCount, replacements: listOf(isReplacement) });

/** Whether the client asks for the edit of an action when it is chosen. */
export function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { resolveSupport, dataSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** The changes of an action, to be proved later. */
export function unprovedEdit({ changes = [] }: Action, uri: string, version: number): UnprovedEdit {
  const replacements = changes.flatMap((change) => ('span' in change ? { ...change.span, text: change.text } : []));
  return { uri, version, replacements };
}

/** The edit, if the brief is still that version and cites the same afterwards. */
export function proved(data: UnprovedEdit, context: FeatureContext): CodeAction['edit'] {
  const { uri, version, replacements } = data;
  const file = context.open(uri);
  if (file?.kind !== 'brief' || context.versionOf(uri) !== version) return undefined;
  const { value: brief } = file;
  const changes = replacements.map(({ start, end, text }) => ({ uri, span: { start, end }, text }));
  const after = readBrief(applyReplacements(brief.text, changes), uri, brief.known);
  return citeTheSame(brief, after) ? toWorkspaceEdit(changes, context) : undefined;
}

export const codeActionResolveFeature: Feature<CodeAction, CodeAction> = {
  method: 'codeAction/resolve',
  capability: () => ({}),
  answer(action, context) {
    const data: unknown = action.data;
    const edit = isUnprovedEdit(data) ? proved(data, context) : undefined;
    return edit ? { ...action, edit } : action;
  },
};
