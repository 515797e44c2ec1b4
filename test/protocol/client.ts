/** A language client in a few lines: starts the built server over stdio and speaks LSP with it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type UnregistrationParams,
} from 'vscode-languageserver-protocol/node';

export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server said of itself while it ran: errors and warnings. */
  readonly log: string[];
  /** Methods the server asked this client for, in order. */
  readonly serverRequests: string[];
  /** What the server has registered, by id. */
  readonly registrations: ReadonlyMap<string, Registration>;
  uri(name: string): string;
  write(name: string, text: string): void;
  delete(name: string): void;
  open(name: string, text: string): void;
  change(name: string, changes: object[]): void;
  close(name: string): void;
  notifyFileChange(name: string, type: 1 | 2 | 3): void;
  request<T>(method: string, params: object): Promise<T>;
  /** `code message-start` of every diagnostic the server answers or pushes; waits until `until` is content. */
  codes(name: string, until?: (codes: string[]) => boolean): Promise<string[]>;
  diagnostics(name: string): Promise<Diagnostic[]>;
  stop(): Promise<number | null>;
}

export interface ClientOptions {
  /** Where the files are; without one there is a folder for this client alone. */
  readonly folder?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: object;
  /** Commands the client says it has. */
  readonly commands?: readonly string[];
  /** Further initialization options. */
  readonly options?: object;
  /** Other workspace folders than that of the files. */
  readonly workspaceFolders?: readonly object[];
  /** The language of the client. */
  readonly locale?: string;
}

export const PULL_CAPABILITIES: ClientCapabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
};

/** The languages that editors give to files, by the end of their names. */
const LANGUAGES = [
  ['.yaml', 'yaml'],
  ['.brief.md', 'brief'],
  ['.md', 'markdown'],
  ['.txt', 'plaintext'],
  ['.bib', 'bibtex'],
] as const;

export const SERVER_PATH = process.env.BRIEFMARK_SERVER ?? new URL('../../dist/server.js', import.meta.url).pathname;
/** The project `protocol:spelling` runs tests again with a client that spells URIs as VS Code does. */
const SPELLS_LIKE_VSCODE = process.env.BRIEFMARK_SPELLING === 'vscode';
/** How long a test waits for what must come. */
const TIMEOUT_MS = 10_000;

/** Starts a server for a folder with these files. */
export async function startClient({
  files = {},
  capabilities = PULL_CAPABILITIES,
  settings = {},
  commands = [],
  options = {},
  locale,
  workspaceFolders: given,
  folder: home,
}: ClientOptions = {}): Promise<Client> {
  const folder = home ?? createFolder();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);

  const child = spawn(process.execPath, [SERVER_PATH, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log: string[] = [];
  const serverRequests: string[] = [];
  const pushed = new Map<string, Diagnostic[]>();
  const versions = new Map<string, number>();
  connection.onNotification('window/logMessage', ({ message }) => void log.push(message));
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }) => void pushed.set(uri, diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => settings));
  const registrations = new Map<string, Registration>();
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    serverRequests.push('client/registerCapability');
    for (const one of params.registrations) registrations.set(one.id, one);
    return null;
  });
  connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) registrations.delete(id);
    return null;
  });
  for (const method of [
    'workspace/diagnostic/refresh',
    'workspace/semanticTokens/refresh',
    'workspace/inlayHint/refresh',
    'workspace/codeLens/refresh',
    'window/workDoneProgress/create',
  ]) {
    connection.onRequest(method, () => {
      serverRequests.push(method);
      return null;
    });
  }
  connection.listen();

  const uri = (name: string) => toUri(join(folder, name));
  const workspaceFolders = given ?? [{ uri: toUri(folder), name: 'test' }];
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    ...(locale !== undefined && { locale }),
    capabilities,
    workspaceFolders,
    initializationOptions: { commands, ...options },
  });
  await connection.sendNotification('initialized', {});

  const isPullClient = capabilities.textDocument?.diagnostic !== undefined;
  const request = <T>(method: string, params: object) => connection.sendRequest<T>(method, params);
  const diagnostics = async (name: string) => {
    if (!isPullClient) return pushed.get(uri(name)) ?? [];
    const report = await request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uri(name) },
    });
    return report.items;
  };
  const notify = (method: string, params: object) => void connection.sendNotification(method, params);
  return {
    connection,
    initialized,
    log,
    serverRequests,
    registrations,
    uri,
    write,
    delete: (name) => rmSync(join(folder, name), { recursive: true }),
    open(name, text) {
      versions.set(name, 1);
      const languageId = LANGUAGES.find(([extension]) => name.endsWith(extension))?.[1] ?? 'brief';
      notify('textDocument/didOpen', { textDocument: { uri: uri(name), languageId, version: 1, text } });
    },
    change(name, contentChanges) {
      const version = versions.get(name)! + 1;
      versions.set(name, version);
      notify('textDocument/didChange', { textDocument: { uri: uri(name), version }, contentChanges });
    },
    close: (name) => notify('textDocument/didClose', { textDocument: { uri: uri(name) } }),
    notifyFileChange: (name, type) =>
      notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] }),
    request,
    diagnostics,
    async codes(name, until = () => true) {
      const deadline = Date.now() + TIMEOUT_MS;
      while (true) {
        const codes = (await diagnostics(name)).map(({ code }) => String(code));
        if (until(codes) || Date.now() > deadline) return codes;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      await request('shutdown', {});
      notify('exit', {});
      const code = await exited;
      connection.dispose();
      if (!home) rmSync(SPELLS_LIKE_VSCODE ? dirname(folder) : folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** A folder for one client. Where the client spells like VS Code it is reached through a link, and its name needs encoding. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefmark-protocol-'));
  if (!SPELLS_LIKE_VSCODE) return folder;
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, "Ann's desk (1)"), 'dir');
  return join(folder, "Ann's desk (1)");
}

/** Node leaves `( ) & + , ; = @ ! ' $ * : ~` as they are, VS Code encodes all but `~`. */
function toUri(path: string): string {
  const { href } = pathToFileURL(path);
  if (!SPELLS_LIKE_VSCODE) return href;
  const encode = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return `file://${href.slice('file://'.length).replace(/[()&+,;=@!'$*:]/g, encode)}`;
}
