/** One server with one folder and one document open in it. */
import { join } from 'node:path';
import { COLLECTING, connect } from './client.mjs';
import { uriOf } from './servers.mjs';

/**
 * @typedef {object} Session
 * @property {import('./servers.mjs').Server} server
 * @property {import('./client.mjs').Client} client
 * @property {any} capabilities of the server
 * @property {number} spawned when the process was started
 * @property {(name: string, text: string, extension?: string) => string} open returns the URI
 * @property {(uri: string, line: number, character: number, text: string) => void} type
 * @property {(uri: string) => Promise<number>} diagnostics pulls them and returns how many there are
 */

/** The capabilities of current editors that matter here. */
const CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

/** Where a server of the benchmark may keep something from one start to the next. @param {string} work @param {import('./servers.mjs').Server} server */
export function storageOf(work, server) {
  return join(work, 'storage', server.id);
}

/**
 * Starts the server and waits until it is initialized.
 * @param {import('./servers.mjs').Server} server @param {string} folder
 * @param {{ storage?: string, nodeOptions?: readonly string[] }} [options]
 * @returns {Promise<Session>}
 */
export async function startSession(server, folder, { storage, nodeOptions = COLLECTING } = {}) {
  const { answers, onText, settings } = server.workspace(folder);
  const spawned = performance.now();
  const isStored = server.isBriefmark && storage !== undefined;
  const cache = isStored ? [`--compile-cache=${storage}`] : [];
  const client = connect([...nodeOptions, ...server.args, ...cache], answers);
  const { capabilities } = await client.request('initialize', {
    processId: process.pid,
    rootUri: uriOf(folder),
    capabilities: CAPABILITIES,
    workspaceFolders: [{ uri: uriOf(folder), name: 'bench' }],
    initializationOptions: isStored ? { storage } : {},
  });
  client.notify('initialized', {});
  if (settings) client.notify('workspace/didChangeConfiguration', { settings });

  /** @type {Map<string, { version: number, text: string, resultId?: string, count: number }>} */
  const documents = new Map();
  const documentAt = (/** @type {string} */ uri) => {
    const document = documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  };
  return {
    server,
    client,
    capabilities,
    spawned,
    open(name, text, extension = server.extension) {
      const uri = uriOf(join(folder, name + extension));
      documents.set(uri, { version: 1, text, count: 0 });
      onText(uri, text);
      client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: server.languageId, version: 1, text },
      });
      return uri;
    },
    type(uri, line, character, text) {
      const document = documentAt(uri);
      const position = { line, character };
      document.version++;
      // The peer has its client parse the text, so its client has to know it.
      if (server.id === 'markdown') {
        document.text = insert(document.text, line, character, text);
        onText(uri, document.text);
      }
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [{ range: { start: position, end: position }, rangeLength: 0, text }],
      });
    },
    async diagnostics(uri) {
      const document = documentAt(uri);
      const previous = document.resultId === undefined ? {} : { previousResultId: document.resultId };
      const report = await client.request('textDocument/diagnostic', { textDocument: { uri }, ...previous });
      document.resultId = report.resultId;
      if (report.kind === 'full') document.count = report.items.length;
      return document.count;
    },
  };
}

/** @param {string} text @param {number} line @param {number} character @param {string} added */
function insert(text, line, character, added) {
  let start = 0;
  for (let passed = 0; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  return text.slice(0, start + character) + added + text.slice(start + character);
}
