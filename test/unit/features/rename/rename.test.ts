import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../server/src/edits/change.ts';
import type { Refusal } from '../../../../server/src/features/rename/refusals.ts';
import { renameableAt, renameChanges } from '../../../../server/src/features/rename/rename.ts';
import type { EntryRef } from '../../../../server/src/workspace/entryRef.ts';
import type { Casebook } from '../../support/casebooks.ts';
import { type FixtureOptions, parseFixture } from '../../support/fixture.ts';
import { applyAll, parseWithCursor } from '../../support/world.ts';

interface Attempt {
  readonly changes: Change[] | Refusal;
  readonly texts: Casebook;
}

function attempt(fixture: string, newId: string, options?: FixtureOptions): Attempt {
  const { files, workspace, uri, file, offset } = parseWithCursor(fixture, options);
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  const found = renameableAt(uri, file, offset, workspace);
  if ('reason' in found) return { changes: found, texts };
  expect(found.span.start).toBeLessThanOrEqual(offset);
  expect(found.span.end).toBeGreaterThanOrEqual(offset);
  return { changes: renameChanges({ symbol: found.symbol, newId, uri }, workspace, (uri) => texts.get(uri)), texts };
}

/** Renaming what the cursor `|` is on gives the files these texts; what stays as it is need not be said. */
function check(name: string, before: string, newId: string, after: string, options?: FixtureOptions): void {
  test(name, () => {
    const { changes, texts } = attempt(before, newId, options);
    expect(changes).toBeInstanceOf(Array);
    const expected = new Map(parseFixture(after, options).files.map(({ uri, text }) => [uri, text]));
    expect(Object.fromEntries(applyAll(texts, changes as Change[]))).toEqual(
      Object.fromEntries([...texts].map(([uri, text]) => [uri, expected.get(uri) ?? text])),
    );
  });
}

/** It is refused, and this is what the user is told. */
function checkRefused(name: string, fixture: string, newId: string, reason: string): void {
  test(name, () => {
    expect(attempt(fixture, newId).changes).toEqual({ reason: expect.stringContaining(reason) });
  });
}

describe('renamed', () => {
  check(
    'a key in sentences, in brackets and in the registry',
    `
--- a.brief
As @k|1 [p. 3] says [-@k1], so [@k1]. Ask @k2.
--- b.brief
In @k1.
--- sources.yaml
references:
  - { id: k1, title: K, container-title: TASS, issued: 2021-05-03 }
`,
    'tide',
    `
--- a.brief
As @tide [p. 3] says [-@tide], so [@tide]. Ask @k2.
--- b.brief
In @tide.
--- sources.yaml
references:
  - { id: tide, title: K, container-title: TASS, issued: 2021-05-03 }
`,
  );
  const BEFORE = `
--- a.brief
[They](group:i|s), Islamic State, [@is], [is](group:is-k) is \`[x](group:is)\` [x](<group:is>).
--- b.brief
# [Daesh](group:is)
--- entities.yaml
entities:
  # is: the whole
  - id: is # is
    type: group
    name: is
  - { part_of: "is", id: 'is-k', type: group, name: Khorasan } # is
`;
  const AFTER = `
--- a.brief
[They](group:daesh), Islamic State, [@is], [is](group:is-k) is \`[x](group:is)\` [x](<group:daesh>).
--- b.brief
# [Daesh](group:daesh)
--- entities.yaml
entities:
  # is: the whole
  - id: daesh # is
    type: group
    name: is
  - { part_of: "daesh", id: 'is-k', type: group, name: Khorasan } # is
`;
  check('an entity, in briefs and registries', BEFORE, 'daesh', AFTER);
  check('in CRLF files', BEFORE, 'daesh', AFTER, { newline: '\r\n' });
  check('to the id it has', BEFORE, 'is', '');
  check(
    'a source, in tags and keys, but not the entity of that id',
    `
[see @tass, p. 3; @b] ([TASS](src:tass), May 3) [TASS](media:tass)
--- x.yaml
entities: [{ id: tass, type: media, name: TASS }]
references: [{ id: ta|ss, container-title: TASS }]
`,
    'tass-1',
    `
[see @tass-1, p. 3; @b] ([TASS](src:tass-1), May 3) [TASS](media:tass)
--- x.yaml
entities: [{ id: tass, type: media, name: TASS }]
references: [{ id: tass-1, container-title: TASS }]
`,
  );
  check(
    'a type, in tags, types of entities and other types',
    `
[Sky](opera|tion:operation) [operation](event:operation)
--- entities.yaml
types:
  - { id: operation, name: operation }
  - { id: raid, extends: operation }
entities:
  - { id: operation, type: operation, name: operation }
`,
    'op',
    `
[Sky](op:operation) [operation](event:operation)
--- entities.yaml
types:
  - { id: op, name: operation }
  - { id: raid, extends: op }
entities:
  - { id: operation, type: op, name: operation }
`,
  );
  const OWN = `
---
entities: [{ id: is, type: group, name: Daesh }]
---
[a](group:is)
--- b.brief
[b](group:is)
--- entities.yaml
entities: [{ id: is, type: group, name: Islamic State }]
`;
  check(
    'what a front matter defines, in its brief only',
    OWN.replace('[a](group:is)', '[a](group:i|s)'),
    'daesh',
    '---\nentities: [{ id: daesh, type: group, name: Daesh }]\n---\n[a](group:daesh)',
  );
  check(
    'what a registry defines, but not where a brief has its own',
    OWN.replace('[b](group:is)', '[b](group:i|s)'),
    'daesh',
    `
--- b.brief
[b](group:daesh)
--- entities.yaml
entities: [{ id: daesh, type: group, name: Islamic State }]
`,
  );
  check(
    'letters that are encoded in two ways',
    '[x](person:mu\u0308l|ler)\n--- entities.yaml\nentities: [{ id: müller, type: person, name: Müller }]',
    'mm',
    '[x](person:mm)\n--- entities.yaml\nentities: [{ id: mm, type: person, name: Müller }]',
  );
  check(
    'to a number, where all of YAML has it in quotation marks',
    "[x](event:raid)\n--- entities.yaml\nentities: [{ id: 'ra|id', type: event, name: Raid }]",
    '2021',
    "[x](event:2021)\n--- entities.yaml\nentities: [{ id: '2021', type: event, name: Raid }]",
  );
  check(
    'from a number',
    '[x](event:2021)\n--- entities.yaml\nentities: [{ id: 20|21, type: event, name: Raid }]',
    'raid',
    '[x](event:raid)\n--- entities.yaml\nentities: [{ id: raid, type: event, name: Raid }]',
  );
  check(
    'an id that could not be written in a tag, to one that can',
    '--- entities.yaml\nentities: [{ id: Islamic |State, type: group, name: IS }]',
    'is',
    '--- entities.yaml\nentities: [{ id: is, type: group, name: IS }]',
  );
});

describe('refused', () => {
  const REGISTRY = `
--- x.yaml
types: [{ id: operation }]
entities:
  - { id: is, type: group, name: Islamic State, aliases: [Daesh] }
  - { id: tass, type: media, name: TASS }
references: [{ id: tass-1, container-title: TASS, issued: 2021-05-03 }]`;
  const onPlace = (name: string, text: string, reason: string) => checkRefused(name, text + REGISTRY, 'new', reason);
  onPlace('prose', 'They |left.', 'nothing to rename here');
  onPlace('a missing source', '(, Ma|y 3)', 'written in words');
  onPlace('a name in prose', 'Da|esh', 'name in prose');
  onPlace('a citation in words', '(TASS,| May 3, 2021)', 'written in words');
  onPlace('an unknown entity', '[x](group:isk|p)', 'No registry has the entity “iskp”');
  onPlace('an unknown source', '[@tass-|2]', 'No registry has the source “tass-2”');
  onPlace('an unknown type', '[x](raid|:is)', 'No registry has the type “raid”');
  checkRefused(
    'a name in a registry',
    `[x](group:is)${REGISTRY.replace('Daesh', 'Da|esh')}`,
    'new',
    'name of an entity',
  );
  checkRefused('an outlet', REGISTRY.replace('title: TASS', 'title: TA|SS'), 'new', 'name of an outlet');
  checkRefused('a built-in type', REGISTRY.replace('type: group', 'type: gr|oup'), 'new', 'built in');

  const toId = (newId: string, reason: string) =>
    checkRefused(`“${newId}”`, `[x](group:i|s) [y](group:khorasan)${REGISTRY}`, newId, reason);
  toId('', 'cannot be empty');
  toId('islamic state', 'without spaces');
  toId('a:b', 'Use letters');
  toId('tass', '“tass” already belongs to another entity');
  toId('khorasan', 'for an entity without an entry');
  for (const yaml of [
    '2021',
    '1e3',
    '0x1f',
    '.5',
    '-1',
    'true',
    'null',
    'Null',
    '.inf',
    '.nan',
    'no',
    'Y',
    'off',
    '-',
    '---',
    '...',
  ])
    toId(yaml, 'YAML would not read');
  toId('//example.org', 'web address');

  const toType = (newId: string, reason: string) =>
    checkRefused(`the type “${newId}”`, `[x](opera|tion:x)${REGISTRY}`, newId, reason);
  toType('group', 'built-in type');
  toType('src', 'built-in type');
  toType('https', 'cannot be the type of a tag');
  toType('o', 'cannot be the type of a tag');
  toType('1st', 'cannot be the type of a tag');
  toType('a.b', 'cannot be the type of a tag');

  for (const newId of ['tass-', '-tass', 'tass..1'])
    checkRefused(`“${newId}” in a key`, `[@tass|-1]${REGISTRY}`, newId, 'cannot be cited');
  checkRefused(
    'what a YAML alias says',
    '--- x.yaml\nentities:\n  - { id: &is i|s, type: group, name: IS }\n  - { id: k, type: group, name: K, part_of: *is }',
    'new',
    'Line 3 of x.yaml does not spell out “is”',
  );
  checkRefused(
    'what is written with an escape',
    '[x](group:é|t)\n--- x.yaml\nentities: [{ id: "\\u00e9t", type: group, name: IS }]',
    'new',
    'does not spell out',
  );
  checkRefused(
    'an id of the front matter that a registry has',
    '---\nentities: [{ id: i|s, type: group, name: IS }]\n---\n--- x.yaml\nentities: [{ id: b, type: group, name: B }]',
    'b',
    'another entity',
  );
  test('a file that is not what it was', () => {
    const { workspace, uri, files } = parseWithCursor(`[x](group:i|s)${REGISTRY}`);
    const texts = new Map(files.map(({ uri, text }) => [uri, text]));
    texts.set('file:///x.yaml', '');
    const thing: EntryRef = { kind: 'entity', id: 'is' };
    expect(renameChanges({ symbol: thing, newId: 'new', uri }, workspace, (uri) => texts.get(uri))).toEqual({
      reason: expect.stringContaining('does not spell out'),
    });
  });
});

test('merged YAML maps, which share one place, are changed once', () => {
  const { changes } = attempt(
    '--- x.yaml\ntypes: [{ id: o|p }]\nentities:\n  - &b { id: a, type: op, name: A }\n  - { <<: *b, id: c, name: C }',
    'raid',
  );
  expect(changes).toHaveLength(2);
});
