/** Code actions as plain data. */

import type { Span } from '../../base/text/span.ts';
import type { Finding, Fix, FixContext } from '../../rules/engine/rule.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

import type { Workspace } from '../../workspace/workspace.ts';

/** A fix for a finding, or a refactoring. Its command is offered only to clients that have it. */
export interface Action extends Fix {
  /** LSP code action kind, for example `quickfix` or `refactor.rewrite`. */
  readonly kind: string;
  /** The finding that the action fixes. */
  readonly finding?: Finding;
  /** Whether it still has to be shown that the brief cites the same afterwards. */
  readonly isUnproved?: true;
}

/** The selection in a brief, and what refactorings may read. */
export interface RefactoringContext {
  readonly uri: string;
  readonly brief: Brief;
  readonly selection: Span;
  readonly scope: Scope;
  readonly workspace: Workspace;
  readonly addAlias: FixContext['addAlias'];
  readonly addEntries: FixContext['addEntries'];
  /** Whether all briefs have been read. */
  readonly isIndexed: boolean;
}

/** Returns the actions a refactoring offers for a selection. One file each in `codeActions/refactorings/`. */
export type Refactoring = (context: RefactoringContext) => readonly Action[];
