import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { OpenFile } from '../../../server/src/features/feature.ts';
import { mergeChanges } from '../../../server/src/lsp/changes.ts';
import { trackDocuments } from '../../../server/src/lsp/documents.ts';
import type { Registry } from '../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { briefText, type RandomEdit, randomEdit, testProperty } from '../support/arbitraries.ts';

/** A change in a document as it is now; `at` and `removed` as in `Change`. */
function eventOf(document: TextDocument, { at, removed, inserted }: RandomEdit): TextDocumentContentChangeEvent {
  const start = Math.round(at * document.getText().length);
  const range = { start: document.positionAt(start), end: document.positionAt(start + removed) };
  return { range, text: inserted };
}

/** What the server knows of a document after notifications of changes. */
function follow(
  name: string,
  text: string,
  notifications: readonly (readonly TextDocumentContentChangeEvent[])[],
  known?: Registry,
) {
  const uri = `file:///${name}`;
  const on: Record<string, (params: object) => void> = {};
  const keep = (what: string) => (handler: (params: object) => void) => {
    on[what] = handler;
  };
  const connection = {
    onDidOpenTextDocument: keep('open'),
    onDidChangeTextDocument: keep('change'),
    onDidCloseTextDocument: keep('close'),
  } as unknown as Connection;
  const told: OpenFile[] = [];
  const documents = trackDocuments(
    connection,
    () => known,
    (file) => told.push(file),
    () => {},
  );
  on.open?.({ textDocument: { uri, languageId: name.endsWith('yaml') ? 'yaml' : 'brief', version: 1, text } });
  for (const [index, contentChanges] of notifications.entries())
    on.change?.({ textDocument: { uri, version: index + 2 }, contentChanges });
  return { file: documents.get(uri)!, told };
}

const at = (line: number, start: number, end: number, text: string) => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  text,
});

describe('a changed document', () => {
  testProperty(
    'is what was left by one change after the other',
    briefText(),
    fc.array(fc.array(fc.option(randomEdit, { freq: 20 }), { maxLength: 5 }), { maxLength: 4 }),
    fc.boolean(),
    (text, notifications, upwards) => {
      const expected = TextDocument.create('file:///a.brief', 'brief', 1, text);
      const sent = notifications.map((changes) => {
        const inOrder = upwards ? changes.toSorted((a, b) => (b?.at ?? 0) - (a?.at ?? 0)) : changes;
        return inOrder.map((one) => {
          const event = one ? eventOf(expected, one) : { text: 'All new (, May 3).\n\nMore.' };
          TextDocument.update(expected, [event], 1);
          return event;
        });
      });
      const { file, told } = follow('a.brief', text, sent);
      expect(file.document.getText()).toBe(expected.getText());
      expect(file.document.version).toBe(notifications.length + 1);
      expect(file.document.lineCount).toBe(expected.lineCount);
      expect(file.value).toEqual(readBrief(expected.getText()));
      expect(told).toHaveLength(notifications.length + 1);
    },
  );

  test('a registry is read anew', () => {
    const { file } = follow('sources.yaml', 'references: []\n', [[at(0, 12, 14, ''), at(0, 12, 12, '[{ id: a }]')]]);
    expect(file.value).toEqual(readRegistry('references: [{ id: a }]\n'));
  });

  test('a registry that was read from disk is not read again, unless another text is opened', () => {
    const known = readRegistry('references: [{ id: a }]\n');
    expect(follow('sources.yaml', 'references: [{ id: a }]\n', [], known).file.value).toBe(known);
    const { file } = follow('sources.yaml', 'references: [{ id: b }]\n', [], known);
    expect(file.value).toEqual(readRegistry('references: [{ id: b }]\n'));
  });

  test('keeps the blocks between two cursors', () => {
    const text = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n';
    const before = follow('a.brief', text, []).file;
    const { told } = follow('a.brief', text, [[at(12, 0, 5, 'VII'), at(0, 0, 3, 'I')]]);
    const [first, second] = told.map(({ value }) => ('blocks' in value ? value.blocks : []));
    expect(before.value).toEqual(told[0]!.value);
    expect(second!.map((block, index) => block === first![index])).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('changes of one notification', () => {
  const document = TextDocument.create('file:///a.brief', 'brief', 1, 'one two\nthree');

  test('from the last cursor to the first are one change', () => {
    expect(mergeChanges(document, [at(1, 0, 5, 'drei'), at(0, 4, 7, 'zwei'), at(0, 4, 4, '- ')])).toEqual({
      change: { range: { start: { line: 0, character: 4 }, end: { line: 1, character: 5 } }, text: '- zwei\ndrei' },
      edits: [
        { start: 4, end: 4, newLength: 2 },
        { start: 4, end: 7, newLength: 4 },
        { start: 8, end: 13, newLength: 4 },
      ],
      whole: { start: 4, end: 13, newLength: 11 },
    });
  });
  test('none, from the first to the last, or of the whole text are not', () => {
    expect(mergeChanges(document, [])).toBeUndefined();
    expect(mergeChanges(document, [at(0, 0, 3, 'a'), at(1, 0, 5, 'b')])).toBeUndefined();
    expect(mergeChanges(document, [{ text: 'new' }])).toBeUndefined();
  });
});
