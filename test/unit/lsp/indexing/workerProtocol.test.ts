import { expect, test } from 'vitest';
import { createBriefReader } from '../../../../server/src/lsp/indexing/workerProtocol.ts';

test.each([
  ['It left Kabul.', 'read'],
  ['It left Ka\u00adbul.', 'read'],
  ['It left Herat.', 'unchanged'],
])('a brief with a changed name, however it is written, is read again: %s', (text, expected) => {
  const names = JSON.stringify([{ text: 'Kabul', id: 'kabul' }]);
  const read = createBriefReader({ names, changedNames: names }, () => ({ stamp: '1', text }));
  expect(read(['file:///a.brief']).unchanged).toEqual(expected === 'unchanged' ? ['file:///a.brief'] : []);
});
