import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Shorter work shows nothing. */
const SHOW_DELAY_MS = 500;

export interface Progress {
  /** Says that the work begins; call the result when it has ended. */
  begin(): () => void;
  report(done: number, total: number): void;
}

/** Shows in the editor how far a piece of work is, when it takes long enough to be noticed. */
export function createProgress(connection: Connection, isSupported: () => boolean, title: string): Progress {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let currentRun = 0;
  return {
    begin() {
      const mine = ++currentRun;
      const timer = setTimeout(async () => {
        if (!isSupported()) return;
        const created = await connection.window.createWorkDoneProgress();
        if (mine !== currentRun) return;
        created.begin(title, 0);
        reporter = created;
      }, SHOW_DELAY_MS);
      return () => {
        clearTimeout(timer);
        if (mine !== currentRun) return;
        currentRun++;
        reporter?.done();
        reporter = undefined;
      };
    },
    report: (done, total) => reporter?.report(Math.round((100 * done) / total), l10n.t('{0} of {1}', done, total)),
  };
}
