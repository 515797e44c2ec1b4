/** The messages between the preview panel and its page. */

import type { CardLine } from '../../../../server/src/protocol/card';
import type { Preview } from '../../../../server/src/protocol/preview';

export type MessageToPage =
  /** The current text of the brief; `line` is the line to scroll to, in the first message only. */
  | ({ readonly kind: 'show'; readonly uri: string; readonly line: number } & Preview)
  | { readonly kind: 'scroll'; readonly line: number }
  | { readonly kind: 'card'; readonly offset: number; readonly lines: readonly CardLine[] };

/** Offsets refer to the text of `version`; messages for an older version are ignored. */
export type MessageFromPage =
  | { readonly kind: 'ready' }
  /** The line at the top of the page, fractional between two lines. */
  | { readonly kind: 'scrolled'; readonly line: number }
  | { readonly kind: 'open'; readonly version: number; readonly offset: number }
  | { readonly kind: 'card'; readonly version: number; readonly offset: number };

/** The page state that VS Code restores with the window. */
export interface PageState {
  readonly uri: string;
  readonly line: number;
}

/** Validates a message; undefined if it is malformed. */
export function parseMessage(message: unknown): MessageFromPage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const nonNegative = (key: string) => {
    const value = (message as Record<string, unknown>)[key];
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  switch (message.kind) {
    case 'ready':
      return { kind: 'ready' };
    case 'scrolled': {
      const line = nonNegative('line');
      return line === undefined ? undefined : { kind: 'scrolled', line };
    }
    case 'open':
    case 'card': {
      const [version, offset] = [nonNegative('version'), nonNegative('offset')];
      if (version === undefined || offset === undefined || !Number.isInteger(offset)) return undefined;
      return { kind: message.kind, version, offset };
    }
    default:
      return undefined;
  }
}
