/** The server as a web worker. It reads all files through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientHost } from './host/clientHost.ts';
import { serve } from './serve.ts';

// The compiler’s DOM library would let the other parts of the server use browser globals unnoticed.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, { host: createClientHost(connection) });
