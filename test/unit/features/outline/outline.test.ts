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
