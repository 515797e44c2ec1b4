import { describe, expect, test } from 'vitest';
import { findHighlights } from '../../../../server/src/features/navigation/highlight.ts';
import { findReferences } from '../../../../server/src/features/navigation/references.ts';
import { expectMarks, type FixtureOptions, type Mark, workspaceOf } from '../../support/fixture.ts';
import { parseWithCursor } from '../../support/world.ts';

/** All places of what the cursor `|` is on, entries included, each with its role; the same with all other briefs closed. */
function check(name: string, fixture: string, options?: FixtureOptions): void {
  test(name, () => {
    const { files, workspace, uri, file, offset } = parseWithCursor(fixture, options);
    const found = findReferences(uri, file, offset, workspace, true);
    const marks = files.map((file) =>
      found
        .filter((place) => place.uri === file.uri)
        .map(({ role, span, idSpan }): Mark => {
          const place = role === 'definition' ? idSpan! : span;
          return { ...place, code: role, words: '' };
        }),
    );
    expectMarks(files, marks);
    const uses = findReferences(uri, file, offset, workspace, false);
    expect(uses).toEqual(found.filter(({ role }) => role !== 'definition'));
    const others = workspaceOf({ files }, uri);
    expect(findReferences(uri, file, offset, others, true)).toEqual(found);
  });
}

const CASEBOOK = `
--- b.brief
Daesh again.
^^^^^ mention
--- entities.yaml
entities:
  - id: is # the whole
        ^^ definition
    type: group
    name: Islamic State
    aliases: [Daesh]
  - { id: iskp, type: group, name: Khorasan, part_of: 'is' }
                                                       ^^ reference`;

for (const [where, start] of [
  ['a tag', '[They](group:i|s)'],
  ['a tag’s surface', '[Th|ey](group:is)'],
] as const) {
  check(
    `from ${where} everywhere`,
    `
${start} left, Islamic State says, and \`Daesh\`.
^^^^^^^^^^^^^^^^ tag
                       ^^^^^^^^^^^^^ mention
# Daesh
  ^^^^^ mention${CASEBOOK}`,
  );
}
check(
  'in CRLF files, after characters of two units',
  `
🛰️ [They](group:i|s) left, Islamic State says.
    ^^^^^^^^^^^^^^^^ tag
                           ^^^^^^^^^^^^^ mention${CASEBOOK}`,
  { newline: '\r\n' },
);
check(
  'a source: keys, tags, citations in words that mean it',
  `
---
date: 2021-09-24
---
Left (TASS, May 3). Left [see @tass-1; @tass-2]. Left ([Itar](src:tass-|1), May 3; TASS, May 4).
      ^^^^^^^^^^^ citation
                          ^^^^^^^^^^^ key
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ tag
--- sources.yaml
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
          ^^^^^^ definition
  - { id: tass-2, container-title: TASS, issued: 2021-05-04 }
`,
);
check(
  'an outlet: tags, names, and the reports it brought',
  `
[TASS](media:ta|ss) and TASS.
^^^^^^^^^^^^^^^^^^ tag
                       ^^^^ mention
--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS }
          ^^^^ definition
--- sources.yaml
references:
  - { id: tass-1, container-title: "TASS", issued: 2021-05-03 }
                                    ^^^^ reference
`,
);
check(
  'a custom type',
  `
[Sky](operation:sky), [Fall](operation:fall).
      ^^^^^^^^^ tag
                             ^^^^^^^^^ tag
--- entities.yaml
types:
  - { id: opera|tion, extends: event }
          ^^^^^^^^^ definition
  - { id: raid, extends: operation }
                         ^^^^^^^^^ reference
entities:
  - { id: sky, type: operation, name: Sky }
                     ^^^^^^^^^ reference
`,
);
check(
  'a name of two: the places of both, none twice',
  `
In Geor|gia, [there](place:state).
   ^^^^^^^ mention
            ^^^^^^^^^^^^^^^^^^^^ tag
--- entities.yaml
entities:
  - { id: country, type: place, name: Georgia }
          ^^^^^^^ definition
  - { id: state, type: place, name: Georgia }
          ^^^^^ definition
`,
);
check(
  'an id without an entry',
  `
[a](group:i|s)
^^^^^^^^^^^^^ tag
--- b.brief
[b](group:is)
^^^^^^^^^^^^^ tag
`,
);

describe('what a front matter defines', () => {
  const OTHERS = `
--- b.brief
[b](group:is)
--- entities.yaml
entities: [{ id: is, type: group, name: Islamic State }]`;
  check(
    'is the brief’s own',
    `
---
entities: [{ id: is, type: group, name: Daesh }]
                 ^^ definition
---
[a](group:i|s)
^^^^^^^^^^^^^ tag${OTHERS}`,
  );
  check(
    'is no place of what others mean',
    `
---
entities: [{ id: is, type: group, name: Daesh }]
---
[a](group:is)
--- b.brief
[b](group:i|s)
^^^^^^^^^^^^^ tag
--- entities.yaml
entities: [{ id: is, type: group, name: Islamic State }]
                 ^^ definition
`,
  );
});
check('of nothing', 'They |left (, May 3).\n--- entities.yaml\nentities: [{ id: is, type: group, name: IS }]');
check('of a missing source', 'They left (, |May 3).\n--- sources.yaml\nreferences: []');

/** What is highlighted in the cursor's file. */
function checkHighlights(name: string, fixture: string): void {
  test(name, () => {
    const { files, workspace, uri, file, offset } = parseWithCursor(fixture);
    const marks = findHighlights(uri, file, offset, workspace).map(({ span, kind }) => ({
      ...span,
      code: kind,
      words: '',
    }));
    expectMarks(
      files,
      files.map((file) => (file.uri === uri ? marks : [])),
    );
  });
}

describe('highlights', () => {
  checkHighlights(
    'a note and its markers',
    `
They left.¹ They came.|¹
          ^ read
                      ^ read

Notes

¹ TASS, May 3, 2021.
^ write
² Reuters, May 3, 2021.`,
  );
  checkHighlights(
    'the uses in this brief',
    `
[They](group:is) and Dae|sh.
^^^^^^^^^^^^^^^^ read
                     ^^^^^ read
--- b.brief
Daesh.
--- entities.yaml
entities: [{ id: is, type: group, name: Daesh }]
`,
  );
  checkHighlights(
    'the entry and its uses in this registry',
    `
--- entities.yaml
entities:
  - { id: is, type: group, name: Daesh }
          ^^ write
  - { id: iskp, type: group, name: Khorasan, part_of: i|s }
                                                      ^^ read
`,
  );
});

describe('notes', () => {
  for (const [where, text] of [
    ['a marker', ['[^|1]', '[^1]:']],
    ['the number of a note', ['[^1]', '[^|1]:']],
  ] as const) {
    check(
      `from ${where}: the note and its markers`,
      `
They left.${text[0]} They came.[^2] They stayed.[^1]
          ^^^^ marker
                                          ^^^^ marker

${text[1]} TASS, May 3, 2021.
^^^^^ definition
[^2]: Reuters, May 3, 2021.`,
    );
  }
  check(
    'from a source in a note: its entry, its citations, and the markers of the note',
    `
They left.[^1] They came (TASS, May 3).
          ^^^^ marker
                          ^^^^^^^^^^^ citation

[^1]: TA|SS, May 3, 2021.
      ^^^^^^^^^^^^^^^^^^ citation
--- sources.yaml
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
          ^^^^^^ definition
`,
  );
  check(
    'from an entry: its citations in notes, links and source lines, and the markers of these notes',
    `
They left.[^1] They came.[^2] As [one](https://example.org/a/b) says, they stayed.
          ^^^^ marker
                         ^^^^ marker
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ citation

[^1]: TASS, May 3, 2021.
      ^^^^^^^^^^^^^^^^^^ citation
[^2]: https://www.example.org/a/b?utm_source=x
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ citation

Source: TASS, 3 May 2021
        ^^^^^^^^^^^^^^^^ citation
--- sources.yaml
references:
  - { id: tas|s-1, container-title: TASS, issued: 2021-05-03, URL: "https://example.org/a/b" }
          ^^^^^^ definition
`,
  );
});
