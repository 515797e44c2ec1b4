/** The messages between the panel of the sign-off sheet and its page. */

import type { Preview } from '../../../../server/src/protocol/preview';

/** The current sheet of a brief. */
export type MessageToPage = { readonly kind: 'show'; readonly uri: string } & Preview;

export type MessageFromPage =
  | { readonly kind: 'ready' }
  /** Goes to an offset in the text of `version`; ignored for an older version. */
  | { readonly kind: 'open'; readonly version: number; readonly offset: number };

/** The page state that VS Code restores with the window. */
export interface PageState {
  readonly uri: string;
  readonly top: number;
}

/** Validates a message; undefined if it is malformed. */
export function parseMessage(message: unknown): MessageFromPage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  if (message.kind === 'ready') return { kind: 'ready' };
  if (message.kind !== 'open' || !('version' in message) || !('offset' in message)) return undefined;
  const { version, offset } = message;
  return isCount(version) && isCount(offset) ? { kind: 'open', version, offset } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
