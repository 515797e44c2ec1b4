import { expect, test } from 'vitest';
import { createRevisions, type Revision } from '../../../server/src/features/revision.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';
import { createScope } from '../../../server/src/scope/scope.ts';

test('a revision is the same object as long as its parts are, and again when they return', () => {
  const display = { codeLens: { enabled: true }, inlayHints: { years: false, ids: false } };
  const first: Revision = { scope: createScope([]), checks: DEFAULT_CHECK_SETTINGS, display, isIndexed: false };
  let parts = first;
  const revisionOf = createRevisions(() => ({ ...parts }));
  const before = revisionOf('a');
  expect(before).toEqual(first);
  expect(revisionOf('b')).toBe(before);
  const changes: Partial<Revision>[] = [
    { scope: createScope([]) },
    { checks: { ...DEFAULT_CHECK_SETTINGS } },
    { display: { ...display } },
    { isIndexed: true },
  ];
  for (const change of changes) {
    parts = { ...first, ...change };
    expect(revisionOf('a'), Object.keys(change)[0]).not.toBe(before);
    expect(revisionOf('a')).toBe(revisionOf('b'));
  }
  parts = first;
  expect(revisionOf('a')).toBe(before);
});
