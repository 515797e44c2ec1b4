/** The extension on a desktop or a remote machine: the server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, start } from './extension';
import { registerTasks } from './tasks';

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  registerTasks(context);
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6009'] } };
  extension = await start(context, (options) => ({
    client: new LanguageClient('briefmark', 'Briefmark', { run, debug }, options),
  }));
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
