/** The bundle `dist/engine.js`: the language server, its worker threads and the command line, which share most of their code. */
import * as l10n from '@vscode/l10n';
import { loadTranslations } from './host/nodeTranslations.ts';
import { setTranslations } from './host/translations.ts';
import type { Reading } from './protocol/markdownIt/mark.ts';

/** Runs the command line with the arguments of this process, in the language of its environment (`LC_ALL`, `LANG`). */
export async function runCommandLine(): Promise<void> {
  await useEnvironmentLanguage();
  await import('./cli.ts');
}

/** Serves the client at the other end of the channel that the arguments name; without one, explains how to start the server. */
export async function runServer(): Promise<void> {
  if (process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument)))
    return (await import('./serve.node.ts')).serveProcess();
  process.exitCode = 2;
  await useEnvironmentLanguage();
  console.error(
    l10n.t(
      'This is the Briefmark language server, which editors start. Specify a transport, for example: node server.js --stdio',
    ),
  );
}

/** Reads briefs for the server that started this thread. */
export async function runWorker(): Promise<void> {
  (await import('./lsp/indexing/worker.node.ts')).runWorker();
}

/** Reads a text for the Markdown preview of VS Code, which cannot wait. */
export function readMarks(text: string): Reading {
  // Not before it is needed: modules take their texts from the translations when they are loaded.
  reader ??= require('./render/markdownIt/readMarks.ts') as typeof import('./render/markdownIt/readMarks.ts');
  return reader.readMarks(text);
}

let reader: typeof import('./render/markdownIt/readMarks.ts') | undefined;

/** Checks briefs for the command line that started this thread, in the same language. */
export async function runCheckWorker(): Promise<void> {
  await useEnvironmentLanguage();
  (await import('./cli/checkWorker.ts')).runCheckWorker();
}

async function useEnvironmentLanguage(): Promise<void> {
  setTranslations(await loadTranslations(Intl.DateTimeFormat().resolvedOptions().locale));
}
