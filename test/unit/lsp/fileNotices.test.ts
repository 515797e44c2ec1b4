import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFileNotices } from '../../../server/src/lsp/fileNotices.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const messages: string[] = [];
  const log: string[] = [];
  const connection = {
    sendNotification: async (_: unknown, { message }: { message: string }) => void messages.push(message),
    console: { warn: (message: string) => void log.push(message) },
  };
  const { record } = createFileNotices(connection as never, (uri) => uri);
  return { log, messages, record };
}

test('what is found together is told together, each file once', () => {
  const { log, messages, record } = start();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'a']) record(name, 'pdf');
  vi.runAllTimers();
  expect(messages).toEqual([expect.stringMatching(/“a” .* “b” .* “c” .* \(\+2\)$/)]);
  expect(log).toHaveLength(5);
  record('a', 'pdf');
  vi.runAllTimers();
  expect(messages).toHaveLength(1);
});

test('a file is told again after it was read, or for another reason', () => {
  const { messages, record } = start();
  for (const note of ['pdf', undefined, 'pdf', 'too-large', undefined, undefined] as const) {
    record('a', note);
    vi.runAllTimers();
  }
  expect(messages).toHaveLength(3);
});
