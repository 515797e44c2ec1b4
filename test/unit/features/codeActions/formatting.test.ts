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

test('emphasis stays whole', async () => {
  const scene = await createScene(
    `
    It left (<u>RBC</u>,May 4; <i>TASS</i>, <b>May</b> 5). It came (RBC, May 3<sup>rd</sup>). It ate (**TASS**,May 6).
    It slept (RBC, **May** 7; <i>TASS</i>, <b>May 8</b>).
    `,
    { settings: HOUSE },
  );
  expect(await format(scene)).toMatchInlineSnapshot(`
    It left (<u>RBC</u>,May 4; <i>TASS</i>, <b>May</b> 5). It came (RBC, May 3<sup>rd</sup>). It ate (**TASS**, 6 May).
    It slept (RBC, **May** 7; <i>TASS</i>, <b>8 May</b>).
  `);
});

test('a citation that only a registry makes one keeps no other from being formatted', async () => {
  const scene = await createScene(
    `
    --- main.brief
    It left (people of the pier, May 9, 2021). It stayed (TASS, May 8, 2021).
    --- entities.yaml
    entities:
      - { id: pier, type: media, name: people of the pier }
    `,
    { settings: HOUSE },
  );
  expect(await format(scene)).toContain('It stayed (TASS, 8 May 2021).');
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

test.each([
  // The marks of a quotation or a list stand between the source and its date.
  ['> He said (TASS,\n> 3 May 2021)\n', HOUSE],
  ['- He said (TASS,\n  9 May)\n', HOUSE],
  // What is ignored inside a quotation is ignored.
  ['> <!-- brief-ignore citation-date-style malformed-citation -->\n> It left (TASS,May 9).\n', HOUSE],
  // With the other date written day first, the figures would be the third of May.
  ['It left (TASS, May 3).\n\nIt came (TASS, 03/05/2021).\n', { dates: '5 September' }],
] as const)('%j stays as it is', async (text, settings) => {
  const scene = await createScene(`--- main.brief\n${text}`, { settings });
  expect(await format(scene)).toBe(scene.files[0]!.text);
});

test.each([
  ['- He said (TASS\n  May 9)\n', '- He said (TASS,\n  9 May)\n'],
  // Across the marks of a quotation no source is moved.
  ['> He said (TASS,\n> May 3; RIA, May 2)\n', '> He said (TASS,\n> 3 May; RIA, 2 May)\n'],
])('%j becomes %j', async (text, expected) => {
  expect(await format(await createScene(`--- main.brief\n${text}`, { settings: HOUSE }))).toBe(expected);
});
