/** Entry point on a desktop or a remote machine. The server is a separate process. */
import { commands, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Exported, type Extension, start } from './extension';
import type { ReadMarks } from './markdownPreview';

const VIEWS = ['sources', 'briefs'] as const;

interface Engine {
  readonly readMarks: ReadMarks;
}

let extension: Extension | undefined;
let engine: Engine | undefined;

export function activate(context: ExtensionContext): Exported {
  const module = context.asAbsolutePath('dist/server.js');
  const args = [`--compile-cache=${context.globalStorageUri.fsPath}`];
  const run = { module, args, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6009'] } };
  const launch = (options: LanguageClientOptions) => ({
    client: new LanguageClient('briefmark', 'Briefmark', { run, debug }, options),
  });
  const started = start(context, launch, (text) => {
    // The bundle of the server has the reader, too; it is loaded when the first brief is previewed.
    engine ??= require(context.asAbsolutePath('dist/engine.js')) as Engine;
    return engine.readMarks(text);
  });
  extension = started;
  // `npm start` names the view that lists what it has found.
  const view = VIEWS.find((name) => name === process.env.BRIEFMARK_VIEW);
  if (view) void commands.executeCommand(`briefmark.${view}.focus`, { preserveFocus: true });
  return { extendMarkdownIt: started.extendMarkdownIt };
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
