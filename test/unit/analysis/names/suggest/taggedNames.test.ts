import { expect, test } from 'vitest';
import { suggestTaggedNames } from '../../../../../server/src/analysis/names/suggest/taggedNames.ts';
import { readBrief } from '../../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../../server/src/workspace/index/workspaceStore.ts';

test('tags without an entry give id, type, forms and acronym; those with one, and unknown types, give nothing', () => {
  const workspace = createWorkspace();
  workspace.putRegistry('r', readRegistry('entities:\n  - { id: oslo, type: place, name: Oslo }\n'));
  const text =
    '[Oslo](place:oslo) heard the [Harbor Workers Union](org:hwu) (HWU). The [Union](org:hwu) met [x](plce:y) and read [Dawn](src:d).\n';
  const scope = workspace.scopeOf('b');
  expect(
    suggestTaggedNames([{ file: 'b', brief: readBrief(text), scope }]).map(({ id, name, type, aliases, count }) => ({
      id,
      name,
      type,
      aliases,
      count,
    })),
  ).toEqual([{ id: 'hwu', name: 'Harbor Workers Union', type: 'org', aliases: ['Union', 'HWU'], count: 2 }]);
});
