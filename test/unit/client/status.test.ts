/** The item in the status bar and the one beside the language. */
import { beforeEach, expect, test } from 'vitest';
import { registerStatus } from '../../../client/src/status';
import type { BriefStatus } from '../../../server/src/protocol/views.ts';
import { addDocument, EventEmitter, editor, resetEditor } from './support/vscode.ts';

beforeEach(resetEditor);

const CLEAN: BriefStatus = {
  state: 'clean',
  missing: 0,
  unknown: 0,
  problems: 0,
  citations: 12,
  cited: 12,
  profile: 'draft',
  reading: 'Date of the brief: March 4, 2022 (front matter)',
  isIndexed: true,
};

/** Registers the items with a brief in front, for which the server gives these answers, one after the other. */
async function register(...answers: (BriefStatus | undefined)[]) {
  editor.activeTextEditor = { document: addDocument('file:///casebook/harbour.brief') };
  const changed = new EventEmitter<void>();
  const request = async () => answers.shift();
  registerStatus({ subscriptions: [] } as never, { request, onDidChange: changed.event } as never);
  const refresh = async () => {
    changed.fire();
    await new Promise(setImmediate);
  };
  await refresh();
  return { refresh };
}

/** Both items as lines. */
function shown(): string {
  const { statusBarItem: item, languageStatusItem: language } = editor;
  if (!item?.isShown) return 'hidden';
  return [item.text, ...String(item.tooltip).split(/\n+/), `${language?.text} · ${language?.detail}`].join('\n');
}

test('nothing is missing, and Problems lists nothing', async () => {
  await register(CLEAN);
  expect(shown()).toMatchInlineSnapshot(`
    $(pass) 12 of 12 cited
    12 of 12 citations in this brief have a source.
    Problems lists no error and no warning for it.
    Date of the brief: March 4, 2022 (front matter) · [Settings](command:workbench.action.openSettings?%5B%22briefmark.style%22%5D)
    Profile: draft · All briefs and registries of this workspace have been read.
  `);
  expect(editor.statusBarItem?.accessibilityInformation).toEqual({ label: 'Sources of the brief: 12 of 12 cited' });
});

test('one source of one citation is missing', async () => {
  await register({ ...CLEAN, state: 'missing', missing: 1, citations: 1, cited: 0 });
  expect(shown()).toMatchInlineSnapshot(`
    $(error) 1 missing source · 0 of 1 cited
    0 of 1 citation in this brief has a source.
    Select to go to the missing source.
    Date of the brief: March 4, 2022 (front matter) · [Settings](command:workbench.action.openSettings?%5B%22briefmark.style%22%5D)
    Profile: draft · All briefs and registries of this workspace have been read.
  `);
});

test('several are missing, others are unknown', async () => {
  await register({ ...CLEAN, state: 'missing', missing: 2, unknown: 3, problems: 4, cited: 7, profile: 'release' });
  expect(shown()).toMatchInlineSnapshot(`
    $(error) 2 missing sources · 3 unknown sources · 4 other problems · 7 of 12 cited
    7 of 12 citations in this brief have a source.
    Select to go to the first of 2 missing sources.
    3 sources in no registry.
    Problems lists 4 other problems.
    Date of the brief: March 4, 2022 (front matter) · [Settings](command:workbench.action.openSettings?%5B%22briefmark.style%22%5D)
    Profile: release · All briefs and registries of this workspace have been read.
  `);
});

test.each<[string, Partial<BriefStatus>]>([
  ['$(question) 1 unknown source · 12 of 12 cited', { state: 'unknown', unknown: 1 }],
  ['$(question) 2 unknown sources · 1 other problem · 12 of 12 cited', { state: 'unknown', unknown: 2, problems: 1 }],
  ['$(warning) 5 problems · 12 of 12 cited', { state: 'problems', problems: 5 }],
  ['$(warning) 1 problem', { state: 'problems', problems: 1, citations: 0, cited: 0 }],
  ['$(dash) nothing to check', { state: 'empty', citations: 0, cited: 0 }],
  ['$(circle-outline) 12 of 12 cited', { state: 'unchecked', isIndexed: false }],
])('%s', async (text, status) => {
  await register({ ...CLEAN, ...status });
  expect(editor.statusBarItem?.text).toBe(text);
});

test('a brief without citations, while others are being read', async () => {
  await register({ ...CLEAN, state: 'unchecked', citations: 0, cited: 0, isIndexed: false });
  expect(shown()).toMatchInlineSnapshot(`
    $(circle-outline) no citations
    This brief has no citations.
    Date of the brief: March 4, 2022 (front matter) · [Settings](command:workbench.action.openSettings?%5B%22briefmark.style%22%5D)
    Profile: draft · Reading the briefs of this workspace…
  `);
});

test('it follows the server, and hides where no brief is in front', async () => {
  const { refresh } = await register(CLEAN, { ...CLEAN, state: 'missing', missing: 1, cited: 11 }, undefined);
  await refresh();
  expect(editor.statusBarItem?.text).toBe('$(error) 1 missing source · 11 of 12 cited');
  editor.activeTextEditor = { document: addDocument('file:///casebook/sources.yaml', { languageId: 'yaml' }) };
  editor.onDidChangeActiveTextEditor.fire();
  await new Promise(setImmediate);
  expect(shown()).toBe('hidden');
});
