import { describe, expect, test } from 'vitest';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { applyChanges } from '../../../server/src/lsp/changes.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { follow } from './support.ts';

const at = (line: number, start: number, end: number, text: string) => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  text,
});

describe('a changed document', () => {
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

describe('the changes of one message', () => {
  const text = 'One.\n\nTwo (, May 3).\n\nThree.\n';
  const edits = (changes: readonly TextDocumentContentChangeEvent[]) => {
    const document = TextDocument.create('file:///a.brief', 'brief', 1, text);
    return { edits: [...applyChanges(document, changes, 2)], text: document.getText(), version: document.version };
  };

  test('are edits one after the other', () => {
    expect(edits([at(4, 0, 5, 'Drei'), at(0, 0, 3, '')])).toEqual({
      edits: [
        { start: 22, end: 27, newLength: 4 },
        { start: 0, end: 3, newLength: 0 },
      ],
      text: '.\n\nTwo (, May 3).\n\nDrei.\n',
      version: 2,
    });
    expect(edits([])).toEqual({ edits: [], text, version: 2 });
  });

  test('with positions that are none, or lie outside the text, are made inside it', () => {
    for (const odd of [Number.NaN, -1, 1.5, 1e300, Number.POSITIVE_INFINITY, null as never]) {
      const range = { start: { line: odd, character: odd }, end: { line: 1e9, character: odd } };
      for (const changes of [[{ range, text: 'x' }], [{ range, text: 'x' }, at(0, 0, 0, 'y')]]) {
        const made = edits(changes);
        const values = made.edits.flatMap(({ start, end, newLength }) => [start, end, newLength]);
        expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        const { file } = follow('sources.yaml', 'references: [{ id: a }]\n', [changes]);
        expect(file.value).toEqual(readRegistry(file.document.getText()));
      }
    }
  });

  test('that replace the whole text are one edit of what differs', () => {
    expect(edits([{ text: text.replace('May', 'June') }]).edits).toEqual([{ start: 13, end: 16, newLength: 4 }]);
  });

  test('are one edit if there are more than 100', () => {
    const many = Array.from({ length: 101 }, (_, index) => at(2, 3 + index, 3 + index, '!'));
    expect(edits(many.slice(1)).edits).toHaveLength(100);
    expect(edits(many).edits).toEqual([{ start: 9, end: 9, newLength: 101 }]);
    const { file } = follow('a.brief', text, [many]);
    expect(file.value).toEqual(readBrief(text.replace('Two', `Two${'!'.repeat(101)}`)));
  });
});
