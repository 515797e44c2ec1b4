import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formattingFeature, rangeFormattingFeature } from '../../../../server/src/features/codeActions/formatting.ts';
import type { CheckSettings } from '../../../../server/src/rules/engine/settings.ts';
import { type ActionScene, createScene } from '../../support/actions.ts';

const HOUSE: Partial<CheckSettings> = { dates: '5 September', citationOrder: 'oldest first' };
const BRIEF = 'file:///main.brief';
const options = { tabSize: 2, insertSpaces: true };

async function format({ context, files }: ActionScene, uri = BRIEF): Promise<string> {
  const edits = await formattingFeature.answer({ textDocument: { uri }, options }, context);
  const document = TextDocument.create(uri, 'brief', 1, files.find((file) => file.uri === uri)!.text);
  return TextDocument.applyEdits(document, edits ?? []);
}

test('the form of citations is corrected, repeatedly if needed, and nothing else', async () => {
  const scene = await createScene(
    `
    ---
    date: 2021-09-24
    ---

    It  left on May 9 (RFE/RL, Sept 5;TASS,May 9.) , they say (, May 3).

    <!-- brief-ignore citation-date-style -->
    It stayed (TASS, May 9; RIA, May 8).
    `,
    { settings: HOUSE },
  );
  expect(await format(scene)).toBe(`---
date: 2021-09-24
---

It  left on May 9 (TASS, 9 May;RFE/RL, 5 September) , they say (, 3 May).

<!-- brief-ignore citation-date-style -->
It stayed (RIA, May 8; TASS, May 9).
`);
});

test('every edit is as small as the citation it mends', async () => {
  const { context } = await createScene('Talks (Eurasianet May 9) and words (TASS, May 9); (AGI, April 10.).', {});
  expect(await formattingFeature.answer({ textDocument: { uri: BRIEF }, options }, context)).toEqual([
    { range: { start: { line: 0, character: 17 }, end: { line: 0, character: 17 } }, newText: ',' },
    { range: { start: { line: 0, character: 64 }, end: { line: 0, character: 65 } }, newText: '' },
  ]);
});

test('a range formats only what is in it', async () => {
  const { context } = await createScene('One (Eurasianet May 9).\nTwo (Eurasianet May 9).\n');
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
  const whole = { ...range, end: { line: 2, character: 0 } };
  expect(await rangeFormattingFeature.answer({ textDocument: { uri: BRIEF }, options, range }, context)).toEqual([]);
  expect(
    await rangeFormattingFeature.answer({ textDocument: { uri: BRIEF }, options, range: whole }, context),
  ).toMatchObject([{ range: { start: { line: 1 } } }]);
});

test('where the house does not mind, only slips are mended; registries are left alone; CRLF stays', async () => {
  const text = 'It left (TASS, May 9; RIA, 8 May).\n';
  expect(await format(await createScene(text))).toBe(text);
  const scene = await createScene(`--- main.brief\n${text}--- sources.yaml\nreferences: [ ]\n`);
  expect(
    await formattingFeature.answer({ textDocument: { uri: 'file:///sources.yaml' }, options }, scene.context),
  ).toBeUndefined();
  const lines = await createScene('It left (TASS,\nMay 9).\nSo (AP,May 3).', { settings: HOUSE, newline: '\r\n' });
  expect(await format(lines)).toBe('It left (TASS,\r\n9 May).\r\nSo (AP, 3 May).\r\n');
});

test('a client that registers formatters by language gets one for briefs, others one for all they have', () => {
  const able = {
    textDocument: { formatting: { dynamicRegistration: true }, rangeFormatting: { dynamicRegistration: true } },
  };
  for (const feature of [formattingFeature, rangeFormattingFeature]) {
    expect(feature.capability(able)).toEqual({});
    expect(feature.registration?.(able)).toEqual({ documentSelector: [{ language: 'brief' }] });
    expect(feature.registration?.({})).toBeUndefined();
  }
  expect({ ...formattingFeature.capability({}), ...rangeFormattingFeature.capability({}) }).toEqual({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
});
