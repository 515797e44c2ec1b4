import fc from 'fast-check';
import { expect } from 'vitest';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { briefText, type RandomEdit, randomEdit, testProperty } from '../support/arbitraries.ts';
import { follow } from './support.ts';

/** The event of an edit of the document as it is now. */
function eventOf(document: TextDocument, { at, removed, inserted }: RandomEdit): TextDocumentContentChangeEvent {
  const start = Math.round(at * document.getText().length);
  const range = { start: document.positionAt(start), end: document.positionAt(start + removed) };
  return { range, text: inserted };
}

testProperty(
  'a document equals the text after all changes, read from scratch',
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
