import { expect, test } from 'vitest';
import { buildOutline, type OutlineItem } from '../../../../server/src/features/outline/outline.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

/** A brief (and registries) → its outline, one row a line, indented by depth. */
function check(name: string, fixture: string, expected: string): void {
  test(name, () => {
    const parsed = parseFixture(fixture);
    const workspace = workspaceOf(parsed);
    const { uri } = parsed.files[0]!;
    expect(show(buildOutline(workspace.brief(uri)!, workspace.scopeOf(uri)))).toBe(
      expected.replace(/^ {6}/gm, '').trim(),
    );
  });
}

function show(items: readonly OutlineItem[], indent = ''): string {
  return items
    .map(({ kind, name, detail, children }) => {
      const row = `${indent}${kind} ${name}${detail && ` [${detail}]`}`;
      return children.length > 0 ? `${row}\n${show(children, `${indent}  `)}` : row;
    })
    .join('\n');
}

check(
  'sections nest; in each its citations in order, then its entities with their counts',
  `
    --- main.brief
    Before ISKP (TASS, May 1).

    # One

    ISKP (TASS, May 2) and [them](group:iskp) (, May 3) and [Kabul](place:kabul).

    ## One *a*

    (TASS, May 4;, May 5) [@k1; @k2]

    # Two
    --- entities.yaml
    entities:
      - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }
  `,
  `
      citation TASS, May 1
      entity Islamic State in Khorasan Province [1 mention]
      section One
        citation TASS, May 2
        missing Missing source, May 3
        entity Islamic State in Khorasan Province [2 mentions]
        entity Kabul [1 mention]
        section One *a*
          missing TASS, May 4;, May 5 [missing source]
            citation TASS, May 4
            missing Missing source, May 5
          citation @k1; @k2
            citation @k1
            citation @k2
      section Two
  `,
);

check(
  'lone lines are headings where none is marked; tags show their surface',
  `
    Masthead: yes

    The [Taliban](group:taliban) Return

    Prose here ([TASS](src:tass-1), May 2).

    XY_May 24 2021.PDF
  `,
  `
      section The Taliban Return
        citation TASS, May 2
        entity Taliban [1 mention]
  `,
);

check('nothing', '', '');

check(
  'markers are under their section with their sources; a list of notes is one row',
  `
    # One

    It slept.[^1] It woke.[^2] It ate (TASS, May 4).[^3]

    # Two

    It slept again.[^1] It left.[^9] It stayed.[^4]

    # Notes

    [^1]: TASS, May 3, 2021; Reuters, “Cat,” May 4, 2021.
    [^2]: [@k1]
    [^3]: Cats are animals that sleep all day.
    [^4]:
    [^5]: , May 5, 2021
  `,
  `
      section One
        citation TASS; Reuters, Cat [[^1]]
        citation @k1 [[^2]]
        citation TASS, May 4
      section Two
        citation TASS; Reuters, Cat [[^1]]
        missing Missing source: [^9]
        missing Missing source: [^4]
      section Notes
        notes Notes, 5
          missing Missing source: [^5]: , May 5, 2021
  `,
);
check(
  'a brief that has lost its notes; a list of references',
  `
    It slept.[1] It woke.[2] It ate.[3]

    # References

    TASS, May 3, 2021.
  `,
  `
      missing Missing source: [1]
      section References
        citation TASS
  `,
);
check(
  'notes at the end of each section; other forms',
  `
    # One

    It slept.¹ So does [the paper](https://example.org/2021/05/03/cat) say [citation needed].

    ¹ TASS, May 3, 2021.
    ² Reuters, May 3, 2021.

    # Two

    It ate all day long.

    Source: AFP, 3 May 2021

    It woke.¹

    ¹ Nikkei, May 3, 2021.
    ² Interfax, May 3, 2021.
  `,
  `
      section One
        citation TASS [¹]
        citation the paper
        missing Missing source: [citation needed]
        notes Notes, 2
      section Two
        citation AFP, 3 May 2021
        citation Nikkei [¹]
        notes Notes, 2
  `,
);
