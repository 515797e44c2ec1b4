/** The first message of a client says its language; whatever holds texts is loaded after it. */
import type { Connection } from 'vscode-languageserver';
import { setTranslations, type Translations } from './host/translations.ts';
import type { ServerOptions } from './lsp/session.ts';
import { readInitializationOptions } from './protocol/initialization.ts';

/**
 * Serves the client at the other end of a connection. The client may send the translations of our texts itself, as VS Code
 * does; for one that only names its locale, `loadTranslations` may know them.
 */
export function serve(
  connection: Connection,
  options: ServerOptions,
  loadTranslations: (locale: string) => Promise<Translations | undefined> = async () => undefined,
): void {
  connection.onInitialize(async (params) => {
    const { translations } = readInitializationOptions(params.initializationOptions);
    setTranslations(translations ?? (await loadTranslations(params.locale ?? 'en')));
    const { startServer } = await import('./server.ts');
    return startServer(connection, options, params);
  });
  connection.listen();
}
