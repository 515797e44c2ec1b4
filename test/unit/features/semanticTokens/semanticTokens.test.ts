import { expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import {
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../../../server/src/features/semanticTokens/semanticTokens.ts';
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
                                                                 ^^^^ source untagged
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

test('VS Code knows every type and modifier, and has a color for every type', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
  // `event` is built in; describing it again would describe it for all languages.
  expect(ids(semanticTokenTypes)).toEqual(TOKEN_TYPES.filter((type) => type !== 'event').sort());
  expect(ids(semanticTokenModifiers)).toEqual([...TOKEN_MODIFIERS].sort());
  expect(Object.keys(semanticTokenScopes[0]!.scopes)).toEqual(expect.arrayContaining([...TOKEN_TYPES]));
});

check(
  'markers, numbers of notes, and what is in notes; a marker that has lost its note',
  `
    It slept.[^1] It woke.[^2] It ate.[^9]
             ^^^^ key
                          ^^^^ key
                                      ^^^^ source missing

    [^1]: RFE/RL, September 5, 2021.
    ^^^^^ key
          ^^^^^^ source untagged
                  ^^^^^^^^^^^^^^^^^ date
    [^2]: Cats are animals.
    ^^^^^ key
`,
);

check(
  'a key in a sentence, if the registry has it',
  `
    As @rferl-1 [p. 3] and @somebody say.
        ^^^^^^^ key
`,
);
