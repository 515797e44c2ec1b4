import { expect, test } from 'vitest';
import { findSymbols, MAX_SYMBOLS } from '../../../../server/src/features/navigation/workspaceSymbols.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import type { Workspace } from '../../../../server/src/workspace/workspace.ts';

const find = (query: string, workspace: Workspace) => findSymbols(query, { workspace, yieldIfDue: () => undefined });

test('the number of results is limited, the best come first', async () => {
  const workspace = createWorkspace();
  const entries = Array.from(
    { length: 2 * MAX_SYMBOLS },
    (_, index) => `  - { id: e${index}, type: group, name: Some E ${index} }\n`,
  );
  workspace.putRegistry('file:///entities.yaml', readRegistry(`entities:\n${entries.join('')}`));
  const found = await find('e 499', workspace);
  expect(await find('', workspace)).toHaveLength(MAX_SYMBOLS);
  expect(found[0]!.name).toBe('Some E 499');
});

test('the best of very many are found in any file', async () => {
  const workspace = createWorkspace();
  const headings = Array.from({ length: 1_500 }, (_, index) => `# Some words of ${index}\n\nThey left.\n\n`).join('');
  for (const name of ['a', 'b', 'c']) workspace.putBrief(`file:///${name}.brief`, readBrief(headings), false);
  workspace.putBrief('file:///d.brief', readBrief('# Words\n\nThey left.\n'), false);
  const found = await find('words', workspace);
  expect(found[0]!.name).toBe('Words');
  expect(found.slice(1, 4).map(({ name, container: of }) => `${name} ${of}`)).toEqual(
    ['a', 'b', 'c'].map((name) => `Some words of 0 ${name}.brief`),
  );
  expect(found).toHaveLength(MAX_SYMBOLS);
});
