/** A server, and everything that it can be asked of a set of documents. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from '../../bench/client.mjs';
import { root } from '../../scripts/run.mjs';

/** @typedef {{ readonly text: string, readonly version: number }} Document */

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown'] },
    rename: { prepareSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
};
/** Asked once for the whole workspace. */
const WORKSPACE_QUESTIONS = [
  ['workspace/symbol', { query: '' }],
  ['briefmark/views/overview', {}],
  ...['briefs', 'sources', 'entities'].map((view) => ['briefmark/views/children', { view, limit: 1_000 }]),
  ['briefmark/graph', { rangeKind: 'workspace', proximity: 'brief' }],
  ['briefmark/timeline', { rangeKind: 'workspace' }],
];
const DOCUMENT_QUESTIONS = [
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
  'textDocument/foldingRange',
  'textDocument/documentLink',
  'textDocument/inlayHint',
  'textDocument/formatting',
  'briefmark/status',
];
const POSITION_QUESTIONS = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/completion',
  'textDocument/selectionRange',
  'textDocument/codeAction',
  'textDocument/prepareRename',
];
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

/**
 * Starts a server for a folder and waits until it has read it.
 * @param {string} folder @param {() => object} settings
 */
export async function startSession(folder, settings) {
  /** @type {string[]} */
  const errors = [];
  const client = connect([process.env.BRIEFMARK_SERVER ?? join(root, 'dist', 'server.js'), '--stdio'], {
    'workspace/configuration': ({ items }) => items.map(settings),
    'window/logMessage': ({ type, message }) => void (type === 1 && errors.push(message)),
  });
  const uri = (/** @type {string} */ name) => pathToFileURL(join(folder, name)).href;
  await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: CAPABILITIES,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'fuzz' }],
    initializationOptions: { views: true },
  });
  client.notify('initialized', {});

  /** The answer; a refusal is one, too. @param {string} method @param {object} params */
  const ask = (method, params) => client.request(method, params).catch((error) => `refused: ${error.message}`);
  return {
    client,
    errors,
    uri,
    /** @param {string} name @param {Document} document */
    open(name, { text, version }) {
      const languageId = name.endsWith('.yaml') ? 'yaml' : 'brief';
      client.notify('textDocument/didOpen', { textDocument: { uri: uri(name), languageId, version, text } });
    },
    async isReady() {
      return (await ask('briefmark/views/overview', {})).isIndexed === true;
    },
    /**
     * The answers to all questions, by question.
     * @param {readonly { name: string, position: object }[]} places in open documents
     * @returns {Promise<Map<string, string>>}
     */
    async answers(places) {
      /** @type {[string, string, object][]} */
      const questions = [
        ...WORKSPACE_QUESTIONS.map(
          ([method, params]) =>
            /** @type {[string, string, object]} */ ([`${method} ${JSON.stringify(params)}`, method, params]),
        ),
      ];
      for (const name of new Set(places.map((place) => place.name)))
        for (const method of DOCUMENT_QUESTIONS)
          questions.push([
            `${method} ${name}`,
            method,
            { textDocument: { uri: uri(name) }, uri: uri(name), range: EVERYTHING, options: {} },
          ]);
      for (const { name, position } of places)
        for (const method of POSITION_QUESTIONS) {
          const textDocument = { uri: uri(name) };
          const range = { start: position, end: position };
          const context = { includeDeclaration: true, diagnostics: [], triggerKind: 1 };
          const params = { textDocument, position, positions: [position], range, context };
          questions.push([`${method} ${name} ${JSON.stringify(position)}`, method, params]);
        }
      for (const { name, position } of places)
        questions.push([
          `rename ${name} ${JSON.stringify(position)}`,
          'textDocument/rename',
          { textDocument: { uri: uri(name) }, position, newName: 'fresh-id' },
        ]);
      const results = await Promise.all(questions.map(([, method, params]) => ask(method, params)));
      return new Map(questions.map(([key], index) => [key, withoutNumbers(results[index])]));
    },
    stop: client.stop,
  };
}

/** Results of the same content have other numbers in another server. @param {unknown} result */
function withoutNumbers(result) {
  return JSON.stringify(result, (key, value) => (key === 'resultId' ? undefined : value)) ?? 'nothing';
}
