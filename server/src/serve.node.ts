/** The server as a process, over stdio, a socket, a pipe or Node IPC. The extension and the command line use it. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { createClientHost } from './host/clientHost.ts';
import { createNodeHost } from './host/nodeHost.ts';
import { createNodeIndexStore } from './host/nodeIndexStore.ts';
import { loadTranslations } from './host/nodeTranslations.ts';
import { createWorkerPool } from './lsp/indexing/workerPool.node.ts';
import { serve } from './serve.ts';

/** Serves the client at the other end of the channel that the arguments of this process name. */
export function serveProcess(): void {
  const connection = createConnection(ProposedFeatures.all);
  const host = createNodeHost(createClientHost(connection));
  const rulesPage = pathToFileURL(join(__dirname, '..', 'docs', 'rules.md')).href;
  const openStore = (folder: string, language: string) => createNodeIndexStore(folder, `${buildId()} ${language}`);
  const workerPool = createWorkerPool(join(__dirname, 'server.js'));
  serve(connection, { host, rulesPage, openStore, workerPool }, loadTranslations);
}

/** Another build may read files differently, so it does not use what this one has stored. */
function buildId(): string {
  return `${version} ${statSync(__filename).mtimeMs}`;
}
