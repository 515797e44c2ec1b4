/**
 * `node dist/server.js --stdio`; VS Code starts it with `--node-ipc`. The same bundle holds the command line, for most of the
 * two is one: `dist/cli.js` comes in here and asks for it.
 */
import { findTranslations } from './host/nodeTranslations.ts';
import { translateInto } from './host/translations.ts';
import { serveThisProcess } from './serve.node.ts';

/** Runs the command line with the arguments of this process, in the language of its environment (`LC_ALL`, `LANG`). */
export async function runCommandLine(): Promise<void> {
  translateInto(await findTranslations(Intl.DateTimeFormat().resolvedOptions().locale));
  await import('./cli.ts');
}

if (require.main === module) {
  if (process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))) serveThisProcess();
  else {
    console.error(
      'This is the language server of Briefmark; an editor starts it. Say how to talk to it: node server.js --stdio',
    );
    process.exitCode = 2;
  }
}
