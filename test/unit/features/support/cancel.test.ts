import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { FeatureContext } from '../../../../server/src/features/feature.ts';
import { withCancellation } from '../../../../server/src/features/support/cancel.ts';

const context = { read: async (uri: string) => `text of ${uri}` } as FeatureContext;

test('reads while somebody waits for the answer', async () => {
  const { read } = withCancellation(context, new CancellationTokenSource().token);
  expect(await read('a.brief')).toBe('text of a.brief');
});

test('a request that is canceled ends at the next file it reads', async () => {
  const source = new CancellationTokenSource();
  const { read } = withCancellation(context, source.token);
  await read('a.brief');
  const next = read('b.brief');
  source.cancel();
  await expect(next).rejects.toThrow('canceled');
});

test('a request that is canceled ends when it gives way', async () => {
  const source = new CancellationTokenSource();
  const { yieldIfDue } = withCancellation(context, source.token);
  source.cancel();
  const forever = async () => {
    for (;;) await yieldIfDue();
  };
  await expect(forever()).rejects.toThrow('canceled');
});

test('all else is as it was', () => {
  const { folders } = withCancellation({ ...context, folders: ['a'] }, new CancellationTokenSource().token);
  expect(folders).toEqual(['a']);
});
