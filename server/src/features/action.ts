/** What the light bulb offers, as plain data. */

import type { Change, NewFile } from '../model/change.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Finding } from '../rules/rule.ts';
import type { Brief } from '../syntax/brief.ts';
import type { Span } from '../syntax/span.ts';

export interface Action {
  readonly title: string;
  /** A kind of LSP, e.g. `quickfix`, `refactor.rewrite`. */
  readonly kind: string;
  /** The one that the editor's "auto fix" takes. Never a guess. */
  readonly preferred?: boolean;
  /** What it mends. */
  readonly finding?: Finding;
  readonly changes?: readonly (Change | NewFile)[];
  /** A command of the client, for what has to ask first. Only offered to clients that know it. */
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

/** Where in a brief the light bulb is. */
export interface ActionPlace {
  readonly uri: string;
  readonly brief: Brief;
  readonly selection: Span;
  readonly scope: Scope;
  readonly workspace: Workspace;
}

/** Offers what can be done at a place besides mending findings. One file each beside `refactorings/index.ts`. */
export type Refactoring = (place: ActionPlace) => readonly Action[];
