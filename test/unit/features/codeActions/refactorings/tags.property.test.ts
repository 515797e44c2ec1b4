import fc from 'fast-check';
import { expect } from 'vitest';
import { REFACTORINGS } from '../../../../../server/src/features/codeActions/refactorings/index.ts';
import type { Action } from '../../../../../server/src/features/support/action.ts';
import { readBrief, stripTags } from '../../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../../server/src/workspace/index/workspaceStore.ts';
import { briefText, testProperty } from '../../../support/arbitraries.ts';
import { apply } from '../../../support/world.ts';
import { REGISTRIES } from './check.ts';

const ISKP = 'Islamic State in Khorasan Province';

const registry = readRegistry(REGISTRIES.slice(REGISTRIES.indexOf('entities:'), REGISTRIES.indexOf('--- sources')));

/** What the refactorings offer at a place of a text, and at every mention of it. */
function actionsAt(text: string, from: number, to = from): { actions: Action[]; starts: number[] } {
  const workspace = createWorkspace();
  workspace.putRegistry('file:///entities.yaml', registry);
  workspace.putBrief('file:///a.brief', readBrief(text), true);
  const place = {
    uri: 'file:///a.brief',
    brief: workspace.brief('file:///a.brief')!,
    selection: { start: from, end: to },
    scope: workspace.scopeOf('file:///a.brief'),
    workspace,
    addAlias: () => undefined,
    addEntries: () => undefined,
    isIndexed: true,
  };
  const starts = ['iskp', 'tass', 'georgia-state'].flatMap((id) =>
    workspace
      .occurrences('entity', id)
      .flatMap(({ role, span, uri }) => (role === 'mention' && uri === place.uri ? [span.start] : [])),
  );
  return { actions: REFACTORINGS.flatMap((refactoring) => refactoring(place)), starts };
}

const named = fc
  .array(fc.oneof(briefText(3), fc.constantFrom('ISKP', ' ISKP ', '!IS-K', 'TASS', ' Georgia', `${ISKP} `, '\n\n')), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

testProperty('after tagging, stripping the tags restores the prose, and untagging restores the text', named, (text) => {
  const prose = stripTags(readBrief(text));
  for (const start of actionsAt(text, 0).starts) {
    for (const { title, changes = [] } of actionsAt(text, start).actions) {
      if (!title.startsWith('Tag ')) continue;
      const spans = changes.filter((change) => 'span' in change);
      const after = apply(text, spans);
      expect(stripTags(readBrief(after)), title).toBe(prose);
      if (!/^Tag “.*” as/.test(title)) continue;
      const back = actionsAt(after, start + 1).actions.find((action) => action.title.startsWith('Remove the tag'));
      expect(
        apply(
          after,
          (back?.changes ?? []).filter((change) => 'span' in change),
        ),
        title,
      ).toBe(text);
    }
  }
});
