/** What both doors of the extension share: options, the restart command, and what happens when the server goes away. */
import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { answerFileRequests, REGISTRIES } from './files';

/** Makes a client that has not been started. `release` frees what outlives its connection. */
export type Launch = (options: LanguageClientOptions) => { client: BaseLanguageClient; release?: () => void };

export type Extension = { stop(): Promise<void> };

const MAX_CRASHES = 5;
const CRASH_WINDOW_MS = 3 * 60_000;

const documentSelector: DocumentSelector = [
  { language: 'brief' },
  ...REGISTRIES.map((pattern) => ({ language: 'yaml', pattern })),
];

export async function start(context: ExtensionContext, launch: Launch): Promise<Extension> {
  const log = window.createOutputChannel('Briefmark', { log: true });
  const server = keepServer(launch, log);
  context.subscriptions.push(log, restartCommand(server));
  await server.start();
  return { stop: server.stop };
}

function restartCommand(server: { restart(): Promise<void> }): Disposable {
  return commands.registerCommand('briefmark.restartServer', () => server.restart());
}

function keepServer(launch: Launch, log: LogOutputChannel) {
  let current: ReturnType<Launch> | undefined;
  let crashes: number[] = [];
  // Starting and stopping take turns: two restarts at once would leave two servers behind.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(work, work);
    return turn;
  };

  async function giveUp(reason: string): Promise<void> {
    log.error(reason);
    const message = `Briefmark has stopped checking: ${reason} Your text is untouched.`;
    const choice = await window.showErrorMessage(message, 'Restart', 'Show Log');
    if (choice === 'Restart') await restart();
    if (choice === 'Show Log') log.show();
  }

  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without this the client shows the bare protocol error; startNow says it in plain words instead.
    initializationFailedHandler: () => false,
    errorHandler: {
      error(_error, _message, count) {
        if (!count || count <= 3) return { action: ErrorAction.Continue, handled: true };
        void giveUp('the connection to its language server is broken.');
        return { action: ErrorAction.Shutdown, handled: true };
      },
      closed() {
        const now = Date.now();
        crashes = [...crashes.filter((time) => now - time < CRASH_WINDOW_MS), now];
        if (crashes.length < MAX_CRASHES) {
          const message = 'The language server stopped unexpectedly and is started again.';
          return { action: CloseAction.Restart, message, handled: true };
        }
        const minutes = CRASH_WINDOW_MS / 60_000;
        void giveUp(`its language server crashed ${crashes.length} times within ${minutes} minutes.`);
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };

  // Every start makes a new client: one whose start failed or whose connection broke can not be started again.
  async function startNow(): Promise<void> {
    current = launch(options);
    answerFileRequests(current.client);
    try {
      await current.client.start();
      log.info('Language server started.');
    } catch (error) {
      // A server that dies while starting is counted by closed(), which tries again or tells the user.
      if (current.client.state === State.StartFailed && crashes.length === 0) {
        void giveUp(`its language server could not be started (${error instanceof Error ? error.message : error}).`);
      }
    }
  }

  async function stopNow(): Promise<void> {
    const old = current;
    current = undefined;
    if (!old) return;
    try {
      if (old.client.state === State.Starting) await old.client.start();
      await old.client.stop();
    } catch (error) {
      log.warn(`The previous language server did not stop in order: ${error}`);
    }
    old.release?.();
  }

  function restart(): Promise<void> {
    return inTurn(async () => {
      crashes = [];
      await stopNow();
      await startNow();
    });
  }

  return { start: () => inTurn(startNow), stop: () => inTurn(stopNow), restart };
}
