/** Which rows the outline of a brief shows: its sections always, its citations and entities unless they are hidden. */
import {
  commands,
  type Disposable,
  DocumentSymbol,
  type ExtensionContext,
  languages,
  SymbolKind,
  window,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { ROW_GROUPS, ROW_KINDS, type RowGroup } from '../../../server/src/protocol/outlineRows';
import type { OpenBriefs } from '../support/openBriefs';

const STORED_KEY = 'briefmark.outline.hidden';
/** For `when` clauses: whether the outline is that of a brief. */
const CONTEXT_KEY = 'briefmark.outlinesBrief';

export interface Outline {
  readonly middleware: Middleware;
  /** Hides the rows, or shows them again, in this workspace. */
  toggle(rows: RowGroup): Promise<void>;
}

export function createOutline({ workspaceState, subscriptions }: ExtensionContext, briefs: OpenBriefs): Outline {
  let hidden = new Set(workspaceState.get<readonly RowGroup[]>(STORED_KEY) ?? []);
  let refresher: Disposable | undefined;
  const showContext = () => {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', CONTEXT_KEY, document !== undefined && briefs.has(document));
  };
  showContext();
  subscriptions.push(
    { dispose: () => refresher?.dispose() },
    window.onDidChangeActiveTextEditor(showContext),
    briefs.onDidChange(showContext),
  );
  return {
    middleware: {
      async provideDocumentSymbols(document, token, next) {
        const symbols = await next(document, token);
        return symbols?.every((symbol) => symbol instanceof DocumentSymbol) ? withoutRows(symbols, hidden) : symbols;
      },
    },
    async toggle(rows) {
      hidden = new Set(hidden);
      if (!hidden.delete(rows)) hidden.add(rows);
      // The outline asks again when there is another provider, and not otherwise.
      refresher?.dispose();
      refresher = registerNothing();
      await workspaceState.update(STORED_KEY, [...hidden]);
    },
  };
}

/**
 * A provider of no symbols. VS Code remembers folded rows by the rank of their provider: this one, for any language, ranks below
 * those for one language, so that theirs stays the same.
 */
function registerNothing(): Disposable {
  return languages.registerDocumentSymbolProvider('*', { provideDocumentSymbols: () => [] });
}

/** The symbols without the hidden rows and what is below them. */
export function withoutRows(symbols: readonly DocumentSymbol[], hidden: ReadonlySet<RowGroup>): DocumentSymbol[] {
  const kinds = new Set<SymbolKind>(
    [...hidden].flatMap((rows) => ROW_GROUPS[rows].map((row) => SymbolKind[ROW_KINDS[row]])),
  );
  const shown = symbols.filter(({ kind }) => !kinds.has(kind));
  for (const symbol of shown) symbol.children = withoutRows(symbol.children, hidden);
  return shown;
}
