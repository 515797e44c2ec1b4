/** Messages over the standard output of this process. */
import type { Writable } from 'node:stream';
import { Emitter, type Message, type MessageWriter } from 'vscode-languageserver/node';

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
