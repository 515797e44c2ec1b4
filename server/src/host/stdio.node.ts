/** Messages over the standard streams of this process. */
import type { Readable, Writable } from 'node:stream';
import {
  Emitter,
  type Message,
  type MessageReader,
  type MessageWriter,
  type PartialMessageInfo,
} from 'vscode-languageserver/node';

const HEADER_END = '\r\n\r\n';
const contentLength = /^content-length:\s*(\d+)\s*$/im;

/** Reads messages at once where they are complete: the reader of the library looks at each byte of a header. */
export function createMessageReader(stream: Readable): MessageReader {
  const failed = new Emitter<Error>();
  const closed = new Emitter<void>();
  const partial = new Emitter<PartialMessageInfo>();
  stream.on('error', (error) => failed.fire(error));
  stream.on('close', () => closed.fire());
  return {
    onError: failed.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen(callback) {
      let chunks: Buffer[] = [];
      let length = 0;
      /** Before there are this many bytes, there is no point in looking. */
      let needed = 0;
      const take = (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length < needed) return;
        const received = chunks.length === 1 ? chunk : Buffer.concat(chunks);
        let at = 0;
        needed = 0;
        for (let end = received.indexOf(HEADER_END); end >= 0; end = received.indexOf(HEADER_END, at)) {
          const header = received.toString('latin1', at, end);
          const start = end + HEADER_END.length;
          const size = contentLength.exec(header)?.[1];
          if (size === undefined) failed.fire(new Error(`A message has no Content-Length: ${header}`));
          else if (start + Number(size) > received.length) {
            needed = start + Number(size) - at;
            break;
          }
          at = start + Number(size ?? 0);
          if (size !== undefined) report(received.toString('utf8', start, at));
        }
        const rest = received.subarray(at);
        chunks = rest.length > 0 ? [rest] : [];
        length = rest.length;
      };
      const report = (body: string) => {
        let message: Message;
        try {
          message = JSON.parse(body);
        } catch (error) {
          return failed.fire(error as Error);
        }
        callback(message);
      };
      stream.on('data', take);
      return { dispose: () => void stream.off('data', take) };
    },
    dispose() {
      failed.dispose();
      closed.dispose();
      partial.dispose();
    },
  };
}

/**
 * Writes each message with its header at once. The writer of the library writes them one after the other, and a call of the system
 * costs as much as everything else about a short answer.
 */
export function createMessageWriter(stream: Writable): MessageWriter {
  const failed = new Emitter<[Error, Message | undefined, number | undefined]>();
  const closed = new Emitter<void>();
  let failures = 0;
  stream.on('error', (error) => failed.fire([error, undefined, undefined]));
  stream.on('close', () => closed.fire());
  return {
    onError: failed.event,
    onClose: closed.event,
    write(message) {
      return new Promise((resolve, reject) => {
        const body = JSON.stringify(message);
        stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, (error) => {
          if (!error) return resolve();
          failed.fire([error, message, ++failures]);
          reject(error);
        });
      });
    },
    end: () => stream.end(),
    dispose() {
      failed.dispose();
      closed.dispose();
    },
  };
}
