/**
 * Bibliographies that are open in the editor: their text counts as it is on screen, saved or not. The client is asked for these files in
 * particular, since they have languages of their own.
 */
import {
  BulkRegistration,
  type BulkUnregistration,
  type ClientCapabilities,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { escapeGlob } from '../base/text/globs.ts';
import { canRegisterIncludes } from './includes.ts';
import type { ErrorPolicy } from './requests.ts';

/** A bibliography of ten thousand entries is not read again at every keystroke. */
const DEBOUNCE_MS = 300;

export interface OpenBibliographies {
  /** Asks the client for these files, and for no others any longer. */
  follow(uris: readonly string[]): void;
  /** A document that is none of ours was opened, edited or closed. */
  changed(uri: string): void;
}

export interface OpenBibliographiesOptions {
  readonly connection: Pick<Connection, 'client'>;
  readonly client: ClientCapabilities;
  readonly spellingOf: (uri: string) => string;
  readonly isNamed: (uri: string) => boolean;
  /** Reads a file again, as it is now. */
  readonly refresh: (uri: string) => Promise<void>;
  readonly errors: ErrorPolicy;
}

export function createOpenBibliographies(options: OpenBibliographiesOptions): OpenBibliographies {
  const { connection, client, spellingOf, isNamed, refresh, errors } = options;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let current: Promise<BulkUnregistration | undefined> = Promise.resolve(undefined);

  /** Documents are closed and opened again, as in `includes.ts`. */
  const replace = async (uris: readonly string[], before: typeof current): Promise<BulkUnregistration | undefined> => {
    (await before)?.dispose();
    return uris.length === 0 ? undefined : connection.client.register(createRegistrations(uris.map(spellingOf)));
  };

  return {
    follow(uris) {
      if (!canRegisterIncludes(client)) return;
      const replaced = replace(uris, current);
      current = replaced.catch(() => undefined);
      errors.inBackground('Registering bibliographies', replaced);
    },
    changed(uri) {
      if (!isNamed(uri)) return;
      clearTimeout(timers.get(uri));
      const read = () => {
        timers.delete(uri);
        errors.inBackground(`Reading ${uri}`, refresh(uri));
      };
      timers.set(uri, setTimeout(read, DEBOUNCE_MS));
    },
  };
}

function createRegistrations(uris: readonly string[]): BulkRegistration {
  const documentSelector = uris.map((uri) => {
    const at = uri.lastIndexOf('/');
    const pattern = escapeGlob(decodeURIComponent(uri.slice(at + 1)));
    return { scheme: uri.slice(0, uri.indexOf(':')), pattern: { baseUri: uri.slice(0, at), pattern } };
  });
  const registrations = BulkRegistration.create();
  registrations.add(DidOpenTextDocumentNotification.type, { documentSelector });
  registrations.add(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  registrations.add(DidCloseTextDocumentNotification.type, { documentSelector });
  return registrations;
}
