/** Shared by both entry points of the extension: services, client options, and restarting the server. */
import { EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type WorkspaceEdit as LspEdit,
  type Middleware,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { FIX_AT, SET_UP_REGISTRIES } from '../../server/src/protocol/commands';
import { OWN_DOCUMENTS } from '../../server/src/protocol/fileNames';
import {
  FILES_MAY_HAVE_CHANGED,
  INCLUDED_CHANGED,
  type IncludedDocuments,
  WORKSPACE_TRUSTED,
} from '../../server/src/protocol/files';
import type { InitializationOptions } from '../../server/src/protocol/initialization';
import type { MarkdownIt } from '../../server/src/protocol/markdownIt/typeset';
import { VIEWS_CHANGED } from '../../server/src/protocol/views';
import { createAnnotation } from './annotate/annotation';
import { registerAssistantTools } from './assistants';
import { createChecks } from './checking/checks';
import type { Server } from './commands/command';
import { registerCommands, SERVER_COMMANDS } from './commands/register';
import { type ReadMarks, registerMarkdownPreview } from './markdownPreview';
import { registerOffer } from './offer';
import { registerPaste } from './paste';
import { registerReviews } from './review/index';
import { registerStatus } from './status';
import { handleFileRequests } from './support/files';
import { keepIncompleteList } from './support/incompleteList';
import { createListKey } from './support/listKey';
import { createOpenBriefs } from './support/openBriefs';
import { startWhenNeeded } from './support/wakeUp';
import { registerViews } from './views/index';
import { createOutline } from './views/outline';
import { recordFirstHover } from './walkthrough';
import { registerGraph } from './webviews/graph/index';
import { registerPreview } from './webviews/preview/index';
import { registerSignoffSheet } from './webviews/signoff/index';
import { registerTimeline } from './webviews/timeline/index';

/** Creates a client without starting it. `release` frees what outlives its connection. */
export type LaunchClient = (options: LanguageClientOptions) => { client: BaseLanguageClient; release?: () => void };

export type Extension = { stop(): Promise<void> };

const MAX_CRASHES = 5;
const CRASH_WINDOW_MINUTES = 3;
/** Messages on their way to a server that has crashed fail one by one before the client learns of the crash. */
const MAX_CONNECTION_ERRORS = 30;
const START_TIMEOUT_MS = 15_000;

const documentSelector: DocumentSelector = [...OWN_DOCUMENTS];

/** What the extension exports: VS Code's Markdown preview asks for it whenever a Markdown file is opened, and waits. */
export interface Exported {
  readonly extendMarkdownIt: (markdown: MarkdownIt) => MarkdownIt;
}

/** Starts the extension without waiting for the server. `readMarks`: reads a brief at once, where that is possible. */
export function start(context: ExtensionContext, launch: LaunchClient, readMarks?: ReadMarks): Extension & Exported {
  const log = window.createOutputChannel('Briefmark', { log: true });
  const checks = createChecks(context, () => server);
  const briefs = createOpenBriefs((uri) => Uri.parse(uri));
  const outline = createOutline(context, briefs);
  const middleware = { ...checks.middleware, ...outline.middleware };
  const server = createServerManager(launch, log, context, middleware, briefs.update);
  const annotation = createAnnotation(server);
  const reviews = registerReviews(context, server, briefs);
  context.subscriptions.push(
    log,
    annotation,
    ...registerCommands({
      server,
      checks,
      briefs,
      outline,
      annotation,
      listKey: createListKey(),
      views: registerViews(context, server),
      graph: registerGraph(context, server, briefs),
      timeline: registerTimeline(context, server, briefs),
      preview: registerPreview(context, server, briefs),
      openSheet: registerSignoffSheet(context, server, briefs, reviews.onDidChange),
      reviews,
    }),
    recordFirstHover(),
    ...registerAssistantTools(context, server),
    ...registerPaste({ ...server, request: server.requestIfRunning }),
    workspace.onDidGrantWorkspaceTrust(() => server.notify(WORKSPACE_TRUSTED)),
    // Not every disk reports its changes, and none does while the machine sleeps.
    window.onDidChangeWindowState(({ focused }) => focused && server.notify(FILES_MAY_HAVE_CHANGED)),
  );
  registerStatus(context, { request: server.requestIfRunning, onDidChange: server.onDidChange });
  registerOffer(context, server, briefs);
  context.subscriptions.push(startWhenNeeded(server.start));
  return { stop: server.stop, extendMarkdownIt: registerMarkdownPreview(context, briefs, readMarks) };
}

function createServerManager(
  launch: LaunchClient,
  log: LogOutputChannel,
  context: ExtensionContext,
  middleware: Middleware,
  onIncluded: (included: IncludedDocuments) => void,
) {
  let current: ReturnType<LaunchClient> | undefined;
  let crashes: number[] = [];
  const changeEmitter = new EventEmitter<void>();

  // Every start creates a new client: one whose start failed or whose connection broke cannot be started again.
  async function startClient(): Promise<void> {
    const launched = launch({
      documentSelector,
      initializationOptions: {
        commands: SERVER_COMMANDS,
        views: true,
        translations: l10n.bundle,
        storage: context.storageUri?.fsPath,
        trusted: workspace.isTrusted,
      } satisfies InitializationOptions,
      // Hovers may link to these commands, and to no others.
      markdown: { isTrusted: { enabledCommands: [FIX_AT, SET_UP_REGISTRIES] } },
      middleware: { ...middleware, provideCompletionItem: keepIncompleteList },
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (error, message, count) => onError(error, message, count),
        // A client that was replaced must not restart its server.
        closed: () => (launched === current ? onClosed() : { action: CloseAction.DoNotRestart, handled: true }),
      },
    });
    current = launched;
    const { client } = launched;
    // The client would show protocol errors to the user, who cannot act on them.
    const logError = client.error.bind(client);
    client.error = (message, data) => logError(message, data, false);
    handleFileRequests(client);
    client.onNotification(VIEWS_CHANGED, () => changeEmitter.fire());
    client.onNotification(INCLUDED_CHANGED, onIncluded);
    client.onDidChangeState(({ newState }) => newState === State.Running && changeEmitter.fire());
    try {
      await withTimeout(START_TIMEOUT_MS, client.start());
      log.info('The language server is running.');
    } catch (error) {
      log.error(`The language server did not start: ${error}`);
      // A crash during startup is counted by onClosed, which retries and finally notifies the user.
      if (launched === current && crashes.length === 0) {
        const message = l10n.t(
          'Briefmark has stopped checking: its language server did not start. Your text is untouched.',
        );
        void giveUp('it did not start', message);
      }
    }
  }

  async function stopClient(): Promise<void> {
    const stopping = current;
    current = undefined;
    try {
      await stopping?.client.stop();
    } catch (error) {
      log.warn(`The previous language server did not stop in order: ${error}`);
    }
    stopping?.release?.();
  }

  const onError: ErrorHandler['error'] = (_error, _message, count) => {
    if (!count || count <= MAX_CONNECTION_ERRORS) return { action: ErrorAction.Continue, handled: true };
    const message = l10n.t(
      'Briefmark has stopped checking: the connection to its language server is broken. Your text is untouched.',
    );
    void giveUp('the connection is broken', message);
    return { action: ErrorAction.Shutdown, handled: true };
  };

  const onClosed: ErrorHandler['closed'] = () => {
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < CRASH_WINDOW_MINUTES * 60_000), now];
    if (crashes.length < MAX_CRASHES) {
      const message = 'The language server stopped unexpectedly and is started again.';
      return { action: CloseAction.Restart, message, handled: true };
    }
    const message = l10n.t(
      'Briefmark has stopped checking: its language server crashed {0} times within {1} minutes. Your text is untouched.',
      crashes.length,
      CRASH_WINDOW_MINUTES,
    );
    void giveUp(`${crashes.length} crashes within ${CRASH_WINDOW_MINUTES} minutes`, message);
    return { action: CloseAction.DoNotRestart, handled: true };
  };

  /** `reason` goes to the log, `message` to the user. */
  async function giveUp(reason: string, message: string): Promise<void> {
    log.error(`Given up on the language server: ${reason}.`);
    const [restartLabel, showLogLabel] = [l10n.t('Restart'), l10n.t('Show Log')];
    const choice = await window.showErrorMessage(message, restartLabel, showLogLabel);
    if (choice === restartLabel) await restart();
    if (choice === showLogLabel) log.show();
  }

  // Starts and stops run one after another: two concurrent restarts would leave two servers running.
  let pendingWork: Promise<void> = Promise.resolve();
  function runExclusive(work: () => Promise<void>): Promise<void> {
    pendingWork = pendingWork.then(work, work);
    return pendingWork;
  }

  function start(): Promise<void> {
    return runExclusive(async () => (current?.client.isRunning() ? undefined : startClient()));
  }

  function restart(): Promise<void> {
    return runExclusive(async () => {
      crashes = [];
      await stopClient();
      await startClient();
    });
  }

  function runningClient(): BaseLanguageClient {
    if (current?.client.isRunning()) return current.client;
    throw new Error(l10n.t('The language server is not running. “Briefmark: Restart Server” starts it again.'));
  }

  /** Starts the server if it has never been started, and waits for a start that is under way. */
  async function startedClient(): Promise<BaseLanguageClient> {
    await (current ? pendingWork : start());
    return runningClient();
  }

  const ask: Server['ask'] = async (command, params) => {
    const client = await startedClient();
    const answer = await client.sendRequest('workspace/executeCommand', { command, arguments: [toPlain(params)] });
    return (answer as Awaited<ReturnType<typeof ask<typeof command>>> | null) ?? undefined;
  };

  const request: Server['request'] = async (method: string, params: object) =>
    (await startedClient()).sendRequest<never>(method, toPlain(params));

  /** For what follows the editor unasked. */
  const requestIfRunning: Server['request'] = async (method: string, params: object) =>
    runningClient().sendRequest<never>(method, toPlain(params));

  const notify = (method: string, params: object = {}) => {
    if (current?.client.isRunning()) void current.client.sendNotification(method, toPlain(params));
  };

  const apply: Server['apply'] = async (edit, document, version) => {
    const converted = await runningClient().protocol2CodeConverter.asWorkspaceEdit(edit);
    if (document.version === version && (await workspace.applyEdit(converted))) return true;
    void window.showWarningMessage(l10n.t('The text has changed in the meantime, so nothing was done. Try again.'));
    return false;
  };

  return {
    start,
    stop: () => runExclusive(stopClient),
    restart,
    ask,
    apply,
    toEdit: (edit: LspEdit) => runningClient().protocol2CodeConverter.asWorkspaceEdit(edit),
    notify,
    request,
    requestIfRunning,
    onDidChange: changeEmitter.event,
  };
}

async function withTimeout(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} seconds`)), milliseconds);
  });
  await Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

/**
 * The data of an object as JSON has it. A server in a web worker gets a copy of what is sent, and of an instance of a class, such as a
 * `Range` of VS Code, only the private fields.
 */
function toPlain<T extends object>(params: T): T {
  return JSON.parse(JSON.stringify(params));
}
