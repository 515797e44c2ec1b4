import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mergeChanges } from '../../../server/src/lsp/changes.ts';
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
