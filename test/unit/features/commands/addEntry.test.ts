import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { addEntry } from '../../../../server/src/features/commands/addEntry.ts';
import type { EntryToAdd, ServerCommands } from '../../../../server/src/protocol/commands.ts';
import { parseFixture } from '../../support/fixture.ts';
import { applyWorkspaceEdit, CASEBOOK, createContext } from '../../support/world.ts';

type Answer = ServerCommands['briefmark.server.addEntry']['result'];

/** Proposes or adds an entry beside these files. */
function beside(fixture: string, uri = 'file:///main.brief') {
  const { files } = parseFixture(fixture);
  const edits: WorkspaceEdit[] = [];
  const context = {
    ...createContext({ files }),
    applyEdit: async (_: string, edit: WorkspaceEdit) => edits.push(edit) > 0,
  };
  const ask = (entry: EntryToAdd, more: object = {}) =>
    addEntry.run({ uri, entry, ...more }, context) as Promise<Answer>;
  /** The end of the registry after it is added. */
  const add = async (entry: EntryToAdd, id: string, more: object = {}) => {
    const { registry } = await ask(entry, { id, ...more });
    const before = new Map(files.map((file) => [file.uri, file.text]));
    const after = applyWorkspaceEdit(before, edits.at(-1)!, context.versionOf);
    const text = after.get(registry)!;
    return `${registry}\n${text.slice(before.get(registry)?.trimEnd().length ?? 0).trim()}`;
  };
  return { ask, add };
}

const BRIEF = `--- main.brief
---
date: 2022-06-01
---

Harbor Minister Ida Holm spoke in Oslo (TASS, May 2).
`;
const source = (more: Partial<Extract<EntryToAdd, { kind: 'source' }>>): EntryToAdd => ({ kind: 'source', ...more });

test('an address names its outlet and its day', async () => {
  const { ask } = beside(BRIEF + CASEBOOK.replace('reliability: B }', 'reliability: B, domains: [rferl.org] }'));
  const url = 'https://www.rferl.org/2022/05/03/holm.html?utm_source=x';
  expect(await ask(source({ url }))).toMatchObject({ outlet: 'RFE/RL', date: '2022-05-03', id: 'rferl-2022-05-03' });
  expect(await ask(source({ url: 'https://www.dawn.com/news/1' }))).toMatchObject({
    outlet: 'Dawn',
    date: '',
    id: 'dawn',
  });
  expect(await ask(source({ url: 'https://tide.example/a' }))).toMatchObject({ outlet: 'tide.example' });
});

test('an address that the registry has is refused', async () => {
  const { ask } = beside(BRIEF + CASEBOOK);
  await expect(ask(source({ url: 'http://example.org/pilots/' }))).rejects.toThrow('“Pilots leave” (rferl-2021-09-05)');
});

test('a source with all that is said of it, without tracking', async () => {
  const { add } = beside(BRIEF + CASEBOOK);
  const entry = source({
    outlet: ' Harbor  Tide ',
    title: 'Cranes: still',
    url: 'https://tide.example/c?fbclid=1',
    date: '2022-05-03',
  });
  expect(await add(entry, 'harbor-tide-2022-05-03')).toMatchInlineSnapshot(`
    file:///sources.yaml
    - { id: harbor-tide-2022-05-03, type: article-newspaper, title: "Cranes: still", container-title: Harbor Tide, issued: 2022-05-03, URL: https://tide.example/c }
  `);
});

test('an entity, with the type that the brief shows', async () => {
  const { ask, add } = beside(BRIEF + CASEBOOK);
  expect(await ask({ kind: 'entity', name: 'Ida Holm' })).toMatchObject({
    id: 'ida-holm',
    type: 'person',
    exists: true,
    folders: [],
  });
  expect(await add({ kind: 'entity', name: 'Ida Holm', type: 'person' }, 'holm')).toMatchInlineSnapshot(`
    file:///entities.yaml
    - { id: holm, type: person, name: Ida Holm }
  `);
});

test('without a registry, in the folder that was chosen', async () => {
  const { ask, add } = beside(BRIEF.replace('main.brief', 'a/main.brief'), 'file:///a/main.brief');
  expect(await ask({ kind: 'entity', name: 'Oslo' })).toMatchObject({
    exists: false,
    folders: ['file:///a', 'file://'],
  });
  expect(
    await add({ kind: 'entity', name: 'Oslo', type: 'place' }, 'oslo', { folder: 'file://' }),
  ).toMatchInlineSnapshot(`
    file:///a/entities.yaml
    entities:
      - id: oslo
        type: place
        name: Oslo
  `);
});

test('beside a file that is no brief', async () => {
  expect(
    await beside(CASEBOOK, 'file:///sources.yaml').add(source({ outlet: 'TASS' }), 'tass-c'),
  ).toMatchInlineSnapshot(`
    file:///sources.yaml
    - { id: tass-c, type: article-newspaper, container-title: TASS }
  `);
});

test.each<[EntryToAdd, string, string]>([
  [{ kind: 'entity', name: 'Oslo', type: 'place' }, 'kabul', 'in use'],
  [{ kind: 'entity', name: 'Oslo', type: 'place' }, 'a b', 'cannot be an id'],
  [{ kind: 'entity', name: 'Oslo', type: 'town' }, 'oslo', 'no type “town”'],
  [{ kind: 'entity', name: '  ', type: 'place' }, 'oslo', 'no name'],
  [source({ title: 'T' }), 't', 'no name'],
  [source({ outlet: 'T', date: 'May' }), 't', 'Write year'],
])('%j as %s is refused', async (entry, id, reason) => {
  await expect(beside(BRIEF + CASEBOOK).ask(entry, { id })).rejects.toThrow(reason);
});
