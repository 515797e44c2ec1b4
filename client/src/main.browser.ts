/** Entry point in a browser. The server is a web worker and reads all files through the client. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Exported, type Extension, start } from './extension';

// Declared here, because TypeScript's DOM library would allow browser globals in the rest of the project.
declare const Worker: new (script: string) => Worker & { terminate(): void };

let extension: Extension | undefined;

export function activate(context: ExtensionContext): Exported {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  const started = start(context, (options) => {
    const worker = new Worker(script);
    return {
      // A worker instance; a factory function fails in the web extension host.
      client: new LanguageClient('briefmark', 'Briefmark', worker, options),
      release: () => worker.terminate(),
    };
  });
  extension = started;
  return { extendMarkdownIt: started.extendMarkdownIt };
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
