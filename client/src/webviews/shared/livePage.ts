/** A page about one brief that is rendered again when the text, the registries or the server have changed. */
import { type Disposable, type Event, type TextDocument, type WebviewPanel, workspace } from 'vscode';
import { createRefresher, type RefresherOptions } from '../../support/refresher';

export interface LivePage {
  /** The page can take messages. */
  ready(): void;
  /** Renders again; what is being rendered is thrown away. */
  restart(): void;
}

export interface LivePageOptions<Answer extends object> extends Omit<RefresherOptions<Answer>, 'isWanted'> {
  readonly isShown: (document: TextDocument) => boolean;
  /** Further events that change the page. */
  readonly changes: readonly Event<unknown>[];
}

/** Keeps a page up to date until its panel is closed. A hidden page waits until it is shown again. */
export function keepUpToDate<Answer extends object>(
  panel: WebviewPanel,
  { isShown, changes, request, show }: LivePageOptions<Answer>,
): LivePage {
  let isOutdated = true;
  let isReady = false;
  const refresher = createRefresher<Answer>({
    isWanted: () => isReady && panel.visible,
    request,
    show(answer) {
      isOutdated = false;
      show(answer);
    },
  });
  const update = (delay?: number) => {
    isOutdated = true;
    refresher.schedule(delay);
  };

  const listeners: Disposable[] = [
    panel.onDidChangeViewState(() => {
      if (panel.visible && isOutdated) update(0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document)) update();
    }),
    ...changes.map((event) => event(() => update())),
  ];
  panel.onDidDispose(() => {
    refresher.cancel();
    for (const listener of listeners) listener.dispose();
  });
  return {
    ready() {
      isReady = true;
      update(0);
    },
    restart() {
      refresher.cancel();
      update(0);
    },
  };
}
