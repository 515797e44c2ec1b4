/**
 * Documents that are briefs only because a folder includes them. They have a language of their own, so the client is asked for
 * them in particular, as long as they are included; it is told which of its documents they are.
 */
import {
  BulkRegistration,
  type BulkUnregistration,
  type ClientCapabilities,
  type Connection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  RegistrationType,
  type RelativePattern,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { normalizeGlob } from '../base/text/globs.ts';
import type { Feature, OpenFile } from '../features/feature.ts';
import { withTrailingSlash } from '../host/exclusions.ts';
import type { Root } from '../host/host.ts';
import { OWN_DOCUMENTS, TEXT_LANGUAGES } from '../protocol/fileNames.ts';
import { INCLUDED_CHANGED, type IncludedDocuments } from '../protocol/files.ts';
import type { ErrorPolicy } from './requests.ts';

export interface Includes {
  /** The folders, or what they include, may have changed. */
  rootsChanged(roots: readonly Root[]): void;
  /** Documents may have been opened or closed, or are briefs no longer. */
  documentsChanged(): void;
}

export interface IncludesOptions {
  readonly connection: Pick<Connection, 'client' | 'sendNotification'>;
  readonly client: ClientCapabilities;
  readonly features: readonly Feature[];
  readonly documents: () => Iterable<OpenFile>;
  readonly isIncluded: (uri: string) => boolean;
  readonly spellingOf: (uri: string) => string;
  /** Whether the client wants to be told which documents they are. */
  readonly isTold: boolean;
  readonly errors: ErrorPolicy;
}

interface Filter {
  readonly language: string;
  readonly scheme: string;
  readonly pattern: RelativePattern;
}

/** Whether a client can be asked for documents by patterns that belong to a folder. */
export function canRegisterIncludes({ textDocument }: ClientCapabilities): boolean {
  return (
    textDocument?.filters?.relativePatternSupport === true && textDocument.synchronization?.dynamicRegistration === true
  );
}

export function createIncludes(options: IncludesOptions): Includes {
  const { connection, client, features, documents, isIncluded, spellingOf, isTold, errors } = options;
  let registered: string | undefined;
  let current: Promise<BulkUnregistration | undefined> = Promise.resolve(undefined);
  let told = '';

  const patternsOf = (roots: readonly Root[]): RelativePattern[] =>
    roots
      .filter(({ isShallow }) => !isShallow)
      .flatMap(({ uri, include }) => {
        const baseUri = spellingOf(withTrailingSlash(uri)).replace(/\/$/, '');
        return include.map((glob) => ({ baseUri, pattern: normalizeGlob(glob) }));
      });

  /** Documents are closed and opened again: while two registrations match one, its changes would be sent twice. */
  const replace = async (registrations: BulkRegistration): Promise<BulkUnregistration> => {
    (await current)?.dispose();
    return connection.client.register(registrations);
  };

  return {
    rootsChanged(roots) {
      if (!canRegisterIncludes(client)) return;
      const patterns = patternsOf(roots);
      const key = JSON.stringify(patterns);
      if (key === registered) return;
      registered = key;
      const replaced = replace(createRegistrations(patterns, features, client));
      current = replaced.catch(() => undefined);
      errors.inBackground('Registering what is included', replaced);
    },
    documentsChanged() {
      if (!isTold) return;
      const uris = Array.from(documents(), ({ document }) => document)
        .filter(({ uri, languageId }) => languageId !== 'brief' && isIncluded(uri))
        .map(({ uri }) => spellingOf(uri))
        .sort();
      if (uris.join('\n') === told) return;
      told = uris.join('\n');
      const included: IncludedDocuments = { uris };
      errors.inBackground('Naming included documents', connection.sendNotification(INCLUDED_CHANGED, included));
    },
  };
}

function createRegistrations(
  patterns: readonly RelativePattern[],
  features: readonly Feature[],
  client: ClientCapabilities,
): BulkRegistration {
  const registrations = BulkRegistration.create();
  const selectorFor = (languages: readonly string[]): Filter[] =>
    patterns.flatMap((pattern) =>
      languages.map((language) => ({
        language,
        scheme: new URL(String(pattern.baseUri)).protocol.slice(0, -1),
        pattern,
      })),
    );
  const documentSelector = selectorFor(TEXT_LANGUAGES);
  if (patterns.length > 0) {
    registrations.add(DidOpenTextDocumentNotification.type, { documentSelector });
    registrations.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    registrations.add(DidSaveTextDocumentNotification.type, { documentSelector });
    registrations.add(DidCloseTextDocumentNotification.type, { documentSelector });
    if (client.workspace?.didChangeWatchedFiles?.relativePatternSupport) {
      const watchers = patterns.map((globPattern) => ({ globPattern }));
      registrations.add(DidChangeWatchedFilesNotification.type, { watchers });
    }
  }
  const methods = new Set<string>();
  for (const { method, capability, registration, includedLanguages = TEXT_LANGUAGES } of features) {
    const forAll = registration?.(client);
    if (forAll && !('documentSelector' in forAll)) {
      const all = { ...forAll, documentSelector: [...OWN_DOCUMENTS, ...documentSelector] };
      registrations.add(new RegistrationType(method), all);
      continue;
    }
    const [part, name = ''] = method.split('/');
    const [provider] = Object.values(capability(client));
    const selector = selectorFor(includedLanguages);
    if (part !== 'textDocument' || !provider || selector.length === 0 || methods.has(name)) continue;
    if (!isDynamic(client, name)) continue;
    methods.add(name);
    const options = { ...(typeof provider === 'object' && provider), documentSelector: selector };
    registrations.add(new RegistrationType(`textDocument/${name}`), options);
  }
  return registrations;
}

/** Whether a client takes registrations of a request for documents. Its capabilities are named like the request. */
function isDynamic({ textDocument }: ClientCapabilities, name: string): boolean {
  const capability = (textDocument as Record<string, { dynamicRegistration?: boolean } | undefined>)[name];
  return capability?.dynamicRegistration === true;
}
