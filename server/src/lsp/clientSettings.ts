/** The settings of the client: they come with the start, are fetched, or are pushed. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';

export interface ClientSettings {
  current(): Settings;
  fetch(): Promise<void>;
  /** Sets what happens when they change; `read` reads the new ones. */
  onChange(handle: (read: () => Promise<void>) => void): void;
}

export function createClientSettings(
  connection: Connection,
  client: ClientCapabilities,
  initializationOptions: unknown,
): ClientSettings {
  let settings = DEFAULT_SETTINGS;
  const apply = async (value: unknown) => {
    const read = readSettings(value, settings);
    settings = read.settings;
    for (const problem of read.problems) connection.console.warn(problem);
  };
  const canFetch = client.workspace?.configuration === true;
  const fetch = async () => {
    if (canFetch) await apply(await connection.workspace.getConfiguration('briefmark'));
  };
  void apply(initializationOptions);
  return {
    current: () => settings,
    fetch,
    onChange(handle) {
      connection.onDidChangeConfiguration(({ settings: pushed }) => {
        handle(() => (canFetch ? fetch() : apply(pushed?.briefmark)));
      });
    },
  };
}
