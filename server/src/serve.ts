/** The first message of a client says its language; what holds texts is loaded after it. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { setTranslations, type Translations } from './host/translations.ts';
import type { ServerOptions } from './server.ts';

/**
 * Serves the client at the other end of a connection. The client may bring the translations of our texts (`translations`
 * of its initialization options, as VS Code has them); for one that only says its locale, `find` may know them.
 */
export function serve(
  connection: Connection,
  options: ServerOptions,
  loadTranslations: (locale: string) => Promise<Translations | undefined> = async () => undefined,
): void {
  connection.onInitialize(async (params) => {
    setTranslations(clientTranslations(params) ?? (await loadTranslations(params.locale ?? 'en')));
    const { startServer } = await import('./server.ts');
    return startServer(connection, options, params);
  });
  connection.listen();
}

function clientTranslations({ initializationOptions }: InitializeParams): Translations | undefined {
  const given: unknown = initializationOptions?.translations;
  return typeof given === 'object' && given !== null ? (given as Translations) : undefined;
}
