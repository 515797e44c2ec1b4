/** The extension in a browser: the server is a web worker, and reads every file through the client. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Extension, start } from './extension';

// The compiler's DOM library would let the other parts of the project use browser globals unnoticed.
declare const Worker: new (script: string) => Worker & { terminate(): void };

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  extension = await start(context, (options) => {
    const worker = new Worker(script);
    return {
      // The worker itself and not a function that makes it: the latter fails inside the web extension host.
      client: new LanguageClient('briefmark', 'Briefmark', worker, options),
      release: () => worker.terminate(),
    };
  });
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
