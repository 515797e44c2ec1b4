import fc from 'fast-check';
import { expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../../../server/src/features/semanticTokens/semanticTokens.ts';
import { diffTokens, encodeBrief, encodeTokens } from '../../../../server/src/features/semanticTokens/tokenEncoding.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../../support/arbitraries.ts';

const scope = createScope([
  {
    uri: 'file:///e.yaml',
    registry: readRegistry(
      'entities:\n- { id: is, type: group, name: Islamic State, aliases: [IS, is a] }\nreferences: []\n',
    ),
  },
]);

testProperty('tokens are in order, never empty, never overlap, and have a type of the legend', briefText(), (text) => {
  let end = 0;
  for (const token of semanticTokens(readBrief(text), scope)) {
    expect(token.start).toBeGreaterThanOrEqual(end);
    expect(token.end).toBeGreaterThan(token.start);
    expect(TOKEN_TYPES).toContain(token.type);
    for (const modifier of token.modifiers) expect(TOKEN_MODIFIERS).toContain(modifier);
    end = token.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
});

testProperty('a range has those of all tokens that touch it', briefText(), fc.nat(), fc.nat(), (text, a, b) => {
  const brief = readBrief(text);
  const start = a % (text.length + 1);
  const end = start + (b % (text.length - start + 1));
  const all = semanticTokens(brief, scope).filter((token) => token.start < end && token.end > start);
  expect(semanticTokens(brief, scope, { start, end })).toEqual(all);
});

testProperty('after an edit they are those of the text read anew', briefText(), randomEdit, (text, edit) => {
  const before = readBrief(text);
  semanticTokens(before, scope);
  const after = applyRandomEdit(text, edit);
  expect(semanticTokens(updateBrief(before, after.text, after.edit), scope)).toEqual(
    semanticTokens(readBrief(after.text), scope),
  );
});

testProperty(
  'encoded for a client without multi-line tokens: the same characters, line by line',
  briefText(),
  (text) => {
    const document = TextDocument.create('file:///a.brief', 'brief', 1, text);
    const tokens = semanticTokens(readBrief(text), scope);
    const shown = decode(encodeTokens(tokens, document, false), document);
    for (const { words } of shown) expect(words).not.toMatch(/[\r\n]./s);
    const visible = (words: string) => words.replace(/[\r\n]/g, '');
    expect(shown.map(({ words }) => visible(words)).join('')).toBe(
      tokens.map(({ start, end }) => visible(text.slice(start, end))).join(''),
    );
    expect(decode(encodeTokens(tokens, document, true), document)).toEqual(
      tokens.map(({ start, end, type }) => ({ words: text.slice(start, end), type })),
    );
  },
);

testProperty(
  'encoded block by block, after edits too, they are those encoded as a whole',
  briefText(),
  randomEdit,
  randomEdit,
  fc.boolean(),
  (text, one, other, multiline) => {
    let brief = readBrief(text);
    for (const edit of [undefined, one, other]) {
      const after = edit && applyRandomEdit(brief.text, edit);
      if (after) brief = updateBrief(brief, after.text, after.edit);
      const document = TextDocument.create('file:///a.brief', 'brief', 1, brief.text);
      const whole = encodeTokens(semanticTokens(readBrief(brief.text), scope), document, multiline);
      expect([...encodeBrief(brief, scope, document, multiline)]).toEqual(whole);
    }
  },
);

/** The tokens a client reads from the numbers. */
function decode(data: readonly number[], document: TextDocument): { words: string; type: string }[] {
  const found = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, along, length, type] = data.slice(at, at + 5) as [number, number, number, number];
    character = down > 0 ? along : character + along;
    line += down;
    const start = document.offsetAt({ line, character });
    found.push({ words: document.getText().slice(start, start + length), type: TOKEN_TYPES[type]! });
  }
  return found;
}

const token = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(1));
const data = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.flat());

testProperty('the delta makes the new data of the old, in whole tokens', data, data, (before, after) => {
  const edits = diffTokens(Int32Array.from(before), Int32Array.from(after));
  expect(edits.length).toBe(String(before) === String(after) ? 0 : 1);
  const patched = [...before];
  for (const { start, deleteCount, data } of edits) {
    expect([start % 5, deleteCount % 5]).toEqual([0, 0]);
    patched.splice(start, deleteCount, ...(data ?? []));
  }
  expect(patched).toEqual(after);
});

testProperty('the delta of an edited text is the delta of its tokens', briefText(), randomEdit, (text, edit) => {
  const encode = (text: string) => {
    const document = TextDocument.create('file:///a.brief', 'brief', 1, text);
    return encodeTokens(semanticTokens(readBrief(text), scope), document, false);
  };
  const [before, after] = [encode(text), encode(applyRandomEdit(text, edit).text)];
  const patched = [...before];
  for (const { start, deleteCount, data } of diffTokens(Int32Array.from(before), Int32Array.from(after)))
    patched.splice(start, deleteCount, ...(data ?? []));
  expect(patched).toEqual(after);
});
