/** What the light bulb offers, as plain data. */

import type { Span } from '../../base/text/span.ts';
import type { Finding, Fix, FixContext } from '../../rules/engine/rule.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

import type { Workspace } from '../../workspace/workspace.ts';

/** A fix, of a finding or of nothing in particular. Its command is only offered to clients that know it. */
export interface Action extends Fix {
  /** A kind of LSP, e.g. `quickfix`, `refactor.rewrite`. */
  readonly kind: string;
  /** What it mends. */
  readonly finding?: Finding;
}

/** Where in a brief the light bulb is. */
export interface RefactoringContext {
  readonly uri: string;
  readonly brief: Brief;
  readonly selection: Span;
  readonly scope: Scope;
  readonly workspace: Workspace;
  readonly addAlias: FixContext['addAlias'];
  /** Whether all briefs have been read. */
  readonly isIndexed: boolean;
}

/** Offers what can be done at a place besides mending findings. One file each beside `refactorings/index.ts`. */
export type Refactoring = (place: RefactoringContext) => readonly Action[];
