import { vi } from 'vitest';
import { EventEmitter, ViewColumn } from '../support/vscode.ts';

/** A panel that keeps what is posted to its page, and a server that answers each request with the next of these. */
export function createFakePanel(...answers: unknown[]) {
  const [received, viewState, disposed, changed] = [0, 1, 2, 3].map(() => new EventEmitter<unknown>());
  const posted: object[] = [];
  const panel = {
    visible: true,
    title: '',
    viewColumn: ViewColumn.Two,
    webview: {
      html: '',
      cspSource: 'self',
      asWebviewUri: (uri: unknown) => uri,
      postMessage: (message: object) => posted.push(message),
      onDidReceiveMessage: received!.event,
    },
    onDidChangeViewState: viewState!.event,
    onDidDispose: disposed!.event,
  };
  const requests: unknown[] = [];
  const request = async (method: string, params: object) => {
    requests.push([method, params]);
    return answers.shift();
  };
  /** A message of the page, until nothing is left to do. */
  const send = async (message: unknown) => {
    received!.fire(message);
    await vi.advanceTimersByTimeAsync(0);
  };
  const server = { request, onDidChange: changed!.event };
  return { panel, server, posted, requests, send, viewState: viewState!, disposed: disposed!, changed: changed! };
}
