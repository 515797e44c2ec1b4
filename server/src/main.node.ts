/**
 * `node dist/server.js --stdio`; VS Code starts it with `--node-ipc`. The same bundle contains the command line, which shares
 * most of the code and is started by `dist/cli.js`, and the worker threads that read briefs.
 */
import './compileCache.node.ts';
import { isMainThread } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import { loadTranslations } from './host/nodeTranslations.ts';
import { setTranslations } from './host/translations.ts';

/** Runs the command line with the arguments of this process, in the language of its environment (`LC_ALL`, `LANG`). */
export async function runCommandLine(): Promise<void> {
  await useEnvironmentLanguage();
  await import('./cli.ts');
}

async function useEnvironmentLanguage(): Promise<void> {
  setTranslations(await loadTranslations(Intl.DateTimeFormat().resolvedOptions().locale));
}

async function printUsage(): Promise<void> {
  await useEnvironmentLanguage();
  console.error(
    l10n.t(
      'This is the Briefmark language server, which editors start. Specify a transport, for example: node server.js --stdio',
    ),
  );
}

if (!isMainThread) void import('./lsp/indexing/worker.node.ts').then(({ runWorker }) => runWorker());
else if (require.main === module) {
  if (process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument)))
    void import('./serve.node.ts').then(({ serveProcess }) => serveProcess());
  else {
    process.exitCode = 2;
    void printUsage();
  }
}
