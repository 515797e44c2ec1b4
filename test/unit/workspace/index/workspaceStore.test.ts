import { describe, expect, test } from 'vitest';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createOccurrenceTable } from '../../../../server/src/workspace/index/occurrenceTable.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import type { Occurrence } from '../../../../server/src/workspace/occurrences.ts';
import { expectMarks, type Mark, parseFixture, workspaceOf } from '../../support/fixture.ts';

/** All places of one entity or source; each mark says the role. */
function checkOccurrences(kind: Occurrence['kind'], id: string, fixture: string): void {
  test(`${kind} ${id}: ${fixture.trim().split('\n')[1]}`, () => {
    const parsed = parseFixture(fixture);
    const found = workspaceOf(parsed).occurrences(kind, id);
    const marks = parsed.files.map(({ uri, text }) =>
      found
        .filter((one) => one.uri === uri)
        .map(({ span, role, idSpan }): Mark => {
          if (idSpan) expect(text.slice(idSpan.start, idSpan.end)).toBe(id);
          return { ...span, code: role, words: '' };
        }),
    );
    expectMarks(parsed.files, marks);
  });
}

describe('occurrences', () => {
  checkOccurrences(
    'entity',
    'iskp',
    `--- a.brief
The Islamic State in Khorasan Province (ISKP) and [they](group:iskp)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention
                                        ^^^^ mention
                                                  ^^^^^^^^^^^^^^^^^^ tag
say ISKP (ISKP News, May 3; TASS, May 3), \`ISKP\`, [about ISKP](https://example.org/ISKP) <!-- ISKP -->
    ^^^^ mention
                                                         ^^^^ mention
--- b.brief
# ISKP and IS-K’s
  ^^^^ mention
           ^^^^ mention
--- entities.yaml
entities:
  - id: iskp
    ^^^^^^^^ definition…
    type: group
    name: Islamic State in Khorasan Province
    aliases: [ISKP, IS-K]
    ^^^^^^^^^^^^^^^^^^^^^ …definition
  - { id: cell, type: group, name: The cell, part_of: iskp }
                                                      ^^^^ reference
`,
  );
  checkOccurrences(
    'source',
    'tass-1',
    `--- a.brief
---
date: 2021-09-24
---
He left (TASS, May 3; see [TASS](src:tass-1), May 3; TASS, May 4), as [@tass-1, p. 3; @x] says.
         ^^^^^^^^^^^ citation
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tag
                                                                       ^^^^^^^^^^^^^ key
--- sources.yaml
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ definition
  - { id: tass-2, container-title: TASS, issued: 2021-06-03 }
`,
  );
  checkOccurrences(
    'entity',
    'tass',
    `--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ definition
--- sources.yaml
references:
  - { id: tass-1, container-title: Tass, issued: 2021-05-03 }
                                   ^^^^ reference
--- z.brief
Said TASS (TASS, May 3) in Tass.
     ^^^^ mention
`,
  );
  checkOccurrences(
    'entity',
    'own',
    `--- a.brief
---
entities:
  - { id: own, type: org, name: Own Name }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ definition
---
By Own Name.
   ^^^^^^^^ mention
--- b.brief
By Own Name.
`,
  );
});

test('the table keeps kinds, ids and files apart', () => {
  const table = createOccurrenceTable();
  const place = { start: 0, end: 1 };
  const one = { kind: 'entity', id: 'a', role: 'tag', uri: 'u', span: place } as const;
  table.set('u', [one, { ...one, kind: 'source' }, { ...one, id: 'b' }]);
  table.set('v', [{ ...one, uri: 'v' }]);
  expect(table.occurrencesOf('entity', 'a').map(({ uri }) => uri)).toEqual(['u', 'v']);
  table.set('u', [{ ...one, id: 'b' }]);
  expect(table.occurrencesOf('entity', 'a').map(({ uri }) => uri)).toEqual(['v']);
  expect(table.occurrencesOf('source', 'a')).toEqual([]);
  table.delete('u');
  expect(table.occurrencesOf('entity', 'b')).toEqual([]);
});

describe('the scope of a file', () => {
  const registry = readRegistry('entities:\n  - { id: a, type: org, name: One }');

  test('stays the same object until definitions change', () => {
    const workspace = createWorkspace();
    workspace.putRegistry('r', registry);
    expect(workspace.putBrief('b', readBrief('Text.'), true)).toBe(false);
    const scope = workspace.scopeOf('b');
    workspace.putBrief('b', readBrief('Other text.'), true);
    expect(workspace.scopeOf('b')).toBe(scope);
    expect(workspace.remove('b')).toBe(false);
    expect(workspace.scopeOf('b')).toBe(scope);
    workspace.putRegistry('r', readRegistry('entities: []'));
    expect(workspace.scopeOf('b')).not.toBe(scope);
    expect(workspace.remove('r')).toBe(true);
    expect(workspace.scopeOf('b').declaresEntities).toBe(false);
  });

  test('holds the definitions of its own front matter, which stay when only the prose changes', () => {
    const workspace = createWorkspace();
    workspace.putRegistry('r', registry);
    const brief = readBrief('---\nentities:\n  - { id: b, type: org, name: Two }\n---\nText.\n\nMore.\n\nEnd.\n');
    expect(workspace.putBrief('b', brief, true)).toBe(true);
    const scope = workspace.scopeOf('b');
    expect([...scope.entities.keys()]).toEqual(['a', 'b']);
    expect([...workspace.scopeOf('c').entities.keys()]).toEqual(['a']);
    const at = brief.text.indexOf('End');
    const after = `${brief.text.slice(0, at)}The ${brief.text.slice(at)}`;
    const updated = updateBrief(brief, after, { start: at, end: at, newLength: 4 });
    expect(workspace.putBrief('b', updated, true)).toBe(false);
    expect(workspace.scopeOf('b')).toBe(scope);
    expect(workspace.remove('b')).toBe(true);
  });

  test('first definitions come from the registry whose URI sorts first, in any order of arrival', () => {
    const workspace = createWorkspace();
    workspace.putRegistry('z', readRegistry('entities:\n  - { id: a, type: org, name: Z }'));
    workspace.putRegistry('a', registry);
    expect(workspace.scopeOf('b').entities.get('a')?.uri).toBe('a');
  });
});

test('closed briefs are known by their facts, and say when those are out of date', () => {
  const workspace = createWorkspace();
  workspace.putRegistry('r', readRegistry('entities:\n  - { id: a, type: org, name: One }'));
  workspace.putBrief('open', readBrief('One and Two.'), true);
  workspace.putBrief('closed', readBrief('One and Two.'), false);
  expect(workspace.brief('closed')).toBeUndefined();
  expect(workspace.occurrences('entity', 'a').map(({ uri }) => uri)).toEqual(['r', 'closed', 'open']);
  expect([...workspace.outdatedBriefs().values()]).toEqual([]);
  workspace.putRegistry('r', readRegistry('entities:\n  - { id: b, type: org, name: Two }'));
  expect([...workspace.outdatedBriefs().values()]).toEqual([['closed']]);
  workspace.putBrief('closed', readBrief('One and Two.'), false);
  expect([...workspace.outdatedBriefs().values()]).toEqual([]);
  expect(
    workspace
      .occurrences('entity', 'b')
      .map(({ uri }) => uri)
      .sort(),
  ).toEqual(['closed', 'open', 'r']);
  expect(['open', 'closed', 'r', 'x'].map((uri) => workspace.has(uri))).toEqual([true, true, true, false]);
});

test('an answer follows edits: blocks that moved, went and came, and what they say of a short form', () => {
  const workspace = createWorkspace();
  workspace.putRegistry('r', readRegistry('entities:\n  - { id: a, type: org, name: One Org }'));
  let brief = readBrief('The One Org (OO) is here.\n\nPlain.\n\nOO and [them](org:a).\n');
  const edit = (from: string, to: string) => {
    const start = brief.text.indexOf(from);
    const text = brief.text.replace(from, to);
    brief = updateBrief(brief, text, { start, end: start + from.length, newLength: to.length });
    workspace.putBrief('b', brief, true);
    return workspace
      .occurrences('entity', 'a')
      .filter(({ uri }) => uri === 'b')
      .map(({ role, span }) => `${role} ${brief.text.slice(span.start, span.end)}`);
  };
  const later = ['tag [them](org:a)', 'mention OO'];
  expect(edit('Plain', 'Still plain')).toEqual(['mention One Org', ...later]);
  expect(edit('Still plain.\n\n', '')).toEqual(['mention One Org', ...later]);
  expect(edit(' (OO)', '')).toEqual(['mention One Org', 'tag [them](org:a)']);
  expect(edit('is here', '(OO) is One Org')).toEqual(['mention One Org', 'mention One Org', ...later]);
  expect(edit('and [them](org:a)', 'left')).toEqual(['mention One Org', 'mention One Org', 'mention OO']);
});
