import { expect, test } from 'vitest';
import { findDefinition } from '../../../../server/src/features/navigation/definition.ts';
import { expectMarks, type Mark } from '../../support/fixture.ts';
import { parseWithCursor } from '../../support/world.ts';

/** From the cursor `|`: `from` marks the words it is on, `to` the ids of the entries that define them, `in` the entries. */
function check(name: string, fixture: string): void {
  test(name, () => {
    const { files, workspace, uri, file, offset } = parseWithCursor(fixture);
    const found = findDefinition(uri, file, offset, workspace);
    const marks = files.map((file): Mark[] => {
      const entries = found?.entries.filter((entry) => entry.uri === file.uri) ?? [];
      for (const { span, idSpan } of entries) {
        expect(span.start).toBeLessThanOrEqual(idSpan.start);
        expect(span.end).toBeGreaterThanOrEqual(idSpan.end);
      }
      const to = entries.map(({ idSpan }) => ({ ...idSpan, code: 'to', words: '' }));
      return file.uri === uri && found ? [{ ...found.span, code: 'from', words: '' }, ...to] : to;
    });
    expectMarks(files, marks);
  });
}

check(
  'an entity tag leads to its entry',
  `
They, [the bra|nch](group:iskp), left.
      ^^^^^^^^^^^^^^^^^^^^^^^^ from
--- entities.yaml
entities:
  - { id: "iskp", type: group, name: Khorasan }
           ^^^^ to
`,
);
check(
  'a key in a sentence leads to its entry',
  `
As @k|1 [p. 3] says, it sank.
   ^^^^^^^^^^ from
--- sources.yaml
references:
  - { id: k1, title: K, container-title: TASS, issued: 2021-05-03 }
          ^^ to
`,
);
check(
  'a handle leads nowhere',
  `
As @k|2 says, it sank.
--- sources.yaml
references:
  - { id: k1, title: K, container-title: TASS, issued: 2021-05-03 }
`,
);
check(
  'a type of one’s own leads to the type, its id to the entity',
  `
They ran [Sky](oper|ation:sky).
               ^^^^^^^^^ from
--- entities.yaml
types:
  - { id: operation, name: Operation, extends: event }
          ^^^^^^^^^ to
entities:
  - { id: sky, type: operation, name: Sky }
`,
);
check(
  'a built-in type leads to the entity',
  `
They, [the branch](gro|up:iskp), left.
      ^^^^^^^^^^^^^^^^^^^^^^^^ from
--- entities.yaml
entities:
  - { id: iskp, type: group, name: Khorasan }
          ^^^^ to
`,
);
check(
  'a name in prose, of two',
  `
In Georg|ia.
   ^^^^^^^ from
--- entities.yaml
entities:
  - { id: country, type: place, name: Georgia }
          ^^^^^^^ to
  - { id: state, type: place, name: Georgia }
          ^^^^^ to
`,
);
const TASS = `
--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS }
--- sources.yaml
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
          ^^^^^^ to
  - { id: tass-2, container-title: TASS, issued: 2021-05-04 }
`;
check(
  'a key',
  `
They left [see @tass|-1, p. 3; @tass-2].
           ^^^^^^^^^^^^^^^^^ from${TASS}`,
);
check(
  'a source tag',
  `
They left ([TA|SS](src:tass-1), May 3).
           ^^^^^^^^^^^^^^^^^^^^^^^^^ from${TASS}`,
);
check(
  'a citation in words',
  `
They left (Nikkei, May 3; TASS, |May 3, 2021).
                          ^^^^^^^^^^^^^^^^^ from${TASS}`,
);
check(
  'one that two entries fit leads to both',
  `
Left (TASS|, May 3, 2021).
      ^^^^^^^^^^^^^^^^^ from
--- sources.yaml
references:
  - { id: a, container-title: TASS, issued: 2021-05-03 }
          ^ to
  - { id: b, container-title: TASS, issued: 2021-05-03 }
          ^ to
`,
);
check(
  'one without an entry leads to its outlet',
  `
Left (TASS|, May 9, 2021).
      ^^^^^^^^^^^^^^^^^ from
--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS }
          ^^^^ to
--- sources.yaml
references: []
`,
);
check(
  'the outlet of a source, by alias',
  `
--- entities.yaml
entities:
  - { id: rferl, type: media, name: Radio Free Europe, aliases: [RFE/RL] }
          ^^^^^ to
--- sources.yaml
references:
  - id: a
    container-title: RFE|/RL
                     ^^^^^^ from
`,
);
check(
  'what an entity is part of, in another file',
  `
--- entities.yaml
entities:
  - { id: is, type: group, name: Islamic State }
          ^^ to
--- other.entities.yaml
entities:
  - { id: iskp, type: group, name: Khorasan, part_of: i|s }
                                                      ^^ from
`,
);
check(
  'an alias leads to the id of its entry, an id to itself and its twin',
  `
--- entities.yaml
entities:
  - { id: is, type: group, name: Islamic State, aliases: [Da|esh] }
          ^^ to
                                                          ^^^^^ from
--- other.entities.yaml
entities:
  - { id: is, type: group, name: Islamic State }
          ^^ to
`,
);
check(
  'what extends what',
  `
--- entities.yaml
types:
  - { id: operation }
          ^^^^^^^^^ to
  - { id: raid, extends: opera|tion }
                         ^^^^^^^^^ from
`,
);
check(
  'the entry of the front matter, and not that of another brief',
  `
---
entities:
  - { id: is, type: group, name: Islamic State }
          ^^ to
---

It is [this](group:i|s).
      ^^^^^^^^^^^^^^^^ from
--- other.brief
---
entities:
  - { id: is, type: group, name: Islamic State }
---
`,
);
check(
  'from the front matter into a registry',
  `
---
sources:
  - { id: a, container-title: TA|SS }
                              ^^^^ from
---
--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS }
          ^^^^ to
`,
);
check('an unknown id', 'They, [the branch](group:i|skp), left.\n--- entities.yaml\nentities: []');
check('a missing source', 'They left (, Ma|y 3).\n--- sources.yaml\nreferences: []');
check('plain words', 'They le|ft.\n--- entities.yaml\nentities:\n  - { id: is, type: group, name: IS }');
check('a built-in type in a registry', '--- entities.yaml\nentities:\n  - { id: is, type: gr|oup, name: IS }');
check('no words of an entry', '--- entities.yaml\nentities:\n  - { id: is, ty|pe: group, name: IS }');

/** A registry with one report, marked with `mark`. */
const report = (mark = '') => `
--- sources.yaml
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }${mark && `\n          ^^^^^^ ${mark}`}`;

check(
  'a marker leads to its note',
  `
They left.[^|1]
          ^^^^ from

[^1]: TASS, May 3, 2021.
^^^^^ to${report()}`,
);
check(
  'a marker leads to each of its notes',
  `
They left.[1|–2] They came back.[3]
          ^^^^^ from

Notes

[1] TASS, May 3, 2021.
^^^ to
[2] TASS, May 4, 2021.
^^^ to
[3] TASS, May 5, 2021.`,
);
check(
  'the number of a note leads to its first marker',
  `
They left.[^1] They came.[^1]
          ^^^^ to

[^|1]: TASS, May 3, 2021.
^^^^^ from${report()}`,
);
check(
  'a source in a note leads to its entry',
  `
They left.[^1]

[^1]: TASS, Ma|y 3, 2021.
      ^^^^^^^^^^^^^^^^^^ from${report('to')}`,
);
check(
  'a source in a note without an entry leads to the marker',
  `
They left.¹
          ^ to

Notes

¹ Harbour Radio, Ma|y 3, 2021.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ from`,
);
check(
  'a marker without a note leads nowhere',
  `
They left.[^1] They came.[^|2]

[^1]: TASS, May 3, 2021.`,
);
check(
  'a link and a source line lead to their entries',
  `
They left, as [one|](https://example.org/a/b) wrote.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ from

Source: TASS, May 3, 2021
--- sources.yaml
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03, URL: "https://example.org/a/b" }
          ^^^^^^ to`,
);
