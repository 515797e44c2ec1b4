import { expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver-protocol';
import { codeActionsFeature } from '../../../../server/src/features/codeActions/codeActions.ts';
import { codeActionResolveFeature } from '../../../../server/src/features/codeActions/lateProof.ts';
import type { FeatureContext } from '../../../../server/src/features/feature.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';
import { applyWorkspaceEdit, createContext } from '../../support/world.ts';

const TITLE = 'Remove invisible characters from this brief';
const TEXT = 'It f\u00ADled.\n\nIt re\u00ADturned (TA\u200BSS, May 3).\n';
const RESOLVES: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

async function offered(
  client: ClientCapabilities,
): Promise<{ action: CodeAction; context: FeatureContext; uri: string }> {
  const fixture = parseFixture(`--- main.brief\n${TEXT}`);
  const context: FeatureContext = { ...createContext({ ...fixture, workspace: workspaceOf(fixture) }), client };
  const { uri } = fixture.files[0]!;
  const cursor = { line: 0, character: 0 };
  const params = { textDocument: { uri }, range: { start: cursor, end: cursor }, context: { diagnostics: [] } };
  const actions = (await codeActionsFeature.answer(params, context)) ?? [];
  return { action: actions.find(({ title }) => title === TITLE)!, context, uri };
}

const resolve = (action: CodeAction, context: FeatureContext) =>
  codeActionResolveFeature.answer(action, context) as CodeAction;
const PLAIN = TEXT.replace(/[\u00AD\u200B]/g, '');

test('a client that resolves edits gets the edit of a whole brief when it is chosen', async () => {
  const { action, context, uri } = await offered(RESOLVES);
  expect(action.edit).toBeUndefined();
  const { edit } = resolve(JSON.parse(JSON.stringify(action)), context);
  expect(applyWorkspaceEdit(new Map([[uri, TEXT]]), edit!, context.versionOf).get(uri)).toBe(PLAIN);
});

test('any other client gets it at once', async () => {
  const { action, context, uri } = await offered({});
  expect(applyWorkspaceEdit(new Map([[uri, TEXT]]), action.edit!, context.versionOf).get(uri)).toBe(PLAIN);
});

test('there is no edit for a text that has changed since, for one that changes a citation, nor for other data', async () => {
  const { action, context } = await offered(RESOLVES);
  expect(resolve(action, { ...context, versionOf: () => 8 }).edit).toBeUndefined();
  const at = TEXT.indexOf('May');
  const harmful = { ...(action.data as object), replacements: [{ start: at, end: at + 3, text: 'June' }] };
  expect(resolve({ ...action, data: harmful }, context).edit).toBeUndefined();
  expect(resolve({ ...action, data: { uri: 1 } }, context)).toEqual({ ...action, data: { uri: 1 } });
});
