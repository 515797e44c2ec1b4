import { expect, test } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Feature, FeatureContext } from '../../../server/src/features/feature.ts';
import { refuse } from '../../../server/src/features/support/refuse.ts';
import { createErrorPolicy, handleRequests } from '../../../server/src/lsp/requests.ts';
import { createSpellings } from '../../../server/src/lsp/spellings.ts';

/** Answers a request with a feature. */
function request(feature: Partial<Feature>, token: CancellationToken = new CancellationTokenSource().token) {
  const log: string[] = [];
  let handler: ((params: unknown, token: CancellationToken) => unknown) | undefined;
  const connection = {
    onRequest: (_: string, handle: typeof handler) => {
      handler = handle;
    },
  } as unknown as Connection;
  const errors = createErrorPolicy({ error: (message) => void log.push(message) });
  const full: Feature = { method: 'a', capability: () => ({}), answer: () => undefined, ...feature };
  handleRequests(
    connection,
    [full],
    {} as FeatureContext,
    errors,
    createSpellings((uri) => uri),
  );
  return { log, answer: async () => handler!({}, token) };
}

test('no answer is sent as the empty answer of the feature, or null', async () => {
  expect(await request({}).answer()).toBeNull();
  expect(await request({ empty: [] }).answer()).toEqual([]);
  expect(await request({ answer: () => 'b' }).answer()).toBe('b');
});

test('what fails is logged and answered empty', async () => {
  for (const answer of [
    () => {
      throw new Error('out of order');
    },
    () => Promise.reject(new Error('out of order')),
  ]) {
    const { answer: ask, log } = request({ answer, empty: [] });
    expect(await ask()).toEqual([]);
    expect(log).toEqual([expect.stringMatching(/^a: Error: out of order/)]);
  }
});

test('a refusal reaches the client and is not logged', async () => {
  const { answer, log } = request({ answer: () => refuse('That cannot be done.') });
  await expect(answer()).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed, message: 'That cannot be done.' });
  expect(log).toEqual([]);
});

test('a request that was canceled before it is handled is not computed', async () => {
  const source = new CancellationTokenSource();
  source.cancel();
  let count = 0;
  const answer = await request({ answer: () => count++ }, source.token).answer();
  expect(answer).toBeInstanceOf(ResponseError);
  expect(answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(count).toBe(0);
});
