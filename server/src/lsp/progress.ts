import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Shorter work is not shown. */
const SHOW_DELAY_MS = 500;

export interface Progress {
  /** Call it when the work begins, and the returned function when it ends. */
  begin(): () => void;
  report(done: number, total: number): void;
}

/** Shows the progress of work in the editor, if it takes long enough to be noticed. Only the latest run is shown. */
export function createProgress(connection: Connection, isSupported: () => boolean, title: string): Progress {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let currentRun = 0;
  return {
    begin() {
      const run = ++currentRun;
      const timer = setTimeout(async () => {
        if (!isSupported()) return;
        const created = await connection.window.createWorkDoneProgress();
        if (run !== currentRun) return;
        created.begin(title, 0);
        reporter = created;
      }, SHOW_DELAY_MS);
      return () => {
        clearTimeout(timer);
        if (run !== currentRun) return;
        currentRun++;
        reporter?.done();
        reporter = undefined;
      };
    },
    report: (done, total) => reporter?.report(Math.round((100 * done) / total), l10n.t('{0} of {1}', done, total)),
  };
}
