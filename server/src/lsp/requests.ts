/** The requests of the client: one handler for each feature, and the one policy for errors and cancellation. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  RegistrationType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Feature, FeatureContext } from '../features/feature.ts';
import { createCancelledError, withCancellation } from '../features/support/cancel.ts';
import { mapUris, type Spellings } from './spellings.ts';

/** What happens when something fails: it is logged, and the server goes on. */
export interface ErrorPolicy {
  /** The answer; `empty` when it fails. A `ResponseError`, such as a refusal with a reason, reaches the client. */
  safely<T>(what: string, empty: T, answer: () => T | Promise<T>): Promise<T>;
  /** For work that nothing waits for. */
  inBackground(what: string, work: Promise<unknown>): void;
}

export function createErrorPolicy(log: { error(message: string): void }): ErrorPolicy {
  const report = (what: string, error: unknown) =>
    log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    async safely(what, empty, answer) {
      try {
        return await answer();
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        report(what, error);
        return empty;
      }
    },
    inBackground: (what, work) => void work.catch((error) => report(what, error)),
  };
}

/** Answers the requests of the client with the features, which know a file by its identity. */
export function handleRequests(
  connection: Connection,
  features: readonly Feature[],
  context: FeatureContext,
  { safely }: ErrorPolicy,
  { identityOf, spellingOf }: Pick<Spellings, 'identityOf' | 'spellingOf'>,
  onRequest: () => void = () => {},
): void {
  for (const { method, answer, empty = null } of features) {
    connection.onRequest(method, (params: unknown, token: CancellationToken) => {
      onRequest();
      return token.isCancellationRequested
        ? createCancelledError()
        : safely(method, empty, async () => {
            const result = await answer(mapUris(params, identityOf) as never, withCancellation(context, token));
            return mapUris(result ?? empty, spellingOf);
          });
    });
  }
}

/** What the features add to the capabilities of the server. */
export function capabilitiesOf(features: readonly Feature[], client: ClientCapabilities): Partial<ServerCapabilities> {
  return Object.assign({}, ...features.map(({ capability }) => capability(client)));
}

/** Registers the features that this client wants to be registered dynamically. */
export function registerFeatures(
  connection: Connection,
  features: readonly Feature[],
  client: ClientCapabilities,
  { inBackground }: ErrorPolicy,
): void {
  for (const { method, registration } of features) {
    const options = registration?.(client);
    if (options && 'documentSelector' in options)
      inBackground(`Registering ${method}`, connection.client.register(new RegistrationType(method), options));
  }
}
