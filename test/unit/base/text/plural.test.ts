import { expect, test } from 'vitest';
import { plural } from '../../../../server/src/base/text/plural.ts';

test('one has a form of its own; nothing and more have the other', () => {
  const forms = { one: 'report', other: 'reports' };
  expect([0, 1, 2, 21].map((count) => plural(count, forms))).toEqual(['reports', 'report', 'reports', 'reports']);
});
