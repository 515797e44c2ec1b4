/** Entry point on a desktop or a remote machine. The server is a separate process. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Extension, start } from './extension';
import { registerTasks } from './tasks';

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const args = [`--compile-cache=${context.globalStorageUri.fsPath}`];
  const run = { module, args, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6009'] } };
  const launch = (options: LanguageClientOptions) => ({
    client: new LanguageClient('briefmark', 'Briefmark', { run, debug }, options),
  });
  extension = await start(context, launch, registerTasks(context));
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
