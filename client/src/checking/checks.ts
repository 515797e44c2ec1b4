/** Which briefs are checked in this window: those that are open, or all of them. The setting says it, or the command that came after it. */
import { commands, type ExtensionContext, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { CheckSummary } from '../../../server/src/protocol/views';
import { LANGUAGE } from '../support/language';
import type { ViewServer } from '../views/server';

/** For `when` clauses: whether closed briefs are checked. */
const CONTEXT_KEY = 'briefmark.checksAll';
const SECTION = 'briefmark';

const texts = {
  checking: l10n.t('Checking all briefs…'),
  none: l10n.t('There are no briefs and no registries in this workspace.'),
  files: (files: number) => (files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files.toLocaleString(LANGUAGE))),
  errors: (errors: number) =>
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors.toLocaleString(LANGUAGE)),
  warnings: (warnings: number) =>
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings.toLocaleString(LANGUAGE)),
  clean: (files: string) => l10n.t('No errors and no warnings in {0}.', files),
  found: (errors: string, warnings: string, files: string) => l10n.t('{0} and {1} in {2}.', errors, warnings, files),
  onlyOpen: l10n.t('Check Open Briefs Only'),
};

export interface Checks {
  /** What the server is told of the settings. */
  readonly middleware: Middleware;
  /** Checks all briefs from now on, shows the Problems panel, and says how many problems there are. */
  checkAll(): Promise<void>;
  /** Checks only open briefs from now on. */
  checkOpenOnly(): Promise<void>;
}

export interface CheckServer {
  readonly request: ViewServer['request'];
  readonly notify: (method: string, params: object) => void;
}

/** `server` may start later than this is called. */
export function createChecks(context: ExtensionContext, server: () => CheckServer): Checks {
  let chosen: boolean | undefined;
  const checksAll = () => chosen ?? workspace.getConfiguration(SECTION).get<boolean>('check.allBriefs') ?? false;
  const showContext = () => void commands.executeCommand('setContext', CONTEXT_KEY, checksAll());
  const choose = (all: boolean) => {
    chosen = all;
    showContext();
    // The server asks for the settings again.
    server().notify('workspace/didChangeConfiguration', { settings: null });
  };
  const checkOpenOnly = async () => choose(false);
  showContext();
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${SECTION}.check`)) return;
      chosen = undefined;
      showContext();
    }),
  );
  return {
    middleware: {
      workspace: {
        async configuration(params, token, next) {
          const values = await next(params, token);
          if (chosen === undefined || !Array.isArray(values)) return values;
          return values.map((value, index) =>
            params.items[index]?.section === SECTION
              ? { ...value, check: { ...value?.check, allBriefs: chosen } }
              : value,
          );
        },
      },
    },
    async checkAll() {
      choose(true);
      await commands.executeCommand('workbench.actions.view.problems');
      const summary = await window.withProgress({ location: ProgressLocation.Window, title: texts.checking }, () =>
        server().request('briefmark/checkAll', {}),
      );
      if ((await window.showInformationMessage(summarize(summary), texts.onlyOpen)) === texts.onlyOpen)
        await checkOpenOnly();
    },
    checkOpenOnly,
  };
}

function summarize({ files, errors, warnings }: CheckSummary): string {
  if (files === 0) return texts.none;
  if (errors + warnings === 0) return texts.clean(texts.files(files));
  return texts.found(texts.errors(errors), texts.warnings(warnings), texts.files(files));
}
