import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import manifest from '../../../../package.json' with { type: 'json' };
import {
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../../../server/src/features/semanticTokens/semanticTokens.ts';
import { diffTokens, encodeBrief, encodeTokens } from '../../../../server/src/features/semanticTokens/tokenRequests.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../../support/arbitraries.ts';
import { briefOf, expectMarks } from '../../support/fixture.ts';

const REGISTRIES = `
    --- entities.yaml
    types:
      - { id: operation, name: Operation, extends: event }
      - { id: ship, name: Ship }
    entities:
      - { id: is, type: group, name: Islamic State, aliases: [IS] }
      - { id: storm, type: operation, name: Desert Storm }
      - { id: arrow, type: ship, name: Arrow }
      - { id: rferl, type: media, name: RFE/RL }
      - { id: georgia-us, type: place, name: Georgia }
      - { id: georgia-mv, type: ship, name: Georgia }
      - { id: jordan-land, type: place, name: Jordan }
      - { id: jordan-man, type: person, name: Jordan }
    --- sources.yaml
    references:
      - { id: rferl-1, container-title: RFE/RL, issued: 2021-09-05 }
`;

/** The marks under the brief say every token: its type and, after it, its modifiers. */
function check(name: string, brief: string, registries = REGISTRIES): void {
  test(name, () => {
    const {
      brief: value,
      workspace,
      uri,
      file,
    } = briefOf(`    --- main.brief\n${brief.replace(/^\n/, '')}${registries}`);
    const tokens = semanticTokens(value, workspace.scopeOf(uri));
    const marks = tokens.map(({ start, end, type, modifiers }) => ({
      start,
      end,
      code: type,
      words: modifiers.join(' '),
    }));
    expectMarks([file], [marks], { exact: true });
  });
}

check(
  'a tag: its surface in the type it names, the marks around it apart',
  `
    By [the group](group:is) and [x](operation:storm).
       ^ tagTail
        ^^^^^^^^^ group
                 ^^^^^^^^^^^ tagTail
                                 ^ tagTail
                                  ^ event
                                   ^^^^^^^^^^^^^^^^^^ tagTail
`,
);

check(
  'a name without a tag; a custom type that extends none, and one that several entities bear',
  `
    IS met Desert Storm, Arrow and Georgia in Jordan.
    ^^ group untagged
           ^^^^^^^^^^^^ event untagged
                         ^^^^^ entity untagged
                                   ^^^^^^^ entity untagged
                                              ^^^^^^ entity untagged
`,
);

check(
  'what the registries do not know',
  `
    [a](group:nobody) [b](grup:is) [c](src:none) [@none]
    ^ tagTail
     ^ group unknown
      ^^^^^^^^^^^^^^^ tagTail
                      ^ tagTail
                       ^ group unknown
                        ^^^^^^^^^^ tagTail
                                   ^ tagTail
                                    ^ source unknown
                                     ^^^^^^^^^^^ tagTail
                                                   ^^^^ key unknown
`,
);

check(
  'without registries nothing is unknown',
  `
    [a](group:nobody) [c](src:none) [@none] (TASS, May 3)
    ^ tagTail
     ^ group
      ^^^^^^^^^^^^^^^ tagTail
                      ^ tagTail
                       ^ source
                        ^^^^^^^^^^^ tagTail
                                      ^^^^ key
                                             ^^^^ source untagged
                                                   ^^^^^ date
`,
  '',
);

check(
  'citations: sources and dates, known or not, a source that two items share, a source that is missing',
  `
    Yes (see RFE/RL, September 5, 2021; TASS, May 2, 3; May 8;, August 25; see , July 7).
             ^^^^^^ source untagged
                     ^^^^^^^^^^^^^^^^^ date
                                        ^^^^ source unknown untagged
                                              ^^^^^ date
                                                     ^ date
                                                        ^^^^^ date
                                                              ^^^^^^^^^^^ source missing
                                                                               ^^^^^^^^ source missing
`,
);

check(
  'citations with tags and links in them',
  `
    ([RFE/RL](src:rferl-1), September 5; [IS](media:is), May 2; [Post](https://a.b/c), May 3)
     ^ tagTail
      ^^^^^^ source
            ^^^^^^^^^^^^^^ tagTail
                            ^^^^^^^^^^^ date
                                         ^ tagTail
                                          ^^ media
                                            ^^^^^^^^^^^ tagTail
                                                         ^^^^^ date
                                                                 ^^^^ source unknown untagged
                                                                                       ^^^^^ date
`,
);

check(
  'nothing in code, comments and front matter; names in headings and across a line break',
  `
    ---
    title: Islamic State
    ---

    # Islamic State
      ^^^^^^^^^^^^^ group untagged

    \`IS\` <!-- IS --> and the Islamic
                             ^^^^^^^ group… untagged
    State.
    ^^^^^ …group
`,
);

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

test('VS Code knows every type and modifier, and has a colour for every type', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
  // `event` is built in; describing it again would describe it for all languages.
  expect(ids(semanticTokenTypes)).toEqual(TOKEN_TYPES.filter((type) => type !== 'event').sort());
  expect(ids(semanticTokenModifiers)).toEqual([...TOKEN_MODIFIERS].sort());
  expect(Object.keys(semanticTokenScopes[0]!.scopes)).toEqual(expect.arrayContaining([...TOKEN_TYPES]));
});
