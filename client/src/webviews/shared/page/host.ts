/** The extension, as a page sees it: messages to it, and the state that VS Code restores with the window. */
export interface Host<Message extends object = object, State extends object = object> {
  postMessage(message: Message): void;
  setState(state: State): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): Host<never, never>;

/** Connects the page to the extension. VS Code allows this once. */
export function connectHost<Message extends object = object, State extends object = object>(): Host<Message, State> {
  return acquireVsCodeApi();
}
