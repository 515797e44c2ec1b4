import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStarts, positionAt } from '../../../../server/src/base/text/positions.ts';

test('\\n, \\r\\n and a lone \\r end a line', () => {
  expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]);
  expect(positionAt(lineStarts('🎈\r\nab'), 5)).toEqual({ line: 1, character: 1 });
});

test('every place is where LSP has it', () => {
  const text = fc.array(fc.constantFrom('a', '🎈', '\n', '\r', '\r\n'), { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (content) => {
      const document = TextDocument.create('file:///a', 'brief', 1, content);
      const starts = lineStarts(content);
      for (let at = 0; at <= content.length; at++) {
        // Between \r and \n LSP knows no place and answers with the end of the line.
        if (content.slice(at - 1, at + 1) !== '\r\n') expect(positionAt(starts, at)).toEqual(document.positionAt(at));
      }
    }),
  );
});
