import fc from 'fast-check';
import { expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStarts, positionAt } from '../../../../server/src/base/text/positions.ts';
import { testProperty } from '../../support/arbitraries.ts';

const text = fc.array(fc.constantFrom('a', '🎈', '\n', '\r', '\r\n'), { maxLength: 40 }).map((all) => all.join(''));

testProperty('every position is the one LSP gives it', text, (content) => {
  const document = TextDocument.create('file:///a', 'brief', 1, content);
  const starts = lineStarts(content);
  for (let at = 0; at <= content.length; at++) {
    // LSP has no position between \r and \n and answers with the end of the line.
    if (content.slice(at - 1, at + 1) !== '\r\n') expect(positionAt(starts, at)).toEqual(document.positionAt(at));
  }
});
