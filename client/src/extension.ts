/** Shared by both entry points of the extension: services, client options, and restarting the server. */
import { EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { CONFIG_GLOB, REGISTRY_GLOBS } from '../../server/src/protocol/fileNames';
import { FILES_MAY_HAVE_CHANGED } from '../../server/src/protocol/files';
import type { InitializationOptions } from '../../server/src/protocol/initialization';
import { VIEWS_CHANGED } from '../../server/src/protocol/views';
import type { Server, Services } from './commands/command';
import { registerCommands, SERVER_COMMANDS } from './commands/register';
import { registerStatus } from './status';
import { handleFileRequests } from './support/files';
import { keepIncompleteList } from './support/incompleteList';
import { startWhenNeeded } from './support/wakeUp';
import { registerViews } from './views/index';
import { recordFirstHover } from './walkthrough';
import { registerGraph } from './webviews/graph/index';
import { registerPreview } from './webviews/preview/index';
import { registerTimeline } from './webviews/timeline/index';

/** Creates a client without starting it. `release` frees what outlives its connection. */
export type LaunchClient = (options: LanguageClientOptions) => { client: BaseLanguageClient; release?: () => void };

export type Extension = { stop(): Promise<void> };

const MAX_CRASHES = 5;
const CRASH_WINDOW_MINUTES = 3;
const START_TIMEOUT_MS = 15_000;

const documentSelector: DocumentSelector = [
  { language: 'brief' },
  ...[...REGISTRY_GLOBS, CONFIG_GLOB].map((pattern) => ({ language: 'yaml', pattern })),
];

/** Starts the extension. `tasks` is absent where no process can run. */
export async function start(
  context: ExtensionContext,
  launch: LaunchClient,
  tasks?: Services['tasks'],
): Promise<Extension> {
  const log = window.createOutputChannel('Briefmark', { log: true });
  const server = createServerManager(launch, log, context);
  context.subscriptions.push(
    log,
    ...registerCommands({
      server,
      tasks,
      views: registerViews(context, server),
      graph: registerGraph(context, server),
      timeline: registerTimeline(context, server),
      preview: registerPreview(context, server),
    }),
    recordFirstHover(),
    // Not every disk reports its changes, and none does while the machine sleeps.
    window.onDidChangeWindowState(({ focused }) => focused && server.notify(FILES_MAY_HAVE_CHANGED)),
  );
  registerStatus(context, server);
  const waiting = await startWhenNeeded(server.start);
  if (waiting) context.subscriptions.push(waiting);
  return { stop: server.stop };
}

function createServerManager(launch: LaunchClient, log: LogOutputChannel, context: ExtensionContext) {
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
      } satisfies InitializationOptions,
      middleware: { provideCompletionItem: keepIncompleteList },
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
    if (!count || count <= 3) return { action: ErrorAction.Continue, handled: true };
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

  const ask: Server['ask'] = async (command, params) => {
    const answer = await runningClient().sendRequest('workspace/executeCommand', { command, arguments: [params] });
    return (answer as Awaited<ReturnType<typeof ask<typeof command>>> | null) ?? undefined;
  };

  const request: Server['request'] = async (method: string, params: object) =>
    runningClient().sendRequest<never>(method, params);

  const notify = (method: string) => {
    if (current?.client.isRunning()) void current.client.sendNotification(method);
  };

  const apply: Server['apply'] = async (edit, document, version) => {
    const converted = await runningClient().protocol2CodeConverter.asWorkspaceEdit(edit);
    if (document.version === version && (await workspace.applyEdit(converted))) return true;
    void window.showWarningMessage(l10n.t('The text has changed in the meantime, so nothing was done. Try again.'));
    return false;
  };

  return {
    start: () => runExclusive(startClient),
    stop: () => runExclusive(stopClient),
    restart,
    ask,
    apply,
    notify,
    request,
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
