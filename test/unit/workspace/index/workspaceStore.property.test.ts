import fc from 'fast-check';
import { expect } from 'vitest';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace, type WorkspaceStore } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { isUse } from '../../../../server/src/workspace/occurrences.ts';
import type { Workspace } from '../../../../server/src/workspace/workspace.ts';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../../support/arbitraries.ts';

const registryTexts = [
  'entities:\n  - { id: is, type: group, name: Islamic State, aliases: [IS] }\n',
  'entities:\n  - { id: kabul, type: place, name: Kabul, aliases: [Кабул, IS], part_of: is }\n  - { id: is, type: org, name: Is }\n',
  'entities:\n  - { id: tass, type: media, name: TASS }\nreferences:\n  - { id: tass-1, container-title: tass, issued: 2021-05-03 }\n',
  'references:\n  - { id: tass-1, container-title: TASS, issued: 2020-05-03 }\n  - { id: toi-2, container-title: Times of India, issued: 2021-05-02 }\n',
  'no: registry\n',
];
const registries = new Map(registryTexts.map((text) => [text, readRegistry(text)]));
const frontMatter = fc.constantFrom(
  '',
  '',
  '---\ndate: 2021-09-24\n---\n',
  `---\n${registryTexts[0]}---\n`,
  `---\n${registryTexts[3]}---\n`,
);
const put = fc.record({
  file: fc.constantFrom('r.yaml', 's.yaml', 'a.brief', 'b.brief', 'c.brief'),
  open: fc.boolean(),
  registry: fc.constantFrom(...registryTexts),
  text: fc.tuple(frontMatter, briefText(8)).map(([matter, text]) => matter + text),
  edit: randomEdit,
  action: fc.constantFrom('put', 'put', 'put', 'remove', 'look', 'edit', 'edit'),
});

testProperty(
  'what a workspace says after any changes is what a fresh one says',
  fc.array(put, { maxLength: 12 }),
  (steps) => {
    const workspace = createWorkspace();
    const files = new Map<string, { text: string; open: boolean }>();
    for (const { file, open, registry, text, edit, action } of steps) {
      if (action === 'look') {
        look(workspace);
        continue;
      }
      if (action === 'edit') {
        const before = workspace.brief(file);
        if (!before) continue;
        const after = applyRandomEdit(before.text, edit);
        files.set(file, { text: after.text, open: true });
        workspace.putBrief(file, updateBrief(before, after.text, after.edit), true);
        look(workspace);
        continue;
      }
      files.delete(file);
      if (action === 'remove') workspace.remove(file);
      else {
        files.set(file, { text: file.endsWith('.yaml') ? registry : text, open });
        putFile(workspace, file, files.get(file)!);
      }
    }
    // As the server does: closed briefs are read again when the names have changed.
    for (const uri of [...workspace.outdatedBriefs().values()].flat()) putFile(workspace, uri, files.get(uri)!);
    const fresh = createWorkspace();
    for (const [uri, file] of files) if (uri.endsWith('.yaml')) putFile(fresh, uri, file);
    for (const [uri, file] of files) if (!uri.endsWith('.yaml')) putFile(fresh, uri, file);
    expect(look(workspace)).toEqual(look(fresh));
  },
);

function putFile(workspace: WorkspaceStore, uri: string, { text, open }: { text: string; open: boolean }): void {
  if (uri.endsWith('.yaml')) workspace.putRegistry(uri, registries.get(text)!);
  else workspace.putBrief(uri, readBrief(text), open);
}

/** Everything that can be asked of it, by file. */
function look(workspace: Workspace): string[] {
  const ids = ['is', 'kabul', 'tass', 'tass-1', 'toi-2', 'rferl-1', 'iskp'];
  const found = ids.flatMap((id) => [...workspace.occurrences('entity', id), ...workspace.occurrences('source', id)]);
  for (const id of ids) {
    expectCounts(workspace, 'entity', id);
    expectCounts(workspace, 'source', id);
  }
  return found.map((place) => JSON.stringify(place)).sort();
}

/** They are those of the places in briefs. */
function expectCounts(workspace: Workspace, kind: 'entity' | 'source', id: string): void {
  const counts: Record<string, number> = {};
  for (const place of workspace.occurrences(kind, id))
    if (isUse(place)) counts[place.uri] = (counts[place.uri] ?? 0) + 1;
  expect(Object.fromEntries(workspace.usageCounts(kind, id))).toEqual(counts);
}
