import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createMessageReader, createMessageWriter } from '../../../server/src/host/stdio.node.ts';

const frame = (body: string, header = `Content-Length: ${Buffer.byteLength(body)}`) =>
  Buffer.from(`${header}\r\n\r\n${body}`);
const hello = { jsonrpc: '2.0', method: 'hello', params: { words: '“Größe” 港' } };
const bye = { jsonrpc: '2.0', method: 'bye' };

/** What is read when the bytes arrive in pieces of this size. */
function read(bytes: Buffer, size = bytes.length) {
  const stream = new PassThrough();
  const messages: unknown[] = [];
  const errors: string[] = [];
  const reader = createMessageReader(stream);
  reader.onError((error) => errors.push(error.message));
  reader.listen((message) => messages.push(message));
  for (let at = 0; at < bytes.length; at += size) stream.emit('data', bytes.subarray(at, at + size));
  return { messages, errors };
}

test('messages are read however their bytes arrive', () => {
  const bytes = Buffer.concat([hello, bye, hello].map((message) => frame(JSON.stringify(message))));
  for (const size of [1, 2, 7, 40, bytes.length])
    expect(read(bytes, size)).toEqual({ messages: [hello, bye, hello], errors: [] });
});

test('headers are read in any case and with others beside them', () => {
  const body = JSON.stringify(bye);
  const header = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: ${body.length}`;
  expect(read(frame(body, header)).messages).toEqual([bye]);
});

test('what is no message is reported, and those behind it are read', () => {
  const bytes = Buffer.concat([frame('{"jsonrpc":'), frame('', 'X: 1'), frame(JSON.stringify(bye))]);
  const { messages, errors } = read(bytes);
  expect(messages).toEqual([bye]);
  expect(errors).toEqual([expect.stringContaining('JSON'), 'A message has no Content-Length: X: 1']);
});

test('a message is written with its header at once', async () => {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  await createMessageWriter(stream).write(hello);
  expect(written).toEqual([String(frame(JSON.stringify(hello)))]);
});

test('that a message could not be written is reported', async () => {
  const stream = new Writable({ write: (_chunk, _, done) => done(new Error('closed')) });
  const writer = createMessageWriter(stream);
  const errors: string[] = [];
  writer.onError(([error]) => errors.push(error.message));
  await expect(writer.write(hello)).rejects.toThrow('closed');
  expect(errors).toContain('closed');
});
